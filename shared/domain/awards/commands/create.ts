// 确定结果: begun for a section that has been evaluated, by either side; one a section and notice, whoever begins it.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, where } from '../../load.ts';
import { isPartyOf } from '../../projects/access.ts';
import { gate, refusedBy } from '../../projects/gates.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { type Around, loadAround } from '../facts.ts';
import { type Award, awardContentSchema, awardIdOf, awards } from '../model.ts';

type State = { readonly around: Around | undefined; readonly others: readonly Award[] };

export const createAward = command({
  name: 'awards.create',
  authority: 'local',
  input: z.strictObject({
    sectionId: idSchema,
    /** The notice that the section stood in when it was begun: meanwhile it may have been announced anew. */
    noticeId: idSchema,
    content: awardContentSchema,
  }),
  access: {
    roles: ['purchaser_clerk', 'agency'],
    record: (actor: Actor, { around }: State) => around !== undefined && isPartyOf(actor, around.project),
  },
  *load({ sectionId, content }, ctx): Load<State> {
    return {
      around: yield* loadAround({ sectionId, content }, ctx),
      others: yield* where(awards, { sectionId }),
    };
  },
  decide({ around, others }, { noticeId, content }, ctx) {
    if (around === undefined) return refuse('not_found');
    const { section, project } = around;
    const { schedule } = section;
    const closed = refusedBy(gate(section, 'determine', project), 'sectionId');
    if (closed !== undefined) return closed;
    if (schedule === null) return refuse('internal');
    if (schedule.announcementId !== noticeId) {
      return refuseField('stale', 'sectionId', 'section_announced_anew');
    }
    const own = others.filter((other) => other.noticeId === noticeId);
    if (own.some(({ status }) => status !== 'void')) {
      return refuseField('already_exists', 'sectionId', 'award_begun');
    }
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
      put(awards, {
        ...{
          projectId,
          sectionId,
          purchaserId,
          purchaserName,
          agencyId,
          regionCode,
          platformId,
          noticeId,
          content,
        },
        id: awardIdOf(sectionId, noticeId, own.length),
        projectName: project.name,
        sectionNo: section.sectionNo,
        sectionName: section.name,
        round: schedule.round,
        status: 'draft',
        draftedBy: ctx.actor.role === 'agency' ? 'agency' : 'purchaser',
        evaluationId: null,
        ranking: [],
        determinedAt: null,
        determinedBy: null,
        announcementId: null,
        letter: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'awards.create', ''),
      }),
    ]);
  },
});
