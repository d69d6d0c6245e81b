// The projects that a page offers because something of them has a result.
import { queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../../account.ts';

/** Ids by what is typed into the search, each once: those with a section without a contract first, the latest first. The index of sections by state leads to them; nothing else of the replica is gone through. */
export function projectsWithResults({ replica }: Account, text: string): ReadonlySet<string> {
  const words = queryWords(text);
  const tests = words.map(() => ' AND instr(w.text, ?) > 0').join('');
  const joined =
    words.length === 0
      ? ''
      : 'CROSS JOIN projects p ON p.id = s.project_id CROSS JOIN projects_words w ON w.row_no = p.row_no';
  const sql = `SELECT s.project_id FROM sections s INDEXED BY sections_status ${joined}
    WHERE s.status = ?${tests} ORDER BY s.received_at DESC`;
  const found = replica.connection.db.prepare<string[], string>(sql).pluck();
  return new Set(['awarded', 'contracted', 'accepted'].flatMap((status) => found.all(status, ...words)));
}
