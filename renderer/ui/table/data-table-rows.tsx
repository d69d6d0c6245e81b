// The rows in view and a few around them. Scrolling draws this alone, not the table around it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useDeferredValue, useEffect, useImperativeHandle, useRef } from 'react';
import css from './data-table.module.css';
import { type RowHandlers, TableRow } from './data-table-row.tsx';
import type { DataColumn } from './data-table-types.ts';
import { slotsFor } from './row-slots.ts';

export type RowsHandle = { scrollTo(index: number): void };

type Props<Row> = {
  readonly handle: RefObject<RowsHandle | null>;
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowHeight: number;
  readonly gridId: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly template: string;
  readonly handlers: RowHandlers<Row>;
  readonly actions: boolean;
  /** The row the keyboard is at; -1 while it is elsewhere. */
  readonly current: number;
  /** Undefined where rows are not selected. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Stays the same function as long as it is the same list. */
  readonly onLook: ((first: number, last: number) => void) | undefined;
};

const none: readonly never[] = [];

/** More rows are asked for when so few are left below. */
const ahead = 60;

export function TableRows<Row>(props: Props<Row>) {
  const { scroll, rowId, rowHeight, gridId, template, selected, current } = props;
  // Rows are drawn a few at a time, between which the window answers.
  const rows = useDeferredValue(props.rows, none);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // A frame may show the rows of the one before; a scroll that waits for every row is felt.
    useFlushSync: false,
  });
  useImperativeHandle(props.handle, () => ({ scrollTo: (index) => virtual.scrollToIndex(index) }), [virtual]);
  const drawn = virtual.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? -1;
  const { hasMore, onMore, onLook } = props;
  // Rows that are about to be replaced, or not drawn yet, say nothing of what is wanted.
  const settled = rows === props.rows;
  useEffect(() => {
    if (settled && hasMore && last >= rows.length - ahead) onMore();
  }, [settled, hasMore, last, rows.length, onMore]);
  // Another question has another list, and that is read from its top.
  const listOf = useRef(onLook);
  useEffect(() => {
    if (listOf.current === onLook) return;
    listOf.current = onLook;
    // Asking for it where it is already would lay everything out at once.
    if ((virtual.scrollOffset ?? 0) > 0) scroll.current?.scrollTo({ top: 0 });
  }, [onLook, scroll, virtual]);
  useEffect(() => {
    if (settled && last >= 0) onLook?.(first, last);
  }, [settled, first, last, onLook]);

  const shown = drawn.flatMap(({ index }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ row, id: rowId(row), index }];
  });
  const slots = useRef<ReadonlyMap<string, number>>(new Map());
  slots.current = slotsFor(
    slots.current,
    shown.map(({ id }) => id),
  );

  return (
    <tbody
      className={css['rows']}
      style={{ height: virtual.getTotalSize(), paddingTop: drawn[0]?.start ?? 0 }}
    >
      {shown.map(({ row, id, index }) => (
        <TableRow
          actions={props.actions}
          active={index === current}
          columns={props.columns}
          handlers={props.handlers}
          id={`${gridId}-${id}`}
          index={index}
          key={slots.current.get(id)}
          row={row}
          selected={selected?.has(id)}
          template={template}
        />
      ))}
    </tbody>
  );
}
