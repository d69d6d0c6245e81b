// 新增: begun by the 采购人 for a section with an announced result in force. Supplier and amounts are those of the result.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one } from '../../load.ts';
import { liveContracts } from '../../projects/section-contracts.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { type Around, dueOf, loadAround, signableResult } from '../facts.ts';
import { type Contract, contractContentSchema, contracts, unperformed } from '../model.ts';

type State = { readonly existing: Contract | undefined; readonly around: Around | undefined };

export const createContract = command({
  name: 'contracts.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, sectionId: idSchema, content: contractContentSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { around }: State) =>
      organisationId !== null && around?.project.purchaserId === organisationId,
  },
  *load({ id, sectionId }, ctx): Load<State> {
    return { existing: yield* one(contracts, id), around: yield* loadAround({ sectionId }, ctx) };
  },
  decide({ existing, around }, { id, content }, ctx) {
    if (around === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const { section, project, contracts: others } = around;
    const result = signableResult(section);
    if (result === undefined) return refuseField('wrong_state', 'sectionId', 'result_not_announced_to_sign');
    // Two desks may have begun one without knowing of each other: a second one says why there are several.
    if (content.several === null && hasOther(around)) {
      const contractNo = others[0]?.content.contractNo ?? liveContracts(section)[0]?.contractNo ?? '';
      return refuseField('already_exists', 'several', 'contract_begun', { contractNo });
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
      put(contracts, {
        ...{ id, sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode, platformId },
        ...{ content, result },
        projectName: project.name,
        sectionNo: section.sectionNo,
        sectionName: section.name,
        fiscalYear: project.fiscalYear,
        status: 'draft',
        announcementId: null,
        publishedAt: null,
        dueOn: dueOf(around, content),
        changes: [],
        performance: unperformed,
        bond: null,
        funding: [],
        filing: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'contracts.create', ''),
      }),
    ]);
  },
});

function hasOther({ section, contracts: others }: Around): boolean {
  return others.some(({ status }) => status !== 'terminated') || liveContracts(section).length > 0;
}
