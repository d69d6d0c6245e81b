// Breaches of the demo, through the commands: of contracts in force, in a few states. What is done already is left alone.
import { type Breach, type BreachContent, breachSchema } from '#shared/domain/contracts/breaches/model.ts';
import { type Contract, contractSchema, isInForce } from '#shared/domain/contracts/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import {
  type BreachStep,
  type DemoBreach,
  decisionContent,
  demoBreaches,
  noticeContent,
  statementOf,
} from './data/breaches.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

type Breached = { readonly plan: DemoPlan; readonly contract: Contract };

export async function seedBreaches(
  server: SeedServer,
  plans: readonly DemoPlan[],
  today: PlainDate,
): Promise<void> {
  const inForce: Breached[] = [];
  for (const plan of plans) {
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (projectId === null) continue;
    const own = (await server.rows('contracts', { projectId })).map((row) => contractSchema.parse(row));
    inForce.push(...own.filter(isInForce).map((contract) => ({ plan, contract })));
  }
  const ordered = inForce.toSorted((a, b) => (a.contract.id < b.contract.id ? -1 : 1));
  for (const [place, own] of demoBreaches.entries()) {
    const of = ordered[place];
    if (of === undefined) return;
    for (const demo of own) await seedBreach(server, of, demo, today);
  }
}

async function seedBreach(
  server: SeedServer,
  of: Breached,
  demo: DemoBreach,
  today: PlainDate,
): Promise<void> {
  const { plan, contract } = of;
  const random = randomOf(`breach/${contract.id}/${demo.kind}`);
  const newId = () => random.uuid(contract.createdAt);
  const id = newId();
  const held = await server.row('breaches', id);
  if (held === null) {
    const content = noticeContent(demo, { today, newId });
    const input = { id, contractId: contract.id, predecessorId: null, content };
    must(await server.runAs(actorOf(plan.clerk), 'breaches.create', input), 'breach');
  }
  const before = held === null ? undefined : breachSchema.parse(held);
  for (const step of demo.steps) if (!isDone(before, step)) await take(server, step, of, id, today);
}

/** An edit leaves no step behind it, but what was decided. */
function isDone(breach: Breach | undefined, step: BreachStep): boolean {
  if (breach === undefined) return false;
  if (step === 'decide') return breach.content.upheld !== null;
  return breach.history.some(({ action }) => action === `breaches.${step}`);
}

async function take(
  server: SeedServer,
  step: BreachStep,
  { plan, contract }: Breached,
  id: string,
  today: PlainDate,
): Promise<void> {
  const clerk = actorOf(plan.clerk);
  const now = breachSchema.parse(await server.row('breaches', id));
  switch (step) {
    case 'notify':
    case 'submit':
      return submitted(server, clerk, `breaches.${step}`, id);
    case 'hear':
      return submitted(server, clerk, 'breaches.hear', id, statementOf(today));
    case 'decide': {
      const changes = Object.entries(decisionContent(contract)).map(([field, to]) => ({
        ...{ field, from: now.content[field as keyof BreachContent], to },
      }));
      return must(await server.runAs(clerk, 'breaches.edit', { id, changes }), step);
    }
    case 'approve': {
      const approval = { id, submittedAt: now.submittedAt, note: '同意' };
      return must(await server.runAs(actorOf(plan.reviewer), 'breaches.approve', approval), step);
    }
  }
}
