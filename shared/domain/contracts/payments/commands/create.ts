// 登记付款: begun by the 采购人 for a contract in force or ended, mostly from a line of its 付款计划.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { dueOf } from '#shared/rules/contracts/payment-due.ts';
import type { Actor } from '../../../actor.ts';
import { command, put } from '../../../command.ts';
import { withStep } from '../../../history.ts';
import { type Load, one } from '../../../load.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { type Contract, contracts, supplierNow, wasInForce } from '../../model.ts';
import { type Payment, paymentContentSchema, payments } from '../model.ts';

type State = { readonly existing: Payment | undefined; readonly contract: Contract | undefined };

export const createPayment = command({
  name: 'payments.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, contractId: idSchema, content: paymentContentSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: ({ organisationId }: Actor, { contract }: State) =>
      organisationId !== null && contract?.purchaserId === organisationId,
  },
  *load({ id, contractId }): Load<State> {
    return { existing: yield* one(payments, id), contract: yield* one(contracts, contractId) };
  },
  decide({ existing, contract }, { id, content }, ctx) {
    if (contract === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (!wasInForce(contract))
      return refuseField('wrong_state', 'contractId', 'contract_not_in_force_to_pay');
    const { projectId, projectName, sectionId, purchaserId, purchaserName, agencyId } = contract;
    return ok([
      put(payments, {
        ...{ id, content, projectId, projectName, sectionId, purchaserId, purchaserName, agencyId },
        regionCode: contract.regionCode,
        platformId: contract.platformId,
        fiscalYear: contract.fiscalYear,
        contractId: contract.id,
        contractNo: contract.content.contractNo,
        contractName: contract.content.contractName,
        supplierName: supplierNow(contract).name,
        status: 'draft',
        due: dueOf(content),
        paid: null,
        amendments: [],
        registeredAt: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        history: withStep([], ctx, 'payments.create', ''),
      }),
    ]);
  },
});
