// Replicas that pass from one version of the program to another, over real files.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullCoverage, scopesByType } from '#shared/contract/coverage.ts';
import { put } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { defineList } from '#shared/domain/list.ts';
import { withLists } from '#shared/domain/list-indexes.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { bodyOf } from '#shared/domain/stored-body.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnReader } from '#shared/replica-format/column-values.ts';
import { columnsOnDesk } from '#shared/replica-format/tables.ts';
import { listStatement } from '../../query/list-statement.ts';
import { IndexBuilder } from '../../search/index-builder.ts';
import { indexSlice } from '../../search/indexer.ts';
import { failingDisk } from '../../testing/failing-disk.ts';
import {
  domainWith,
  domainWithout,
  placeColumn,
  plansFoundByPlace,
  plansIndexedByYear,
  plansOfNextRevision,
  plansWithPlace,
} from '../../testing/other-version.ts';
import { contentNamed, planOf } from '../../testing/town.ts';
import { openSqlite, type SqliteDatabase, setReplicaPragmas } from '../connection.ts';
import { storageError } from '../storage-error.ts';
import { openFile, openReplica, replicaFileName } from './open-replica.ts';
import { Rebuild } from './rebuild.ts';
import type { Replica } from './replica.ts';

const count = 120;
const ours = entities;
const withPlace = domainWith(plansWithPlace).entities;

let root: string;
let folder: string;
const opened: Replica[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rebuild-'));
  folder = join(root, 'account');
  mkdirSync(folder);
});
afterEach(() => {
  for (const replica of opened.splice(0)) replica.close();
  rmSync(root, { recursive: true, force: true });
});

function open(kinds: ReadonlyMap<string, Entity>, where = folder): Replica {
  const { replica } = openReplica(where, kinds, openSqlite, () => 'set-aside');
  opened.push(replica);
  return replica;
}

function close(replica: Replica): void {
  opened.splice(opened.indexOf(replica), 1);
  replica.close();
}

function plan(no: number) {
  return planOf(no, {
    status: no % 3 === 0 ? 'filed' : 'draft',
    content: {
      ...contentNamed(`Plan ${no}`),
      performancePlace: `Place ${no % 7}`,
      fiscalYear: 2024 + (no % 3),
    },
  });
}

/** A replica of another version with rows in scopes, indexed for search. */
function fill(kinds: ReadonlyMap<string, Entity>): void {
  const replica = open(kinds);
  const table = replica.table('plans');
  const kind = kinds.get('plans') as typeof plans;
  replica.write(() => {
    for (let no = 1; no <= count; no += 1) {
      const row = plan(no);
      const scopes = ['unit:a', ...(no % 2 === 0 ? ['office:411000'] : [])];
      const body = bodyOf(kind, row);
      if (table !== undefined) replica.putBase(table, row.id, no, scopes, body, JSON.parse(body));
    }
    replica.saveState({
      epoch: plan(1).id,
      cursor: 7,
      held: fullCoverage(kinds.keys(), ['unit:a', 'office:411000']),
      gaining: null,
    });
  });
  while (indexSlice(replica, 100));
  close(replica);
}

function rebuilt(replica: Replica): Replica {
  const rebuild = new Rebuild(replica);
  while (rebuild.slice(0));
  replica.share();
  return indexed(replica);
}

/** The index builder makes what it may make now. */
function indexed(replica: Replica): Replica {
  const waiting: (() => void)[] = [];
  const timers = {
    setTimeout: (callback: () => void) => waiting.push(callback),
    clearTimeout: () => undefined,
  };
  const kinds = new Map([...replica.tables].map(([name, { kind }]) => [name, kind]));
  const builder = new IndexBuilder(
    { replica, rules: { entities: kinds }, ports: { log: () => undefined } },
    timers,
  );
  builder.wake();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
  return replica;
}

function indexesOf({ connection }: Replica, table: string): readonly string[] {
  return connection.db
    .prepare<[string], string>(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
    )
    .pluck()
    .all(table);
}

