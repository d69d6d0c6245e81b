// A list of what is kept: rows of a table, or why there are none.
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { AppError } from '#shared/kernel/errors.ts';
import { systemText } from '#shared/text/index.ts';

type Props<Row> = {
  readonly label: string;
  readonly heads: readonly ReactNode[];
  /** Undefined until answered. */
  readonly rows: readonly Row[] | undefined;
  readonly error: AppError | null;
  readonly onRetry: () => void;
  readonly rowId: (row: Row) => string;
  readonly cells: (row: Row) => readonly ReactNode[];
  readonly empty?: string;
  readonly total?: number | null;
};

export function Listing<Row>(props: Props<Row>) {
  const { label, heads, rows, error, onRetry, rowId, cells, empty, total = null } = props;
  if (rows === undefined)
    return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={onRetry} />;
  if (rows.length === 0) return <EmptyState title={empty ?? systemText.keep.emptyTitle} />;
  return (
    <div>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table highlightOnHover aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the heads never move
                <Table.Th key={index}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={rowId(row)}>
                {cells(row).map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells stand under their heads
                  <Table.Td key={index}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {total === null ? null : (
        <Text c="dimmed" size="xs" mt={6}>
          {systemText.keep.total(total)}
        </Text>
      )}
    </div>
  );
}
