// The administrator's lists that stand in the replica, and what everyone's forms choose from. Rows of scope "everyone" are shown to everyone;
// the list of accounts is for those who keep or check it.
import type { QueryParsed, TextCursor } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import {
  type Account as AccountRow,
  accounts,
  calendarYears,
  numberPatterns,
  type Organisation,
  organisations,
  platforms,
  settings,
} from '#shared/domain/admin/model.ts';
import { settingDefinitions, settingKeys } from '#shared/domain/admin/settings.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { comparable, queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Handlers } from './handler.ts';
import { marksOf } from './marks.ts';
import { parse, record } from './records.ts';
import { foundOrganisations } from './search.ts';
import { type Walk, walk } from './walk.ts';

/** Keeps or checks what administrators keep. */
export function mayAdminister({ role }: Actor): boolean {
  return role === 'administrator' || role === 'auditor';
}

export const administrationHandlers: Handlers<
  | 'organisations.list'
  | 'organisations.get'
  | 'accounts.list'
  | 'settings.list'
  | 'calendarYears.list'
  | 'numberPatterns.list'
  | 'platforms.list'
  | 'platforms.active'
> = {
  'organisations.list': {
    answer(account, input, desk) {
      const mark = marksOf(account);
      const marked = (row: Organisation) => ({ ...row, mark: mark('organisations', row.id) });
      if (queryWords(input.search).length > 0) {
        desk.search.catchUp();
        const { rows, next } = searched(account.replica, input);
        return ok({ items: rows.map(marked), total: null, next });
      }
      const { rows, next } = walk(account.replica, {
        ...organisationWalk(input),
        kind: organisations,
        order: 'name',
        after: input.after,
        limit: input.limit,
        keep: (row) => fits(row, input),
      });
      const total = input.active === null ? countOrganisations(account, input) : null;
      return ok({ items: rows.map(marked), total, next });
    },
  },
  'organisations.get': {
    answer(account, { id }) {
      const found = record(account, organisations, id);
      if (!found.ok) return found;
      const { row: organisation, version } = found.value;
      return ok({ organisation, version, mark: marksOf(account)('organisations', id) });
    },
  },
  'accounts.list': {
    answer(account, input) {
      if (!mayAdminister(account.actor)) return err({ code: 'not_allowed' });
      const { replica } = account;
      const mark = marksOf(account);
      const nameOf = organisationNames(replica);
      const { rows, next } = walk(replica, {
        ...accountWalk(input),
        kind: accounts,
        order: 'username',
        after: input.after,
        limit: input.limit,
        keep: (row) => accountFits(row, input),
      });
      const items = rows.map((row) => ({
        ...row,
        organisationName: row.organisationId === null ? null : nameOf(row.organisationId),
        mark: mark('accounts', row.id),
      }));
      const plain = input.active === null && input.role === null && input.organisationId === null;
      const total = plain && input.search.trim() === '' ? countOf(account, 'accounts') : null;
      return ok({ items, total, next });
    },
  },
  'settings.list': {
    answer(account) {
      const mark = marksOf(account);
      const stored = new Map(allRows(account.replica, settings).map((row) => [row.id, row]));
      return ok({
        settings: settingKeys.map((key) => {
          const row = stored.get(key);
          const { schema, fallback } = settingDefinitions[key];
          const isDefault = row === undefined || !schema.safeParse(row.value).success;
          return {
            key,
            // What is sent is plain data of its own: the window may not change the program's defaults.
            value: structuredClone(isDefault ? plain(fallback) : row.value),
            isDefault,
            updatedAt: row?.updatedAt ?? null,
            mark: mark('settings', key),
          };
        }),
      });
    },
  },
  'calendarYears.list': {
    answer: (account) => ok({ years: markedRows(account, calendarYears) }),
  },
  'numberPatterns.list': {
    answer: (account) => ok({ patterns: markedRows(account, numberPatterns) }),
  },
  'platforms.list': {
    answer: (account) => ok({ platforms: markedRows(account, platforms) }),
  },
  'platforms.active': {
    answer: ({ replica }) =>
      ok({
        platforms: allRows(replica, platforms)
          .filter(({ active }) => active)
          .map(({ id, name, regionCode }) => ({ id, name, regionCode })),
      }),
  },
};

