// Kill −9 of a real server process a hundred times while desks push and pull, most of the time when it has just acknowledged commands: nothing
// acknowledged is missing, nothing took effect twice, and the server starts again by itself each time, also when it was killed while it started.
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type Random, randomOf } from '#demo/data/random.ts';
import { openDatabase } from '#server/db/open.ts';
import { type PostgresServer, postgresServer } from '#test/support/postgres.ts';
import { endAll, eventually, type Folder, pause, temporaryFolder } from '#test/support/processes.ts';
import { seedPassword } from '#test/support/seed.ts';
import { beginServer, type ServerOptions, startServer } from '#test/support/server-process.ts';
import { WireDesk } from '#test/support/wire-desk.ts';
import { equalToServer, everyCommandOnce, feedHasNoGaps, must, pagesAreTheFeed, readFeed } from './proof.ts';
import { accountsOf, foundTown } from './town.ts';
import { oneStep } from './workload.ts';

/** More of them by hand: `KILLS=1000 npm run test:process -- kill`. */
const kills = Number(process.env['KILLS'] ?? 100);

let postgres: PostgresServer;
let folder: Folder;

beforeAll(async () => {
  postgres = await postgresServer();
  folder = await temporaryFolder();
  return async () => {
    await postgres.stop();
    await folder.remove();
  };
});
afterEach(endAll);

/** The server as its desks see it: where it is now, if it is. */
type Address = { origin: string };
/** A server that is killed is worth its kill when it has carried out so many commands before. */
const worked = { least: 2, most: 6 };
const nowhere = 'http://127.0.0.1:9';

it('on PostgreSQL, two processes at a time', async () => {
  const url = await postgres.createDatabase();
  await foundTown({ url });
  const options = { url, folder: folder.path };
  const addresses: readonly Address[] = [{ origin: nowhere }, { origin: nowhere }];
  await underFire(addresses, kills / 2, options);
});

it('on the embedded database', async () => {
  const own = await temporaryFolder();
  try {
    await foundTown({ folder: `${own.path}/database` });
    await underFire([{ origin: nowhere }], kills / 10, { folder: own.path });
  } finally {
    await own.remove();
  }
});

/** Kills each server so many times while the desks go on, then lets everything come to rest and looks at what is there. */
async function underFire(
  addresses: readonly Address[],
  times: number,
  options: ServerOptions,
): Promise<void> {
  const stop = { now: false };
  const names = people();
  const desks = names.map(
    (_, index) => new WireDesk(() => addresses[index % addresses.length]?.origin ?? nowhere),
  );
  await inPeace(addresses, options, async () => {
    for (const [index, desk] of desks.entries()) must(await desk.signIn(names[index] ?? '', seedPassword));
  });
  const work = desks.map((desk, index) => goOn(desk, randomOf(`fire/${index}`), stop));
  const counts = await Promise.all(
    addresses.map((address, index) =>
      shoot(
        { address, desks: desks.filter((_, desk) => desk % addresses.length === index) },
        times,
        options,
        randomOf(`shots/${index}`),
      ),
    ),
  );
  stop.now = true;
  await Promise.all(work);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(times * addresses.length);

  await inPeace(addresses, options, async () => {
    for (const desk of desks) while (desk.pending.length > 0) must(await desk.push());
    for (const desk of desks) must(await desk.pullAll());
  });
  await inspect(desks, options, times);
}

async function inPeace(addresses: readonly Address[], options: ServerOptions, work: () => Promise<void>) {
  const server = await startServer(options);
  for (const address of addresses) address.origin = server.origin;
  await work();
  for (const address of addresses) address.origin = nowhere;
  await server.running.stop();
}

async function inspect(desks: readonly WireDesk[], { url, folder: data }: ServerOptions, atLeast: number) {
  const database = await openDatabase(url === undefined ? { folder: `${data}/database` } : { url });
  try {
    const feed = await readFeed(database);
    feedHasNoGaps(feed);
    await everyCommandOnce(database, desks);
    for (const desk of desks) {
      pagesAreTheFeed(feed, desk);
      await equalToServer(database, desk);
    }
    // Otherwise nothing has been shown.
    expect(applied(desks)).toBeGreaterThan(atLeast);
  } finally {
    await database.close();
  }
}

function people(): readonly string[] {
  const clerks = accountsOf('purchaser_clerk').slice(0, 3);
  const units = new Set(clerks.map(({ organisationId }) => organisationId));
  const reviewers = accountsOf('purchaser_reviewer').filter(({ organisationId }) =>
    units.has(organisationId),
  );
  return [...clerks, ...reviewers, ...accountsOf('procurement_office').slice(0, 1)].map(
    ({ username }) => username,
  );
}

type Target = { readonly address: Address; readonly desks: readonly WireDesk[] };

function applied(desks: readonly WireDesk[]): number {
  return desks.flatMap((desk) => [...desk.settled.values()]).filter(({ kind }) => kind === 'applied').length;
}

/** Starts the server and kills it: one time in five while it starts, else when its desks have had enough commands carried out by it. */
async function shoot(
  { address, desks }: Target,
  times: number,
  options: ServerOptions,
  random: Random,
): Promise<number> {
  let count = 0;
  /** How long a start takes on this machine at this hour, as far as is known. */
  let startMs = 0;
  for (; count < times; count += 1) {
    const begun = performance.now();
    const starting = beginServer(options);
    if (count % 5 === 4) {
      await pause(random.next() * startMs);
    } else {
      const origin = await starting.origin;
      if (origin === undefined) throw new Error('nobody killed it');
      startMs = performance.now() - begun;
      const enough = applied(desks) + random.int(worked.least, worked.most);
      address.origin = origin;
      await Promise.race([
        eventually('enough commands are carried out', () => applied(desks) >= enough),
        starting.running.ended.then(() => Promise.reject(new Error('nobody killed it'))),
      ]);
      // Not always right after an answer.
      await pause(random.int(0, 50));
    }
    address.origin = nowhere;
    await starting.running.kill();
  }
  return count;
}

/** A desk that does not give up: what could not be sent is sent again. */
async function goOn(desk: WireDesk, random: Random, stop: { now: boolean }): Promise<void> {
  while (!stop.now) {
    if (desk.pending.length < 5) for (let left = random.int(0, 3); left > 0; left -= 1) oneStep(desk, random);
    const pushed = desk.pending.length === 0 || (await desk.push()).ok;
    const pulled = (await desk.pull(random.int(1, 50))).ok;
    if (!pushed || !pulled) await pause(15);
  }
}
