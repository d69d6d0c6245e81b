// The sections whose method a plan changes, and how they become free again: with a draft that is deleted, or a filed plan that is cancelled.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { type Load, where } from '../../load.ts';
import { type Section, sections } from '../../projects/model.ts';
import { changedBy } from '../../projects/succession.ts';
import type { Given } from '../../step.ts';
import type { Plan } from '../model.ts';

export function* loadChanged({ id, predecessor }: Plan): Load<readonly Section[]> {
  if (predecessor === null) return [];
  return changedBy(yield* where(sections, { projectId: predecessor.projectId }), id);
}

/** They may be announced by their own method again, or changed by another plan. */
export function givenBack(changed: readonly Section[]): readonly Change[] {
  return changed.map((section) => put(sections, { ...section, successor: null }));
}

export function changedGivenBack({ known }: Given<Plan, readonly Section[]>): Result<readonly Change[]> {
  return ok(givenBack(known));
}
