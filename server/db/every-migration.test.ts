// Rows written when their table was new, brought through every migration since: each column holds what reading the body gives. The rows stand in
// first-rows.json as the first version of their record type wrote them, and are never changed; a new record type adds its own.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entityTables, type StoreTable, storeTable } from '#server/command/entity-store.ts';
import { fillColumns } from '#server/command/fill-columns.ts';
import { upgradeDatabase } from '#server/upgrade.ts';
import { columnBuilders } from '#shared/domain/column.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { presentRow, readRow } from '#shared/domain/stored-body.ts';
import { rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { registerGenerations } from './column-generations.ts';
import type { Database } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';

const firstRowSchema = z.strictObject({
  entity: z.string(),
  version: z.int(),
  scopes: z.array(z.string()),
  columns: z.record(z.string(), z.union([z.string(), z.int(), z.null()])),
  body: z.looseObject({ id: z.string() }),
});
type FirstRow = z.infer<typeof firstRowSchema>;

const firstRows: readonly FirstRow[] = z
  .array(firstRowSchema)
  .parse(JSON.parse(await readFile(new URL('./first-rows.json', import.meta.url), 'utf8')));

describe.each(databases())('every migration on $name', (engine) => {
  let held: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    held = await engine.open();
    database = held.database;
    await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await throughEveryMigration(database);
  });
  afterEach(() => held.close());

  it('brings a row of each record type along', async () => {
    expect(await upgradeDatabase(database)).toMatchObject({ ok: true, value: { migrations: [] } });
    expect(firstRows.map(({ entity }) => entity)).toEqual([...entityTables.keys()]);
    expect(await differences(database, [...entityTables.values()])).toEqual([]);
  });

  it('leaves the count and digest of each scope as the rows make them', async () => {
    await upgradeDatabase(database);
    expect(await digestsKept(database)).toEqual(digestsOf(firstRows));
  });

  it('would not overlook a column that was added and not filled', async () => {
    await upgradeDatabase(database);
    const of = columnBuilders<Plan>();
    const budgetUnit = of.text((plan) => plan.content.budgetUnitCode);
    const extended = storeTable({ ...plans, columns: { ...plans.columns, budgetUnit } });
    await database.exec('ALTER TABLE plans ADD COLUMN budget_unit text');
    expect(await differences(database, [extended])).toEqual(['plans.budgetUnit']);
    await registerGenerations(database, [extended.kind]);
    expect(await fillColumns(database, [extended])).toBe(1);
    expect(await differences(database, [extended])).toEqual([]);
  });
});

/** Each row is written as soon as its table is there, with the columns that its first version knew. */
async function throughEveryMigration(database: Database): Promise<void> {
  const migrations = await readMigrations();
  const written = new Set<string>();
  for (const [at] of migrations.entries()) {
    await migrate(database, migrations.slice(0, at + 1));
    const { rows } = await database.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const tables = new Set(rows.map(({ name }) => name));
    for (const row of firstRows) {
      if (written.has(row.entity) || !tables.has(row.entity)) continue;
      await write(database, row);
      written.add(row.entity);
    }
  }
}

async function write(
  database: Database,
  { entity, version, scopes, columns, body }: FirstRow,
): Promise<void> {
  const { hi, lo } = rowDigest(body.id, version);
  const fields = Object.keys(columns);
  const names = ['id', 'version', 'scopes', 'body', 'digest_hi', 'digest_lo', ...fields.map(snakeCase)];
  await database.query(
    `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    [body.id, version, scopes, JSON.stringify(body), hi, lo, ...Object.values(columns)],
  );
  for (const scope of scopes) await addToSum(database, { entity, scope, hi, lo });
}

/** As the program of that time counted: by scope alone before sums were kept by record type. */
async function addToSum(
  database: Database,
  {
    entity,
    scope,
    hi,
    lo,
  }: { readonly entity: string; readonly scope: string; readonly hi: number; readonly lo: number },
): Promise<void> {
  const { rows } = await database.query(
    "SELECT 1 FROM information_schema.columns WHERE table_name = 'scope_digests' AND column_name = 'entity'",
  );
  const byType = rows.length > 0;
  const [key, count] = byType ? ['scope, entity', 'row_count'] : ['scope', 'count'];
  await database.query(
    `INSERT INTO scope_digests AS d (${key}, ${count}, hi, lo) VALUES (${byType ? '$1, $4' : '$1'}, 1, $2, $3)
     ON CONFLICT (${key}) DO UPDATE SET ${count} = d.${count} + 1, hi = d.hi # excluded.hi, lo = d.lo # excluded.lo`,
    byType ? [scope, hi, lo, entity] : [scope, hi, lo],
  );
}

/** Columns that hold something else than reading the stored body gives, and rows that do not fit their schema. */
async function differences(database: Database, tables: readonly StoreTable[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { kind, columns } of tables) {
    const { rows } = await database.query<{ text: string; [column: string]: unknown }>(
      `SELECT *, body::text AS text FROM ${kind.name}`,
    );
    if (rows.length !== 1) found.push(`${kind.name}: ${rows.length} rows`);
    for (const { text, ...stored } of rows) {
      readRow(kind, text);
      const row = presentRow(kind, text);
      for (const [field, { name, read }] of columns) {
        if (stored[name] !== read(row)) found.push(`${kind.name}.${field}`);
      }
    }
  }
  return found;
}

type Sum = readonly [scopeAndType: string, count: number, hi: number, lo: number];

async function digestsKept(database: Database): Promise<readonly Sum[]> {
  const { rows } = await database.query<{ key: string; count: number; hi: number; lo: number }>(
    "SELECT scope || ' ' || entity AS key, row_count AS count, hi, lo FROM scope_digests",
  );
  return rows.map(({ key, count, hi, lo }): Sum => [key, count, hi, lo]).sort();
}

function digestsOf(rows: readonly FirstRow[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { entity, version, scopes, body } of rows) {
    for (const key of scopes.map((scope) => `${scope} ${entity}`)) {
      const [, count, hi, lo] = sums.get(key) ?? [key, 0, 0, 0];
      const sum = xorDigest({ hi, lo }, rowDigest(body.id, version));
      sums.set(key, [key, count + 1, sum.hi, sum.lo]);
    }
  }
  return [...sums.values()].sort();
}
