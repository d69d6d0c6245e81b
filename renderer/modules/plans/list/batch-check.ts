// Which of the selected plans a batch may act on.
import { type BatchState, batchState } from '#renderer/ui/dialogs/use-batch.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import type { Finding } from '#shared/rules/engine.ts';

export type BatchKind = 'submit' | 'approve' | 'remove';

export const batchCommands = {
  submit: 'plans.submit',
  approve: 'plans.approve',
  remove: 'plans.delete',
} as const;

/** An approval names the submission that was checked: it may have been taken back and made otherwise since. */
export function batchInput(kind: BatchKind, { submittedAt }: Pick<Plan, 'submittedAt'>) {
  return kind === 'approve' ? { submittedAt } : {};
}

/** `findings` are not asked for removing. */
export function planBatchState(
  kind: BatchKind,
  actor: Actor,
  plan: Plan,
  findings: readonly Finding[],
): BatchState {
  return batchState(availableActions(actor, plan).includes(batchCommands[kind]), findings);
}
