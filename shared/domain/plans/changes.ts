// What every step of a plan has in common: the row that changes, and who did what when, at the end of its history.
import { type Change, type Ctx, put } from '../command.ts';
import { withStep } from '../history.ts';
import { type Plan, plans } from './model.ts';

/** The plan with the given parts replaced, the time set and the step written into its history. */
export function stepped(
  plan: Plan,
  ctx: Ctx,
  action: string,
  parts: Partial<Plan>,
  note = '',
): Extract<Change, { op: 'put' }> & { readonly row: Plan } {
  const row = { ...plan, ...parts, updatedAt: ctx.now, history: withStep(plan.history, ctx, action, note) };
  return { op: 'put', entity: plans.name, row };
}

export function putPlan(row: Plan): Change {
  return put(plans, row);
}
