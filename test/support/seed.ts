// Puts rows and accounts into a server's database as if they had always been there: through the server's own writing of rows, so that feed,
// scopes and digests are right, but by no command of the product.
import { hash } from '@node-rs/argon2';
import { z } from 'zod';
import type { StoreTables } from '#server/command/entity-store.ts';
import { runAsMachine } from '#server/command/run-as-machine.ts';
import type { Database } from '#server/db/database.ts';
import { systemActor } from '#server/exchange/actors.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { command } from '#shared/domain/command.ts';
import { nothing } from '#shared/domain/load.ts';
import { ok } from '#shared/kernel/result.ts';
import type { StoredRow } from './run-in-memory.ts';

const storeRows = command({
  name: 'test.store',
  authority: 'server',
  input: z.custom<readonly StoredRow[]>(),
  access: { roles: ['system'], record: () => true },
  load: nothing,
  decide: (_state, rows) => ok(rows.map(({ entity, row }) => ({ op: 'put', entity, row }))),
});

const rowsAtOnce = 500;

export async function storeAll(
  database: Database,
  rows: readonly StoredRow[],
  now: number = Date.now(),
  tables?: StoreTables,
): Promise<void> {
  const deps = {
    clock: () => now,
    tables,
    commands: new Map([[storeRows.name, storeRows]]),
    storeSends: async () => undefined,
  };
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const done = await runAsMachine(database, deps, {
      commandId: crypto.randomUUID(),
      name: storeRows.name,
      input: rows.slice(start, start + rowsAtOnce),
      actor: systemActor,
    });
    if (!done.ok) throw new Error(`the rows were not stored: ${JSON.stringify(done.error)}`);
  }
}

export const seedPassword = 'Test-2026-shili';

/** One password for all of them, hashed once and cheaply: signing in is not what these tests measure. */
export async function givePasswords(database: Database, accounts: readonly Account[]): Promise<void> {
  const passwordHash = await hash(seedPassword, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  await database.query(
    `INSERT INTO credentials (account_id, password_hash, must_change, changed_at)
     SELECT id, $2, false, 0 FROM unnest($1::text[]) AS u(id)
     ON CONFLICT (account_id) DO UPDATE SET password_hash = excluded.password_hash, must_change = false`,
    [accounts.map(({ id }) => id), passwordHash],
  );
}
