// 登记合同变更: begun by the 采购人 for a contract in force; one at a time, so that each stands on the one before.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../../actor.ts';
import { command, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { type Load, one } from '../../../load.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { isInForce, supplierNow } from '../../model.ts';
import { type Around, loadAround } from '../facts.ts';
import {
  type ContractChange,
  contractChangeContentSchema,
  contractChanges,
  withTermination,
} from '../model.ts';

type State = { readonly existing: ContractChange | undefined; readonly around: Around | undefined };

export const createContractChange = command({
  name: 'contractChanges.create',
  authority: 'local',
  version: 2,
  upcasters: { 1: withTermination },
  input: z.strictObject({ id: idSchema, contractId: idSchema, content: contractChangeContentSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { around }: State) =>
      organisationId !== null && around?.contract.purchaserId === organisationId,
  },
  *load({ id, contractId }, ctx): Load<State> {
    return { existing: yield* one(contractChanges, id), around: yield* loadAround({ contractId }, ctx) };
  },
  decide({ existing, around }, { id, content }, ctx) {
    if (around === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    const { contract, changes } = around;
    if (!isInForce(contract)) return refuseField('wrong_state', 'contractId', 'contract_not_in_force');
    if (changes.some(({ status }) => status !== 'published')) {
      return refuseField('already_exists', 'contractId', 'contract_change_open');
    }
    const { projectId, projectName, sectionId, purchaserId, purchaserName, agencyId } = contract;
    return ok([
      put(contractChanges, {
        ...{ id, content, projectId, projectName, sectionId, purchaserId, purchaserName, agencyId },
        regionCode: contract.regionCode,
        platformId: contract.platformId,
        contractId: contract.id,
        contractNo: contract.content.contractNo,
        contractName: contract.content.contractName,
        supplierName: supplierNow(contract).name,
        status: 'draft',
        announcementId: null,
        publishedAt: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'contractChanges.create', ''),
      }),
    ]);
  },
});
