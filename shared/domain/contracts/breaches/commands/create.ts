// 登记违约: begun by the unit's clerk for a contract in force or ended. One that puts right a decision names it; the decision itself stays as it is.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Actor } from '../../../actor.ts';
import { command, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { type Load, one } from '../../../load.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { type Contract, contracts, supplierNow, wasInForce } from '../../model.ts';
import { type Breach, breachContentSchema, breaches } from '../model.ts';

type State = {
  readonly existing: Breach | undefined;
  readonly contract: Contract | undefined;
  readonly predecessor: Breach | undefined;
};

export const createBreach = command({
  name: 'breaches.create',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    contractId: idSchema,
    /** The decided one that was wrong. */
    predecessorId: idSchema.nullable(),
    content: breachContentSchema,
  }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { contract }: State) =>
      organisationId !== null && contract?.purchaserId === organisationId,
  },
  *load({ id, contractId, predecessorId }): Load<State> {
    return {
      existing: yield* one(breaches, id),
      contract: yield* one(contracts, contractId),
      predecessor: predecessorId === null ? undefined : yield* one(breaches, predecessorId),
    };
  },
  decide({ existing, contract, predecessor }, { id, predecessorId, content }, ctx) {
    if (contract === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (!wasInForce(contract)) {
      return refuseField('wrong_state', 'contractId', 'contract_not_to_breach');
    }
    const corrects = predecessor?.status === 'decided' && predecessor.contractId === contract.id;
    if (predecessorId !== null && !corrects) {
      return refuseField('wrong_state', 'predecessorId', 'breach_not_to_correct');
    }
    const { projectId, projectName, sectionId, purchaserId, purchaserName, agencyId } = contract;
    return ok([
      put(breaches, {
        ...{ id, content, predecessorId, projectId, projectName, sectionId },
        ...{ purchaserId, purchaserName, agencyId },
        regionCode: contract.regionCode,
        platformId: contract.platformId,
        contractId: contract.id,
        contractNo: contract.content.contractNo,
        contractName: contract.content.contractName,
        signedOn: contract.content.signedOn,
        secret: contract.content.secret,
        supplierName: supplierNow(contract).name,
        status: 'draft',
        statement: null,
        notifiedAt: null,
        decidedAt: null,
        reportedAt: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        history: withStep([], ctx, 'breaches.create', ''),
      }),
    ]);
  },
});
