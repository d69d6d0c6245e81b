// What 采购办 may still do with a filed plan while none of its sections has been announced: reopen it for a change, or cancel it. Number and
// project stay; the centre is told.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put, send } from '../../command.ts';
import { type Load, one, where } from '../../load.ts';
import type { ProjectCourse } from '../../projects/completion.ts';
import { isAnnounced, isLive, type Project, projects, type Section, sections } from '../../projects/model.ts';
import { refuse } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { planWithdraw } from '../messages.ts';
import { isFiled, type Plan } from '../model.ts';
import { givenBack, loadChangedCourse } from './give-back.ts';

type OfProject = {
  readonly project: Project | undefined;
  readonly ownSections: readonly Section[];
  /** Of those whose method it changes. */
  readonly changed: ProjectCourse | undefined;
};

export function* loadProject(plan: Plan): Load<OfProject> {
  const { projectId } = plan;
  return {
    project: projectId === null ? undefined : yield* one(projects, projectId),
    ownSections: projectId === null ? [] : yield* where(sections, { projectId }),
    changed: yield* loadChangedCourse(plan),
  };
}

/** 放弃变更采购方式. A plan that was filed once and then sent back for a change goes with its project, like one that 采购办 cancels. */
export function changeGivenUp(given: Given<Plan, OfProject>): Result<readonly Change[]> {
  const { row, known, ctx } = given;
  return known.project === undefined ? ok(givenBack(row, known.changed, ctx)) : projectCancelled(given);
}

/** After that it takes a 终止公告. */
export function notAnnounced({ known }: Given<Plan, OfProject>): Result<null> {
  const announced = known.ownSections.find(isAnnounced);
  if (announced === undefined) return ok(null);
  return refuse('wrong_state', {
    params: { status: announced.status, section: announced.sectionNo },
    fields: [{ path: 'id', code: 'section_announced', params: { section: announced.sectionNo } }],
  });
}

/** The project and its sections go with the plan; sections whose method it changed may be announced again. */
export function projectCancelled({
  row: plan,
  known: { project, ownSections, changed },
  note,
  ctx,
}: Given<Plan, OfProject>): Result<readonly Change[]> {
  if (project === undefined || !isFiled(plan)) return refuse('internal');
  const changes: Change[] = [
    put(projects, {
      ...project,
      status: 'cancelled',
      sectionCount: 0,
      sectionBudgetTotal: 0,
      overBudget: false,
      updatedAt: ctx.now,
    }),
  ];
  for (const section of ownSections.filter(isLive)) {
    changes.push(put(sections, { ...section, status: 'cancelled', cancelReason: note }));
  }
  changes.push(...givenBack(plan, changed, ctx));
  if (project.platformId !== null) changes.push(send(planWithdraw(plan, project.platformId, note)));
  return ok(changes);
}
