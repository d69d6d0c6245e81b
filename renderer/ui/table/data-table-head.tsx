// The head of a table: names, sorting, the edges that are dragged. Edges move by keyboard too.
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './data-table.module.css';
import type { DataColumn, DataSort } from './data-table-types.ts';
import type { ColumnLayout } from './use-data-columns.ts';

type Props<Row> = {
  readonly layout: ColumnLayout<Row>;
  readonly actions: boolean;
  readonly allSelected: boolean;
  readonly onSelectAll: ((all: boolean) => void) | undefined;
  readonly sort: DataSort | null;
  readonly onSort: ((sort: DataSort) => void) | undefined;
};

export function TableHead<Row>({ layout, actions, allSelected, onSelectAll, sort, onSort }: Props<Row>) {
  const template = layout.template(onSelectAll !== undefined, actions);
  return (
    <thead className={css['head']}>
      <tr className={css['headRow']} style={{ gridTemplateColumns: template }}>
        {onSelectAll === undefined ? null : (
          <th className={css['check']} scope="col">
            <Checkbox
              aria-label={forms.table.selectAll}
              checked={allSelected}
              onChange={(event) => onSelectAll(event.currentTarget.checked)}
              size="xs"
            />
          </th>
        )}
        {layout.visible.map((column) => (
          <HeadCell column={column} key={column.id} layout={layout} onSort={onSort} sort={sort} />
        ))}
        {actions ? (
          <th className={cx(css['headCell'], css['actionsHead'])} scope="col">
            {forms.table.actions}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type CellProps<Row> = Pick<Props<Row>, 'layout' | 'sort' | 'onSort'> & { readonly column: DataColumn<Row> };

function HeadCell<Row>({ column, layout, sort, onSort }: CellProps<Row>) {
  const { id, header, align, sortBy } = column;
  const sorted = sortBy !== undefined && sort?.by === sortBy ? sort.direction : null;
  const Arrow = sorted === null ? IconArrowsSort : sorted === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      className={cx(css['headCell'], align === 'right' && css['right'])}
      scope="col"
    >
      {sortBy === undefined || onSort === undefined ? (
        <span className={css['headText']}>{header}</span>
      ) : (
        <button
          aria-label={forms.table.sort(header)}
          className={css['sort']}
          onClick={() => onSort({ by: sortBy, direction: sorted === 'desc' ? 'asc' : 'desc' })}
          type="button"
        >
          <span className={css['headText']}>{header}</span>
          <Arrow aria-hidden className={cx(sorted === null && css['idle'])} size={13} />
        </button>
      )}
      <button
        aria-label={forms.table.resize(header)}
        className={css['edge']}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') layout.resizeBy(id, -16);
          else if (event.key === 'ArrowRight') layout.resizeBy(id, 16);
          else return;
          event.preventDefault();
        }}
        onMouseDown={layout.startResize(id)}
        onTouchStart={layout.startResize(id)}
        type="button"
      />
    </th>
  );
}
