// The plan that a project carries out, as the modules that stand on projects may know it: to read, and to move along with the project.
import type { Instant } from '#shared/kernel/dates.ts';
import { type Change, put } from '../command.ts';
import { type Load, one } from '../load.ts';
import { type Plan, plans } from '../plans/model.ts';
import type { Project } from './model.ts';

/** How it is divided, which its sections carry out. */
export { type Package, packageOfSection, packagesOf } from '../plans/packages.ts';
/** The 政府采购政策 that it carries out. */
export { type AppliedPolicy, appliedPolicies, policyWords } from '../plans/policies.ts';

export type ProjectPlan = Plan;

export function planOf(project: Project): Load<ProjectPlan | undefined> {
  return one(plans, project.planId);
}

/** States of a project in which its plan follows, and from which: into execution and back, to its end and back. */
const followed = {
  sections_received: ['in_execution'],
  in_execution: ['sections_received', 'completed'],
  completed: ['in_execution'],
} as const satisfies { readonly [S in Project['status']]?: readonly ProjectPlan['status'][] };

/** The plan with its project; otherwise nothing changes. */
export function planMoved(
  plan: ProjectPlan | undefined,
  { status }: Pick<Project, 'status'>,
  now: Instant,
): readonly Change[] {
  if (plan === undefined || status === 'waiting_for_sections' || status === 'cancelled') return [];
  const from: readonly ProjectPlan['status'][] = followed[status];
  return from.includes(plan.status) ? [put(plans, { ...plan, status, updatedAt: now })] : [];
}
