// The rows in view and a few around them. Scrolling draws this alone, not the table around it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import css from './data-table.module.css';
import { type RowHandlers, TableRow } from './data-table-row.tsx';
import type { DataColumn } from './data-table-types.ts';

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

/** More rows are asked for when so few are left below. */
const ahead = 60;

export function TableRows<Row>(props: Props<Row>) {
  const { scroll, rows, rowId, rowHeight, gridId, template, selected, current } = props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // A frame may show the rows of the one before; a scroll that waits for every row is felt.
    useFlushSync: false,
  });
  useImperativeHandle(props.handle, () => ({ scrollTo: (index) => virtual.scrollToIndex(index) }), [virtual]);
  const drawn = virtual.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? -1;
  const { hasMore, onMore, onLook } = props;
  useEffect(() => {
    if (hasMore && last >= rows.length - ahead) onMore();
  }, [hasMore, last, rows.length, onMore]);
  // Another question has another list, and that is read from its top.
  const listOf = useRef(onLook);
  useEffect(() => {
    if (listOf.current === onLook) return;
    listOf.current = onLook;
    scroll.current?.scrollTo({ top: 0 });
  }, [onLook, scroll]);
  useEffect(() => {
    if (last >= 0) onLook?.(first, last);
  }, [first, last, onLook]);

  return (
    <tbody className={css['rows']} style={{ height: virtual.getTotalSize() }}>
      {drawn.map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        const id = rowId(row);
        return (
          <TableRow
            actions={props.actions}
            active={index === current}
            columns={props.columns}
            handlers={props.handlers}
            id={`${gridId}-${id}`}
            index={index}
            key={id}
            row={row}
            selected={selected?.has(id)}
            start={start}
            template={template}
          />
        );
      })}
    </tbody>
  );
}
