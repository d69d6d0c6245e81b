// The same seeding on a real server with the trading centre's simulator beside it: then plans come into every state there is.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CentralServer, createCentralServer } from '#server/create-server.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open.ts';
import { publicKeyText } from '#server/exchange/signatures.ts';
import { awardChangeSchema, changeStatuses } from '#shared/domain/award-changes/model.ts';
import { awardSchema } from '#shared/domain/awards/model.ts';
import { acceptanceSchema, acceptanceStatuses } from '#shared/domain/contracts/acceptances/model.ts';
import { breachSchema } from '#shared/domain/contracts/breaches/model.ts';
import { contractSchema, contractStatuses, isInForce } from '#shared/domain/contracts/model.ts';
import { paymentSchema, paymentStatuses } from '#shared/domain/contracts/payments/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import { announcedResult } from '#shared/domain/projects/gates.ts';
import { sectionSchema } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { supplierIdOf, supplierSchema } from '#shared/domain/suppliers/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { demoPassword } from './data/accounts.ts';
import { bannedSupplier, renamedSupplier } from './data/awards.ts';
import { demoWorld } from './data/demo-world.ts';
import { demoRegions } from './data/regions.ts';
import { platformIdOf, unreachableRegions } from './data/set-up.ts';
import { seedDemo } from './seed.ts';
import { seedAcceptances } from './seed-acceptances.ts';
import { seedAwardChanges } from './seed-award-changes.ts';
import { awardsAt, awardsWanted, seedAwards } from './seed-awards.ts';
import { seedBreaches } from './seed-breaches.ts';
import { seedContracts } from './seed-contracts.ts';
import { followedBefore, followedPlans } from './seed-courses.ts';
import { changesWanted, plansToChange, seedMethodChanges } from './seed-method-change.ts';
import { seedPayments } from './seed-payments.ts';
import type { SeedServer } from './seed-steps.ts';
import { demoUnit, plansConsidered, plansFollowed } from './start/selection.ts';
import { createTradingCentre, type TradingCentre } from './trading-centre/centre.ts';
import type { EvaluateOrder, OpenOrder } from './trading-centre/orders.ts';

