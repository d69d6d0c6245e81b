// 履约保证金 on the page of a contract: handed in, until when it holds, when it is to be returned; and the way there.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { type Fact, Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import { bondNotice, type Contract, holdsBond } from '#shared/domain/contracts/model.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { label, paymentPages } from '#shared/text/index.ts';
import { RecordBond, ReturnBond, UndoReturn } from './bond-dialogs.tsx';
import css from './payments.module.css';

const { bond: words } = paymentPages;

export function BondOfContract({ known }: { readonly known: AskOutput<'contracts.get'> }) {
  const { contract, actions, mark } = known;
  const today = useToday();
  const [open, setOpen] = useState<'record' | 'return' | 'undo' | null>(null);
  const { content, bond } = contract;
  if (content.bondAmount === null) return null;
  const may = (action: string) => mark !== 'waiting_for_server' && actions.includes(action);
  const close = () => setOpen(null);
  return (
    <RecordSection id="contract-bond" title={words.title}>
      <Facts columns={3} facts={bondFacts(contract, today)} />
      {bond === null ? <p className={css['hint']}>{words.notReceived}</p> : null}
      {bond === null || bond.files.length === 0 ? null : (
        <Attachments
          files={bond.files.map((file) => ({ ...file, purpose: 'file' as const }))}
          id="contract-bond-files"
          label={words.files}
          purposes={[{ code: 'file', name: words.files }]}
        />
      )}
      <div className={css['begin']}>
        {may('contracts.recordBond') ? (
          <Button onClick={() => setOpen('record')} size="xs" variant="default">
            {bond === null ? words.record : words.extend}
          </Button>
        ) : null}
        {may('contracts.returnBond') ? (
          <Button onClick={() => setOpen('return')} size="xs" variant="default">
            {words.giveBack}
          </Button>
        ) : null}
        {may('contracts.undoReturn') ? (
          <Button onClick={() => setOpen('undo')} size="xs" variant="default">
            {words.undo}
          </Button>
        ) : null}
      </div>
      {open === 'record' ? <RecordBond contract={contract} onClose={close} /> : null}
      {open === 'return' ? <ReturnBond contract={contract} onClose={close} /> : null}
      {open === 'undo' ? <UndoReturn contract={contract} onClose={close} /> : null}
    </RecordSection>
  );
}

function bondFacts(contract: Contract, today: PlainDate): readonly Fact[] {
  const { content, bond } = contract;
  const { bondAmount, bondForm } = content;
  const held = holdsBond(contract);
  return [
    { label: words.amount, value: bondAmount === null ? null : formatYuan(bondAmount) },
    { label: words.form, value: bondForm === null ? null : label(`contracts.bond.${bondForm}`) },
    ...(bond === null
      ? []
      : [
          { label: words.receivedOn, value: bond.receivedOn },
          { label: words.expiresOn, value: <Expiry held={held} on={bond.expiresOn} today={today} /> },
          { label: words.returnBy, value: <ReturnBy by={bond.returnBy} held={held} today={today} /> },
          {
            label: words.returned,
            value:
              bond.returned === null
                ? null
                : words.returnedOf(bond.returned.on, formatYuan(bond.returned.amount)),
          },
          ...bond.undone.map(({ on, amount, reason, by }) => ({
            label: words.undone,
            value: words.undoneOf(words.returnedOf(on, formatYuan(amount)), reason, by),
          })),
        ]),
  ];
}

type DayProps = { readonly held: boolean; readonly today: PlainDate };

function Expiry({ on, held, today }: DayProps & { readonly on: PlainDate | null }) {
  if (on === null) return null;
  const left = daysBetween(today, on);
  return (
    <span className={css['cell']}>
      {on}
      {held && left <= bondNotice ? (
        <StatusBadge tone={left < 0 ? 'danger' : 'warning'}>{words.expiring(left)}</StatusBadge>
      ) : null}
    </span>
  );
}

function ReturnBy({ by, held, today }: DayProps & { readonly by: PlainDate | null }) {
  if (by === null) return null;
  return (
    <span className={css['cell']}>
      {by}
      {held && today > by ? (
        <StatusBadge tone="danger">{words.overdue(daysBetween(by, today))}</StatusBadge>
      ) : null}
    </span>
  );
}
