// The sections whose method a plan changes, and how they become free again: with a draft that is deleted, a plan that the unit gives up, or a filed plan that is cancelled.
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Change, Ctx } from '../../command.ts';
import { type Load, where } from '../../load.ts';
import { loadCourse, type ProjectCourse, sectionsMoved } from '../../projects/completion.ts';
import { type Section, sections } from '../../projects/model.ts';
import { changedBy } from '../../projects/succession.ts';
import type { Given } from '../../step.ts';
import type { Plan } from '../model.ts';

export function* loadChanged({ id, predecessor }: Plan): Load<readonly Section[]> {
  if (predecessor === null) return [];
  return changedBy(yield* where(sections, { projectId: predecessor.projectId }), id);
}

/** Their project, with all its sections; undefined where the plan changes no method. */
export function* loadChangedCourse({ predecessor }: Plan): Load<ProjectCourse | undefined> {
  return predecessor === null ? undefined : yield* loadCourse(predecessor.projectId);
}

/** They may be announced by their own method again, or changed by another plan; a project that had ended with them is under way again. */
export function givenBack(plan: Plan, course: ProjectCourse | undefined, { now }: Ctx): readonly Change[] {
  if (course === undefined) return [];
  const free = changedBy(course.sections, plan.id).map((section) => ({ ...section, successor: null }));
  return sectionsMoved(course, free, now);
}

type Known = { readonly course: ProjectCourse | undefined };

export function* loadToGiveBack(plan: Plan): Load<Known> {
  return { course: yield* loadChangedCourse(plan) };
}

export function changedGivenBack({ row, known, ctx }: Given<Plan, Known>): Result<readonly Change[]> {
  return ok(givenBack(row, known.course, ctx));
}