type OrganisationFilter = QueryParsed<'organisations.list'>;

/** Which index leads; a kind has far more organisations than a region. Exported for the test of the plans. */
export function organisationWalk({
  kind,
  regionCode,
}: Pick<OrganisationFilter, 'kind' | 'regionCode'>): Pick<Walk<Row>, 'index' | 'equal'> {
  if (regionCode !== null)
    return { index: 'organisations_region_name', equal: { column: 'region_code', value: regionCode } };
  if (kind !== null) return { index: 'organisations_kind_name', equal: { column: 'kind', value: kind } };
  return { index: 'organisations_name', equal: null };
}

export function accountWalk({
  role,
  organisationId,
}: Pick<QueryParsed<'accounts.list'>, 'role' | 'organisationId'>): Pick<Walk<Row>, 'index' | 'equal'> {
  if (organisationId !== null)
    return {
      index: 'accounts_organisation_username',
      equal: { column: 'organisation_id', value: organisationId },
    };
  if (role !== null) return { index: 'accounts_role_username', equal: { column: 'role', value: role } };
  return { index: 'accounts_username', equal: null };
}

function fits(row: Organisation, { kind, regionCode, active }: OrganisationFilter): boolean {
  return (
    (kind === null || row.kind === kind) &&
    (regionCode === null || row.regionCode === regionCode) &&
    (active === null || row.active === active)
  );
}

function accountFits(row: AccountRow, input: QueryParsed<'accounts.list'>): boolean {
  const { role, organisationId, active, search } = input;
  if (role !== null && row.role !== role) return false;
  if (organisationId !== null && row.organisationId !== organisationId) return false;
  if (active !== null && row.active !== active) return false;
  const text = comparable(`${row.username}\n${row.name}\n${row.phone}`);
  return queryWords(search).every((word) => text.includes(word));
}

/** Hits of the index are few enough to be put in order here. */
function searched(replica: Replica, input: OrganisationFilter) {
  const inOrder = foundOrganisations(replica, queryWords(input.search))
    .filter(({ row }) => fits(row, input))
    .toSorted((a, b) => compare(cursorOf(a), cursorOf(b)));
  const { after, limit } = input;
  const rest = after === null ? inOrder : inOrder.filter((each) => compare(cursorOf(each), after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ row }) => row),
    next: rest.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

function cursorOf({ rowNo, row }: { readonly rowNo: number; readonly row: Organisation }): TextCursor {
  return { value: row.name, row: rowNo };
}

function compare(a: TextCursor, b: TextCursor): number {
  if (a.value === b.value) return a.row - b.row;
  return a.value < b.value ? -1 : 1;
}

function countOrganisations(account: Account, { kind, regionCode }: OrganisationFilter): number | null {
  if (kind === null && regionCode === null) return countOf(account, 'organisations');
  const column = kind === null ? 'region_code' : 'kind';
  // Both at once have no covering index.
  return kind !== null && regionCode !== null
    ? null
    : countOf(account, `organisations WHERE ${column} = ?`, kind ?? regionCode ?? '');
}

/** Null while rows are still to come. */
function countOf(
  { replica, rebuilding }: Account,
  from: string,
  ...values: readonly string[]
): number | null {
  if (rebuilding) return null;
  const statement = replica.connection.db.prepare<string[]>(`SELECT count(*) FROM ${from}`).pluck();
  return Number(statement.get(...values));
}

function organisationNames(replica: Replica): (id: string) => string | null {
  const name = replica.connection.db
    .prepare<[string], string>('SELECT name FROM organisations WHERE id = ?')
    .pluck();
  return (id) => name.get(id) ?? null;
}

/** All rows of a small table, by id. */
export function allRows<R extends Row>(replica: Replica, kind: Entity<R>): readonly R[] {
  const bodies = replica.table(kind.name)?.bodies({}) ?? [];
  return bodies
    .flatMap((body) => {
      const row = parse(kind, body);
      return row.ok ? [row.value] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function markedRows<R extends Row>(account: Account, kind: Entity<R>) {
  const mark = marksOf(account);
  return allRows(account.replica, kind).map((row) => ({ ...row, mark: mark(kind.name, row.id) }));
}

function plain(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
