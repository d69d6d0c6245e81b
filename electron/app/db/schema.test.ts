// The tables are those of the shared record types, migrations make exactly what the schema files say, and every offered list has its index.
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  planFilterNames,
  planSortNames,
  planTabNames,
  planTabs,
  projectFilterNames,
  projectSortNames,
  projectTabNames,
  sortDirections,
} from '#shared/contract/lists.ts';
import { entities } from '#shared/domain/entities.ts';
import { planStatuses } from '#shared/domain/plans/model.ts';
import { listStatement } from '../query/list-statement.ts';
import { connect, openSqlite, type SqliteDatabase } from './connection.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';
import { snakeCase } from './names.ts';
import { outboxMigrations } from './outbox/open-outbox.ts';
import * as outboxSchema from './outbox/schema.ts';
import { type ListShape, planList, projectList } from './replica/list-shapes.ts';
import { replicaMigrations } from './replica/open-replica.ts';
import * as replicaSchema from './replica/schema.ts';
import { Tallies } from './replica/tallies.ts';

const open: SqliteDatabase[] = [];
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

function migrated(migrations: readonly Migration[]): SqliteDatabase {
  const db = openSqlite(':memory:', {});
  open.push(db);
  expect(migrate(connect(db), migrations)).toEqual({ ok: true, value: undefined });
  return db;
}

const tablesOf = (schema: Record<string, unknown>) =>
  Object.values(schema).filter((value) => is(value, SQLiteTable));

describe.each([
  ['outbox', outboxMigrations, outboxSchema],
  ['replica', replicaMigrations, replicaSchema],
] as const)('the migrations of the %s', (_name, migrations, schema) => {
  it('make the tables, columns and indexes of its schema file', () => {
    const db = migrated(migrations);
    for (const table of tablesOf(schema)) {
      const made = db
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?)')
        .all(getTableName(table))
        .map(({ name }) => name);
      expect(made.toSorted(), getTableName(table)).toEqual(
        Object.values(getTableColumns(table))
          .map(({ name }) => name)
          .toSorted(),
      );
      const indexes = db
        .prepare<[string], string>("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?")
        .pluck()
        .all(getTableName(table));
      for (const { config } of getTableConfig(table).indexes) expect(indexes).toContain(config.name);
    }
  });

  it('are numbered, and applied once each', () => {
    const db = migrated(migrations);
    const connection = connect(db);
    expect(schemaVersion(connection)).toBe(migrations.length);
    expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(
      migrations.map((_, index) => index),
    );
    expect(migrate(connection, migrations)).toEqual({ ok: true, value: undefined });
  });

  it('refuse a file that is newer, and leave half a step undone', () => {
    const db = migrated(migrations);
    const connection = connect(db);
    const broken = { name: '9999_broken', statements: ['CREATE TABLE half (id)', 'NOT SQL'] };
    expect(() => migrate(connection, [...migrations, broken])).toThrow();
    expect(schemaVersion(connection)).toBe(migrations.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
    db.pragma('user_version = 9999');
    expect(migrate(connection, migrations)).toMatchObject({ ok: false, error: { code: 'schema_too_new' } });
  });
});

describe('the tables of records', () => {
  it('have the columns of the shared record types', () => {
    const db = migrated(replicaMigrations);
    for (const [name, kind] of entities) {
      const columns = db
        .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
        .all(name)
        .filter(({ hidden }) => hidden === 0)
        .map((column) => column.name);
      const own = ['row_no', 'id', 'version', 'scopes', 'body'];
      expect(columns.toSorted(), name).toEqual(
        [...own, ...Object.keys(kind.columns).map(snakeCase)].toSorted(),
      );
      // Reading a column never means reading over the body.
      expect(columns.at(-1)).toBe('body');
    }
  });

  it('put each status of a plan under the same tab as the contract', () => {
    const db = migrated(replicaMigrations);
    const insert = db.prepare<[string, string]>(
      `INSERT INTO plans (id, version, scopes, status, project_name, purchaser_id, purchaser_name, created_at, updated_at, body)
       VALUES (?, 1, '[]', ?, '', '', '', 0, 0, '')`,
    );
    for (const status of planStatuses) insert.run(status, status);
    const rows = db.prepare<[], { status: string; tab: string }>('SELECT status, tab FROM plans').all();
    expect(Object.fromEntries(rows.map(({ status, tab }) => [status, tab]))).toEqual(planTabs);
    for (const status of planStatuses) expect(planList.tabOf(status)).toBe(planTabs[status]);
  });
});

describe('every offered list', () => {
  const cases = (
    shape: ListShape,
    tabs: readonly string[],
    filters: readonly string[],
    sorts: readonly string[],
  ) =>
    tabs.flatMap((tab) =>
      [null, ...filters].flatMap((filter) =>
        sorts.flatMap((sort) => sortDirections.map((direction) => ({ shape, tab, filter, sort, direction }))),
      ),
    );

  it.each([
    ...cases(planList, planTabNames, planFilterNames, planSortNames),
    ...cases(projectList, projectTabNames, projectFilterNames, projectSortNames),
  ])(
    '$shape.entity: $tab, $filter, $sort $direction is a range of an index',
    ({ shape, tab, filter, sort, direction }) => {
      const db = migrated(replicaMigrations);
      const indexes = new Set(
        db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
      );
      const tallies = new Tallies(db);
      for (const after of [null, { value: 5, row: 7 }]) {
        for (const words of [[], ['word']]) {
          const request = {
            tab: tab === 'all' ? null : tab,
            filters: filter === null ? [] : [{ by: filter, value: 'x' }],
            sort: { by: sort, direction },
            after,
          };
          const { sql, values } = listStatement(
            shape,
            ['id', 'status'],
            request,
            { tallies, indexes },
            words,
            51,
          );
          expect(sql).toContain('INDEXED BY');
          const plan = db
            .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
            .all(...values)
            .map(({ detail }) => detail);
          expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
          for (const line of plan) expect(line).toMatch(/USING (COVERING )?INDEX|USING INTEGER PRIMARY KEY/);
        }
      }
    },
  );
});
