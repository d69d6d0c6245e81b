// 专家抽取申请 › 增加: begun by the unit or its agency, on a project of its own.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../../actor.ts';
import { command, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { one } from '../../../load.ts';
import { isPartyOf } from '../../../projects/access.ts';
import { type Project, projects } from '../../../projects/model.ts';
import { refuse } from '../../../refuse.ts';
import { applicationContentSchema, type ExpertApplication, expertApplications } from '../model.ts';

type State = { readonly existing: ExpertApplication | undefined; readonly project: Project | undefined };

export const createApplication = command({
  name: 'expertApplications.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, projectId: idSchema, content: applicationContentSchema }),
  access: {
    roles: ['purchaser_clerk', 'agency'],
    record: (actor: Actor, { project }: State) => project !== undefined && isPartyOf(actor, project),
  },
  *load({ id, projectId }) {
    return { existing: yield* one(expertApplications, id), project: yield* one(projects, projectId) };
  },
  decide({ existing, project }, { id, content }, ctx) {
    if (project === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const { purchaserId, purchaserName, agencyId, regionCode } = project;
    return ok([
      put(expertApplications, {
        ...{ id, projectId: project.id, projectName: project.name },
        ...{ purchaserId, purchaserName, agencyId, regionCode },
        ...{ status: 'draft', applyNo: null, content, acknowledgedWarnings: [], fieldEdits: {} },
        ...{ createdBy: ctx.actor.accountId, submittedBy: null, submittedAt: null, approvedAt: null },
        ...{ createdAt: ctx.now, updatedAt: ctx.now },
        history: withStep([], ctx, 'expertApplications.create', ''),
      }),
    ]);
  },
});
