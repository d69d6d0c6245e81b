// Takes a row out of a replica, or back to an older version, in rows and sums alike: what a lost line of the feed would have left.
import { z } from 'zod';
import { openSqlite } from '#electron/app/db/connection.ts';
import { type Digest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';

const rowSchema = z.object({ id: z.string(), version: z.int(), scopes: z.string() });
const sumSchema = z.object({ count: z.int(), hi: z.int(), lo: z.int() });

/** Whether there was such a row. The app must not be running on the file. */
export function loseRow(file: string, pick: number, draw: number): boolean {
  const db = openSqlite(file, { fileMustExist: true });
  try {
    const entity = ['plans', 'organisations', 'accounts'][draw % 3] ?? 'plans';
    // Rows under unconfirmed effects have their server's image elsewhere.
    const rows = z
      .array(rowSchema)
      .parse(
        db
          .prepare(
            `SELECT id, version, scopes FROM ${entity} WHERE id NOT IN (SELECT id FROM base_rows) ORDER BY id`,
          )
          .all(),
      );
    const row = rows[pick % Math.max(1, rows.length)];
    if (row === undefined) return false;
    const gone = draw % 2 === 0 || row.version === 1;
    db.transaction(() => {
      if (gone) db.prepare(`DELETE FROM ${entity} WHERE id = ?`).run(row.id);
      else db.prepare(`UPDATE ${entity} SET version = version - 1 WHERE id = ?`).run(row.id);
      for (const scope of z.array(z.string()).parse(JSON.parse(row.scopes))) {
        const found = db
          .prepare('SELECT count, hi, lo FROM digests WHERE entity = ? AND scope = ?')
          .get(entity, scope);
        if (found === undefined) continue;
        const { count, ...sum } = sumSchema.parse(found);
        const without: Digest = xorDigest(sum, rowDigest(row.id, row.version));
        const after = gone ? without : xorDigest(without, rowDigest(row.id, row.version - 1));
        db.prepare('UPDATE digests SET count = ?, hi = ?, lo = ? WHERE entity = ? AND scope = ?').run(
          gone ? count - 1 : count,
          after.hi,
          after.lo,
          entity,
          scope,
        );
      }
    })();
    return true;
  } finally {
    db.close();
  }
}
