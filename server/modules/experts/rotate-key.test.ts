// The library gets another key: all of it or nothing, the history included, and who still has the old key is refused.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '#server/audit/verify.ts';
import type { Database, Sql } from '#server/db/database.ts';
import { createVault } from '#server/vault/vault.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { experts, openPerson } from '#shared/domain/experts/library/model.ts';
import { toLocalTime } from '#shared/kernel/dates.ts';
import { databases } from '#test/support/database.ts';
import { anApplication, anExpert, expertKey, expertRecoveryKey } from '#test/support/experts.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { systemActor } from '#test/support/server-fixture.ts';
import { rotateKey } from './rotate-key.ts';

const officer = { ...systemActor, role: 'procurement_office', regionCodes: ['411000'] } as const;
const from = createVault({ key: expertKey, randomBytes });
const to = createVault({ key: Buffer.alloc(32, 9), randomBytes });
const drawId = '0190aa00-0000-7000-8000-000000000009';
const demand = { specialities: ['A02'], legal: false, regions: [], level: 0, count: 1, reserve: 0 };
const ids = [1, 2, 3].map((no) => `0190aa00-0000-7000-8000-00000000000${no}`);

describe.each(databases())('the key of the library on $name', (engine) => {
  let server: TestServer;
  let database: Database;

  beforeEach(async () => {
    server = await aServer(engine, { expertKey, expertRecoveryKey });
    database = server.held.database;
    for (const [no, id] of ids.entries()) await done('experts.create', { id, content: anExpert(no) });
    await done('experts.remove', { id: ids[0] });
    const day = '2026-03-01';
    await done('expertPools.record', { day }, systemActor);
    await done('expertPools.publish', { day, head: { day, no: 1, hash: 'a'.repeat(64) } }, systemActor);
    const application = anApplication(drawId, {
      content: { reviewAt: toLocalTime(server.time.now + 86_400_000) },
    });
    const row = { ...application, content: { ...application.content, demands: [demand] } };
    await storeAll(database, [{ entity: 'expert_applications', row }], server.time.now);
    const input = { id: drawId, applicationId: drawId, avoidPersons: [], physical: false, acknowledged: [] };
    await done('draws.begin', input);
  });
  afterEach(() => server.stop());

  async function done(name: string, input: unknown, by: Actor = officer): Promise<void> {
    const result = await server.operations.runAs(by, name, input);
    if (!result.ok) throw new Error(result.error.code);
  }
  const rotation = (over: Partial<Parameters<typeof rotateKey>[0]> = {}) =>
    rotateKey({ database, clock: () => server.time.now, commandId: randomUUID(), from, to, ...over });
  const bodies = async () => {
    const { rows } = await database.query<{ text: string }>(
      `SELECT body::text AS text FROM experts UNION ALL SELECT body::text FROM row_history WHERE entity = 'experts'`,
    );
    return rows.map(({ text }) => experts.schema.parse(JSON.parse(text)));
  };

  it('seals present and past anew', async () => {
    const opened = async (vault: typeof from) =>
      (await bodies()).map((row) => openPerson(vault, row)).map(({ content }) => content.name);
    const before = (await opened(from)).sort();
    expect(before).toHaveLength(7);
    expect(await rotation()).toEqual({ ok: true, value: 11 });
    expect((await opened(to)).sort()).toEqual(before);
    for (const row of await bodies()) expect(() => openPerson(from, row)).toThrow('another key');
    const { rows: others } = await database.query<{ text: string }>(
      "SELECT body::text AS text FROM row_history WHERE entity IN ('expert_draws', 'expert_pool_lists') UNION ALL SELECT body::text FROM expert_draws",
    );
    expect(others).toHaveLength(3);
    for (const { text } of others) {
      expect([text.includes(to.keyId), text.includes(from.keyId)]).toEqual([true, false]);
    }
    expect((await verifyAudit(database)).findings).toEqual([]);
    const { rows } = await database.query("SELECT action FROM audit_log WHERE action = 'experts.changeKey'");
    expect(rows).toHaveLength(1);
  });

  it('closes the library to whoever has the old key, and opens it to the new one', async () => {
    await rotation();
    const locked = { ok: false, error: { code: 'library_locked' } };
    expect(await server.operations.runAs(officer, 'experts.readmit', { id: ids[0] })).toEqual(locked);
    const next = await server.twin({ expertKey: Buffer.alloc(32, 9) });
    expect(await next.operations.runAs(officer, 'experts.readmit', { id: ids[0] })).toMatchObject({
      ok: true,
    });
    // The keyed hashes were made anew: the same person is still known.
    const again = { id: randomUUID(), content: anExpert(1) };
    expect(await next.operations.runAs(officer, 'experts.create', again)).toMatchObject({
      error: { code: 'already_exists', fields: [{ params: { expertNo: 'ZJ000002' } }] },
    });
    await next.close();
  });

  it('does nothing with a key that is not the library’s, or twice', async () => {
    const before = await bodies();
    const locked = { ok: false, error: { code: 'library_locked' } };
    expect(await rotation({ from: to })).toEqual(locked);
    expect(await bodies()).toEqual(before);
    expect(await rotation()).toMatchObject({ ok: true });
    expect(await rotation()).toEqual(locked);
  });

  it('is all or nothing wherever it is broken off', async () => {
    const before = await bodies();
    let broken = 0;
    for (let at = 1; ; at += 1) {
      const result = await rotation({ database: brokenAfter(database, at) }).catch(
        (error: Error) => error.message,
      );
      if (typeof result !== 'string') break;
      expect(result).toBe('killed');
      expect(await bodies()).toEqual(before);
      broken += 1;
    }
    expect(broken).toBeGreaterThan(8);
    for (const row of await bodies()) expect(openPerson(to, row).content.name).toContain('示');
  });
});

/** Fails before the n-th statement of a transaction. */
function brokenAfter(inner: Database, at: number): Database {
  return {
    ...inner,
    transaction: (work, options) =>
      inner.transaction((tx) => {
        let left = at;
        const killing: Sql = {
          query: (...asked) => {
            left -= 1;
            if (left === 0) throw new Error('killed');
            return tx.query(...asked);
          },
          exec: (script) => tx.exec(script),
        };
        return work(killing);
      }, options),
  };
}
