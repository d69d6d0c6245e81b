// An update adds a column to plans, as CONTRIBUTING says under "A column, filter or sort": old rows are found by it at every moment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columnBuilders } from '#shared/domain/column.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { bodyOf, UnreadableRow } from '#shared/domain/stored-body.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { databases, postgresOnly, type TestDatabase } from '#test/support/database.ts';
import { anAccount, fixtureOn, putRow } from '#test/support/server-fixture.ts';
import { registerGenerations } from '../db/column-generations.ts';
import { type Database, isContention } from '../db/database.ts';
import {
  ColumnsMissing,
  fetchSet,
  fetchSetVersions,
  storeTable,
  tableOf,
  writeRows,
} from './entity-store.ts';
import { fillColumns } from './fill-columns.ts';

const of = columnBuilders<Plan>();
const extended: Entity<Plan> = {
  ...plans,
  columns: { ...plans.columns, budgetUnit: of.text((plan) => plan.content.budgetUnitCode) },
  indexes: {
    ...plans.indexes,
    server: { ...plans.indexes.server, plans_budget_unit: { on: ['budgetUnit'] } },
  },
};
const script =
  'ALTER TABLE plans ADD COLUMN budget_unit text; CREATE INDEX plans_budget_unit ON plans (budget_unit)';

const older = tableOf('plans');
const newer = storeTable(extended);

/** Two programs never share a connection, and so no prepared statements. */
const unprepared = (database: Database): Database => ({
  ...database,
  query: (text, params) => database.query(text, params),
});

const plan = (name: string, budgetUnitCode: string) => aPlan(name).with({ budgetUnitCode }).build();

