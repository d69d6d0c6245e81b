// Acceptances of the demo, through the commands: of contracts in force, in every state. What is done already is left alone.
import { knownContent } from '#shared/domain/contracts/acceptances/known-content.ts';
import { acceptanceSchema } from '#shared/domain/contracts/acceptances/model.ts';
import { type Contract, contractSchema, isInForce } from '#shared/domain/contracts/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import { projectSchema } from '#shared/domain/projects/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import {
  type AcceptanceStep,
  acceptanceContent,
  acceptanceReturned,
  demoAcceptances,
} from './data/acceptances.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

type Accepted = { readonly plan: DemoPlan; readonly contract: Contract };

/** Of the contracts of these plans; those of services first, of which everybody reads the result. */
export async function seedAcceptances(
  server: SeedServer,
  plans: readonly DemoPlan[],
  today: PlainDate,
): Promise<void> {
  const inForce: Accepted[] = [];
  for (const plan of plans) {
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (projectId === null) continue;
    const rows = await server.rows('contracts', { projectId });
    const own = rows.map((row) => contractSchema.parse(row)).filter(isInForce);
    inForce.push(...own.map((contract) => ({ plan, contract })));
  }
  const services = inForce.filter(({ plan }) => plan.content.category === 'C');
  const ordered = [...services, ...inForce.filter((each) => !services.includes(each))];
  for (const [place, courses] of demoAcceptances.entries()) {
    const of = ordered[place];
    if (of === undefined) return;
    let before: string | null = null;
    for (const [index, { as, steps }] of courses.entries()) {
      const id: string = randomOf(`acceptance/${of.contract.id}/${index}`).uuid(of.contract.createdAt);
      await seedAcceptance(server, of, { id, as, steps, today, before });
      before = as === 'failed' ? id : null;
    }
  }
}

type Demo = Pick<(typeof demoAcceptances)[number][number], 'as' | 'steps'> & {
  readonly id: string;
  readonly today: PlainDate;
  readonly before: string | null;
};

async function seedAcceptance(server: SeedServer, { plan, contract }: Accepted, demo: Demo): Promise<void> {
  const { id, as, steps, today, before } = demo;
  const held = await server.row('acceptances', id);
  if (held === null) {
    const now = contractSchema.parse(await server.row('contracts', contract.id));
    const project = projectSchema.parse(await server.row('projects', contract.projectId));
    const rows = await server.rows('acceptances', { contractId: contract.id });
    const known = knownContent({
      ...{ contract: now, project },
      acceptances: rows.map((row) => acceptanceSchema.parse(row)),
    });
    const content = acceptanceContent(known, {
      ...{ as, today, category: project.category, unit: contract.purchaserName },
      ...{ random: randomOf(`acceptance/${id}/content`), idTime: contract.createdAt },
    });
    const input = { id, contractId: contract.id, predecessorId: before, content };
    must(await server.runAs(actorOf(plan.clerk), 'acceptances.create', input), 'acceptance');
  }
  const done = held === null ? [] : acceptanceSchema.parse(held).history.map(({ action }) => action);
  for (const step of steps) if (!done.includes(`acceptances.${step}`)) await take(server, step, plan, id);
}

async function take(server: SeedServer, step: AcceptanceStep, plan: DemoPlan, id: string): Promise<void> {
  const command = `acceptances.${step}`;
  switch (step) {
    case 'submit':
    case 'conclude':
      return submitted(server, actorOf(plan.clerk), command, id);
    case 'approve': {
      const { submittedAt } = acceptanceSchema.parse(await server.row('acceptances', id));
      const approval = { id, submittedAt, note: '同意' };
      return must(await server.runAs(actorOf(plan.reviewer), command, approval), step);
    }
    case 'return': {
      const said = { id, reason: acceptanceReturned };
      return must(await server.runAs(actorOf(plan.reviewer), command, said), step);
    }
  }
}
