// What may be done with a section after its result, and after it has failed: contracts and their changes, and 变更采购方式.
import { acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { type ContractChangeContent, contractChanges } from '#shared/domain/contracts/changes/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { exampleFile } from '#shared/rules/plan-example.ts';
import { anAcceptanceContent, aRow } from '#test/builders/acceptances.ts';
import { aChangeContent } from '#test/builders/contract-changes.ts';
import { aContractContent } from '#test/builders/contracts.ts';
import { centre, clerk, first, office, projectIn, reviewer } from '#test/builders/determining.ts';
import { aSuccessor } from '#test/builders/failed-section.ts';
import { anId } from '#test/builders/ids.ts';
import { aPaymentContent, whatIsPaid } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '../step-inputs.ts';
import { attempt, type Deed, lastOf, sectionIn, type World } from './world.ts';

const reason = '示例原因';
const today = ({ now }: Store) => toPlainDate(now);
const lastChange = (store: Store) =>
  lastOf(store.all(plans).filter(({ predecessor }) => predecessor !== null));
const lastContract = (store: Store) => lastOf(store.all(contracts));

/** Submitted with every warning read, and approved as it was submitted. */
function reviewed(world: World, module: string, id: string, submittedAt: () => number | null): void {
  attempt(world, clerk, `${module}.submit`, { id, acknowledged: everyWarning });
  attempt(world, reviewer, `${module}.approve`, { id, submittedAt: submittedAt(), note: '' });
}

/** A change of the last contract, published. */
function changed(world: World, parts: Partial<ContractChangeContent>): void {
  const { store } = world;
  const contract = lastContract(store);
  if (contract === undefined) return;
  world.count += 1;
  const id = anId(`contract change ${world.count}`);
  const content = aChangeContent({ ...parts, changedOn: today(store) });
  if (!attempt(world, clerk, 'contractChanges.create', { id, contractId: contract.id, content })) return;
  reviewed(world, 'contractChanges', id, () => store.get(contractChanges, id).submittedAt);
  attempt(world, clerk, 'contractChanges.publish', { id, acknowledged: everyWarning });
}

function changeFilledIn(world: World, id: string): void {
  const { content } = world.store.get(plans, id);
  const to = {
    methodReasonCode: 'LAW_30_1',
    methodReason: 'Nobody offered what was asked for.',
    evalMethod: 'LOWEST_QUOTE',
    methodApprovalNo: 'PF-2026-3',
    plannedStart: '2026-03-16',
    files: [...content.files, { ...exampleFile('method_approval'), id: anId('approval') }],
  } as const;
  const changes = Object.entries(to).map(([field, value]) => ({
    ...{ field, to: value },
    from: Reflect.get(content, field),
  }));
  attempt(world, clerk, 'plans.edit', { id, changes });
}

export const laterDeeds = {
  /** One contract of the section, or with `several` one more. */
  sign:
    (several: 'by_batch' | null): Deed =>
    (world) => {
      const { store } = world;
      world.count += 1;
      const id = anId(`contract ${world.count}`);
      const amount = resultOf(sectionIn(store))?.amount ?? 100;
      const content = aContractContent({
        ...{ contractNo: `HT-${world.count}`, signedOn: today(store), several },
        amount: several === null ? amount : Math.floor(amount / 2),
        amountReason: several === null ? '' : reason,
      });
      if (!attempt(world, clerk, 'contracts.create', { id, sectionId: first, content })) return;
      reviewed(world, 'contracts', id, () => store.get(contracts, id).submittedAt);
      attempt(world, clerk, 'contracts.publish', { id, acknowledged: everyWarning });
    },
  receiveContract(world: World) {
    attempt(world, office, 'contracts.receive', { id: lastContract(world.store)?.id ?? first, note: '' });
  },
  terminateContract(world: World) {
    changed(world, {
      ...{ kind: 'termination', clauses: '', amount: null, identical: false },
      ...{ terminationReason: 'agreement', settlement: reason },
    });
  },
  changeContract(world: World) {
    changed(world, { amount: 1 });
  },
  /** Everything that the contract is about has passed. */
  accept(world: World) {
    const { store } = world;
    const contract = lastContract(store);
    if (contract === undefined) return;
    world.count += 1;
    const id = anId(`acceptance ${world.count}`);
    const [day, rows] = [today(store), contract.content.items.map(({ id: itemId }) => aRow({ itemId }))];
    const content = anAcceptanceContent({ requestedOn: day, answeredOn: day, heldOn: day, rows });
    const input = { id, contractId: contract.id, predecessorId: null, content };
    if (!attempt(world, clerk, 'acceptances.create', input)) return;
    reviewed(world, 'acceptances', id, () => store.get(acceptances, id).submittedAt);
    attempt(world, clerk, 'acceptances.conclude', { id, acknowledged: everyWarning });
  },
  /** All that is owed. */
  pay(world: World) {
    const { store } = world;
    const contract = lastContract(store);
    if (contract === undefined) return;
    world.count += 1;
    const id = anId(`payment ${world.count}`);
    const [day, owed] = [today(store), (amountNow(amountsOf(contract)) ?? 0) - contract.performance.paid];
    const content = aPaymentContent({ amount: owed, deliveredOn: day, invoiceOn: day });
    if (!attempt(world, clerk, 'payments.create', { id, contractId: contract.id, content })) return;
    const paid = whatIsPaid({ paidOn: day, paidAmount: owed });
    attempt(world, clerk, 'payments.pay', { id, ...paid, acknowledged: everyWarning });
  },
  changeMethod(world: World) {
    world.count += 1;
    const id = anId(`change of method ${world.count}`);
    const input = {
      id,
      projectId: projectIn(world.store).id,
      sectionIds: [first],
      method: 'COMPETITIVE_NEGOTIATION',
    };
    if (attempt(world, clerk, 'plans.changeMethod', input)) changeFilledIn(world, id);
  },
  submitMethod(world: World) {
    const change = lastChange(world.store);
    if (change === undefined) return;
    reviewed(world, 'plans', change.id, () => world.store.get(plans, change.id).submittedAt);
  },
  fileMethod(world: World) {
    const change = lastChange(world.store);
    attempt(world, office, 'plans.file', {
      id: change?.id ?? first,
      submittedAt: change?.submittedAt ?? null,
    });
  },
  returnMethod(world: World) {
    const change = lastChange(world.store);
    const input = { id: change?.id ?? first, submittedAt: change?.submittedAt ?? null, reason };
    attempt(world, office, 'plans.officeReturn', input);
  },
  reopenMethod(world: World) {
    attempt(world, office, 'plans.reopen', { id: lastChange(world.store)?.id ?? first, reason });
  },
  cancelMethod(world: World) {
    attempt(world, office, 'plans.cancel', { id: lastChange(world.store)?.id ?? first, reason });
  },
  giveUpMethod(world: World) {
    attempt(world, clerk, 'plans.giveUp', { id: lastChange(world.store)?.id ?? first, reason });
  },
  deleteMethod(world: World) {
    attempt(world, clerk, 'plans.delete', { id: lastChange(world.store)?.id ?? first });
  },
  /** The centre has made a section in the place of the one that failed. */
  succeed(world: World) {
    const change = lastChange(world.store);
    world.count += 1;
    const arrival = aSuccessor(`lot-${world.count}`, { predecessorLotUid: 'lot-1' });
    const content = { ...arrival.content, sectionNo: `1-${world.count}` };
    attempt(world, centre, 'sections.receive', {
      planId: change?.id ?? first,
      sections: [{ ...arrival, content }],
    });
  },
  cancelSuccessor(world: World) {
    const { successor } = sectionIn(world.store);
    const section = world.store.all(sections).find(({ id }) => id === successor?.sectionId);
    const input = {
      planId: successor?.planId ?? first,
      lotUid: section?.lotUid ?? 'lot-0',
      version: 2,
      reason,
    };
    attempt(world, centre, 'sections.cancel', input);
  },
};
