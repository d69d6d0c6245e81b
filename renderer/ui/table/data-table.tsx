// A list of records: status tabs with counts, filters, columns one can choose and resize, rows drawn as they come into view, pages fetched as one
// scrolls, all of it by keyboard (↑ ↓ Home End PageUp PageDown, Enter opens, Space selects).
import { IconAlertCircle } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeError, forms } from '#shared/text/index.ts';
import { NoticeStrip } from '../states/notice-strip.tsx';
import { EmptyState, ErrorState, IncompleteState, LoadingState } from '../states/states.tsx';
import { UnreadableNotice } from '../states/unreadable-notice.tsx';
import css from './data-table.module.css';
import { BatchBar, TableToolbar, Tabs } from './data-table-bars.tsx';
import { TableHead } from './data-table-head.tsx';
import { type OpenMenu, RowMenu } from './data-table-menu.tsx';
import type { RowHandlers } from './data-table-row.tsx';
import { type RowsHandle, TableRows } from './data-table-rows.tsx';
import type { BatchAction, DataSort, DataTab, RowAction } from './data-table-types.ts';
import type { ColumnLayout } from './use-data-columns.ts';

type Props<Row> = {
  /** The record type it lists: rows of it that cannot be read are told of above the table. Left out for a list of several types. */
  readonly entity?: string;
  /** Accessible name of the table. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** How a row is called in names of its buttons. */
  readonly rowName: (row: Row) => string;
  /** Lines of text a row has room for. */
  readonly lines?: 1 | 2;
  /** Its columns (`useDataColumns`). */
  readonly layout: ColumnLayout<Row>;
  readonly onOpen: (row: Row) => void;
  /** The first two are shown, the rest are under 更多. Of the row alone: it is not asked again until the row changes. */
  readonly actions?: (row: Row) => readonly RowAction<Row>[];
  readonly tabs?: readonly DataTab[];
  readonly tab?: string;
  readonly onTab?: (id: string) => void;
  readonly search?: {
    readonly value: string;
    readonly onChange: (text: string) => void;
    readonly placeholder: string;
  };
  /** Further filters, beside the search. */
  readonly filters?: ReactNode;
  /** Whether search or filters narrow the list, and how to undo them. */
  readonly filtered?: boolean;
  readonly onClearFilters?: () => void;
  /** At the right end of the tabs: 增加, import, export. */
  readonly toolbar?: ReactNode;
  readonly sort?: DataSort | null;
  readonly onSort?: (sort: DataSort) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  readonly batch?: readonly BatchAction[];
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly stale?: boolean;
  readonly error: AppError | null;
  readonly onMore: () => void;
  /** The rows that are drawn. */
  readonly onLook?: (first: number, last: number) => void;
  readonly onRetry: () => void;
  /** Shown when there is nothing and nothing was searched for. */
  readonly empty?: ReactNode;
};

const none: ReadonlySet<string> = new Set();
const noActions = () => [];

