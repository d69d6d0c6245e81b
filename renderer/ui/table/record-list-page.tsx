// The page of a list: tabs with counts, filters, search, sorts, columns, 视图, 导出, what may be done with a row or several, and what stands there while
// there is nothing. Of a declared list all but columns, actions and words follow from the declaration; 待办, 未通过的操作 and what only the server
// knows say themselves what `RecordList` asks.
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
import { chosenIn, viewOf } from './selection.ts';
import { useDataColumns } from './use-data-columns.ts';
import type { ListState } from './use-list-state.ts';
import type { RecordList } from './use-record-list.ts';
import { ViewsMenu } from './views-menu.tsx';

type TabWords<Tab extends string> = {
  readonly tabs: Readonly<Record<Tab, string>>;
  /** Where a tab other than the first has nothing. Left out, `firstUse` stands in each of them. */
  readonly empty?: { readonly title: string; readonly hint: string; readonly all: string };
};

/** Done with several rows; `done` unselects them. */
type RowsAction = Omit<BatchAction, 'run'> & {
  readonly run: (ids: readonly string[], done: () => void) => void;
};

/** Columns sort by, filters narrow by and tabs are named after what the list has: anything else does not compile. */
export type RecordListPageProps<
  Row extends { readonly id: string },
  Tab extends string = string,
  Filter extends string = string,
  By extends string = string,
> = {
  readonly list: RecordList<Row, Tab, Filter, By>;
  readonly title: string;
  /** Where the page is called otherwise than the table. */
  readonly pageTitle?: string;
  /** A head to be seen, in place of a title that is only read out. */
  readonly head?: ReactNode;
  readonly columns: readonly DataColumn<NoInfer<Row>, NoInfer<By>>[];
  readonly rowName: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Of the row alone. */
  readonly actions?: (row: Row) => readonly RowAction<Row>[];
  /** With them, rows can be chosen, and exported where the list is. Where they depend on what is chosen: of the chosen rows that are still here. */
  readonly batch?: readonly RowsAction[] | ((chosen: readonly Row[]) => readonly RowsAction[]);
  readonly filters?: readonly ListFilter<NoInfer<Filter>>[];
  /** What is searched for; left out, there is no search. */
  readonly searchHint?: string;
  /** For a list with tabs. */
  readonly tabs?: TabWords<NoInfer<Tab>>;
  /** Where there is no record at all. */
  readonly firstUse: ReactNode;
  /** Before 导出 and behind it. */
  readonly tools?: ReactNode;
  readonly add?: ReactNode;
  /** Beside the filters. */
  readonly note?: ReactNode;
  /** False: no views of it are saved. */
  readonly views?: boolean;
  /** Lines of text a row has room for. */
  readonly lines?: 1 | 2;
};

const none: ReadonlySet<string> = new Set();
const idOf = ({ id }: { readonly id: string }) => id;

export function RecordListPage<
  Row extends { readonly id: string },
  Tab extends string,
  Filter extends string,
  By extends string,
>(props: RecordListPageProps<Row, Tab, Filter, By>) {
  const { list, title, tabs, filters = [] } = props;
  const { shown, entity, state, pages, counts, exported } = list;
  const [selected, setSelected] = useSelection(state);
  const layout = useDataColumns(`${shown.name}.list`, props.columns);
  const isTabbed = tabs !== undefined;
  const selection = selectionOf(props.batch, pages.items, selected, () => setSelected(none));

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
            tabs?.empty === undefined || state.tab === shown.tabNames[0] ? (
              props.firstUse
            ) : (
              <EmptyState hint={tabs.empty.hint} title={tabs.empty.title}>
                <Button onClick={() => state.setTab('all')} variant="default">
                  {tabs.empty.all}
                </Button>
              </EmptyState>
            )
          }
          error={pages.error}
          filtered={state.filtered}
          filters={
            <>
              {isTabbed ? null : <ListTabs />}
              {props.note}
              <FilterBar onChange={state.setFilters} show={filters} values={state.filters} />
              {props.views === false ? null : <ViewsMenu layout={layout} list={shown} state={state} />}
            </>
          }
          hasMore={pages.hasMore}
          label={title}
          layout={layout}
          lines={props.lines ?? 1}
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
              {exported === null ? null : (
                <ExportButton disabled={pages.items.length === 0} exported={exported} />
              )}
              {props.add}
            </>
          }
          total={pages.total}
          {...(entity === null ? {} : { entity })}
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
                tabs: shown.tabNames.map((id) => ({
                  id,
                  label: tabs.tabs[id],
                  count: counts?.[id] ?? undefined,
                })),
              })}
          {...(selection === null
            ? {}
            : {
                selected: selection.ids,
                onSelect: setSelected,
                batch: [
                  ...selection.actions,
                  ...(exported === null
                    ? []
                    : [
                        {
                          id: 'export',
                          label: forms.table.export,
                          run: (ids: readonly string[]) => void exportView(exported, ids),
                        },
                      ]),
                ],
              })}
        />
      </div>
    </div>
  );
}

/** Rows chosen in one tab and under some filters are not acted on in another, where nobody sees them: they are unselected. */
function useSelection(state: ListState) {
  const view = viewOf(state);
  const [selection, setSelection] = useState({ view, ids: none });
  if (selection.view !== view) setSelection({ view, ids: none });
  const select = (ids: ReadonlySet<string>) => setSelection({ view, ids });
  return [chosenIn(selection, view), select] as const;
}

/** Of the chosen rows those that are still here. Null where rows cannot be chosen. */
function selectionOf<Row extends { readonly id: string }>(
  batch: RecordListPageProps<Row>['batch'],
  rows: readonly Row[],
  selected: ReadonlySet<string>,
  unselect: () => void,
): { readonly ids: ReadonlySet<string>; readonly actions: readonly BatchAction[] } | null {
  if (batch === undefined) return null;
  const withUnselect = (actions: readonly RowsAction[]): readonly BatchAction[] =>
    actions.map(({ run, ...each }) => ({ ...each, run: (ids) => run(ids, unselect) }));
  const here = rows.filter(({ id }) => selected.has(id));
  const actions = typeof batch === 'function' ? batch(here) : batch;
  return { ids: new Set(here.map(idOf)), actions: withUnselect(actions) };
}
