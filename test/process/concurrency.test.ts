// Two server processes on one PostgreSQL, twenty desks pushing and pulling at once over sockets: no change missed, none seen twice, in the
// feed's order; every command exactly once; counts and checksums agree.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomOf } from '#demo/data/random.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open.ts';
import { type PostgresServer, postgresServer } from '#test/support/postgres.ts';
import { endAll, eventually, type Folder, temporaryFolder } from '#test/support/processes.ts';
import { seedPassword } from '#test/support/seed.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { WireDesk } from '#test/support/wire-desk.ts';
import { equalToServer, everyCommandOnce, feedHasNoGaps, must, pagesAreTheFeed, readFeed } from './proof.ts';
import { accountsOf, contentOfUnit, foundTown } from './town.ts';
import { oneStep } from './workload.ts';

const rounds = 25;

let postgres: PostgresServer;
let url: string;
let database: Database;
let folder: Folder;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  postgres = await postgresServer();
  url = await postgres.createDatabase();
  await foundTown({ url });
  folder = await temporaryFolder();
  // One after the other: the first makes the keys that both sign with.
  for (let count = 0; count < 2; count += 1) servers.push(await startServer({ url, folder: folder.path }));
  database = await openDatabase({ url });
});

afterAll(async () => {
  await database.close();
  await endAll();
  await folder.remove();
  await postgres.stop();
});

/** Twenty people; clerks and reviewers of the same units, and some accounts with two desks. */
function people(): readonly string[] {
  const clerks = accountsOf('purchaser_clerk').slice(0, 5);
  const units = new Set(clerks.map(({ organisationId }) => organisationId));
  const reviewers = accountsOf('purchaser_reviewer').filter(({ organisationId }) =>
    units.has(organisationId),
  );
  const offices = accountsOf('procurement_office').slice(0, 2);
  const watchers = [
    ...accountsOf('supervisor').slice(0, 1),
    ...accountsOf('administrator'),
    ...accountsOf('auditor'),
  ];
  const all = [...clerks, ...clerks, ...reviewers, ...offices, ...watchers];
  return all.slice(0, 20).map(({ username }) => username);
}

it('misses nothing, repeats nothing, keeps the order', async () => {
  const names = people();
  expect(names.length).toBe(20);
  const desks = names.map((_, index) => new WireDesk(() => servers[index % servers.length]?.origin ?? ''));
  await Promise.all(
    desks.map(async (desk, index) => {
      must(await desk.signIn(names[index] ?? '', seedPassword));
    }),
  );

  await Promise.all(
    desks.map(async (desk, index) => {
      const random = randomOf(`concurrency/${index}`);
      for (let round = 0; round < rounds; round += 1) {
        must(await desk.pull(random.int(1, 50)));
        for (let count = random.int(0, 4); count > 0; count -= 1) oneStep(desk, random);
        if (desk.pending.length > 0) must(await desk.push());
      }
      while (desk.pending.length > 0) must(await desk.push());
    }),
  );
  for (const desk of desks) must(await desk.pullAll());

  const feed = await readFeed(database);
  feedHasNoGaps(feed);
  await everyCommandOnce(database, desks);
  for (const desk of desks) {
    pagesAreTheFeed(feed, desk);
    await equalToServer(database, desk);
  }
  const applied = desks
    .flatMap((desk) => [...desk.settled.values()])
    .filter(({ kind }) => kind === 'applied');
  // Otherwise nothing has been shown.
  expect(applied.length).toBeGreaterThan(200);
});

it('settles batches that take the same records in opposite orders', async () => {
  const [clerk] = accountsOf('purchaser_clerk');
  if (clerk === undefined) throw new Error('no clerk');
  const desks = Array.from({ length: 6 }, (_, index) => new WireDesk(() => servers[index % 2]?.origin ?? ''));
  for (const desk of desks) must(await desk.signIn(clerk.username, seedPassword));
  const [first] = desks;
  if (first === undefined) throw new Error('no desk');
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const content = contentOfUnit(clerk.organisationId ?? '');
  for (const id of ids) first.add('plans.create', { id, content: { ...content, contact: '', phone: '' } });
  must(await first.push());

  await Promise.all(
    desks.map(async (desk, index) => {
      const random = randomOf(`opposite/${index}`);
      for (let round = 0; round < 15; round += 1) {
        const order = index % 2 === 0 ? ids : [...ids].reverse();
        const change = { field: 'contact', from: '', to: `${index}` };
        for (const id of order) desk.add('plans.edit', { id, changes: [change] });
        for (const id of order)
          desk.add('plans.edit', { id, changes: [{ ...change, from: `${index}`, to: '' }] });
        while (desk.pending.length > 0) {
          must(await desk.push());
          if (random.chance(0.3)) must(await desk.pull());
        }
      }
    }),
  );
  for (const desk of desks) {
    must(await desk.pullAll());
    await equalToServer(database, desk);
  }
  const outcomes = desks.flatMap((desk) => [...desk.settled.values()]);
  expect(outcomes.length).toBe(6 * 15 * 16 + ids.length);
  const codes = outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.error.code : outcome.kind));
  // Each batch is one transaction, so nobody sees the middle of another's.
  expect([...new Set(codes)]).toEqual(['applied']);
});

it('carries out a push again when the database broke a deadlock at its cost', async () => {
  const [clerk] = accountsOf('purchaser_clerk');
  if (clerk === undefined) throw new Error('no clerk');
  const desk = new WireDesk(() => servers[0]?.origin ?? '');
  must(await desk.signIn(clerk.username, seedPassword));
  const ids = Array.from({ length: 3 }, () => randomUUID()).sort();
  const [low = '', middle = '', high = ''] = ids;
  const content = { ...contentOfUnit(clerk.organisationId ?? ''), contact: '' };
  for (const id of ids) desk.add('plans.create', { id, content });
  must(await desk.push());
  const deadlocks = async () => {
    const { rows } = await database.query<{ deadlocks: number }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return rows[0]?.deadlocks ?? 0;
  };
  const before = await deadlocks();
  const lock = 'SELECT 1 FROM plans WHERE id = $1 FOR UPDATE';
  for (const id of ids) {
    desk.add('plans.edit', { id, changes: [{ field: 'contact', from: '', to: '示例' }] });
  }
  const waiting = async (count: number) => {
    const { rows } = await database.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows.length === count;
  };
  // The push takes `low` and waits for `middle`; we hold `high` and wait for `low`. With `middle` let go, it is the push that closes the circle and
  // finds it: we look for one later than any test lasts.
  const { ours, push } = await database.transaction(async (between) => {
    await between.query(lock, [middle]);
    const held = Promise.withResolvers<void>();
    const circle = database.transaction(async (tx) => {
      await tx.query("SET LOCAL deadlock_timeout = '12h'");
      await tx.query(lock, [high]);
      held.resolve();
      await eventually('the push waits for the one between', () => waiting(1));
      await tx.query(lock, [low]);
    });
    await held.promise;
    const pushing = desk.push();
    await eventually('both wait', () => waiting(2));
    return { ours: circle, push: pushing };
  });
  await ours;
  must(await push);
  expect([...desk.settled.values()].map(({ kind }) => kind)).toEqual(
    ids.flatMap(() => ['applied', 'applied']),
  );
  await eventually('the database counts the deadlock', async () => (await deadlocks()) > before);
});
