// The page of a declared list: tabs with counts, filters, search, sorts, columns, 视图, 导出, what may be done with a row or several, and what stands there
// while there is nothing. A module says the columns, the actions and the words.
import { Button, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { EmptyState } from '../states/states.tsx';
import { DataTable } from './data-table.tsx';
import type { BatchAction, DataColumn, RowAction } from './data-table-types.ts';
import { ExportButton, exportView } from './export-list.tsx';
import { FilterBar, type ListFilter } from './list-filters.tsx';
import { ListTabs } from './list-tabs.tsx';
import css from './record-list-page.module.css';
import { useDataColumns } from './use-data-columns.ts';
import type { RecordList } from './use-record-list.ts';
import { ViewsMenu } from './views-menu.tsx';

type TabWords = {
  readonly tabs: Readonly<Record<string, string>>;
  readonly empty: { readonly title: string; readonly hint: string; readonly all: string };
};

/** Done with several rows; `done` unselects them. */
type RowsAction = Omit<BatchAction, 'run'> & {
  readonly run: (ids: readonly string[], done: () => void) => void;
};

type Props<Row extends { readonly id: string }> = {
  readonly list: RecordList<Row>;
  readonly title: string;
  /** Where the page is called otherwise than the table. */
  readonly pageTitle?: string;
  /** A head to be seen, in place of a title that is only read out. */
  readonly head?: ReactNode;
  readonly columns: readonly DataColumn<Row>[];
  readonly rowName: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Of the row alone. */
  readonly actions?: (row: Row) => readonly RowAction<Row>[];
  /** With them, rows can be chosen, and exported where the list is. */
  readonly batch?: readonly RowsAction[];
  readonly filters?: readonly ListFilter[];
  /** What is searched for; left out, there is no search. */
  readonly searchHint?: string;
  /** For a list with tabs. */
  readonly tabs?: TabWords;
  /** Where there is no record at all. */
  readonly firstUse: ReactNode;
  /** Before 导出 and behind it. */
  readonly tools?: ReactNode;
  readonly add?: ReactNode;
};

const idOf = ({ id }: { readonly id: string }) => id;

export function RecordListPage<Row extends { readonly id: string }>(props: Props<Row>) {
  const { list, title, tabs, batch, filters = [] } = props;
  const { declared, state, pages, counts } = list;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const unselect = () => setSelected(new Set());
  const layout = useDataColumns(`${declared.name}.list`, props.columns);
  const isTabbed = tabs !== undefined;

  return (
    <div className={css['page']}>
      {props.head ?? <VisuallyHidden component="h1">{props.pageTitle ?? title}</VisuallyHidden>}
      {isTabbed ? (
        <div className={css['lists']}>
          <ListTabs />
        </div>
      ) : null}
      <div className={css['list']}>
        <DataTable<Row>
          empty={
            tabs === undefined || state.tab === declared.tabNames[0] ? (
              props.firstUse
            ) : (
              <EmptyState hint={tabs.empty.hint} title={tabs.empty.title}>
                <Button onClick={() => state.setTab('all')} variant="default">
                  {tabs.empty.all}
                </Button>
              </EmptyState>
            )
          }
          entity={declared.kind.name}
          error={pages.error}
          filtered={state.filtered}
          filters={
            <>
              {isTabbed ? null : <ListTabs />}
              <FilterBar onChange={state.setFilters} show={filters} values={state.filters} />
              <ViewsMenu layout={layout} list={declared} state={state} />
            </>
          }
          hasMore={pages.hasMore}
          label={title}
          layout={layout}
          loading={pages.loading}
          onClearFilters={state.clear}
          onLook={pages.look}
          onMore={pages.more}
          onOpen={props.onOpen}
          onRetry={pages.retry}
          onSort={state.setSort}
          rowId={idOf}
          rowName={props.rowName}
          rows={pages.items}
          sort={state.sort}
          stale={pages.stale}
          toolbar={
            <>
              {props.tools}
              {declared.export === null ? null : (
                <ExportButton disabled={pages.items.length === 0} list={list} />
              )}
              {props.add}
            </>
          }
          total={pages.total}
          {...(props.actions === undefined ? {} : { actions: props.actions })}
          {...(props.searchHint === undefined
            ? {}
            : {
                search: {
                  value: state.search,
                  onChange: state.setSearch,
                  placeholder: props.searchHint,
                },
              })}
          {...(tabs === undefined
            ? {}
            : {
                tab: state.tab,
                onTab: state.setTab,
                tabs: declared.tabNames.map((id) => ({
                  id,
                  label: tabs.tabs[id] ?? id,
                  count: counts?.[id] ?? undefined,
                })),
              })}
          {...(batch === undefined
            ? {}
            : {
                selected,
                onSelect: setSelected,
                batch: [
                  ...batch.map(({ run, ...each }) => ({
                    ...each,
                    run: (ids: readonly string[]) => run(ids, unselect),
                  })),
                  ...(declared.export === null
                    ? []
                    : [
                        {
                          id: 'export',
                          label: forms.table.export,
                          run: (ids: readonly string[]) => void exportView(list, ids),
                        },
                      ]),
                ],
              })}
        />
      </div>
    </div>
  );
}
