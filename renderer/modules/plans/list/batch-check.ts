// Which of the selected plans a batch may act on. A batch never answers for a warning, nor approves what it has not shown: those are opened one by one.
import type { Actor } from '#shared/domain/actor.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import type { Finding } from '#shared/rules/engine.ts';

export type BatchKind = 'submit' | 'approve' | 'remove';
export type BatchState =
  | 'ready'
  | 'approvable'
  | 'removable'
  | 'warnings'
  | 'errors'
  | 'not_allowed'
  | 'gone'
  | 'done'
  | 'failed';

export const batchCommands = {
  submit: 'plans.submit',
  approve: 'plans.approve',
  remove: 'plans.delete',
} as const;

/** `findings` are not asked for removing. */
export function batchState(
  kind: BatchKind,
  actor: Actor,
  plan: Plan,
  findings: readonly Finding[],
): BatchState {
  if (!availableActions(actor, plan).includes(batchCommands[kind])) return 'not_allowed';
  if (kind === 'remove') return 'removable';
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  if (findings.length > 0) return 'warnings';
  return kind === 'submit' ? 'ready' : 'approvable';
}

export function canGo(state: BatchState): boolean {
  return state === 'ready' || state === 'approvable' || state === 'removable';
}
