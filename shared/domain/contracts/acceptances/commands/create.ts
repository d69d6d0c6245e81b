// 新增履约验收: begun by the 采购人 for a contract in force that is not accepted as a whole; one at a time, so that each stands on the one before.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../../actor.ts';
import { command, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { type Load, one } from '../../../load.ts';
import { pushNotNeeded } from '../../../projects/push-state.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { supplierNow } from '../../model.ts';
import { type Around, failedBefore, loadAround, toAccept } from '../facts.ts';
import { type Acceptance, acceptanceContentSchema, acceptances } from '../model.ts';

type State = { readonly existing: Acceptance | undefined; readonly around: Around | undefined };

export const createAcceptance = command({
  name: 'acceptances.create',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    contractId: idSchema,
    /** 整改后再次验收: the one that was not 合格. */
    predecessorId: idSchema.nullable(),
    content: acceptanceContentSchema,
  }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { around }: State) =>
      organisationId !== null && around?.contract.purchaserId === organisationId,
  },
  *load({ id, contractId }, ctx): Load<State> {
    return { existing: yield* one(acceptances, id), around: yield* loadAround({ contractId }, ctx) };
  },
  decide({ existing, around }, { id, predecessorId, content }, ctx) {
    if (around === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const may = mayBegin(around);
    if (!may.ok) return may;
    if (predecessorId !== null && failedBefore(around)?.id !== predecessorId) {
      return refuseField('wrong_state', 'predecessorId', 'acceptance_not_to_repeat');
    }
    const { contract, project } = around;
    const { projectId, projectName, sectionId, purchaserId, purchaserName, agencyId } = contract;
    return ok([
      put(acceptances, {
        ...{ id, content, predecessorId, projectId, projectName, sectionId },
        ...{ purchaserId, purchaserName, agencyId },
        regionCode: contract.regionCode,
        platformId: contract.platformId,
        contractId: contract.id,
        contractNo: contract.content.contractNo,
        contractName: contract.content.contractName,
        supplierName: supplierNow(contract).name,
        category: project.category,
        status: 'draft',
        acceptanceNo: null,
        concludedAt: null,
        announcementId: null,
        push: pushNotNeeded,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'acceptances.create', ''),
      }),
    ]);
  },
});

/** Refusals: wrong_state, already_exists. */
export function mayBegin(around: Around): Result<null> {
  const may = toAccept(around);
  if (!may.ok) return may;
  return around.acceptances.some(({ status }) => status !== 'concluded')
    ? refuseField('already_exists', 'contractId', 'acceptance_open')
    : ok(null);
}
