// Fills a server with the demo world through its own commands, each by the person who would do it: no row is written past the rules. What is
// there already is left alone, so that seeding twice, or again after it was broken off, changes nothing more.
import { platformSchema } from '#shared/domain/admin/model.ts';
import { type Plan, planSchema } from '#shared/domain/plans/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { demoPassword } from './data/accounts.ts';
import { demoFiles, demoPapers } from './data/demo-files.ts';
import { type DemoWorld, demoPlanCount, demoSeed, demoWorld } from './data/demo-world.ts';
import type { DemoPlan, PlanGoal } from './data/plans.ts';
import { type CentreAddress, demoCalendar, demoNumberPatterns, demoPlatforms } from './data/set-up.ts';
import { longPatienceMs } from './patience.ts';
import { seedAnnouncements, seedIntentions } from './seed-announcements.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

/** Of the trading centre's simulator, so that some plans can wait for their sections. Without one, plans wait as filed. */
export type SeedCentre = { withholdSections(on: boolean): Promise<void> };

export type SeedOptions = {
  readonly today: PlainDate;
  readonly platform: CentreAddress;
  readonly seed?: string;
  readonly plans?: number;
  /** Which of them; without it all. */
  readonly only?: (plan: DemoPlan, index: number) => boolean;
  /** Stop at the unit's own work and 采购办's desk: nothing is filed. */
  readonly fileNothing?: boolean;
  readonly centre?: SeedCentre;
  /** Also announce what has its sections; needs a centre that sends them. `all`: the notice of each of them is published. */
  readonly announce?: boolean | 'all';
};

export type Seeded = { readonly world: DemoWorld; readonly plans: readonly DemoPlan[] };

export async function seedDemo(server: SeedServer, options: SeedOptions): Promise<Seeded> {
  const world = demoWorld(options.seed ?? demoSeed);
  await seedSetUp(server, world, options.platform);
  for (const { bytes } of [...Object.values(demoFiles), ...Object.values(demoPapers)])
    await server.storeFile(bytes);
  const considered = [...world.plans(options.plans ?? demoPlanCount, options.today)];
  const plans = considered.filter(options.only ?? (() => true));
  const now = plans.filter(({ goal }) => goal !== 'pushed');
  const later = plans.filter(({ goal }) => goal === 'pushed');
  for (const plan of now) await drive(server, plan, options);
  if (options.centre === undefined) {
    for (const plan of later) await drive(server, plan, options);
    return { world, plans };
  }
  const waited = now.filter(({ goal }) => goal === 'sections_received');
  await reached(server, waited, 'sections_received', options);
  await options.centre.withholdSections(true);
  for (const plan of later) await drive(server, plan, options);
  await reached(server, later, 'pushed', options);
  await options.centre.withholdSections(false);
  const { seed = demoSeed, today, announce } = options;
  if (announce === 'all') {
    await seedAnnouncements(server, waited, { world, seed, today, goal: 'published' });
  } else if (announce === true) {
    await seedAnnouncements(server, waited, { world, seed, today });
    await seedIntentions(server, plans, { seed, today });
  }
  return { world, plans };
}

async function seedSetUp(server: SeedServer, world: DemoWorld, address: CentreAddress): Promise<void> {
  const admin = actorOf(world.account('guanli'));
  const missing = async (entity: string, id: Id) => (await server.row(entity, id)) === null;
  const run = async (command: string, input: unknown) => {
    must(await server.runAs(admin, command, input), command);
  };
  for (const { row } of world.organisations) {
    if (await missing('organisations', row.id)) await run('organisations.save', { organisation: row });
  }
  for (const account of world.accounts) {
    if (await missing('accounts', account.id)) await run('accounts.save', { account });
    await server.ensurePassword(account.id, demoPassword);
  }
  for (const { id, calendar, source } of demoCalendar) {
    if (await missing('calendar_years', id)) await run('holidays.publish', { calendar, source });
  }
  for (const { id, pattern } of demoNumberPatterns) {
    if (await missing('number_patterns', id)) await run('numberPatterns.set', { id, pattern });
  }
  for (const { publicKeys, ...platform } of demoPlatforms(address)) {
    const { id } = platform;
    if (await missing('platforms', id)) await run('platforms.save', { platform });
    const held = platformSchema.parse(await server.row('platforms', id)).publicKeys;
    for (const { keyId, publicKey } of publicKeys) {
      if (held.some((known) => known.keyId === keyId)) continue;
      await run('platforms.addKey', { platformId: id, keyId, publicKey });
    }
  }
}

/** The steps to each goal, in order. A plan that is further than a step already skips it. */
const stepsTo: Readonly<Record<PlanGoal, readonly Step[]>> = (() => {
  const review: readonly Step[] = ['create', 'submit'];
  const office: readonly Step[] = [...review, 'approve'];
  return {
    incomplete: ['create'],
    draft: ['create'],
    unit_review: review,
    returned_by_unit: [...review, 'return'],
    office_review: office,
    returned_by_office: [...office, 'officeReturn'],
    filed: [...office, 'file'],
    pushed: [...office, 'file'],
    sections_received: [...office, 'file'],
    cancelled: [...office, 'file', 'cancel'],
  };
})();
type Step = 'create' | 'submit' | 'approve' | 'return' | 'officeReturn' | 'file' | 'cancel';

async function drive(server: SeedServer, plan: DemoPlan, { fileNothing }: SeedOptions): Promise<void> {
  const { id } = plan;
  const held = await server.row('plans', id);
  const done = held === null ? [] : planSchema.parse(held).history.map(({ action }) => action);
  const clerk = actorOf(plan.clerk);
  for (const step of stepsTo[plan.goal]) {
    if (done.includes(`plans.${step}`)) continue;
    if (fileNothing === true && step === 'file') return;
    switch (step) {
      case 'create':
        must(await server.runAs(clerk, 'plans.create', { id, content: plan.content }), step);
        break;
      case 'submit':
        await submitted(server, clerk, 'plans.submit', id);
        break;
      case 'approve':
        must(await server.runAs(actorOf(plan.reviewer), 'plans.approve', { id, note: '同意' }), step);
        break;
      case 'return':
        must(await server.runAs(actorOf(plan.reviewer), 'plans.return', { id, reason: plan.reason }), step);
        break;
      default: {
        const input = step === 'file' ? { id } : { id, reason: plan.reason };
        must(await server.runAs(actorOf(plan.office), `plans.${step}`, input), step);
      }
    }
  }
}

const pollMs = 50;
const withSections: ReadonlySet<Plan['status']> = new Set(['sections_received', 'in_execution']);

async function reached(
  server: SeedServer,
  plans: readonly DemoPlan[],
  status: Plan['status'],
  { fileNothing }: SeedOptions,
): Promise<void> {
  if (fileNothing === true) return;
  for (const { id, content } of plans) {
    const until = performance.now() + longPatienceMs;
    for (;;) {
      const plan = planSchema.parse(await server.row('plans', id));
      if (plan.status === status || withSections.has(plan.status)) break;
      if (performance.now() > until) throw new Error(`${content.projectName} stays ${plan.status}`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
}
