// A list of what is kept: rows of a table, or why there are none. Of what the server pages the next page is asked for below.
import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Pages } from '#renderer/ui/table/use-pages.ts';
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
  /** Where there are others behind the last row. */
  readonly onMore?: (() => void) | undefined;
};

/** As the list takes them. An error hides what was answered before: nobody takes it for what stands there now. */
export function listed<Row>({ items, loading, error, retry, hasMore, more }: Pages<Row>) {
  const rows = error === null && !loading ? items : undefined;
  return { rows, error, onRetry: retry, onMore: hasMore ? more : undefined };
}

export function Listing<Row>(props: Props<Row>) {
  const { label, heads, rows, error, onRetry, rowId, cells, empty, total = null, onMore } = props;
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
      {onMore === undefined ? null : (
        <Button fullWidth mt="xs" onClick={onMore} variant="default">
          {systemText.keep.more}
        </Button>
      )}
      {total === null ? null : (
        <Text c="dimmed" size="xs" mt={6}>
          {systemText.keep.total(total)}
        </Text>
      )}
    </div>
  );
}
