// Looks into the database of a stopped server: what the replicas must equal, and the audit chain.
import { type Verification, verifyAudit } from '#server/audit/verify.ts';
import type { Sql } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open.ts';
import { syncedEntities } from '#shared/domain/entities.ts';

export type TrueRow = { readonly version: number; readonly scopes: readonly string[]; readonly body: string };

export type Truth = {
  /** `entity/id` to the row. */
  rows(): Promise<ReadonlyMap<string, TrueRow>>;
  audit(): Promise<Verification>;
  /** The verdict on a chain in which one entry was changed; the change is undone. */
  auditAfterAnEdit(): Promise<Verification>;
};

export async function serverTruth<T>(folder: string, look: (truth: Truth) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder });
  try {
    return await look({
      rows: () => allRows(database),
      audit: () => verifyAudit(database),
      auditAfterAnEdit: async () => {
        const edit = (from: string, to: string) =>
          database.query('UPDATE audit_log SET action = $2 WHERE no = 50 AND action = $1', [from, to]);
        const { rows } = await database.query<{ action: string }>(
          'SELECT action FROM audit_log WHERE no = 50',
        );
        const action = rows[0]?.action ?? '';
        await edit(action, 'something.else');
        const verdict = await verifyAudit(database);
        await edit('something.else', action);
        return verdict;
      },
    });
  } finally {
    await database.close();
  }
}

async function allRows(sql: Sql): Promise<ReadonlyMap<string, TrueRow>> {
  const all = new Map<string, TrueRow>();
  for (const entity of syncedEntities.keys()) {
    const { rows } = await sql.query<{ id: string; version: number; scopes: string[]; body: string }>(
      `SELECT id, version, scopes, body::text AS body FROM ${entity}`,
    );
    for (const { id, ...row } of rows) all.set(`${entity}/${id}`, row);
  }
  return all;
}
