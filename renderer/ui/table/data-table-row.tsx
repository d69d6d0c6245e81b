// One row: its cells, at most two visible actions, the rest under 更多. Drawn only when its record, its place or the columns change: while one scrolls,
// rows that stay are left alone, and those that come are plain elements.
import { IconDots } from '@tabler/icons-react';
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './data-table.module.css';
import type { DataColumn, RowAction } from './data-table-types.ts';

/** The same functions as long as the table stands. */
export type RowHandlers<Row> = {
  readonly open: (row: Row, index: number) => void;
  readonly toggle: (row: Row) => void;
  /** Of this row alone: a row is not drawn again because something else has changed. */
  readonly actions: (row: Row) => readonly RowAction<Row>[];
  readonly name: (row: Row) => string;
  readonly act: (row: Row, action: string) => void;
  /** Opens the table's one menu at this button. */
  readonly more: (row: Row, button: HTMLElement) => void;
};

type Props<Row> = {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly template: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly handlers: RowHandlers<Row>;
  readonly actions: boolean;
  readonly active: boolean;
  /** Undefined where rows are not selected. */
  readonly selected: boolean | undefined;
};

export const TableRow = memo(Row) as <Row>(props: Props<Row>) => ReactNode;

function Row<Row>(props: Props<Row>) {
  const { id, row, index, template, columns, handlers, actions, active, selected } = props;
  const name = handlers.name(row);
  const element = useRef<HTMLTableRowElement>(null);
  // The element goes to another record, or away: the focus stays with the table and never lands on a button of that other one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of record that counts
  useLayoutEffect(() => {
    const here = element.current;
    return () => {
      if (here?.contains(document.activeElement) === true)
        here.closest('table')?.focus({ preventScroll: true });
    };
  }, [id]);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={cx(css['row'], active && css['active'], selected === true && css['selected'])}
      id={id}
      ref={element}
      onClick={(event) => {
        const { target } = event;
        // Buttons, boxes and links in the row have their own meaning; so has a text that was just marked.
        if (target instanceof Element && target.closest('button, a, input, label') !== null) return;
        if ((getSelection()?.toString() ?? '') !== '') return;
        handlers.open(row, index);
      }}
      style={{ gridTemplateColumns: template }}
    >
      {selected === undefined ? null : (
        <td className={css['check']}>
          <input
            aria-label={forms.table.select(name)}
            checked={selected}
            className={css['box']}
            onChange={() => handlers.toggle(row)}
            tabIndex={-1}
            type="checkbox"
          />
        </td>
      )}
      {columns.map((column) => (
        <td className={column.align === 'right' ? right : css['cell']} key={column.id}>
          {column.render(row)}
        </td>
      ))}
      {actions ? (
        <td className={css['actions']}>
          <RowActions handlers={handlers} name={name} row={row} />
        </td>
      ) : null}
    </tr>
  );
}

const right = cx(css['cell'], css['right']);
const dangerous = cx(css['action'], css['danger']);

type ActionsProps<Row> = {
  readonly handlers: RowHandlers<Row>;
  readonly name: string;
  readonly row: Row;
};

function RowActions<Row>({ handlers, name, row }: ActionsProps<Row>) {
  const { shown, tucked } = splitActions(handlers.actions(row));
  return (
    <>
      {shown.map(({ id, label, danger, disabled }) => (
        <button
          aria-label={forms.of(name, label)}
          className={danger === true ? dangerous : css['action']}
          disabled={disabled === true}
          key={id}
          onClick={() => handlers.act(row, id)}
          type="button"
        >
          {label}
        </button>
      ))}
      {tucked.length === 0 ? null : (
        <button
          aria-haspopup="menu"
          aria-label={forms.moreFor(name)}
          className={css['more']}
          onClick={(event) => handlers.more(row, event.currentTarget)}
          title={forms.more}
          type="button"
        >
          <IconDots aria-hidden size={16} />
        </button>
      )}
    </>
  );
}

/** Two are shown; what is tucked away stays so even where there would be room. */
export function splitActions<Row>(actions: readonly RowAction<Row>[]): {
  readonly shown: readonly RowAction<Row>[];
  readonly tucked: readonly RowAction<Row>[];
} {
  const shown = actions.filter(({ tucked }) => tucked !== true).slice(0, 2);
  return { shown, tucked: actions.filter((action) => !shown.includes(action)) };
}
