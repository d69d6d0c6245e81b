// The tables are those of the shared record types, and migrations make exactly what the schema files say.
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it } from 'vitest';
import { syncedEntities } from '#shared/domain/entities.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { planStatuses, plans, planTabs } from '#shared/domain/plans/model.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnsOnDesk } from '#shared/replica-format/tables.ts';
import { planOf } from '../testing/town.ts';
import { connect, openSqlite, type SqliteDatabase } from './connection.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';
import { outboxMigrations } from './outbox/open-outbox.ts';
import * as outboxSchema from './outbox/schema.ts';
import { layOut } from './replica/lay-out.ts';

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

function laidOut(): SqliteDatabase {
  const db = openSqlite(':memory:', {});
  open.push(db);
  layOut(db, syncedEntities);
  return db;
}

const tablesOf = (schema: Record<string, unknown>) =>
  Object.values(schema).filter((value) => is(value, SQLiteTable));

describe.each([['outbox', outboxMigrations, outboxSchema]] as const)(
  'the migrations of the %s',
  (_name, migrations, schema) => {
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
  },
);

describe('the tables of records', () => {
  it('have the columns of the shared record types', () => {
    const db = laidOut();
    for (const [name, kind] of syncedEntities) {
      const columns = db
        .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
        .all(name)
        .filter(({ hidden }) => hidden === 0)
        .map((column) => column.name);
      const own = ['row_no', 'id', 'version', 'scopes', 'body'];
      expect(columns.toSorted(), name).toEqual(
        [...own, ...Object.keys(columnsOnDesk(kind)).map(snakeCase)].toSorted(),
      );
      // Reading a column never means reading over the body.
      expect(columns.at(-1)).toBe('body');
    }
  });

  it('put each status of a plan under its tab', () => {
    const tabs = planStatuses.map((status) => [
      status,
      plans.deskColumns['tab']?.read(planOf(1, { status })),
    ]);
    expect(Object.fromEntries(tabs)).toEqual(planTabs);
    expect(planList.tabNames.toSorted()).toEqual(
      [...new Set(['all', ...Object.values(planTabs)])].toSorted(),
    );
  });
});
