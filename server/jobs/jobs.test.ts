import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Setting } from '#shared/domain/admin/model.ts';
import { databases } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { idOf, testCommands } from '#test/support/server-fixture.ts';

const day = 24 * 3_600_000;

describe.each(databases())('regular work on $name', (engine) => {
  let server: TestServer;
  let admin: SignedInDesk;

  beforeEach(async () => {
    server = await aServer(engine, { commands: testCommands });
    admin = await server.signIn('root-admin');
  });
  afterEach(() => server.stop());

  const push = (no: number) =>
    server.http.inject({
      method: 'POST',
      url: '/sync/push',
      headers: admin.headers,
      payload: {
        protocol: 1,
        deskId: admin.deskId,
        epoch: null,
        firstKept: 1,
        commands: [
          {
            no,
            id: idOf(`c${no}`),
            name: 'test.put',
            version: 1,
            input: { id: `k${no}`, value: 1 },
            madeAt: 1,
          },
        ],
      },
    });

  it('forgets outcomes after sixty days, but never the last of a desk', async () => {
    await push(1);
    await push(2);
    server.time.now += 10 * day;
    await push(3);
    const kept = async () => (await server.held.database.query('SELECT no FROM outcomes ORDER BY no')).rows;
    server.time.now += 49 * day;
    await server.runDueWork();
    expect(await kept()).toHaveLength(3);
    server.time.now += 2 * day;
    await server.runDueWork();
    expect(await kept()).toEqual([{ no: 3 }]);
    server.time.now += 100 * day;
    await server.runDueWork();
    expect(await kept()).toEqual([{ no: 3 }]);
  });

  it('keeps the feed for as many days as an administrator has set', async () => {
    const set = (id: string, value: number) => {
      const row: Setting = { id, value, updatedAt: 0 };
      return storeAll(server.held.database, [{ entity: 'settings', row }], server.time.now);
    };
    const kept = async () => {
      await server.runDueWork();
      const { rows } = await server.held.database.query<{ id: string }>('SELECT id FROM feed ORDER BY seq');
      return rows.map(({ id }) => id).filter((id) => id.startsWith('plans.') || id.startsWith('sync.'));
    };
    await set('plans.first', 1);
    server.time.now += 29 * day;
    await set('plans.second', 1);
    expect(await kept()).toEqual(['plans.first', 'plans.second']);
    server.time.now += 2 * day;
    expect(await kept()).toEqual(['plans.second']);
    await set('sync.feedDays', 1);
    server.time.now += day + 1;
    // The newest always stays.
    expect(await kept()).toEqual(['sync.feedDays']);
  });

  it('removes sessions and lock-outs that are over', async () => {
    const count = async (table: string) =>
      (await server.held.database.query(`SELECT 1 FROM ${table}`)).rows.length;
    await server.http.inject({
      method: 'POST',
      url: '/auth/sign-in',
      payload: { username: 'x', password: 'y', deskId: idOf('d') },
    });
    expect([await count('sessions'), await count('sign_in_failures')]).toEqual([1, 2]);
    server.time.now += 15 * day;
    await server.runDueWork();
    expect([await count('sessions'), await count('sign_in_failures')]).toEqual([0, 0]);
  });

  it('runs again and again without doing anything twice', async () => {
    server.time.now += day;
    await server.runDueWork();
    const heads = await server.held.database.query('SELECT * FROM audit_heads');
    await server.runDueWork();
    expect(await server.held.database.query('SELECT * FROM audit_heads')).toEqual(heads);
  });
});
