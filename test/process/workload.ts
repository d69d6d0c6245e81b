// What many desks do at once: clerks draft, change and submit, reviewers approve or return, 采购办 files or returns. Random from a seed, on
// the rows each desk has pulled; so some of it comes too late and is refused, as in life.

import type { Random } from '#demo/data/random.ts';
import { type Plan, plans as planRows, planSchema } from '#shared/domain/plans/model.ts';
import { presentBody } from '#shared/domain/stored-body.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import type { WireDesk } from '#test/support/wire-desk.ts';
import { contentOfUnit } from './town.ts';

const warnings = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

/** Adds one command, or none when there is nothing for this desk to do. */
export function oneStep(desk: WireDesk, random: Random): void {
  const actor = desk.actor;
  if (actor === undefined) throw new Error('not signed in');
  const plans = plansOf(desk);
  switch (actor.role) {
    case 'purchaser_clerk':
      clerkStep(desk, random, plans);
      break;
    case 'purchaser_reviewer': {
      const plan = oneIn(plans, ['unit_review'], random);
      if (plan === undefined) break;
      if (random.chance(0.8)) desk.add('plans.approve', { id: plan.id, note: '' });
      else desk.add('plans.return', { id: plan.id, reason: '请补充（示例）' });
      break;
    }
    case 'procurement_office': {
      const plan = oneIn(plans, ['office_review'], random);
      if (plan === undefined) break;
      if (random.chance(0.8)) desk.add('plans.file', { id: plan.id, note: '' });
      else desk.add('plans.officeReturn', { id: plan.id, reason: '请核对（示例）' });
      break;
    }
    default:
      break;
  }
}

function clerkStep(desk: WireDesk, random: Random, plans: readonly Plan[]): void {
  const draft = oneIn(plans, ['draft', 'returned'], random);
  const choice = random.next();
  if (draft === undefined || choice < 0.35) {
    const id = random.uuid(Date.now());
    desk.add('plans.create', { id, content: contentOfUnit(desk.actor?.organisationId ?? '') });
  } else if (choice < 0.75) {
    const to = `示例${random.int(1, 1_000_000)}`;
    desk.add('plans.edit', {
      id: draft.id,
      changes: [{ field: 'contact', from: draft.content.contact, to }],
    });
  } else if (choice < 0.95) {
    desk.add('plans.submit', { id: draft.id, acknowledged: warnings });
  } else {
    desk.add('plans.delete', { id: draft.id });
  }
}

export function plansOf(desk: WireDesk): readonly Plan[] {
  const found: Plan[] = [];
  for (const [key, row] of desk.replica.rows) {
    if (key.startsWith('plans/')) found.push(planSchema.parse(presentBody(planRows, row.b)));
  }
  return found;
}

function oneIn(
  plans: readonly Plan[],
  statuses: readonly Plan['status'][],
  random: Random,
): Plan | undefined {
  const [first, ...rest] = plans.filter(({ status }) => statuses.includes(status));
  return first === undefined ? undefined : random.pick([first, ...rest]);
}
