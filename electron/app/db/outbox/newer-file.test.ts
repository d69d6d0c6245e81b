// An outbox that a newer program has written: opened and worked with where it says so, left alone where it does not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../../testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '../../testing/town.ts';
import { connect, openSqlite, type SqliteDatabase } from '../connection.ts';
import { type Migration, migrate } from '../migrate.ts';
import { outboxMigrations } from './open-outbox.ts';
import { sayReadableBy } from './readable-by.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  await desk.must('plans.create', aNewPlan(1));
  await desk.close();
});
afterEach(() => desk.remove());

const next = (lowest: number): readonly Migration[] => [
  ...outboxMigrations,
  {
    name: '0001_more',
    statements: [
      `-- readable by ${lowest}\nALTER TABLE commands ADD COLUMN place text NOT NULL DEFAULT 'desk'`,
      'ALTER TABLE drafts ADD COLUMN place text',
      'ALTER TABLE uploads ADD COLUMN place text',
      'CREATE TABLE more (id text PRIMARY KEY NOT NULL)',
    ],
  },
];

function inFile<T>(work: (db: SqliteDatabase) => T): T {
  const db = openSqlite(join(desk.folder(), 'outbox.db'), {});
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function upgrade(migrations: readonly Migration[], say = true): void {
  inFile((db) => {
    const connection = connect(db);
    expect(migrate(connection, migrations).ok).toBe(true);
    if (say) sayReadableBy(connection, migrations);
    db.prepare("INSERT INTO more (id) VALUES ('kept')").run();
  });
}

it('is worked with beside what was added, and keeps its schema', async () => {
  upgrade(next(1));
  await desk.open();
  expect(await desk.see('session.current', {})).toMatchObject({ error: null });
  await desk.must('plans.create', aNewPlan(2));
  await desk.must('drafts.save', { key: 'form', form: 'plans.create', body: { typed: 'words' } });
  expect((await desk.see('drafts.get', { key: 'form' })).draft?.body).toEqual({ typed: 'words' });
  const path = join(desk.root, 'file.txt');
  writeFileSync(path, 'bytes');
  expect(await desk.must('files.add', { path, fileName: 'file.txt', mediaType: 'text/plain' })).toMatchObject(
    {
      state: 'here',
    },
  );
  expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 2 });
  expect((await desk.see('outbox.list', { show: 'history' })).items).toHaveLength(2);
  await desk.close();
  inFile((db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare("SELECT value FROM identity WHERE key = 'readableBy'").pluck().get()).toBe('1');
    expect(db.prepare('SELECT place FROM commands').pluck().all()).toEqual(['desk', 'desk']);
    expect(db.prepare('SELECT id FROM more').pluck().all()).toEqual(['kept']);
    // The newer program finds its own file again.
    expect(migrate(connect(db), next(1)).ok).toBe(true);
  });
});

it.each([
  ['it says that only newer programs can', true],
  ['it says nothing: its program ended before it could', false],
])('is not touched where %s', async (_why, says) => {
  upgrade(next(2), says);
  const before = readFileSync(join(desk.folder(), 'outbox.db'));
  await desk.open();
  expect(await desk.see('session.current', {})).toMatchObject({
    error: { code: 'schema_too_new', params: { found: 2, known: 1 } },
  });
  await desk.close();
  expect(readFileSync(join(desk.folder(), 'outbox.db')).equals(before)).toBe(true);
});

it('is not recovered by us when it is damaged: a new file of ours would not hold all of it', async () => {
  upgrade(next(1));
  const file = join(desk.folder(), 'outbox.db');
  const broken = readFileSync(file);
  broken.fill(0xab, 4096, 3 * 4096);
  writeFileSync(file, broken);
  await desk.open();
  expect(await desk.see('session.current', {})).toMatchObject({ error: { code: 'schema_too_new' } });
  await desk.close();
  expect(readFileSync(file).equals(broken)).toBe(true);
});

it('may hold states, authorities and refusals that we do not know: they are kept and shown', async () => {
  const change = (sql: string) => inFile((db) => db.prepare(sql).run());
  await desk.open();
  await desk.must('plans.create', aNewPlan(2));
  await desk.must('plans.create', aNewPlan(3));
  await desk.must('plans.edit', { id: idOf(2), changes: [{ field: 'contact', from: 'Li', to: 'Wu' }] });
  await desk.close();
  change("UPDATE commands SET state = 'scheduled', authority = 'centre' WHERE no = 2");
  change(`UPDATE commands SET state = 'rejected', error = '{"code":"of_tomorrow"}' WHERE no = 3`);
  upgrade(next(1));
  await desk.open();
  const { items } = await desk.see('outbox.list', { show: 'attention' });
  expect(items).toMatchObject([
    { state: 'rejected', error: { code: 'client_too_old' } },
    { state: 'held', authority: 'server' },
  ]);
  expect(await desk.see('sync.status', {})).toMatchObject({ attention: 2 });
  server.answerInstead = { name: 'plans.edit', outcome: { kind: 'rejected', error: { code: 'not_found' } } };
  expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 1, rejected: 1, postponed: false });
  await desk.close();
  inFile((db) => {
    const states = db.prepare("SELECT state, authority FROM commands WHERE state = 'scheduled'").all();
    expect(states).toEqual([{ state: 'scheduled', authority: 'centre' }]);
    expect(
      db
        .prepare(`SELECT error FROM commands WHERE name = 'plans.create' AND state = 'rejected'`)
        .pluck()
        .get(),
    ).toBe('{"code":"of_tomorrow"}');
  });
});
