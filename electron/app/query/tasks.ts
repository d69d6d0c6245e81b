// 待办: one list of what waits for the one signed in, over all modules. Each kind of task is a few ranges of an index, in the order of the last change;
// a page is merged from their beginnings.
import { z } from 'zod';
import type { QueryParsed } from '#shared/contract/ipc.ts';
import type { TaskCursor, TaskItem } from '#shared/contract/tasks.ts';
import { settings } from '#shared/domain/admin/model.ts';
import { waitingIndexOf } from '#shared/domain/entity.ts';
import { taskKindsOf } from '#shared/domain/module.ts';
import { modules } from '#shared/domain/modules.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import { ok } from '#shared/kernel/result.ts';
import { matchExpression, queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { marksOf } from './marks.ts';
import { settingOf } from './settings.ts';
import { countStatement, pageStatement, type TaskRange, type TaskWords } from './task-statement.ts';

/** Record types of tasks, and the settings by which it is known whose they are. */
export const taskTables: readonly string[] = [
  ...new Set([...taskKindsOf(modules).values()].map(({ entity }) => entity.name)),
  settings.name,
];

export const taskHandlers: Handlers<'tasks.list' | 'tasks.counts'> = {
  'tasks.list': {
    tables: [...taskTables, 'outbox'],
    answer(account, request, desk) {
      if (request.search !== '') desk.search.catchUp();
      return ok(taskPage(account, request));
    },
  },
  'tasks.counts': {
    tables: taskTables,
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
      const ranges = rangesOf(account, kind, purchaserId);
      if (ranges === null) return [];
      return [[kind.command, account.rebuilding ? null : counted(account, ranges, allRows)] as const];
    }),
  );
}

const allRows: TaskWords = { words: [], rare: null };

function taskPage(account: Account, request: QueryParsed<'tasks.list'>) {
  const { kind, purchaserId, search, direction, after, limit } = request;
  const words = queryWords(search);
  const asked = [...account.tasks.values()].filter(({ command }) => kind === null || command === kind);
  const ranges = asked.flatMap((each) => rangesOf(account, each, purchaserId) ?? []);
  const places = new Map([...account.replica.tables.keys()].map((name, place) => [name, place]));
  const searched = new Map<string, TaskWords | null>();
  const wordsIn = (entity: string): TaskWords | null => {
    const known = searched.get(entity);
    const found = known === undefined ? wordsFor(account, entity, words, limit) : known;
    searched.set(entity, found);
    return found;
  };
  const found = ranges.flatMap((range) => {
    const { name } = range.kind.entity;
    const place = places.get(name) ?? 0;
    const own = wordsIn(name);
    if (own === null) return [];
    const from = after === null ? null : startIn(place, places, after);
    const { sql, values } = pageStatement(range, own, direction, from, limit + 1);
    const rows = account.replica.connection.db.prepare<(string | number)[]>(sql).all(...values);
    return rowsSchema.parse(rows).map((row) => ({ row, place, range }));
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
        kind: command,
        title: row.title,
        detail: row.detail,
        purchaserName: row.purchaser_name,
        amount: row.amount,
        status: row.status,
        updatedAt: row.updated_at,
        mark: mark(entity.name, row.id),
      };
    }),
    total: account.rebuilding ? null : totalOf(account, ranges, wordsIn),
    next: sorted.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    purchaser_name: z.string(),
    amount: z.int().nullable(),
    status: z.string(),
    updated_at: z.int(),
    row_no: z.int(),
  }),
);
type Found = { readonly row: z.infer<typeof rowsSchema>[number]; readonly range: TaskRange };

function cursorOf({ row, range }: Found): TaskCursor {
  return { updatedAt: row.updated_at, entity: range.kind.entity.name, row: row.row_no };
}

/**
 * Where the rest begins in a table, as a place in its own order. Of what changed at the same time, the tables before the last row's are behind it
 * going up and ahead of it going down: no row number is above the largest, none is below 1.
 */
function startIn(place: number, places: ReadonlyMap<string, number>, { updatedAt, entity, row }: TaskCursor) {
  const last = places.get(entity) ?? -1;
  if (place === last) return { updatedAt, row };
  return { updatedAt, row: place < last ? Number.MAX_SAFE_INTEGER : 0 };
}

/** Null where the kind has nothing for this actor, or its rows are not on this desk. */
function rangesOf(account: Account, kind: TaskKind, purchaserId: string | null): readonly TaskRange[] | null {
  const { replica, actor } = account;
  if (replica.table(kind.entity.name) === undefined) return null;
  const claim = kind.claim(actor, settingOf(account));
  if (claim === null) return null;
  const name = waitingIndexOf(kind.entity);
  const index = replica.indexes.has(name) ? name : null;
  return claim.waitsFor.map((waitsFor) => ({ kind, waitsFor, claim, purchaserId, index }));
}

/** Rows of one search that are looked at one by one without anybody waiting for it. */
const fewRows = 500;

/** How the words are looked for among the rows of a record type; null where it is not searched at all. */
function wordsFor(
  { replica }: Account,
  entity: string,
  words: readonly string[],
  limit: number,
): TaskWords | null {
  if (words.length === 0) return allRows;
  if ((replica.table(entity)?.kind.searched ?? []).length === 0) return null;
  const rare = matchExpression(words);
  if (rare === undefined) return { words, rare: null };
  const most = Math.max(fewRows, limit);
  const hits = replica.connection.db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT rowid FROM ${entity}_search WHERE ${entity}_search MATCH ? LIMIT ?)`,
    )
    .pluck()
    .get(rare, most + 1);
  return { words, rare: hits === undefined || hits > most ? null : rare };
}

/** Null when somewhere the rows with the words would have to be counted one by one. */
function totalOf(
  account: Account,
  ranges: readonly TaskRange[],
  wordsIn: (entity: string) => TaskWords | null,
): number | null {
  let total = 0;
  for (const range of ranges) {
    const words = wordsIn(range.kind.entity.name);
    if (words === null) continue;
    if (words.words.length > 0 && words.rare === null) return null;
    total += counted(account, [range], words);
  }
  return total;
}

function counted({ replica }: Account, ranges: readonly TaskRange[], words: TaskWords): number {
  return ranges.reduce((sum, range) => {
    const { sql, values } = countStatement(range, words);
    return (
      sum +
      z.int().parse(
        replica.connection.db
          .prepare<(string | number)[]>(sql)
          .pluck()
          .get(...values),
      )
    );
  }, 0);
}
