// 质疑登记: begun by the side that received the letter, of a project of its own.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { isPartyOf } from '../../projects/access.ts';
import { type Project, projects } from '../../projects/model.ts';
import { refuse } from '../../refuse.ts';
import { type Challenge, challengeContentSchema, challenges } from '../model.ts';

type State = { readonly existing: Challenge | undefined; readonly project: Project | undefined };

export const createChallenge = command({
  name: 'challenges.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, projectId: idSchema, content: challengeContentSchema }),
  access: {
    roles: ['purchaser_clerk', 'agency'],
    record: (actor: Actor, { project }: State) => project !== undefined && isPartyOf(actor, project),
  },
  *load({ id, projectId }) {
    return { existing: yield* one(challenges, id), project: yield* one(projects, projectId) };
  },
  decide({ existing, project }, { id, content }, ctx) {
    if (project === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    return ok([
      put(challenges, {
        ...newChallenge(id, project, ctx.now),
        content,
        source: ctx.actor.role === 'agency' ? 'agency' : 'purchaser',
        createdBy: ctx.actor.accountId,
        history: withStep([], ctx, 'challenges.create', ''),
      }),
    ]);
  },
});

/** What every one begins with, wherever it comes from. */
export function newChallenge(
  id: string,
  { id: projectId, name, purchaserId, purchaserName, agencyId, regionCode }: Project,
  now: number,
): Omit<Challenge, 'content' | 'source' | 'createdBy' | 'history'> {
  return {
    id,
    projectId,
    projectName: name,
    purchaserId,
    purchaserName,
    agencyId,
    regionCode,
    status: 'draft',
    centre: null,
    reply: null,
    report: null,
    courses: [],
    replyDue: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    submittedBy: null,
    createdAt: now,
    updatedAt: now,
    submittedAt: null,
  };
}