export function DataTable<Row>(props: Props<Row>) {
  const { layout, lines = 1, rows, rowId, onOpen, onSelect, filtered = false } = props;
  const selected = props.selected ?? none;
  const scroll = useRef<HTMLDivElement>(null);
  const rowsHandle = useRef<RowsHandle | null>(null);
  const gridId = useId();
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const [menu, setMenu] = useState<OpenMenu<Row> | null>(null);
  const rowHeight = useRowHeight(lines);
  const current = Math.min(active, rows.length - 1);
  const isComplete = useRebuild() === null;

  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setActive(to);
    rowsHandle.current?.scrollTo(to);
  };
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const actionsOf = props.actions ?? noActions;
  const handlers = useHandlers<Row>({
    open: (row, index) => {
      setActive(index);
      onOpen(row);
    },
    toggle: (row) => toggle(rowId(row)),
    actions: actionsOf,
    name: props.rowName,
    act: (row, action) =>
      actionsOf(row)
        .find(({ id }) => id === action)
        ?.run(row),
    more: (row, button) => setMenu({ row, button }),
  });
  const keys = (event: KeyboardEvent) => {
    // Keys of the buttons and boxes inside are theirs.
    if (event.target !== event.currentTarget) return;
    const row = rows[current];
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (to !== undefined) goTo(to);
    else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else if (event.key === ' ' && row !== undefined && onSelect !== undefined) toggle(rowId(row));
    else return;
    event.preventDefault();
  };

  const body = () => {
    if (props.error !== null && rows.length === 0) {
      return <ErrorState error={props.error} onRetry={props.onRetry} />;
    }
    if (props.loading) return <LoadingState lines={8} />;
    if (rows.length > 0) return null;
    if (!isComplete) return <IncompleteState />;
    if (filtered || (props.search?.value ?? '') !== '') {
      return (
        <EmptyState searched>
          {props.onClearFilters === undefined ? null : (
            <button className={css['link']} onClick={props.onClearFilters} type="button">
              {forms.table.clearFilters}
            </button>
          )}
        </EmptyState>
      );
    }
    return props.empty ?? <EmptyState />;
  };
  const shown = rows[current];

  return (
    <div className={css['root']}>
      {props.tabs === undefined ? null : (
        <Tabs active={props.tab} onTab={props.onTab} tabs={props.tabs} toolbar={props.toolbar} />
      )}
      <TableToolbar
        filtered={filtered}
        filters={props.filters}
        layout={layout}
        onClearFilters={props.onClearFilters}
        search={props.search}
        toolbar={props.tabs === undefined ? props.toolbar : undefined}
      />
      {props.entity === undefined ? null : <UnreadableNotice of={props.entity} />}
      {props.error !== null && rows.length > 0 ? (
        <NoticeStrip
          action={
            <button className={css['link']} onClick={props.onRetry} type="button">
              {forms.failed.retry}
            </button>
          }
          icon={IconAlertCircle}
          tone="warning"
        >
          {describeError(props.error)}
        </NoticeStrip>
      ) : null}
      {selected.size > 0 && onSelect !== undefined ? (
        <BatchBar actions={props.batch ?? []} onSelect={onSelect} selected={selected} />
      ) : null}
      <div className={css['scroll']} ref={scroll}>
        <table
          aria-activedescendant={focused && shown !== undefined ? `${gridId}-${rowId(shown)}` : undefined}
          aria-busy={props.loading || props.stale === true}
          aria-label={props.label}
          aria-multiselectable={onSelect !== undefined}
          aria-rowcount={props.total ?? -1}
          className={css['grid']}
          data-lines={lines}
          data-stale={props.stale === true}
          onBlur={() => setFocused(false)}
          onFocus={(event) => setFocused(event.target === event.currentTarget)}
          onKeyDown={keys}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one moves in is a grid
          role="grid"
          tabIndex={0}
        >
          <TableHead
            actions={props.actions !== undefined}
            allSelected={
              rows.length > 0 && selected.size >= rows.length && rows.every((row) => selected.has(rowId(row)))
            }
            layout={layout}
            onSelectAll={
              onSelect === undefined ? undefined : (all) => onSelect(all ? new Set(rows.map(rowId)) : none)
            }
            onSort={props.onSort}
            sort={props.sort ?? null}
          />
          {rows.length === 0 ? null : (
            <TableRows
              actions={props.actions !== undefined}
              columns={layout.visible}
              current={focused ? current : -1}
              gridId={gridId}
              handle={rowsHandle}
              handlers={handlers}
              hasMore={props.hasMore}
              onLook={props.onLook}
              onMore={props.onMore}
              rowHeight={rowHeight}
              rowId={rowId}
              rows={rows}
              scroll={scroll}
              selected={onSelect === undefined ? undefined : selected}
              template={layout.template(onSelect !== undefined, props.actions !== undefined)}
            />
          )}
        </table>
        {body()}
      </div>
      <div className={css['foot']}>
        <span>
          {props.total === null
            ? rows.length === 0
              ? ''
              : forms.table.loaded(rows.length.toLocaleString('zh-CN'))
            : forms.table.total(props.total.toLocaleString('zh-CN'))}
        </span>
        <span>{forms.table.keys}</span>
      </div>
      {menu === null ? null : (
        <RowMenu
          actions={actionsOf(menu.row)}
          name={props.rowName(menu.row)}
          onClose={() => setMenu(null)}
          open={menu}
        />
      )}
    </div>
  );
}

/** What rows call stays the same; what it does is that of the latest drawing. */
function useHandlers<Row>(latest: RowHandlers<Row>): RowHandlers<Row> {
  const now = useRef(latest);
  now.current = latest;
  const [handlers] = useState<RowHandlers<Row>>(() => ({
    open: (row, index) => now.current.open(row, index),
    toggle: (row) => now.current.toggle(row),
    actions: (row) => now.current.actions(row),
    name: (row) => now.current.name(row),
    act: (row, action) => now.current.act(row, action),
    more: (row, button) => now.current.more(row, button),
  }));
  return handlers;
}

/** 36 px, or 52 with a second line, at the normal text size; grows with it. */
function useRowHeight(lines: 1 | 2): number {
  const [size] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  return (lines === 2 ? 3.25 : 2.25) * (Number.isFinite(size) ? size : 16);
}