describe.each(databases())('columns that an update adds, on $name', (engine) => {
  let held: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    held = await engine.open();
    database = held.database;
  });
  afterEach(() => held.close());

  const write = (table: typeof older, version: number, ...rows: readonly Plan[]) =>
    writeRows(
      unprepared(database),
      table,
      version === 1 ? 'insert' : 'update',
      rows.map((row) => ({ id: row.id, version, scopes: [], text: bodyOf(table.kind, row), row })),
    );
  const upgrade = async () => {
    await database.exec(script);
    await registerGenerations(database, [extended]);
  };
  const foundBy = async (budgetUnit: string, table = newer) =>
    (await fetchSet(database, table, { budgetUnit })).map(({ id }) => id).sort();
  const stored = async (name: string) =>
    (
      await database.query<{ budget_unit: string | null }>('SELECT budget_unit FROM plans WHERE id = $1', [
        anId(name),
      ])
    ).rows[0]?.budget_unit;
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => plan(`plan ${at}`, `unit ${at % 7}`));
  const damage = (name: string) =>
    database.query(`UPDATE plans SET body = '{"$revision":9,"id":"x"}' WHERE id = $1`, [anId(name)]);

  it('are found by at once, and filled', async () => {
    await write(older, 1, plan('a', '001'), plan('b', '002'));
    await upgrade();
    expect(await foundBy('001')).toEqual([anId('a')]);
    expect(await stored('a')).toBeNull();
    expect(await fillColumns(database, [newer])).toBe(2);
    expect(await foundBy('001')).toEqual([anId('a')]);
    expect([await stored('a'), await stored('b')]).toEqual(['001', '002']);
    expect(await fillColumns(database, [newer])).toBe(0);
  });

  it('are right in rows that an older program goes on writing', async () => {
    await write(older, 1, plan('a', '001'));
    await upgrade();
    await fillColumns(database, [newer]);
    await write(older, 2, plan('a', '002'));
    await write(older, 1, plan('b', '002'));
    await write(newer, 1, plan('c', '002'));
    expect(await foundBy('001')).toEqual([]);
    expect(await foundBy('002')).toEqual([anId('a'), anId('b'), anId('c')].sort());
    expect(await fillColumns(database, [newer])).toBe(2);
    expect([await stored('a'), await stored('b')]).toEqual(['002', '002']);
  });

  it('are left alone by an older program, also one that starts again', async () => {
    await upgrade();
    await write(newer, 1, plan('a', '001'));
    await registerGenerations(database, [plans]);
    expect(await fillColumns(database, [older])).toBe(0);
    expect(await stored('a')).toBe('001');
    await registerGenerations(database, [extended]);
    expect(await fillColumns(database, [newer])).toBe(0);
  });

  it('are filled from bodies of an older revision', async () => {
    type Second = Plan & { readonly fund: string };
    const fund = columnBuilders<Second>().text((row) => row.fund);
    const second: Entity<Second> = {
      ...(plans as unknown as Entity<Second>),
      revision: plans.revision + 1,
      upgrade: (body) => ({ ...(body as Plan), fund: `of ${(body as Plan).content.budgetUnitCode}` }),
      columns: { ...(plans.columns as unknown as Entity<Second>['columns']), fund },
    };
    const table = storeTable(second);
    await write(older, 1, plan('a', '001'), plan('b', '002'));
    await database.exec('ALTER TABLE plans ADD COLUMN fund text');
    await registerGenerations(database, [second]);
    const found = async () => (await fetchSet(database, table, { fund: 'of 001' })).map(({ row }) => row);
    expect(await found()).toEqual([{ ...plan('a', '001'), fund: 'of 001' }]);
    expect(await fillColumns(database, [table])).toBe(2);
    expect(await found()).toEqual([{ ...plan('a', '001'), fund: 'of 001' }]);
    const written = { ...plan('c', '003'), fund: 'own' };
    await write(table, 1, written);
    expect((await fetchSet(database, table, { fund: 'own' })).map(({ row }) => row)).toEqual([written]);
    // The program of the first revision cannot read it, knows where it belongs, and leaves it as it is.
    await expect(fetchSet(database, older, { status: 'draft' })).rejects.toThrow(UnreadableRow);
    expect(await fetchSet(database, older, { status: 'filed' })).toEqual([]);
    expect(await fillColumns(database, [older])).toBe(0);
  });

  it('are filled on from where a fill broke off', async () => {
    await write(older, 1, ...many(450));
    await upgrade();
    let slices = 0;
    const breaking: Database = {
      ...database,
      transaction: async (work, options) => {
        slices += 1;
        if (slices > 2) throw new Error('killed');
        return database.transaction(work, options);
      },
    };
    await expect(fillColumns(breaking, [newer])).rejects.toThrow('killed');
    expect(await fillColumns(database, [newer])).toBe(50);
    expect(await foundBy('unit 3')).toHaveLength(64);
  });

  it('make whoever needs them wait while too many rows lack them', async () => {
    await write(older, 1, ...many(501));
    await upgrade();
    const asked = await foundBy('unit 3').catch((error: unknown) => error);
    expect(asked).toBeInstanceOf(ColumnsMissing);
    expect(isContention(asked)).toBe(true);
    await fillColumns(database, [newer]);
    expect(await foundBy('unit 3')).toHaveLength(72);
  });

  it('stay empty in a row that cannot be read, which holds up no other', async () => {
    await write(older, 1, ...many(300));
    await Promise.all([damage('plan 0'), damage('plan 7')]);
    await upgrade();
    expect(await fillColumns(database, [newer])).toBe(298);
    expect(await stored('plan 0')).toBeNull();
    expect(await foundBy('unit 0')).toHaveLength(41);
    // By the columns that it had when somebody could read it, it still counts.
    expect(await fetchSetVersions(database, newer, { status: 'draft' })).toHaveLength(300);
    await expect(fetchSet(database, newer, { status: 'draft' })).rejects.toThrow(UnreadableRow);
  });

  it('leave a row as unreadable whose values they could not hold', async () => {
    await write(older, 1, plan('a', '001'));
    const text = bodyOf(plans, plan('a', '001')).replace('"budgetUnitCode":"001"', '"budgetUnitCode":5');
    await database.query('UPDATE plans SET body = $2::json WHERE id = $1', [anId('a'), text]);
    await upgrade();
    expect(await fillColumns(database, [newer])).toBe(0);
  });

  it('change nothing that a desk would notice', async () => {
    await write(older, 1, plan('a', '001'));
    const everything = async () =>
      (await database.query('SELECT id, version, scopes, body::text, digest_hi, digest_lo FROM plans')).rows;
    const before = await everything();
    await upgrade();
    await fillColumns(database, [newer]);
    expect(await everything()).toEqual(before);
    expect((await database.query('SELECT 1 FROM feed')).rows).toEqual([]);
  });

  it('hold what must be unique', async () => {
    const deps = fixtureOn(database);
    await putRow(deps, 'test.account', anAccount('li'));
    await database.query('UPDATE accounts SET columns_generation = -1, username = NULL');
    expect(await fillColumns(database, [tableOf('accounts')])).toBe(1);
    const twin = { ...anAccount('wang'), username: 'li' };
    await expect(putRow(deps, 'test.account', twin)).rejects.toThrow();
  });
});