/** Everything a desk could tell from a replica's rows. */
function contentOf({ connection: { db }, state, tables }: Replica) {
  const kind = tables.get('plans')?.kind ?? plans;
  const columns = Object.keys(columnsOnDesk(kind)).map(snakeCase);
  const all = (sql: string) => db.prepare(sql).all();
  return {
    state,
    rows: all(`SELECT row_no, id, version, scopes, body, ${columns.join(', ')} FROM plans ORDER BY id`),
    digests: all('SELECT * FROM digests WHERE count <> 0 ORDER BY entity, scope'),
    counts: all('SELECT * FROM counts WHERE n <> 0 ORDER BY entity, filter, value, tab'),
    words: all('SELECT * FROM plans_words ORDER BY row_no'),
    found: all('SELECT rowid FROM plans_search WHERE plans_search MATCH \'"pl"\' ORDER BY rowid'),
    tables: all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"),
    indexes: all(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    ),
  };
}

/** The same rows, received by a program that never was another version. */
function received(kinds: ReadonlyMap<string, Entity>) {
  const before = folder;
  folder = join(root, `received-${opened.length}-${kinds === ours}`);
  mkdirSync(folder);
  fill(kinds);
  const content = contentOf(open(kinds));
  folder = before;
  return content;
}

describe('a replica of another version', () => {
  it.each([
    ['an older one without a column of ours', ours, withPlace],
    ['a newer one, after a roll-back', withPlace, ours],
    ['one that searches by more', domainWith(plansFoundByPlace).entities, withPlace],
  ])('of %s becomes what this one would have received', (_what, theirs, kinds) => {
    fill(theirs);
    const replica = rebuilt(open(kinds));
    while (indexSlice(replica, 100));
    expect(contentOf(replica)).toEqual(received(kinds));
  });

  it('is found by every word, also when the search index works while rows are still to come', () => {
    fill(ours);
    const kinds = domainWith(plansFoundByPlace).entities;
    const replica = open(kinds);
    const rebuild = new Rebuild(replica);
    rebuild.slice(0);
    indexSlice(replica, 100);
    while (rebuild.slice(0));
    while (indexSlice(replica, 100));
    expect(contentOf(indexed(replica))).toEqual(received(kinds));
  });

  it('shows every row by its id at once, and lists what has come', () => {
    fill(ours);
    const replica = open(withPlace);
    for (const no of [1, 60, count]) expect(replica.row('plans', plan(no).id)).toEqual(plan(no));
    expect(() => replica.rows({ kind: 'where', entity: 'plans', where: { status: 'draft' } })).toThrow(
      'plans',
    );
    const rebuild = new Rebuild(replica);
    expect(rebuild.total).toBe(count);
    for (let slices = 0; slices < 100; slices += 1) rebuild.slice(0);
    // The newest first.
    const here = replica.connection.db.prepare('SELECT min(row_no), max(row_no), count(*) FROM plans');
    expect(here.raw().get()).toEqual([count - 99, count, 100]);
    expect(rebuild.done).toBe(100);
    while (rebuild.slice(0));
    expect(replica.rows({ kind: 'where', entity: 'plans', where: { status: 'filed' } })).toHaveLength(
      count / 3,
    );
  });

  it('finds the rows that were there by a filter that is new, and counts them', () => {
    fill(ours);
    const kind = { ...plans, columns: { ...plans.columns, place: placeColumn } };
    const list = defineList(kind, {
      name: 'plans',
      tabs: {
        column: 'tab',
        names: ['draft', 'returned', 'unit_review', 'office_review', 'filed', 'executing', 'closed'],
      },
      filters: ['fiscalYear', 'method', 'place'],
      sorts: ['updatedAt'],
      shows: [],
      export: null,
    });
    const newer: Entity<Plan> = withLists<Entity<Plan>>(kind, [list]);
    const replica = rebuilt(open(domainWith(newer).entities));
    const request = {
      tab: null,
      filters: [{ by: 'place', value: 'Place 3' }],
      sort: { by: 'updatedAt', direction: 'desc' },
      after: null,
    } as const;
    const { sql, values } = listStatement(list, ['id'], request, replica, [], 200);
    expect(sql).toContain('INDEXED BY plans_place_updated');
    const found = replica.connection.db.prepare<(string | number)[], { id: string }>(sql).all(...values);
    const wanted = Array.from({ length: count }, (_, at) => at + 1).filter((no) => no % 7 === 3);
    expect(found.map(({ id }) => id)).toEqual(wanted.map((no) => plan(no).id).toReversed());
    const byTab = ['draft', 'filed'].map((tab) => replica.tallies.count('plans', 'place', 'Place 3', tab));
    expect(byTab[0]).toBe(wanted.filter((no) => no % 3 !== 0).length);
    expect(byTab[1]).toBe(wanted.filter((no) => no % 3 === 0).length);
  });

  it('moves no row where indexes alone differ', () => {
    fill(ours);
    const replica = open(domainWith(plansIndexedByYear).entities);
    expect(new Rebuild(replica).total).toBe(0);
    expect(replica.table('plans')?.complete).toBe(true);
    const names = [...replica.indexes].filter((name) => name.startsWith('plans_'));
    expect(names).not.toContain('plans_number');
    // Made afterwards, one at a time.
    expect(names).not.toContain('plans_year_number');
    expect(names).toContain('plans_updated');
  });

  it('moves only the rows of the table that differs', () => {
    fill(ours);
    const replica = open(withPlace);
    const incomplete = [...replica.tables.values()]
      .filter(({ complete }) => !complete)
      .map(({ kind }) => kind.name);
    expect(incomplete).toEqual(['plans']);
  });

  it('keeps nothing of a record type that it does not know, and counts none of it', () => {
    fill(ours);
    const replica = open(domainWithout('plans').entities);
    expect(replica.tallies.sum('plans', 'unit:a').count).toBe(0);
    expect(scopesByType(replica.state.held).has('plans')).toBe(false);
    expect(
      replica.connection.db
        .prepare("SELECT count(*) FROM sqlite_master WHERE name LIKE 'plans%'")
        .pluck()
        .get(),
    ).toBe(0);
  });
});

