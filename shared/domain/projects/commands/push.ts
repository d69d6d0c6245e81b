// The way of a plan to the trading centre, seen from its project: asking for sections again, and what became of a message.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { platforms } from '../../admin/model.ts';
import { type Change, command, put, send } from '../../command.ts';
import { one } from '../../load.ts';
import { planPush } from '../../plans/messages.ts';
import { isFiled, plans } from '../../plans/model.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOnProject } from '../access.ts';
import { type Project, projects } from '../model.ts';
import { deliveryShape, pushDelivered, pushQueued } from '../push-state.ts';
import { projectTransitions } from '../workflow.ts';

/** The centre's people answer a repeated push by hand: more often would not help them. */
export const requestAgainMs = 10 * 60_000;

type Known = { readonly project: Project | undefined };

function isParty(actor: Actor, { project }: Known): boolean {
  return project !== undefined && mayActOnProject(actor, project);
}

/** 再次请求: the plan is pushed once more, while no section has come. */
export const requestSections = command({
  name: 'projects.requestSections',
  authority: 'server',
  input: z.strictObject({ projectId: idSchema }),
  access: {
    roles: ['purchaser_clerk', 'purchaser_reviewer', 'procurement_office', 'agency'],
    record: isParty,
  },
  *load({ projectId }) {
    const project = yield* one(projects, projectId);
    const platformId = project?.platformId ?? null;
    return {
      project,
      plan: project === undefined ? undefined : yield* one(plans, project.planId),
      platform: platformId === null ? undefined : yield* one(platforms, platformId),
    };
  },
  decide({ project, plan, platform }, _input, ctx) {
    if (project === undefined || plan === undefined) return refuse('not_found');
    const allowed = mayLeave(projectTransitions, 'projects.requestSections', project);
    if (!allowed.ok) return allowed;
    if (!isFiled(plan) || (plan.status !== 'filed' && plan.status !== 'pushed')) {
      return refuse('wrong_state', {
        params: { status: plan.status, command: 'projects.requestSections', expected: 'filed pushed' },
      });
    }
    if (platform?.active !== true) {
      return refuseField('reference_missing', 'platformId', 'reference_missing', { entity: 'platforms' });
    }
    const last = Math.max(project.push.queuedAt ?? 0, project.push.requestedAgainAt ?? 0);
    if (ctx.now < last + requestAgainMs) {
      return refuse('rate_limited', { params: { retryAt: last + requestAgainMs } });
    }
    const push = project.push.status === 'accepted' ? project.push : pushQueued(project.push, ctx.now);
    return ok([
      put(projects, {
        ...project,
        push: { ...push, requestedAgainAt: ctx.now },
        updatedAt: ctx.now,
      }),
      send(planPush('plan.push', plan, platform.id)),
    ]);
  },
});

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
