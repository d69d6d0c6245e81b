import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entityTables } from '#server/command/entity-store.ts';
import { everyone } from '#shared/domain/actor.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { ModelDesk } from '#test/support/model-desk.ts';
import { aServer, type TestServer } from '#test/support/server.ts';
import { aDesk, fixtureOn, idOf, putRow } from '#test/support/server-fixture.ts';
import { verifyAudit } from '../audit/verify.ts';
import { backedUpTables, backUp, derivedTables } from './backup.ts';
import { restore } from './restore.ts';

const newEpoch = idOf('a new epoch');

describe.each(databases())('a backup on $name', (engine) => {
  let server: TestServer;
  let file: string;

  beforeEach(async () => {
    server = await aServer(engine);
    file = join(server.dataFolder, 'backup');
  });
  afterEach(() => server.stop());

  const contents = async ({ database }: TestDatabase) =>
    Promise.all(
      backedUpTables
        .filter((table) => !['server_meta', 'audit_log', 'feed_head'].includes(table))
        .map(async (table) => [
          table,
          (await database.query(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows,
        ]),
    );

  it('holds every table and brings every row back, under a new epoch and with an audit entry', async () => {
    const deps = fixtureOn(server.held.database);
    const desk = await aDesk(deps, 'li');
    await desk.push(
      desk.next('test.put', { id: 'k', value: { text: '"\\\n中文\u2028', n: [1, null, 2 ** 40] } }),
    );
    await desk.push(desk.next('test.refuse', { code: 'wrong_state' }), desk.next('test.send', { plan: 1 }));
    const before = await contents(server.held);
    await backUp(server.held.database, file, 1);
    await desk.push(desk.next('test.put', { id: 'later', value: 1 }));

    const restored = await restore(server.held.database, file, 2, newEpoch);
    expect(restored).toMatchObject({ ok: true, value: { epoch: newEpoch } });
    expect(await contents(server.held)).toEqual(before);
    expect(await server.epoch()).toBe(newEpoch);
    expect((await verifyAudit(server.held.database)).findings).toEqual([]);
    const { rows } = await server.held.database.query(
      'SELECT action FROM audit_log ORDER BY no DESC LIMIT 1',
    );
    expect(rows).toEqual([{ action: 'server.restore' }]);
  });

  it('moves to an empty database of any engine', async () => {
    await putRow(fixtureOn(server.held.database), 'test.put', { id: 'k', value: 1 });
    await backUp(server.held.database, file, 1);
    for (const other of databases()) {
      const empty = await other.open();
      expect(await restore(empty.database, file, 2, newEpoch)).toMatchObject({ ok: true });
      expect(await contents(empty)).toEqual(await contents(server.held));
      await empty.close();
    }
  });

  it('lets desks notice, start over, and offer again what was after the backup', async () => {
    const deps = fixtureOn(server.held.database);
    const desk = await aDesk(deps, 'li');
    const first = desk.next('test.add', { id: 'sum', by: 1 });
    await desk.push(first);
    await backUp(server.held.database, file, 1);
    const second = desk.next('test.add', { id: 'sum', by: 10 });
    await desk.push(second);
    const replica = new ModelDesk();
    await replica.pullAll(deps, [everyone], 100);

    await restore(server.held.database, file, 2, newEpoch);
    expect(await replica.pull(deps, [everyone], 100)).toBeUndefined();
    const again = await desk.push(first, second);
    expect(again.ok && again.value.outcomes.map((each) => each.outcome.kind)).toEqual(['applied', 'applied']);
    const fresh = new ModelDesk();
    await fresh.pullAll(deps, [everyone], 100);
    expect(fresh.rows.get('settings/sum')?.b).toMatchObject({ value: 11 });
  });

  it('refuses a file that is none, that breaks off, or that a newer program made, and leaves everything as it was', async () => {
    await putRow(fixtureOn(server.held.database), 'test.put', { id: 'k', value: 1 });
    await backUp(server.held.database, file, 1);
    await putRow(fixtureOn(server.held.database), 'test.put', { id: 'k', value: 2 });
    const before = await contents(server.held);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length - 20));
    expect(await restore(server.held.database, file, 2, newEpoch)).toMatchObject({
      ok: false,
      error: { code: 'storage_damaged' },
    });
    await writeFile(file, 'not a backup');
    expect(await restore(server.held.database, file, 2, newEpoch)).toMatchObject({
      ok: false,
      error: { code: 'storage_damaged' },
    });
    await server.held.database.query("INSERT INTO schema_migrations VALUES (9000, '9000_future', '')");
    await backUp(server.held.database, file, 1);
    await server.held.database.query('DELETE FROM schema_migrations WHERE no = 9000');
    expect(await restore(server.held.database, file, 2, newEpoch)).toMatchObject({
      ok: false,
      error: { code: 'schema_too_new' },
    });
    expect(await contents(server.held)).toEqual(before);
    expect(await server.epoch()).not.toBe(newEpoch);
  });

  it('names every table that the server has', async () => {
    const { rows } = await server.held.database.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations' ORDER BY 1",
    );
    expect(rows.map((row) => row.name)).toEqual([...backedUpTables, ...derivedTables].sort());
    for (const entity of entityTables.keys()) expect(backedUpTables).toContain(entity);
  });
});
