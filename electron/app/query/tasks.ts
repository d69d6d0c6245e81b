// 待办: one list of what waits for the one signed in, over all modules. Each kind of task is a few ranges of an index, in the order of the last change;
// a page is merged from their beginnings.
import type { QueryParsed } from '#shared/contract/ipc.ts';
import type { TaskCursor, TaskItem } from '#shared/contract/tasks.ts';
import { waitingIndexOf } from '#shared/domain/entity.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import { camelCase } from '#shared/kernel/camel-case.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import { rareExpression } from '../search/rare.ts';
import type { Handlers } from './handler.ts';
import { marksOf } from './marks.ts';
import { settingOf } from './settings.ts';
import { countStatement, pageStatement, type TaskRange } from './task-statement.ts';

/** So many hits are looked at one by one without anybody waiting for it. */
const fewHits = 500;

export const taskHandlers: Handlers<'tasks.list' | 'tasks.counts'> = {
  'tasks.list': {
    answer(account, request, desk) {
      if (request.search !== '') desk.search.catchUp();
      return ok(taskPage(account, request));
    },
  },
  'tasks.counts': {
    answer: (account, { purchaserId }) => ok(Object.fromEntries(taskCounts(account, purchaserId))),
  },
};

/** By kind, of those that can wait for the one signed in; null while rows are still to come. */
export function taskCounts(
  account: Account,
  purchaserId: string | null = null,
): ReadonlyMap<string, number | null> {
  return new Map(
    [...account.tasks.values()].flatMap((kind) => {
      const ranges = rangesOf(account, kind, purchaserId, []);
      if (ranges === null) return [];
      return [[kind.command, account.rebuilding ? null : totalOf(account, ranges)] as const];
    }),
  );
}

function taskPage(account: Account, request: QueryParsed<'tasks.list'>) {
  const { kind, purchaserId, search, direction, after, limit } = request;
  const { replica } = account;
  const words = queryWords(search);
  const ranges = [...account.tasks.values()]
    .filter(({ command }) => kind === null || command === kind)
    .flatMap((each) => rangesOf(account, each, purchaserId, words) ?? []);
  const places = new Map([...replica.tables.keys()].map((name, place) => [name, place]));
  const found = ranges.flatMap((range) => {
    const place = places.get(range.kind.entity.name) ?? -1;
    const from = after === null ? null : startIn(place, places, after);
    const { sql, values } = pageStatement(range, direction, from, limit + 1);
    const rows = replica.connection.db.prepare<(string | number)[], Row>(sql).all(...values);
    return rows.map((row) => ({ row, place, range }));
  });
  const sign = direction === 'desc' ? -1 : 1;
  const sorted = found.toSorted(
    (a, b) =>
      sign * (a.row.updated_at - b.row.updated_at || a.place - b.place || a.row.row_no - b.row.row_no),
  );
  const mark = marksOf(account);
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ row, range }): TaskItem => {
      const { command, entity } = range.kind;
      return {
        entity: entity.name,
        id: row.id,
        page: { entity: range.kind.columns.shownOn?.entity ?? entity.name, id: row.page },
        kind: command,
        title: row.title,
        detail: row.detail,
        purchaserName: row.purchaser_name,
        amount: row.amount,
        status: row.status,
        states: row.states ?? `${camelCase(entity.name)}.status`,
        updatedAt: row.updated_at,
        mark: mark(entity.name, row.id),
      };
    }),
    total: account.rebuilding ? null : totalOf(account, ranges),
    next: sorted.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** As SQLite answers it: the bridge to the window is where rows are held against the contract. */
type Row = {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly purchaser_name: string;
  readonly amount: number | null;
  readonly page: string;
  readonly status: string;
  readonly states: string | null;
  readonly updated_at: number;
  readonly row_no: number;
};
type Found = { readonly row: Row; readonly range: TaskRange };

function cursorOf({ row, range }: Found): TaskCursor {
  return { updatedAt: row.updated_at, entity: range.kind.entity.name, row: row.row_no };
}

/**
 * Where the rest begins in a table, as a place in its own order. Rows that changed at the same time stand in the order of their tables, so of those
 * a table has either all behind the last row or none: row numbers are between 1 and the largest.
 */
function startIn(place: number, places: ReadonlyMap<string, number>, { updatedAt, entity, row }: TaskCursor) {
  const last = places.get(entity) ?? -1;
  if (place === last) return { updatedAt, row };
  return { updatedAt, row: place < last ? Number.MAX_SAFE_INTEGER : 0 };
}

/** Null where the kind has nothing for this actor, its rows are not on this desk, or nobody can search them. */
function rangesOf(
  account: Account,
  kind: TaskKind,
  purchaserId: string | null,
  words: readonly string[],
): readonly TaskRange[] | null {
  const { replica, actor } = account;
  const { name } = kind.entity;
  const table = replica.table(name);
  if (table === undefined || (words.length > 0 && table.kind.searched.length === 0)) return null;
  const claim = kind.claim(actor, settingOf(account));
  if (claim === null) return null;
  const waitingIndex = waitingIndexOf(kind.entity);
  const index = replica.indexes.has(waitingIndex) ? waitingIndex : null;
  const rare = rareExpression(replica, name, words, fewHits) ?? null;
  const common = { kind, claim, purchaserId, today: toPlainDate(account.now()), words, rare, index };
  return claim.waitsFor.map((waitsFor) => ({ ...common, waitsFor }));
}

/** Null when rows with the words would have to be counted one by one. */
function totalOf({ replica }: Account, ranges: readonly TaskRange[]): number | null {
  if (ranges.some(({ words, rare }) => words.length > 0 && rare === null)) return null;
  return ranges.reduce((sum, range) => {
    const { sql, values } = countStatement(range);
    const count = replica.connection.db
      .prepare<(string | number)[], number>(sql)
      .pluck()
      .get(...values);
    return sum + (count ?? 0);
  }, 0);
}