const month = 30 * 86_400_000;
const plans = 100;
let folder: string;
let database: Database;
let server: CentralServer;
let centre: TradingCentre;
let ticking = true;
let ticks: Promise<void>;
/** How far the server's clock is put back while what lies in the past is made. */
let behind = 0;
const { privateKey } = generateKeyPairSync('ed25519');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengcai-seed-'));
  database = await openDatabase({});
  const created = await createCentralServer({
    database,
    clock: () => Date.now() - behind,
    randomBytes,
    log: pino({ level: 'silent' }),
    dataFolder: folder,
    exchangeTransport: async (url, body) => {
      const answer = url.includes(':9/') ? undefined : centre.receive(body);
      if (answer === undefined) throw new Error('no answer');
      return answer;
    },
    settings: { passwordCost: { memory: 1024, passes: 1 } },
  });
  if (!created.ok) throw new Error(created.error.code);
  server = created.value;
  const { gateway } = server;
  const keys = await gateway.deps.keys.list();
  const reached = demoRegions.filter(({ code }) => !unreachableRegions.has(code));
  centre = createTradingCentre({
    platformIds: reached.flatMap(({ code }) => platformIdOf(code) ?? []),
    serverId: 'zhengcai',
    clock: Date.now,
    random: Math.random,
    randomBytes,
    signingKey: { keyId: 'centre-1', privateKey },
    serverKeys: () => keys,
    post: async (body) => {
      const answer = await gateway.receive(body);
      return { status: answer.status, body: JSON.stringify(answer.body) };
    },
    store: { load: () => [], save: () => undefined },
  });
  ticks = (async () => {
    while (ticking) {
      await gateway.tick();
      await centre.tick();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
});

async function quiet(): Promise<void> {
  ticking = false;
  await ticks;
}

afterAll(async () => {
  await quiet();
  await server.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const common = {
  platform: {
    inboxUrl: 'http://127.0.0.1:1/exchange/inbox',
    keyId: 'centre-1',
    publicKey: publicKeyText(privateKey),
  },
  centre: {
    withholdSections: async (on: boolean) => {
      await centre.control({ delayMs: on ? month : 0 });
    },
  },
};

async function clocksBack(by: number): Promise<void> {
  behind = by;
  await centre.control({ delayMs: 0, wrongClock: -by, opensAfterMs: null });
}

it('brings results into every state, on the days after their openings, and changes nothing when it is done again', async () => {
  await clocksBack(followedBefore);
  const isFollowed = followedPlans(({ unit }) => unit.slug === demoUnit, [...changesWanted, ...awardsWanted]);
  const { plans: all } = await seedDemo(server.operations, {
    ...common,
    today: toPlainDate(Date.now() - behind),
    plans: plansFollowed,
    only: (plan, index) => index >= plansConsidered && isFollowed(plan),
    announce: 'all',
  });
  const toChange = plansToChange(all);
  const followed = all.filter((plan) => !toChange.includes(plan));
  expect(followed).toHaveLength(awardsWanted.length);
  await clocksBack(Date.now() - (await awardsAt(server.operations, followed)));
  const options = {
    today: toPlainDate(Date.now() - behind),
    centre: {
      open: async (order: OpenOrder) => void centre.open(order),
      evaluate: async (order: EvaluateOrder) => void centre.evaluate(order),
    },
  };
  await seedAwards(server.operations, followed, options);
  const inState = async (status: string) =>
    (await server.operations.rows('awards', { status })).map((row) => awardSchema.parse(row));
  for (const status of ['draft', 'review', 'returned', 'confirmed']) {
    expect(await inState(status), status).not.toEqual([]);
  }
  const published = await inState('published');
  expect(published.some(({ content }) => content.passedOver.length > 0)).toBe(true);
  expect(published.some(({ content }) => content.members.length > 0)).toBe(true);
  const numbers = published.map(({ letter }) => letter?.no);
  expect(new Set(numbers).size).toBe(published.length);
  expect(await server.operations.rows('announcements', { type: 'RESULT', status: 'published' })).not.toEqual(
    [],
  );
  const supplier = async (uscc: string) =>
    supplierSchema.parse(await server.operations.row('suppliers', supplierIdOf(uscc)));
  const { before, name } = renamedSupplier;
  expect(await supplier(before.uscc)).toMatchObject({ name, earlierNames: [{ name: before.name }] });
  expect((await supplier(bannedSupplier.uscc)).bans).toHaveLength(1);
  await seedContracts(server.operations, followed);
  const contracts = (await server.operations.rows('contracts', {})).map((row) => contractSchema.parse(row));
  expect(new Set(contracts.map(({ status }) => status))).toEqual(new Set(contractStatuses));
  for (const { sectionId, publishedAt, announcementId } of contracts) {
    const own = contracts.filter((each) => each.sectionId === sectionId).filter(isInForce);
    const section = sectionSchema.parse(await server.operations.row('sections', sectionId));
    expect([section.status, liveContracts(section).length]).toEqual([
      own.length > 0 ? 'contracted' : 'awarded',
      own.length,
    ]);
    expect(announcementId === null).toBe(publishedAt === null);
  }
  await seedAwardChanges(server.operations, followed, options);
  const changes = (await server.operations.rows('award_changes', {})).map((row) =>
    awardChangeSchema.parse(row),
  );
  expect(new Set(changes.map(({ status }) => status))).toEqual(new Set(changeStatuses));
  // For the first contract, the first change, and one to spare.
  const free = (await server.operations.rows('sections', { status: 'awarded' }))
    .map((row) => sectionSchema.parse(row))
    .filter((section) => announcedResult(section) !== undefined)
    .filter(({ id, contracts: signed }) => {
      return signed.length === 0 && !changes.some(({ sectionId }) => sectionId === id);
    });
  expect(free.length).toBeGreaterThanOrEqual(3);
  let ran = 0;
  const counting: SeedServer = {
    ...server.operations,
    runAs: (...command) => {
      ran += 1;
      return server.operations.runAs(...command);
    },
  };
  await seedAwards(counting, followed, options);
  await seedContracts(counting, followed);
  await seedAwardChanges(counting, followed, options);
  expect(ran).toBe(0);
  await clocksBack(0);
  await seedAcceptances(server.operations, followed, toPlainDate(Date.now()));
  const accepted = (await server.operations.rows('acceptances', {})).map((row) =>
    acceptanceSchema.parse(row),
  );
  expect(new Set(accepted.map(({ status }) => status))).toEqual(new Set(acceptanceStatuses));
  await seedAcceptances(counting, followed, toPlainDate(Date.now()));
  expect(ran).toBe(0);
  await seedPayments(server.operations, followed, toPlainDate(Date.now()));
  const paid = (await server.operations.rows('payments', {})).map((row) => paymentSchema.parse(row));
  expect(new Set(paid.map(({ status }) => status))).toEqual(new Set(paymentStatuses));
  await seedPayments(counting, followed, toPlainDate(Date.now()));
  expect(ran).toBe(0);
  await seedBreaches(server.operations, followed, toPlainDate(Date.now()));
  const breached = (await server.operations.rows('breaches', {})).map((row) => breachSchema.parse(row));
  expect(new Set(breached.map(({ status }) => status))).toEqual(
    new Set(['notified', 'heard', 'review', 'decided']),
  );
  await seedBreaches(counting, followed, toPlainDate(Date.now()));
  expect(ran).toBe(0);

  const now = { ...options, today: toPlainDate(Date.now()) };
  await seedMethodChanges(server.operations, toChange, now);
  const sections = (await server.operations.rows('sections', {})).map((row) => sectionSchema.parse(row));
  const failed = sections.filter(({ status }) => status === 'failed');
  expect(failed.some(({ successor }) => successor === null)).toBe(true);
  const succeeded = failed.flatMap(({ id, successor }) => (successor === null ? [] : [{ id, successor }]));
  expect(succeeded).not.toEqual([]);
  for (const { id, successor } of succeeded) {
    const own = sections.find((section) => section.id === successor.sectionId);
    expect(own?.predecessor?.sectionId).toBe(id);
  }
  await seedMethodChanges(counting, toChange, now);
  expect(ran).toBe(0);
});

it('brings plans into every state, and changes nothing when it is done again', async () => {
  const options = { ...common, today: toPlainDate(Date.now()), plans, announce: true };
  const seeded = await seedDemo(server.operations, options);
  const states = new Map<string, number>();
  for (const { id } of seeded.plans) {
    const { status } = planSchema.parse(await server.operations.row('plans', id));
    states.set(status, (states.get(status) ?? 0) + 1);
  }
  for (const status of [
    'draft',
    'unit_review',
    'returned',
    'office_review',
    'filed',
    'pushed',
    'sections_received',
    'in_execution',
    'cancelled',
  ]) {
    expect(states.get(status), status).toBeGreaterThan(0);
  }

  for (const where of [
    { status: 'draft' },
    { status: 'review' },
    { status: 'published', type: 'TENDER' },
    { status: 'published', type: 'CORRECTION' },
    { status: 'published', type: 'TERMINATION' },
    { status: 'published', type: 'INTENTION' },
  ]) {
    const rows = await server.operations.rows('announcements', where);
    expect(rows, JSON.stringify(where)).not.toEqual([]);
  }

  // What is still on its way between the two settles no more.
  await quiet();
  const head = async () => (await database.query('SELECT seq, audit_no FROM feed_head')).rows;
  const before = await head();
  await seedDemo(server.operations, options);
  expect(await head()).toEqual(before);
});

it('lets every role sign in with the documented password', async () => {
  const roles = new Map(demoWorld().accounts.map((account) => [account.role, account]));
  expect(roles.size).toBe(7);
  for (const { username } of roles.values()) {
    const answer = await server.http.inject({
      method: 'POST',
      url: '/auth/sign-in',
      payload: { username, password: demoPassword, deskId: crypto.randomUUID() },
    });
    expect(answer.statusCode, `${username}: ${answer.body}`).toBe(200);
  }
});

it('refers, for every row, to the very files that its text names', async () => {
  const named = new Set<string>();
  for (const entity of entities.keys()) {
    const { rows } = await database.query<{ id: string; text: string }>(
      `SELECT id, body::text AS text FROM ${entity}`,
    );
    for (const { id, text } of rows) {
      // In JSON text an inner quotation mark is always escaped: these are members, never words inside a value.
      for (const [, sha256] of text.matchAll(/"sha256":"([0-9a-f]{64})"/g)) {
        named.add(`${entity} ${id} ${sha256}`);
      }
    }
  }
  const { rows } = await database.query<{ ref: string }>(
    "SELECT entity || ' ' || row_id || ' ' || sha256 AS ref FROM attachment_refs",
  );
  expect(rows.map(({ ref }) => ref).toSorted()).toEqual([...named].toSorted());
  expect(named.size).toBeGreaterThan(0);
});
