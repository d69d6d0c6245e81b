// Before and after, field by field. Words for the values are the caller's: a code is shown by its name, an amount in yuan.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { forms } from '#shared/text/index.ts';
import css from './diff.module.css';

export type DiffEntry = {
  readonly key: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** Stands at the right end, e.g. the choice between both. */
  readonly action?: ReactNode;
};

type Props = {
  readonly entries: readonly DiffEntry[];
  readonly beforeLabel?: string;
  readonly afterLabel?: string;
  readonly actionLabel?: string;
  readonly label: string;
};

export function Diff({ entries, beforeLabel, afterLabel, actionLabel, label }: Props) {
  if (entries.length === 0) return <p className={css['none']}>{forms.diff.none}</p>;
  return (
    <Table aria-label={label} className={css['diff'] ?? ''} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={css['field'] ?? ''}>{forms.diff.field}</Table.Th>
          <Table.Th>{beforeLabel ?? forms.diff.before}</Table.Th>
          <Table.Th>{afterLabel ?? forms.diff.after}</Table.Th>
          {actionLabel === undefined ? null : (
            <Table.Th className={css['action'] ?? ''}>{actionLabel}</Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ key, label: field, before, after, action }) => (
          <Table.Tr key={key}>
            <Table.Th className={css['field'] ?? ''} scope="row">
              {field}
            </Table.Th>
            <Table.Td className={css['before'] ?? ''}>
              <Value>{before}</Value>
            </Table.Td>
            <Table.Td className={css['after'] ?? ''}>
              <Value>{after}</Value>
            </Table.Td>
            {actionLabel === undefined ? null : <Table.Td>{action}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({ children }: { readonly children: ReactNode }) {
  const empty = children === null || children === undefined || children === '';
  return empty ? <span className={css['empty']}>{forms.diff.empty}</span> : children;
}
