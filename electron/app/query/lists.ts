// Pages, counts and files of every declared list.
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { ListCounts } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { exportList } from '../excel/export-list.ts';
import type { AnyHandler, Handlers } from './handler.ts';
import { listPage, type PageRequest } from './list-page.ts';
import {
  type DayRange,
  daysTotal,
  type ListFilter,
  type ListRequest,
  sumOf,
  tabTotals,
} from './list-statement.ts';

/** What is asked of any list; its own schema has held the names against the declaration. */
type View = {
  readonly tab: string;
  readonly filters: readonly ListFilter[];
  readonly sort: ListRequest['sort'] | null;
  readonly search: string;
};
type Asked = View & { readonly after: ListCursor | null; readonly limit: number };
type Exported = { readonly list: View; readonly ids: readonly string[] | null; readonly path: string };

export function listHandlersOf(all: readonly List[]): ReadonlyMap<string, AnyHandler> {
  return new Map(all.flatMap(handlersOf));
}

function handlersOf(list: List): readonly (readonly [string, AnyHandler])[] {
  const { name } = list;
  const refused = ({ actor }: Account) =>
    list.may(actor) ? undefined : err<AppError>({ code: 'not_allowed' });
  const page: AnyHandler = {
    answer(account, input: Asked, desk) {
      const request = requestOf(account, list, input);
      if (!cursorFits(list, request))
        return err({ code: 'invalid_input', fields: [{ path: 'after', code: 'invalid_type' }] });
      if (input.search !== '') desk.search.catchUp();
      return refused(account) ?? ok(listPage(account, list, request));
    },
  };
  const counts: AnyHandler = {
    answer: (account, { filters }: Pick<View, 'filters'>) =>
      refused(account) ?? ok(tabCounts(account, list, filters)),
  };
  const file: AnyHandler = {
    answer: (account, { list: view, ids, path }: Exported, desk) =>
      refused(account) ??
      exportList(
        list,
        account,
        desk,
        { ...requestOf(account, list, { ...view, after: null, limit: 1 }), ids },
        path,
      ),
  };
  return [
    [`${name}.list`, page],
    [`${name}.counts`, counts],
    ...(list.export === null ? [] : [[`${name}.export`, file] as const]),
  ];
}

export const unreadableHandlers: Handlers<'lists.unreadable'> = {
  'lists.unreadable': {
    answer: ({ replica, rebuilding }, { entity }) =>
      ok({ count: rebuilding ? null : replica.unreadable.count(entity) }),
  },
};

function requestOf(account: Account, list: List, { tab, sort, ...rest }: Asked): PageRequest {
  const { within } = list.dayTabs.get(tab) ?? {};
  const known = within === undefined || rest.filters.some(({ by }) => by === within.by);
  const filters = known ? rest.filters : [...rest.filters, within];
  return { ...rest, filters, ...divided(account, list, tab), sort: sort ?? list.start };
}

/** A tab of days is those days of another tab, as today is. */
function divided(
  account: Pick<Account, 'now'>,
  { dayTabs }: List,
  tab: string,
): { readonly tab: string | null; readonly days: DayRange | null } {
  const days = dayTabs.get(tab);
  if (days === undefined) return { tab: tab === 'all' ? null : tab, days: null };
  const today = toPlainDate(account.now());
  const from = days.from === undefined ? null : addDays(today, days.from);
  return {
    tab: days.of === 'all' ? null : days.of,
    days: { column: days.column, from, until: addDays(today, days.until) },
  };
}

/** A place in an order of texts is none in an order of numbers. */
function cursorFits(list: List, { after, sort }: ListRequest): boolean {
  const type = list.sorts.get(sort.by)?.type;
  return after === null || typeof after.value === (type === 'text' ? 'string' : 'number');
}

/** `all` is the sum of the others; every tab null when nobody knows, as while rows are still to come. */
function tabCounts<L extends List>(
  account: Pick<Account, 'replica' | 'rebuilding' | 'now'>,
  list: L,
  filters: readonly ListFilter[],
): ListCounts<L> {
  const { replica, rebuilding } = account;
  const totals = rebuilding ? null : tabTotals(list, filters, replica);
  const sum = totals === null ? null : sumOf(totals);
  const countOf = (tab: string) => {
    if (tab === 'all') return sum;
    if (!list.dayTabs.has(tab)) return totals?.get(tab) ?? null;
    return rebuilding ? null : daysTotal(list, { ...divided(account, list, tab), filters }, replica);
  };
  const counts = list.tabNames.map((tab) => [tab, countOf(tab)]);
  return Object.fromEntries(counts) as ListCounts<L>;
}
