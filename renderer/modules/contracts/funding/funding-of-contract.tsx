// 资金来源 of later years on the page of a contract: what was provided for, from which document, and what was withdrawn.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { fundSources } from '#shared/codes/policies.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label, fundingPages as words } from '#shared/text/index.ts';
import { contractName } from '../form/contract-record.ts';
import css from '../payments/payments.module.css';
import { Struck } from '../payments/struck.tsx';
import { isCarried } from './carried.ts';
import { AddFunding, WithdrawFunding } from './funding-dialogs.tsx';

type Line = Contract['funding'][number];

export function FundingOfContract({ known }: { readonly known: AskOutput<'contracts.get'> }) {
  const { contract, actions, mark, unfunded } = known;
  const today = useToday();
  const [open, setOpen] = useState<'add' | Line | null>(null);
  const { id, content, fiscalYear, funding } = contract;
  if (!isCarried(contract, today)) return null;
  const may = (action: string) => mark !== 'waiting_for_server' && actions.includes(action);
  const mayAdd = may('contracts.addFunding');
  if (funding.length === 0 && !mayAdd) return null;
  const close = () => setOpen(null);
  return (
    <RecordSection id="contract-funding" title={words.title}>
      <p className={css['hint']}>{words.hint(fiscalYear)}</p>
      {funding.length === 0 ? null : (
        <Lines
          lines={funding}
          onWithdraw={may('contracts.withdrawFunding') ? (line) => setOpen(line) : undefined}
        />
      )}
      {mayAdd ? (
        <div className={css['begin']}>
          <Button onClick={() => setOpen('add')} size="xs" variant="default">
            {words.add}
          </Button>
        </div>
      ) : null}
      {open === 'add' ? (
        <AddFunding
          amount={unfunded}
          contract={{ id, name: contractName(content), fiscalYear }}
          onClose={close}
          year={Math.max(yearOf(today), fiscalYear + 1)}
        />
      ) : open === null ? null : (
        <WithdrawFunding contractId={id} line={open} onClose={close} />
      )}
    </RecordSection>
  );
}

type LinesProps = {
  readonly lines: readonly Line[];
  readonly onWithdraw: ((line: Line) => void) | undefined;
};

function Lines({ lines, onWithdraw }: LinesProps) {
  return (
    <Table aria-label={words.title} verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{label('contracts.budgetYear')}</Table.Th>
          <Table.Th>{label('contracts.fundSource')}</Table.Th>
          <Table.Th className={css['money'] ?? ''}>{label('contracts.fundAmount')}</Table.Th>
          <Table.Th>{label('contracts.documentNo')}</Table.Th>
          <Table.Th>{words.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>{line.budgetYear}</Table.Td>
            <Table.Td>{codeName(fundSources, line.source) ?? line.source}</Table.Td>
            <Table.Td className={css['money'] ?? ''}>
              <Struck when={line.withdrawn !== null}>{formatYuan(line.amount).slice(1)}</Struck>
            </Table.Td>
            <Table.Td>{line.documentNo}</Table.Td>
            <Table.Td>
              {line.withdrawn !== null ? (
                words.withdrawnBy(line.withdrawn.by, line.withdrawn.reason)
              ) : onWithdraw === undefined ? (
                forms.none
              ) : (
                <Button
                  aria-label={words.withdrawOf(line.budgetYear, line.documentNo)}
                  onClick={() => onWithdraw(line)}
                  size="compact-xs"
                  variant="subtle"
                >
                  {words.withdraw}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