describe('indexes that the first screens do not need', () => {
  const early = [
    'plans_number',
    'plans_place',
    'plans_purchaser_updated',
    'plans_tab_updated',
    'plans_updated',
    'plans_waiting',
  ];
  const all = Object.keys(plansWithPlace.indexes.desk).toSorted();

  it('are made when every row of their table has come, those of other tables meanwhile', () => {
    fill(ours);
    const before = open(ours);
    before.connection.db.exec('DROP INDEX projects_filed');
    close(before);
    const replica = indexed(open(withPlace));
    expect(indexesOf(replica, 'projects')).toContain('projects_filed');
    const rebuild = new Rebuild(replica);
    do {
      expect(indexesOf(indexed(replica), 'plans')).toEqual(early);
    } while (rebuild.slice(0));
    expect(indexesOf(indexed(replica), 'plans')).toEqual(all);
    expect([...replica.indexes]).toEqual(expect.arrayContaining(all));
  });

  it('are made by the next process where this one is killed first', () => {
    fill(ours);
    const replica = open(withPlace);
    const rebuild = new Rebuild(replica);
    while (rebuild.slice(0));
    close(replica);
    const next = open(withPlace);
    expect(indexesOf(next, 'plans')).toEqual(early);
    expect(indexesOf(indexed(next), 'plans')).toEqual(all);
  });

  it('are not missed: a list looks through the newest rows that have come, and no further', () => {
    fill(ours);
    const replica = open(withPlace);
    const rebuild = new Rebuild(replica);
    for (let slices = 0; slices < 100; slices += 1) rebuild.slice(0);
    const request = {
      tab: null,
      filters: [{ by: 'fiscalYear', value: 2025 }],
      sort: { by: 'budgetAmount', direction: 'desc' },
      after: null,
    } as const;
    const { sql, values } = listStatement(planList, ['id'], { ...request, above: 60 }, replica, [], 200);
    const { db } = replica.connection;
    const rows = db.prepare<(string | number)[], { row_no: number }>(sql).all(...values);
    const wanted = Array.from({ length: count - 60 }, (_, at) => at + 61).filter((no) => no % 3 === 1);
    expect(rows.map((row) => row.row_no).toSorted((a, b) => a - b)).toEqual(wanted);
    const steps = db
      .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values);
    expect(steps[0]?.detail).toContain('USING INTEGER PRIMARY KEY (rowid>?)');
    const first = { ...request, filters: [], sort: { by: 'updatedAt', direction: 'desc' } } as const;
    const quick = listStatement(planList, ['id'], { ...first, above: 60 }, replica, [], 200);
    expect(db.prepare(quick.sql).all(...quick.values)).toHaveLength(100);
  });
});