describe.each(postgresOnly())('columns filled by several at once, on $name', (engine) => {
  let held: TestDatabase;
  beforeEach(async () => {
    held = await engine.open();
  });
  afterEach(() => held.close());

  it('are filled once each, never wait for a command, and never undo one', async () => {
    const { database } = held;
    const rows = Array.from({ length: 1000 }, (_, at) => plan(`plan ${at}`, 'old'));
    const written = (row: Plan, version: number) => ({
      id: row.id,
      version,
      scopes: [],
      text: bodyOf(plans, row),
      row,
    });
    await writeRows(
      database,
      older,
      'insert',
      rows.map((row) => written(row, 1)),
    );
    await database.exec(script);
    await registerGenerations(database, [extended]);
    const changed = rows
      .slice(0, 100)
      .map((row) => plan(row.id, 'new'))
      .map((row, at) => ({ ...row, id: rows[at]?.id ?? '' }));
    await database.transaction(async (tx) => {
      await writeRows(
        tx,
        newer,
        'update',
        changed.map((row) => written(row, 2)),
      );
      // The command's rows are still locked: the fills pass them over and end.
      const filled = await Promise.all([fillColumns(database, [newer]), fillColumns(database, [newer])]);
      expect(filled[0] + filled[1]).toBe(900);
    });
    expect(await fillColumns(database, [newer])).toBe(0);
    expect(await fetchSetVersions(database, newer, { budgetUnit: 'new' })).toHaveLength(100);
    expect(await fetchSetVersions(database, newer, { budgetUnit: 'old' })).toHaveLength(900);
  });

  it('cost a question that does not concern them no walk through the table', async () => {
    const { database } = held;
    const rows = Array.from({ length: 5000 }, (_, at) => plan(`plan ${at}`, 'old'));
    await writeRows(
      database,
      older,
      'insert',
      rows.map((row) => ({ id: row.id, version: 1, scopes: [], text: bodyOf(plans, row), row })),
    );
    const statements: string[] = [];
    const spying: Database = {
      ...database,
      query: (text, params, options) => {
        statements.push(text);
        return database.query(text, params, options);
      },
    };
    await fetchSetVersions(spying, older, { planNo: 'none' });
    await fillColumns({ ...database, transaction: (work) => work(spying) }, [older]);
    await database.exec('ANALYZE plans');
    for (const text of statements) {
      const params = text.includes('UNION') ? ['none'] : [[]];
      const { rows: lines } = await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, params);
      expect(lines.map((line) => line['QUERY PLAN']).join('\n')).not.toContain('Seq Scan on plans');
    }
    expect(statements).toHaveLength(2);
  });
});
