// The tables are those of the shared record types, migrations make exactly what the schema files say, and every offered list has its index.
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  planFilterNames,
  planSortNames,
  planTabNames,
  projectFilterNames,
  projectSortNames,
  projectTabNames,
  sortDirections,
} from '#shared/contract/lists.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import { planStatuses, plans, planTabs } from '#shared/domain/plans/model.ts';
import { projects } from '#shared/domain/projects/model.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnsOnDesk } from '#shared/replica-format/tables.ts';
import { accountWalk, organisationWalk } from '../query/administration.ts';
import { intentionStatement } from '../query/intentions.ts';
import { listStatement } from '../query/list-statement.ts';
import { walkStatement } from '../query/walk.ts';
import { planOf } from '../testing/town.ts';
import { connect, openSqlite, type SqliteDatabase } from './connection.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';
import { outboxMigrations } from './outbox/open-outbox.ts';
import * as outboxSchema from './outbox/schema.ts';
import { layOut } from './replica/lay-out.ts';
import { type ListShape, planList, projectList } from './replica/list-shapes.ts';
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
    expect(planList.tabs.toSorted()).toEqual([...new Set(Object.values(planTabs))].toSorted());
  });

  it.each([
    [planList, plans],
    [projectList, projects],
  ] as const)('count $0.entity by what its list is filtered by', (shape, kind) => {
    expect(kind.counted).toEqual({ tab: shape.tabColumn, by: shape.filters });
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
      [[], ...filters.map((filter) => [filter]), filters.slice(0, 2), filters].flatMap((chosen) =>
        sorts.flatMap((sort) =>
          sortDirections.map((direction) => ({ shape, tab, filters: chosen, sort, direction })),
        ),
      ),
    );

  it.each([
    ...cases(planList, planTabNames, planFilterNames, planSortNames),
    ...cases(projectList, projectTabNames, projectFilterNames, projectSortNames),
  ])(
    '$shape.entity: $tab, $filters, $sort $direction is a range of an index',
    ({ shape, tab, filters, sort, direction }) => {
      const db = laidOut();
      const indexes = new Set(
        db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
      );
      const tallies = new Tallies(db);
      for (const after of [null, { value: 5, row: 7 }]) {
        for (const words of [[], ['word']]) {
          const request = {
            tab: tab === 'all' ? null : tab,
            filters: filters.map((by) => ({ by, value: 'x' })),
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

describe('several filters', () => {
  it.each([
    [planList, planFilterNames],
    [projectList, projectFilterNames],
  ] as const)('$0.entity: the rarest leads, whichever it is', (shape, filters) => {
    const db = laidOut();
    const indexes = new Set(
      db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
    );
    for (const rarest of filters) {
      const tallies = new Tallies(db);
      const tab = shape.tabs[0] ?? '';
      tallies.tallyCount(shape.entity, '', '', tab, 1);
      for (let no = 0; no < 5; no += 1) tallies.tallyCount(shape.entity, '', '', tab, 1);
      for (const by of filters) {
        tallies.tallyCount(shape.entity, by, 'x', tab, 1);
        if (by !== rarest) tallies.tallyCount(shape.entity, by, 'x', tab, 1);
      }
      const request = {
        tab,
        filters: filters.map((by) => ({ by, value: 'x' })),
        sort: { by: 'updatedAt', direction: 'desc' as const },
        after: null,
      };
      const { sql } = listStatement(shape, ['id'], request, { tallies, indexes }, [], 51);
      expect(sql).toContain(`INDEXED BY ${shape.indexes.get(`${rarest}:updatedAt`)} `);
    }
  });
});

describe('small tables', () => {
  const kinds = ['agency', null] as const;
  const places = ['411000', null] as const;

  it('are walked along an index, whatever they are filtered by', () => {
    const db = laidOut();
    const walks = [
      ...kinds.flatMap((kind) =>
        places.map((regionCode) => ({
          table: 'organisations',
          order: 'name',
          ...organisationWalk({ kind, regionCode }),
        })),
      ),
      ...([null, 'agency'] as const).flatMap((role) =>
        [null, 'x'].map((organisationId) => ({
          table: 'accounts',
          order: 'username',
          ...accountWalk({ role, organisationId }),
        })),
      ),
    ];
    for (const { table, ...request } of walks) {
      for (const after of [null, { value: 'a', row: 1 }]) {
        const { sql, values } = walkStatement(table, { ...request, after });
        const plan = db
          .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...values)
          .map(({ detail }) => detail);
        expect(plan.join('\n')).toMatch(/^(SCAN|SEARCH) \w+ USING INDEX/);
        expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
      }
    }
  });
});

describe('采购意向', () => {
  it('are a range of an index, though they have no project', () => {
    const db = laidOut();
    for (const after of [null, { value: 5, row: 7 }]) {
      const { sql, values } = intentionStatement(after, 51);
      const plan = db
        .prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map(({ detail }) => detail);
      expect(plan.join('\n')).toMatch(/^SEARCH announcements USING INDEX announcements_project_updated/);
      expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
    }
  });
});