it('takes no more pages than the rows took before', () => {
  fill(ours);
  const pages = ({ connection: { db } }: Replica) =>
    Number(db.prepare("SELECT count(*) FROM dbstat WHERE name = 'plans'").pluck().get());
  const before = open(ours);
  const taken = pages(before);
  close(before);
  expect(pages(rebuilt(open(withPlace)))).toBeLessThan(taken * 1.2);
});

describe('a process that dies in a rebuild', () => {
  it('goes on where it was, after whichever slice, and in the middle of one', () => {
    fill(ours);
    const expected = received(withPlace);
    let replica = open(withPlace);
    for (let slices = 0; ; slices += 1) {
      const rebuild = new Rebuild(replica);
      const more = rebuild.slice(0);
      // As a killed process leaves the files: its log is still beside the file, half a transaction in it.
      const { db } = replica.connection;
      db.exec('BEGIN; DELETE FROM plans; DELETE FROM counts;');
      const copy = join(root, `copy-${slices}`);
      cpSync(folder, copy, { recursive: true });
      db.exec('ROLLBACK');
      close(replica);
      const resumed = open(withPlace, copy);
      expect(resumed.table('plans')?.complete).toBe(!more);
      expect(contentOf(rebuilt(resumed))).toEqual(expected);
      close(resumed);
      if (!more) return;
      replica = open(withPlace);
    }
  });

  it('knows every row afterwards, the newest too', () => {
    fill(ours);
    const begun = open(withPlace);
    new Rebuild(begun).slice(0);
    close(begun);
    const replica = rebuilt(open(withPlace));
    const table = replica.table('plans');
    const newer = { ...plan(count), content: contentNamed('Newer') };
    replica.write(() => {
      const overlay = { no: 1, id: newer.id, reads: [], writes: [], doubt: null };
      replica.overlay(overlay, [put(plans, newer)]);
    });
    expect(replica.row('plans', newer.id)).toEqual(newer);
    replica.write(() => replica.restoreBase());
    expect(replica.row('plans', newer.id)).toEqual(plan(count));
    const text = JSON.stringify(newer);
    replica.write(() => table && replica.putBase(table, newer.id, 999, ['unit:a'], text, newer));
    expect(replica.connection.db.prepare('SELECT count(*) FROM plans').pluck().get()).toBe(count);
    expect(replica.tallies.sum('plans', 'unit:a').count).toBe(count);
  });

  it('may be followed by a third version in the middle of it', () => {
    fill(ours);
    const second = open(withPlace);
    new Rebuild(second).slice(0);
    close(second);
    const third = open(ours);
    expect(third.table('plans')?.sources).toHaveLength(2);
    expect(third.row('plans', plan(1).id)).toEqual(plan(1));
    expect(third.row('plans', plan(count).id)).toEqual(plan(count));
    expect(contentOf(rebuilt(third))).toEqual(received(ours));
  });

  it('has changed nothing where it died before its first commit', () => {
    fill(ours);
    const disk = failingDisk();
    disk.crashAt(1);
    expect(() => openReplica(folder, withPlace, disk.open, () => '')).toThrow('at 1');
    disk.close();
    expect(contentOf(open(ours))).toEqual(received(ours));
  });
});

