// Whatever is lost, repeated, reordered, delayed, refused or restarted between the two: when it is quiet again, every plan has been
// answered, both hold the same sections, and each message has been carried out exactly once. A failing run prints its seed and path.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, office } from '#test/support/exchange.ts';

const minute = 60_000;
const day = 1440 * minute;
const names = ['a', 'b', 'c'] as const;
/** EXCHANGE_RUNS makes it thorough. */
const runs = Number(process.env['EXCHANGE_RUNS'] ?? 15);
const budgets = [80_000_000, 150_000_000, 600_000_000] as const;

const fault = fc.oneof(
  fc.record({ lose: fc.record({ rate: fc.constantFrom(0, 0.3, 0.7) }) }),
  fc.record({ lose: fc.record({ next: fc.integer({ min: 1, max: 6 }) }) }),
  fc.record({ repeat: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ reorder: fc.boolean() }),
  fc.record({ delayMs: fc.constantFrom(0, minute, 60 * minute) }),
  fc.record({ answerDelayMs: fc.constantFrom(0, minute, 60 * minute) }),
  fc.record({ signWrongly: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ wrongClock: fc.constantFrom(0, 5 * minute, -2 * day) }),
  fc.record({
    answerStatus: fc.record({ status: fc.constantFrom(404, 500, 503), times: fc.constantFrom(1, 3) }),
  }),
  fc.record({ silent: fc.boolean() }),
);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      plan: fc.constantFrom(...names),
      budget: fc.constantFrom(...budgets),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), plan: fc.constantFrom(...names) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fault' as const), fault }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('cut' as const), requests: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('restart' as const, 'gateway' as const, 'centre' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      ms: fc.constantFrom(1000, minute, 40 * minute),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(world: ExchangeWorld, next: Step): Promise<void> {
  switch (next.kind) {
    case 'change': {
      const { budget } = next;
      const content = { budgetAmount: budget, ceilingPrice: budget };
      const known = (await world.exists(next.plan)) ? await world.plan(next.plan) : undefined;
      if (known === undefined) await world.filePlan(next.plan, content);
      else if (known.status !== 'cancelled') await world.changePlan(content, next.plan);
      return;
    }
    case 'cancel':
      // Refused where there is nothing to cancel.
      await world.run(office, 'plans.cancel', { id: anId(next.plan), reason: 'not needed' });
      return;
    case 'fault':
      await world.centre.control(next.fault);
      return;
    case 'cut': {
      let left = next.requests;
      world.intercept(() => {
        left -= 1;
        if (left >= 0) throw new Error('cut');
      });
      return;
    }
    case 'restart':
      world.restartCentre();
      return;
    case 'gateway':
      await world.gateway.tick();
      return;
    case 'centre':
      await world.centre.tick();
      return;
    case 'settle':
      await world.settle(next.ms);
  }
}

async function becomeQuiet(world: ExchangeWorld): Promise<void> {
  world.intercept(null);
  await world.centre.control({
    lose: { rate: 0 },
    repeat: 0,
    reorder: false,
    delayMs: 0,
    answerDelayMs: 0,
    signWrongly: 0,
    wrongClock: 0,
    answerStatus: null,
    silent: false,
  });
  for (let days = 0; days < 3; days += 1) {
    await world.settle(day);
    await world.gateway.daily();
  }
  await world.settle(day);
}

describe.each(oneDatabase())('exchange under failures on $name', (engine) => {
  it('both sides agree when it is quiet again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 25 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        async (steps, chance) => {
          const db = await engine.open();
          try {
            const world = await exchangeWorld(db.database, { random: () => Number(chance.next().value) });
            for (const next of steps) await take(world, next);
            await becomeQuiet(world);
            await expectAgreement(world);
            await expectOnce(world, db.database);
          } finally {
            await db.close();
          }
        },
      ),
      { numRuns: runs },
    );
  });
});

/** Every message of ours is answered, every plan of ours is as the centre knows it, and the sections are the same. */
async function expectAgreement(world: ExchangeWorld): Promise<void> {
  const open = (await world.outbox()).filter(({ state }) => state !== 'accepted');
  expect(open.map(({ type, state, code }) => [type, state, code])).toEqual([]);
  const centre = world.centre.state();
  expect(centre.held).toBe(0);
  for (const name of names) {
    if (!(await world.exists(name))) continue;
    const [plan, project] = [await world.plan(name), await world.project(name)];
    const theirs = centre.plans.find(({ body }) => body.planId === plan.id);
    expect(project.push.status).toBe('accepted');
    expect(theirs?.withdrawn).toBe(plan.status === 'cancelled');
    expect(theirs?.body.content.budgetAmount).toBe(plan.content.budgetAmount);
    const ours = (await world.sections(name)).filter(({ status }) => status !== 'cancelled');
    const live = centre.sections.filter((section) => section.planId === plan.id && !section.cancelled);
    const byUid = (a: { lotUid: string }, b: { lotUid: string }) => (a.lotUid < b.lotUid ? -1 : 1);
    expect(
      ours
        .map(({ lotUid, platformVersion, name: title, budget }) => ({
          lotUid,
          platformVersion,
          title,
          budget,
        }))
        .sort(byUid),
    ).toEqual(
      live
        .map(({ lotUid, version, content }) => ({
          lotUid,
          platformVersion: version,
          title: content.name,
          budget: content.budget,
        }))
        .sort(byUid),
    );
    expect(project.sectionCount).toBe(live.length);
  }
}

/** Each message of the centre ran its command once: the audit log holds one entry for each. */
async function expectOnce(
  world: ExchangeWorld,
  database: Parameters<typeof exchangeWorld>[0],
): Promise<void> {
  const count = async (sql: string) => (await database.query<{ n: number }>(sql)).rows[0]?.n;
  const messages = await count(`SELECT count(*) AS n FROM exchange_inbox WHERE type LIKE 'section.%'`);
  expect(await count(`SELECT count(*) AS n FROM audit_log WHERE role = 'trading_platform'`)).toBe(messages);
  const sent = world.centre.state().outgoing.filter(({ type }) => type.startsWith('section.'));
  expect(sent.length).toBe(messages);
  const answers = await database.query<{ msg_id: string; state: string }>(
    `SELECT msg_id, state FROM exchange_inbox WHERE type LIKE 'section.%'`,
  );
  const ours = new Map(answers.rows.map(({ msg_id, state }) => [msg_id, state]));
  expect(sent.map(({ msgId, answer }) => [msgId, answer])).toEqual(
    sent.map(({ msgId }) => [msgId, ours.get(msgId)]),
  );
}
