// What every step of a plan has in common: the row that changes, and who did what when, at the end of its history.
import { type Change, type Ctx, put } from '../command.ts';
import { type HistoryEntry, type Plan, type PlanContent, plans } from './model.ts';

const maxHistory = 1000;

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

export function withStep(
  history: readonly HistoryEntry[],
  ctx: Ctx,
  action: string,
  note: string,
): HistoryEntry[] {
  const { accountId, name, role } = ctx.actor;
  const entry = { action, by: accountId, name, role, at: ctx.madeAt, note };
  // The first entry says who made the record; a plan that went round a thousand times loses its second-oldest steps.
  return history.length < maxHistory
    ? [...history, entry]
    : [...history.slice(0, 1), ...history.slice(2), entry];
}

/** Marks the fields as written by the actor, so that a later conflict can show both authors. */
export function markedEdits(
  plan: Pick<Plan, 'fieldEdits'>,
  ctx: Ctx,
  fields: readonly (keyof PlanContent)[],
): Plan['fieldEdits'] {
  const edit = { by: ctx.actor.accountId, name: ctx.actor.name, at: ctx.madeAt };
  return { ...plan.fieldEdits, ...Object.fromEntries(fields.map((field) => [field, edit])) };
}

export function putPlan(row: Plan): Change {
  return put(plans, row);
}