describe('unconfirmed changes', () => {
  it('leave the rows before these are moved, and base images take their place', () => {
    fill(ours);
    const before = open(ours);
    const changed = { ...plan(3), content: contentNamed('Changed') };
    const fresh = plan(500);
    before.write(() => {
      const overlay = { id: fresh.id, reads: [], writes: [], doubt: null };
      before.overlay({ ...overlay, no: 1 }, [{ op: 'put', entity: 'plans', row: changed }]);
      before.overlay({ ...overlay, no: 2, id: changed.id }, [
        { op: 'put', entity: 'plans', row: fresh },
        { op: 'delete', entity: 'plans', id: plan(4).id },
      ]);
    });
    close(before);
    const replica = rebuilt(open(withPlace));
    expect(replica.overlays()).toEqual([]);
    expect(replica.row('plans', changed.id)).toEqual(plan(3));
    expect(replica.row('plans', plan(4).id)).toEqual(plan(4));
    expect(replica.row('plans', fresh.id)).toBeUndefined();
    const { digests, counts } = contentOf(replica);
    const expected = received(withPlace);
    expect({ digests, counts }).toEqual({ digests: expected.digests, counts: expected.counts });
  });
});

it('counts a row once whose change waits and whose base the other version cannot read', () => {
  const newer = domainWith(plansOfNextRevision).entities;
  fill(newer);
  const before = open(newer);
  before.write(() =>
    before.overlay({ no: 1, id: plan(3).id, reads: [], writes: [], doubt: null }, [
      put(plans, { ...plan(3), content: contentNamed('Changed') }),
    ]),
  );
  close(before);
  const older = rebuilt(open(ours));
  expect(older.tallies.sum('plans', 'unit:a').count).toBe(count);
  close(older);
  const again = rebuilt(open(newer));
  const { digests, counts } = contentOf(again);
  const expected = received(newer);
  expect({ digests, counts }).toEqual({ digests: expected.digests, counts: expected.counts });
});

it('opens a file in which another version has written what this one does not know', () => {
  fill(ours);
  const before = open(ours);
  before.write(() =>
    before.overlay({ no: 1, id: plan(3).id, reads: [], writes: [], doubt: { code: 'wrong_state' } }, []),
  );
  const { db } = before.connection;
  db.prepare('UPDATE overlays SET doubt = ?').run('{"code":"of_another_version"}');
  close(before);
  const opened = open(ours);
  expect(opened.overlays()[0]?.doubt).toEqual({ code: 'client_too_old' });
  opened.connection.db.prepare("UPDATE meta SET value = '[1]' WHERE key = 'format'").run();
  close(opened);
  expect(contentOf(rebuilt(open(ours))).counts).toEqual(received(ours).counts);
});

it('moves a row whose scopes are damaged, and lets its sums say so', () => {
  fill(ours);
  const before = open(ours);
  before.connection.db.prepare("UPDATE plans SET scopes = 'torn' WHERE id = ?").run(plan(6).id);
  close(before);
  const replica = rebuilt(open(withPlace));
  expect(replica.row('plans', plan(6).id)).toEqual(plan(6));
  expect(replica.tallies.sum('plans', 'unit:a').count).toBe(count - 1);
});

