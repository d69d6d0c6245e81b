// What searching costs without an index: LIKE over the titles of the same replica file.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { replicaFileName } from '#electron/app/db/replica/open-replica.ts';
import { median } from '../statistics.ts';

const sql = 'SELECT id FROM plans WHERE project_name LIKE ? ORDER BY updated_at DESC, id DESC LIMIT 50';

export function likeTimes(folder: string, rare: string, missing: string): Record<string, number> {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(replicaFileName),
  );
  if (file === undefined) throw new Error('no replica');
  const db = new Database(join(folder, file), { readonly: true });
  try {
    const find = db.prepare<[string]>(sql);
    const time = (word: string) =>
      median(
        [1, 2, 3].map(() => {
          const start = performance.now();
          find.all(`%${word}%`);
          return performance.now() - start;
        }),
      );
    return { 'LIKE rare': time(rare), 'LIKE no hit': time(missing) };
  } finally {
    db.close();
  }
}
