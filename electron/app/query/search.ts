// Search over everything at once, and organisations for pickers: by characters, numbers, pinyin and initials.
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { organisations } from '#shared/domain/admin/model.ts';
import { type Entity, type Row, titleOf } from '#shared/domain/entity.ts';
import type { SearchKind } from '#shared/domain/search-kind.ts';
import { ok } from '#shared/kernel/result.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { matchExpression, queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Handlers } from './handler.ts';
import { parse } from './records.ts';

/** Candidates of the index that are looked at a table. */
const mostCandidates = 500;

export const searchHandlers: Handlers<'search.query' | 'organisations.search'> = {
  'search.query': {
    answer(account, { text, limit }, desk) {
      desk.search.catchUp();
      const words = queryWords(text);
      if (words.length === 0) return ok({ hits: [] });
      return ok({
        hits: [
          ...shared(
            account.search.map((kind) => hitsOf(account, kind, words, limit)),
            limit,
          ),
        ],
      });
    },
  },
  'organisations.search': {
    answer({ replica }, { kind, text, limit }, desk) {
      const words = queryWords(text);
      const { db } = replica.connection;
      if (words.length === 0) {
        const sql =
          kind === null
            ? 'SELECT body FROM organisations INDEXED BY organisations_name ORDER BY name, row_no LIMIT ?'
            : 'SELECT body FROM organisations INDEXED BY organisations_kind_name WHERE kind = ? ORDER BY name, row_no LIMIT ?';
        const bodies = db
          .prepare<(string | number)[], string>(sql)
          .pluck()
          .all(...(kind === null ? [limit] : [kind, limit]));
        return ok({ organisations: bodies.flatMap((body) => read(organisations, body)) });
      }
      desk.search.catchUp();
      const rows = foundRows(replica, organisations, words, mostCandidates).filter(
        (organisation) => kind === null || organisation.kind === kind,
      );
      return ok({ organisations: rows.slice(0, limit) });
    },
  },
};

type Hit = QueryOutput<'search.query'>['hits'][number];

function hitsOf(
  { replica }: Account,
  { entity, detail, shownOn }: SearchKind,
  words: readonly string[],
  limit: number,
): readonly Hit[] {
  const { name } = entity;
  if (replica.table(name) === undefined) return [];
  const page = shownOn === undefined ? 'id' : snakeCase(shownOn.column);
  const one = replica.connection.db.prepare<
    [number],
    {
      readonly id: string;
      readonly title: string;
      readonly detail: string | null;
      readonly page: string | null;
    }
  >(
    `SELECT id, ${snakeCase(titleOf(entity))} AS title, ${snakeCase(detail)} AS detail, ${page} AS page FROM ${name} WHERE row_no = ?`,
  );
  return found(replica, name, words, limit).flatMap((rowNo) => {
    const row = one.get(rowNo);
    if (row === undefined || row.page === null) return [];
    return [
      {
        entity: name,
        id: row.id,
        title: row.title,
        detail: row.detail ?? '',
        page: { entity: shownOn?.entity ?? name, id: row.page },
      },
    ];
  });
}

/**
 * No more than `most` of the lists together, in their order: an equal share of each first, then what is left over to the first ones. A list that has
 * nothing has no share.
 */
export function shared<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const filled = lists.filter(({ length }) => length > 0);
  const share = Math.max(1, Math.floor(most / Math.max(1, filled.length)));
  let left = most;
  const shares = filled.map(({ length }) => {
    const own = Math.min(share, length, left);
    left -= own;
    return own;
  });
  return filled.flatMap((list, index) => {
    const own = shares[index] ?? 0;
    const more = Math.min(left, list.length - own);
    left -= more;
    return list.slice(0, own + more);
  });
}

/** Rows with all the words, newest first: no more than `most` of those that can be read. */
export function foundRows<R extends Row>(
  replica: Replica,
  kind: Entity<R>,
  words: readonly string[],
  most: number,
): readonly R[] {
  const one = replica.connection.db
    .prepare<[number], string>(`SELECT body FROM ${kind.name} WHERE row_no = ?`)
    .pluck();
  return found(replica, kind.name, words, most).flatMap((rowNo) => read(kind, one.get(rowNo) ?? 'null'));
}

function read<R extends Row>(kind: Entity<R>, body: string): readonly R[] {
  const row = parse(kind, body);
  return row.ok ? [row.value] : [];
}

/** Row numbers with all the words, newest first; a single character is looked for by walking the words. */
function found(replica: Replica, entity: string, words: readonly string[], limit: number): readonly number[] {
  const { db } = replica.connection;
  const tests = words.map(() => 'instr(w.text, ?) > 0').join(' AND ');
  const expression = matchExpression(words);
  if (expression === undefined) {
    return db
      .prepare<(string | number)[], number>(
        `SELECT w.row_no FROM ${entity}_words w WHERE ${tests} ORDER BY w.row_no DESC LIMIT ?`,
      )
      .pluck()
      .all(...words, limit);
  }
  return db
    .prepare<(string | number)[], number>(
      `SELECT w.row_no FROM (SELECT rowid FROM ${entity}_search WHERE ${entity}_search MATCH ? ORDER BY rowid DESC LIMIT ?) s
       CROSS JOIN ${entity}_words w ON w.row_no = s.rowid WHERE ${tests} LIMIT ?`,
    )
    .pluck()
    .all(expression, Math.max(mostCandidates, limit), ...words, limit);
}
