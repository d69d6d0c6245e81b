// Search over everything at once, and organisations for pickers: by characters, numbers, pinyin and initials.
import { type Organisation, organisations } from '#shared/domain/admin/model.ts';
import { ok } from '#shared/kernel/result.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { matchExpression, queryWords } from '#shared/replica-format/terms.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Handlers } from './handler.ts';
import { parse } from './records.ts';

/** What the palette offers first. */
const order = ['projects', 'plans', 'announcements', 'sections', 'organisations'] as const;
/** Records without a page of their own are shown on their project's. */
const onProjectPage: ReadonlySet<string> = new Set(['announcements', 'sections']);
/** Candidates of the index that are looked at a table. */
const mostCandidates = 500;

export const searchHandlers: Handlers<'search.query' | 'organisations.search'> = {
  'search.query': {
    answer({ replica }, { text, limit }, desk) {
      desk.search.catchUp();
      const words = queryWords(text);
      if (words.length === 0) return ok({ hits: [] });
      const hits = order.flatMap((entity) => {
        const columns = (replica.table(entity)?.kind.searched ?? []).map(snakeCase);
        const [title = 'id', detail = 'id'] = columns;
        const project = onProjectPage.has(entity) ? 'project_id' : 'NULL';
        return found(replica, entity, words, limit).flatMap((rowNo) => {
          const row = replica.connection.db
            .prepare<
              [number],
              { id: string; title: string; detail: string | null; projectId: string | null }
            >(
              `SELECT id, ${title} AS title, ${detail} AS detail, ${project} AS projectId FROM ${entity} WHERE row_no = ?`,
            )
            .get(rowNo);
          return row === undefined ? [] : [{ ...row, entity, detail: row.detail ?? '' }];
        });
      });
      return ok({ hits: hits.slice(0, limit) });
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
        return ok({ organisations: bodies.flatMap(read) });
      }
      desk.search.catchUp();
      const rows = foundOrganisations(replica, words)
        .map(({ row }) => row)
        .filter((organisation) => kind === null || organisation.kind === kind);
      return ok({ organisations: rows.slice(0, limit) });
    },
  },
};

/** Organisations with all the words, newest first. */
export function foundOrganisations(
  replica: Replica,
  words: readonly string[],
): readonly { readonly rowNo: number; readonly row: Organisation }[] {
  const one = replica.connection.db
    .prepare<[number], string>('SELECT body FROM organisations WHERE row_no = ?')
    .pluck();
  return found(replica, 'organisations', words, mostCandidates).flatMap((rowNo) =>
    read(one.get(rowNo) ?? 'null').map((row) => ({ rowNo, row })),
  );
}

function read(body: string) {
  const row = parse(organisations, body);
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
