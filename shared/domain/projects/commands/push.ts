// The way of a plan to the trading centre, seen from its project: asking for sections again, and what became of a message.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { type Platform, platforms } from '../../admin/model.ts';
import { type Change, command, put, send } from '../../command.ts';
import { type Load, one } from '../../load.ts';
import { planPush } from '../../plans/messages.ts';
import { type FiledPlan, isFiled, type Plan, plans } from '../../plans/model.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Lawful } from '../../step.ts';
import { mayActOnProject } from '../access.ts';
import { type Project, projects } from '../model.ts';
import { deliveryShape, pushDelivered, pushQueued } from '../push-state.ts';

/** The centre's people answer a repeated push by hand: more often would not help them. */
export const requestAgainMs = 10 * 60_000;

type Asked = { readonly plan: Plan; readonly platform: Platform | undefined };
type Askable = { readonly plan: FiledPlan; readonly platform: Platform };

export function* loadAsked({ planId, platformId }: Project): Load<Asked | undefined> {
  const plan = yield* one(plans, planId);
  const platform = platformId === null ? undefined : yield* one(platforms, platformId);
  return plan === undefined ? undefined : { plan, platform };
}

/** While no section has come, and not before the centre's people can have answered the last time. */
export function mayAskAgain({ row, known, ctx }: Given<Project, Asked>): Result<Askable> {
  const { plan, platform } = known;
  if (!isFiled(plan) || (plan.status !== 'filed' && plan.status !== 'pushed')) {
    return refuse('wrong_state', {
      params: { status: plan.status, command: 'projects.requestSections', expected: 'filed pushed' },
    });
  }
  if (platform?.active !== true) {
    return refuseField('reference_missing', 'platformId', 'reference_missing', { entity: 'platforms' });
  }
  const last = Math.max(row.push.queuedAt ?? 0, row.push.requestedAgainAt ?? 0);
  if (ctx.now < last + requestAgainMs) {
    return refuse('rate_limited', { params: { retryAt: last + requestAgainMs } });
  }
  return ok({ plan, platform });
}

export function askedAgain({ row, ctx }: Given<Project>) {
  const push = row.push.status === 'accepted' ? row.push : pushQueued(row.push, ctx.now);
  return ok({ push: { ...push, requestedAgainAt: ctx.now } });
}

export function pushedAgain({ checked: { plan, platform } }: Lawful<Project, Asked, Askable>) {
  return ok([send(planPush('plan.push', plan, platform.id))]);
}

function isParty(actor: Actor, { project }: { readonly project: Project | undefined }): boolean {
  return project !== undefined && mayActOnProject(actor, project);
}

/** What the exchange learned about a message of this project: received, answered, or given up. */
export const recordDelivery = command({
  name: 'projects.recordDelivery',
  authority: 'server',
  input: z.strictObject({
    projectId: idSchema,
    ...deliveryShape,
  }),
  access: {
    roles: ['system'],
    record: isParty,
  },
  *load({ projectId }) {
    const project = yield* one(projects, projectId);
    return { project, plan: project === undefined ? undefined : yield* one(plans, project.planId) };
  },
  decide({ project, plan }, delivery, ctx) {
    if (project === undefined) return refuse('not_found');
    // The platform of before has been told of the withdrawal; what it answers says nothing about the push.
    if (delivery.platformId !== null && delivery.platformId !== project.platformId) return ok([]);
    const push = pushDelivered(project.push, delivery);
    if (push === project.push) return ok([]);
    const changes: Change[] = [put(projects, { ...project, push, updatedAt: ctx.now })];
    if (plan?.status === 'filed' && push.status === 'accepted') {
      // After a change the sections of before are still there.
      const status = project.sectionCount > 0 ? 'sections_received' : 'pushed';
      changes.push(put(plans, { ...plan, status, updatedAt: ctx.now }));
    }
    return ok(changes);
  },
});
