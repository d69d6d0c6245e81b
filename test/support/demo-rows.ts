// The rows of the demo, in memory: plans in every state up to 采购办's desk, projects with their sections, announcements in every state, each step by the
// person whose work it is.

import { type DemoWorld, demoSeed } from '#demo/data/demo-world.ts';
import type { DemoPlan } from '#demo/data/plans.ts';
import { randomOf } from '#demo/data/random.ts';
import { seedDemo } from '#demo/seed.ts';
import { seedAnnouncements, seedIntentions } from '#demo/seed-announcements.ts';
import { must, type SeedServer } from '#demo/seed-steps.ts';
import { sectionsOf } from '#demo/trading-centre/sections.ts';
import { planBody } from '#shared/contract/exchange.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { entities } from '#shared/domain/entities.ts';
import { isFiled, plans } from '#shared/domain/plans/model.ts';
import { startOfDay } from '#shared/kernel/dates.ts';
import { Store } from '#test/builders/store.ts';

const today = '2026-11-23';
const platform = {
  inboxUrl: 'http://127.0.0.1:9/exchange/inbox',
  keyId: 'k1',
  publicKey: `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`,
};

export async function demoRows(count: number): Promise<{ readonly store: Store; readonly world: DemoWorld }> {
  const store = new Store();
  store.now = startOfDay(today) + 9 * 3_600_000;
  const server = seedServer(store);
  const seeded = await seedDemo(server, { today, platform, plans: count });
  for (const plan of seeded.plans) arrived(store, plan);
  const about = { world: seeded.world, seed: demoSeed, today };
  await seedAnnouncements(server, seeded.plans, about);
  await seedIntentions(server, seeded.plans, about);
  return { store, world: seeded.world };
}

function seedServer(store: Store): SeedServer {
  const kind = (name: string) => {
    const found = entities.get(name);
    if (found === undefined) throw new Error(`no record type ${name}`);
    return found;
  };
  return {
    async runAs(actor, command, input) {
      // Each at a time of its own: lists are in the order of the last change.
      store.now += 1;
      return store.run(actor, command, input);
    },
    row: async (entity, id) => (store.has(kind(entity), id) ? store.get(kind(entity), id) : null),
    rows: async (entity, where) =>
      store
        .all(kind(entity))
        .filter((row) =>
          Object.entries(where).every(([column, value]) => kind(entity).columns[column]?.read(row) === value),
        ),
    ensurePassword: async () => undefined,
    storeFile: async () => undefined,
  };
}

/** The centre divides a filed plan into its sections. */
function arrived(store: Store, { id, content }: DemoPlan): void {
  const plan = store.get(plans, id);
  if (!isFiled(plan) || plan.status === 'cancelled') return;
  const random = randomOf(`sections of ${id}`);
  const sections = sectionsOf(planBody(plan, plan.projectId), 1).map((arrival) => ({
    id: random.uuid(store.now),
    lotUid: random.uuid(store.now),
    version: 1,
    pushedAt: store.now,
    content: arrival,
  }));
  const centre: Actor = {
    accountId: id,
    name: '',
    role: 'trading_platform',
    organisationId: null,
    regionCodes: [],
    platformId: content.platformId,
  };
  must(store.run(centre, 'sections.receive', { planId: id, planNo: plan.planNo, sections }), 'sections');
}