describe('bodies', () => {
  it('of an older revision are raised, and read back raised', () => {
    fill(ours);
    const replica = rebuilt(open(domainWith(plansOfNextRevision).entities));
    expect(replica.row('plans', plan(1).id)).toMatchObject({ content: { projectName: 'Plan 1 (raised)' } });
    const names = replica.connection.db.prepare('SELECT project_name FROM plans WHERE id = ?').pluck();
    expect(names.get(plan(1).id)).toBe('Plan 1 (raised)');
  });

  it('of a newer revision stay, unreadable, and are read again by the newer program', () => {
    fill(domainWith(plansOfNextRevision).entities);
    const expected = received(domainWith(plansOfNextRevision).entities);
    const older = rebuilt(open(ours));
    expect(older.unreadable.count('plans')).toBe(count);
    expect(older.tallies.sum('plans', 'unit:a').count).toBe(count);
    expect(() => older.row('plans', plan(1).id)).toThrow('plans');
    close(older);
    const newer = rebuilt(open(domainWith(plansOfNextRevision).entities));
    expect(newer.unreadable.count('plans')).toBe(0);
    const { rows, digests, counts } = contentOf(newer);
    const withoutNumber = (list: readonly unknown[]) =>
      list.map((row) => ({ ...(row as object), row_no: null }));
    expect(withoutNumber(rows)).toEqual(withoutNumber(expected.rows));
    expect({ digests, counts }).toEqual({ digests: expected.digests, counts: expected.counts });
  });

  it.each([
    ['is no JSON', '{"id":'],
    ['is another thing', '{"id":"x"}'],
    ['has the wrong kind of value', JSON.stringify({ ...plan(5), updatedAt: 'yesterday' })],
    ['lacks a part', JSON.stringify({ ...plan(5), content: null })],
  ])('one that %s stops nothing', (_what, body) => {
    fill(ours);
    const before = open(ours);
    before.connection.db.prepare('UPDATE plans SET body = ? WHERE id = ?').run(body, plan(5).id);
    close(before);
    const replica = rebuilt(open(withPlace));
    expect(replica.unreadable.get('plans', plan(5).id)).toMatchObject({ body, version: 5 });
    expect(replica.connection.db.prepare('SELECT count(*) FROM plans').pluck().get()).toBe(count - 1);
    expect(contentOf(replica).digests).toEqual(received(withPlace).digests);
    // What the server sends later takes its place.
    const table = replica.table('plans');
    replica.write(
      () => table && replica.putBase(table, plan(5).id, 99, ['unit:a'], bodyOf(plans, plan(5)), plan(5)),
    );
    expect(replica.row('plans', plan(5).id)).toEqual(plan(5));
    expect(replica.unreadable.count('plans')).toBe(0);
  });
});

describe('the disk', () => {
  it('without room at the start leaves the file whole and gives an empty replica', () => {
    fill(ours);
    const disk = failingDisk();
    disk.failWith('SQLITE_FULL', replicaFileName);
    const { replica, noRoom } = openReplica(folder, withPlace, disk.open, () => '');
    expect(noRoom).toBe(true);
    expect(() => replica.row('plans', plan(1).id)).toThrow('is being rebuilt');
    replica.close();
    disk.close();
    expect(contentOf(open(ours))).toEqual(received(ours));
  });

  it('without room in the middle stops the slice, and it goes on later', () => {
    fill(ours);
    const disk = failingDisk();
    const { replica } = openReplica(folder, withPlace, disk.open, () => '');
    const rebuild = new Rebuild(replica);
    rebuild.slice(0);
    disk.failWith('SQLITE_FULL');
    expect(() => rebuild.slice(0)).toThrow('SQLITE_FULL');
    expect(replica.row('plans', plan(1).id)).toEqual(plan(1));
    disk.failWith(null);
    while (rebuild.slice(0));
    expect(contentOf(indexed(replica))).toEqual(received(withPlace));
    disk.close();
  });
});

describe('another process', () => {
  it('waits outside until the rows are where they belong', () => {
    fill(ours);
    const replica = open(withPlace);
    let thrown: unknown;
    try {
      openFile(join(folder, replicaFileName), withPlace, quickToGiveUp, setReplicaPragmas);
    } catch (error) {
      thrown = error;
    }
    expect(storageError(thrown)).toEqual({ code: 'files_in_use' });
    rebuilt(replica);
    const other = openFile(join(folder, replicaFileName), withPlace, quickToGiveUp, setReplicaPragmas);
    expect(other.row('plans', plan(1).id)).toEqual(plan(1));
    other.close();
  });

  function quickToGiveUp(file: string): SqliteDatabase {
    const db = openSqlite(file, {});
    db.pragma('busy_timeout = 1');
    return db;
  }
});

it('reads columns in the order in which the table has them', () => {
  expect(columnReader(plans)(plan(1))).toHaveLength(Object.keys(columnsOnDesk(plans)).length);
});
