// 新增: begun by the 采购人 for a section with a published result; one at a time.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one } from '../../load.ts';
import { announcedResult, gate, refusedBy } from '../../projects/gates.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { type Around, loadAround } from '../facts.ts';
import { type AwardChange, awardChanges, type ChangeAction, changeContentSchema, isOpen } from '../model.ts';

type State = { readonly existing: AwardChange | undefined; readonly around: Around | undefined };

/** After the contract only a correction is possible; a draft that has not chosen yet is asked at 提交. */
export function beginStep(action: ChangeAction | null) {
  return action === null || action === 'correct' ? 'correct_result' : 'change_result';
}

export const createAwardChange = command({
  name: 'awardChanges.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, sectionId: idSchema, content: changeContentSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { around }: State) =>
      organisationId !== null && around?.project.purchaserId === organisationId,
  },
  *load({ id, sectionId, content }, ctx): Load<State> {
    return { existing: yield* one(awardChanges, id), around: yield* loadAround({ sectionId, content }, ctx) };
  },
  decide({ existing, around }, { id, content }, ctx) {
    if (around === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const { section, project, changes } = around;
    if (changes.some(isOpen)) return refuseField('already_exists', 'sectionId', 'change_open');
    const closed = refusedBy(gate(section, beginStep(content.action), project), 'sectionId');
    if (closed !== undefined) return closed;
    const original = announcedResult(section);
    if (original === undefined) return refuse('internal');
    const {
      id: sectionId,
      projectId,
      purchaserId,
      purchaserName,
      agencyId,
      regionCode,
      platformId,
    } = section;
    return ok([
      put(awardChanges, {
        ...{ id, sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode, platformId },
        ...{ content, original },
        projectName: project.name,
        sectionNo: section.sectionNo,
        sectionName: section.name,
        status: 'draft',
        previousId: changes.find((change) => change.id === original.awardId)?.id ?? null,
        changeNo: null,
        approvedAt: null,
        approvedBy: null,
        announcementId: null,
        letter: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'awardChanges.create', ''),
      }),
    ]);
  },
});
