import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entities } from '#shared/domain/entities.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import type { Database } from './database.ts';
import { drizzleOver } from './drizzle.ts';
import { sqlTypes } from './entity-tables.ts';
import { FolderInUse } from './folder-lock.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { auditHeads } from './system-tables.ts';

describe('a folder of the embedded database', () => {
  it('is open to one process at a time, and to the next when that one is gone', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'embedded-'));
    const folder = join(parent, 'database');
    const first = await openDatabase({ folder });
    await first.exec('CREATE TABLE x (a integer)');
    await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse);
    await first.close();
    const second = await openDatabase({ folder });
    expect((await second.query('SELECT * FROM x')).rows).toEqual([]);
    await second.close();
    await rm(parent, { recursive: true });
  });
});

describe.each(databases())('the database on $name', (engine) => {
  let held: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    held = await engine.open();
    database = held.database;
  });
  afterEach(() => held.close());

  it.each([...entities.values()])(
    'has the columns and indexes of $name as the record type says',
    async (kind) => {
      const columns = await database.query<{ name: string; type: string }>(
        `SELECT column_name AS name, CASE data_type WHEN 'ARRAY' THEN udt_name ELSE data_type END AS type
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [kind.name],
      );
      const fixed = {
        id: 'text',
        version: 'integer',
        scopes: '_text',
        body: 'json',
        digest_hi: 'integer',
        digest_lo: 'integer',
        columns_generation: 'integer',
      };
      const declared = Object.entries(kind.columns).map(([field, { type }]) => [
        snakeCase(field),
        sqlTypes[type],
      ]);
      expect(Object.fromEntries(columns.rows.map(({ name, type }) => [name, type]))).toEqual({
        ...fixed,
        ...Object.fromEntries(declared),
      });
      const indexes = await database.query<{ name: string; text: string }>(
        'SELECT indexname AS name, indexdef AS text FROM pg_indexes WHERE tablename = $1',
        [kind.name],
      );
      const others = Object.entries(kind.indexes.server).map(([name, { on, unique, where }]) => {
        const condition = where === undefined ? '' : ` WHERE (${where}::text)`;
        return [
          name,
          `CREATE ${unique === true ? 'UNIQUE ' : ''}INDEX ${name} ON public.${kind.name} USING btree (${on.map(snakeCase).join(', ')})${condition}`,
        ];
      });
      expect(Object.fromEntries(indexes.rows.map(({ name, text }) => [name, text]))).toEqual({
        [`${kind.name}_pkey`]: `CREATE UNIQUE INDEX ${kind.name}_pkey ON public.${kind.name} USING btree (id)`,
        [`${kind.name}_generation`]: `CREATE INDEX ${kind.name}_generation ON public.${kind.name} USING btree (columns_generation)`,
        [`${kind.name}_scopes`]: `CREATE INDEX ${kind.name}_scopes ON public.${kind.name} USING gin (scopes)`,
        ...Object.fromEntries(others),
      });
    },
  );

  it('has nothing to migrate a second time', async () => {
    expect(await migrate(database, await readMigrations())).toEqual({ ok: true, value: [] });
  });

  it('migrates once when two processes start together', async () => {
    const extra = { no: 900, tag: '0900_x', script: 'CREATE TABLE x (a integer)' };
    const migrations = [...(await readMigrations()), extra];
    const both = await Promise.all([migrate(database, migrations), migrate(database, migrations)]);
    expect(both.map((each) => each.ok && each.value).sort()).toEqual([[], ['0900_x']]);
  });

  it('refuses tables that a newer program made, and changes nothing', async () => {
    await database.query("INSERT INTO schema_migrations VALUES (9000, '9000_future', '')");
    const extra = { no: 900, tag: '0900_x', script: 'CREATE TABLE x (a integer)' };
    expect(await migrate(database, [...(await readMigrations()), extra])).toEqual({
      ok: false,
      error: { code: 'schema_too_new', params: { found: '9000_future' } },
    });
    await expect(database.query('SELECT * FROM x')).rejects.toThrow();
  });

  it('leaves nothing of a migration that fails', async () => {
    const extra = { no: 900, tag: '0900_x', script: 'CREATE TABLE x (a integer); SELECT 1 / 0' };
    await expect(migrate(database, [...(await readMigrations()), extra])).rejects.toThrow();
    expect(await migrate(database, await readMigrations())).toEqual({ ok: true, value: [] });
    await expect(database.query('SELECT * FROM x')).rejects.toThrow();
  });

  it('gives numbers, arrays and JSON as such, on both engines', async () => {
    const { rows } = await database.query(
      'SELECT $1::bigint AS big, $2::text[] AS list, $3::json AS json, $4::boolean AS yes, null AS nothing, count(*) AS n FROM feed',
      [2 ** 45, ['a', 'ü"\\,{}', ''], '{"a": [1]}', true],
    );
    expect(rows).toEqual([
      { big: 2 ** 45, list: ['a', 'ü"\\,{}', ''], json: { a: [1] }, yes: true, nothing: null, n: 0 },
    ]);
  });

  it('keeps the text of a stored body as it was written', async () => {
    const text = '{ "b" : 1,\t"a":[ ]}';
    await database.query(
      "INSERT INTO settings (id, version, scopes, body, digest_hi, digest_lo) VALUES ('k', 1, '{}', $1::json, 0, 0)",
      [text],
    );
    const { rows } = await database.query('SELECT body::text AS text FROM settings');
    expect(rows).toEqual([{ text }]);
  });

  it('rolls back what failed and reports affected rows', async () => {
    const add = (id: string) => ['INSERT INTO server_meta (key, value) VALUES ($1, $2)', [id, 'x']] as const;
    await expect(
      database.transaction(async (tx) => {
        await tx.query(...add('a'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await database.query(...add('b'))).count).toBe(1);
    expect(
      (await database.query('DELETE FROM server_meta WHERE key = ANY($1::text[])', [['a', 'b', 'c']])).count,
    ).toBe(1);
  });

  it('reads one snapshot in a repeatable read, and does not write in a read-only one', async () => {
    const options = { isolation: 'repeatable read', readOnly: true } as const;
    const write = database.transaction(
      (tx) => tx.query("INSERT INTO server_meta VALUES ('x', 'x')"),
      options,
    );
    await expect(write).rejects.toThrow('read-only');
  });

  it('hears notifications', async () => {
    const heard: string[] = [];
    const stop = await database.listen('somewhere', (payload) => void heard.push(payload));
    await database.query("SELECT pg_notify('somewhere', 'one')");
    await expect.poll(() => heard).toEqual(['one']);
    await stop();
  });

  it('speaks drizzle over the same connection, in transactions that are done again on contention', async () => {
    const db = drizzleOver(database);
    let tries = 0;
    const row = {
      day: '2026-01-01',
      no: 1,
      hash: 'h',
      epoch: 'e',
      signedAt: 2 ** 42,
      publicKey: 'p',
      signature: 's',
    };
    await db.transaction(async (tx) => {
      tries += 1;
      await tx.insert(auditHeads).values(row);
      if (tries === 1) throw Object.assign(new Error('again'), { code: '40001' });
    });
    expect(tries).toBe(2);
    expect(await db.select().from(auditHeads)).toEqual([row]);
  });
});
