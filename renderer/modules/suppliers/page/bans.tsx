// 禁止参加政府采购活动: each period with its decision; what was lifted stays, and says so.
import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { Ban, Supplier } from '#shared/domain/suppliers/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { formatInstant, forms, label, supplierPages } from '#shared/text/index.ts';
import { LiftBan } from '../actions/lift-ban.tsx';
import css from './supplier-page.module.css';

const { page: words } = supplierPages;
const { banColumns: columns } = words;

type State = keyof typeof words.state;
const tones = {
  inForce: 'danger',
  later: 'warning',
  over: 'neutral',
  lifted: 'returned',
} as const satisfies Readonly<Record<State, StatusTone>>;

type Props = {
  readonly supplier: Supplier;
  readonly today: PlainDate;
  /** Of each ban; of some other 采购办's decision it is not. */
  readonly mayLift: (ban: Ban) => boolean;
};

export function Bans({ supplier: { id, bans }, today, mayLift }: Props) {
  const [lifting, setLifting] = useState<Ban | null>(null);
  const lifts = bans.some((ban) => ban.lifted === null && mayLift(ban));
  if (bans.length === 0) return <p className={css['none']}>{words.noBans}</p>;
  return (
    <>
      <Table aria-label={words.bans} className={css['table'] ?? ''} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.document}</Table.Th>
            <Table.Th>{columns.reason}</Table.Th>
            <Table.Th>{columns.period}</Table.Th>
            <Table.Th>{columns.state}</Table.Th>
            {lifts ? (
              <Table.Th>
                <VisuallyHidden>{forms.table.actions}</VisuallyHidden>
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bans.toReversed().map((ban) => {
            const state = stateOf(ban, today);
            return (
              <Table.Tr key={ban.id}>
                <Table.Td>{ban.document}</Table.Td>
                <Table.Td>{ban.reason}</Table.Td>
                <Table.Td className={css['short'] ?? ''}>{words.period(ban.from, ban.until)}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={tones[state]}>{words.state[state]}</StatusBadge>
                  {ban.lifted === null ? null : (
                    <div className={css['second']}>
                      {words.lifted(ban.lifted.name, formatInstant(ban.lifted.at), ban.lifted.reason)}
                    </div>
                  )}
                </Table.Td>
                {lifts ? (
                  <Table.Td>
                    {ban.lifted === null && mayLift(ban) ? (
                      <Button
                        aria-label={words.liftOf(ban.document)}
                        onClick={() => setLifting(ban)}
                        size="compact-xs"
                        variant="subtle"
                      >
                        {label('actions.suppliers.liftBan')}
                      </Button>
                    ) : null}
                  </Table.Td>
                ) : null}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {lifting === null ? null : <LiftBan ban={lifting} id={id} onClose={() => setLifting(null)} />}
    </>
  );
}

function stateOf({ lifted, from, until }: Ban, today: PlainDate): State {
  if (lifted !== null) return 'lifted';
  if (today < from) return 'later';
  return today > until ? 'over' : 'inForce';
}
