// What 采购办 may still do with a filed plan while none of its sections has been announced: reopen it for a change, or cancel it. Number and
// project stay; the centre is told.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Change, command, put, send } from '../../command.ts';
import { reason } from '../../fields.ts';
import { one, where } from '../../load.ts';
import { isAnnounced, isLive, projects, type Section, sections } from '../../projects/model.ts';
import { refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { planWithdraw } from '../messages.ts';
import { isFiled, plans } from '../model.ts';
import { planTransitions } from '../workflow.ts';

function* loadFiled({ id }: { readonly id: string }) {
  const plan = yield* one(plans, id);
  if (plan === undefined || plan.projectId === null) {
    return { plan, project: undefined, ownSections: [] };
  }
  return {
    plan,
    project: yield* one(projects, plan.projectId),
    ownSections: yield* where(sections, { projectId: plan.projectId }),
  };
}

export const reopenPlan = command({
  name: 'plans.reopen',
  authority: 'server',
  input: z.strictObject({ id: idSchema, reason }),
  access: { roles: ['procurement_office'], record: mayActOn },
  load: loadFiled,
  decide({ plan, ownSections }, input, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.reopen', plan);
    if (!allowed.ok) return allowed;
    const announced = ownSections.find(isAnnounced);
    if (announced !== undefined) return sectionAnnounced(announced);
    const parts = { status: 'returned', returnedContent: plan.content } as const;
    return ok([stepped(plan, ctx, 'plans.reopen', parts, input.reason)]);
  },
});

export const cancelPlan = command({
  name: 'plans.cancel',
  authority: 'server',
  input: z.strictObject({ id: idSchema, reason }),
  access: { roles: ['procurement_office'], record: mayActOn },
  load: loadFiled,
  decide({ plan, project, ownSections }, input, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.cancel', plan);
    if (!allowed.ok) return allowed;
    const announced = ownSections.find(isAnnounced);
    if (announced !== undefined) return sectionAnnounced(announced);
    if (project === undefined || !isFiled(plan)) return refuse('internal');
    const changes: Change[] = [
      stepped(plan, ctx, 'plans.cancel', { status: 'cancelled' }, input.reason),
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
      changes.push(put(sections, { ...section, status: 'cancelled', cancelReason: input.reason }));
    }
    if (project.platformId !== null) {
      changes.push(send(planWithdraw(plan, project.platformId, input.reason)));
    }
    return ok(changes);
  },
});

function sectionAnnounced(section: Section) {
  return refuse('wrong_state', {
    params: { status: section.status, section: section.sectionNo },
    fields: [{ path: 'id', code: 'section_announced', params: { section: section.sectionNo } }],
  });
}
