// A change of the contract of `withContractIn`.
import {
  type ContractChange,
  type ContractChangeContent,
  type ContractChangePurpose,
  contractChanges,
  emptyContractChange,
} from '#shared/domain/contracts/changes/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { contractId } from './contracts.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
export const changeId = anId('contract change');
/** Less than a tenth of what was signed. */
export const changeAmount = 7_000_000;

/** Other files than those of the contract. */
export const aChangeText = (purpose: ContractChangePurpose, hash = purpose === 'full' ? 'e' : 'f') => ({
  ...{ id: anId(`change ${purpose}`), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: hash.repeat(64),
  purpose,
});

/** Lawful the day after the contract was signed. */
export function aChangeContent(parts: Partial<ContractChangeContent> = {}): ContractChangeContent {
  return {
    ...emptyContractChange,
    kind: 'addition',
    clauses: '第二条',
    description: '原为1台，现增加备件一套。',
    reason: '新增实验室（示例）',
    amount: changeAmount,
    identical: true,
    changedOn: '2026-03-05',
    files: [aChangeText('full'), aChangeText('public')],
    ...parts,
  };
}

/** With which the contract ends: asked, agreed and announced. */
export function endContract(store: Store, contract = contractId, id = anId(`end of ${contract}`)) {
  const content = aChangeContent({
    ...{ kind: 'termination', clauses: '', amount: null, identical: false },
    ...{ terminationReason: 'agreement', settlement: '已付款项不退回，履约保证金退还（示例）。' },
    changedOn: toPlainDate(store.now),
  });
  must(store.run(clerk, 'contractChanges.create', { id, contractId: contract, content }));
  must(submitChange(store, id));
  must(approveChange(store, id));
  return publishChange(store, id);
}

export function beginChange(store: Store, parts: Partial<ContractChangeContent> = {}, id = changeId) {
  return store.run(clerk, 'contractChanges.create', { id, contractId, content: aChangeContent(parts) });
}

export function submitChange(store: Store, id = changeId) {
  return store.run(clerk, 'contractChanges.submit', { id, acknowledged: everyWarning });
}

/** Of the submission that stands. */
export function approveChange(store: Store, id = changeId) {
  const { submittedAt } = store.get(contractChanges, id);
  return store.run(reviewer, 'contractChanges.approve', { id, submittedAt, note: '' });
}

export function publishChange(store: Store, id = changeId) {
  return store.run(clerk, 'contractChanges.publish', { id, acknowledged: everyWarning });
}

/** Brought so far. */
export function withChangeIn(
  store: Store,
  status: Exclude<ContractChange['status'], 'returned'>,
  parts: Partial<ContractChangeContent> = {},
  id = changeId,
): Store {
  must(beginChange(store, parts, id));
  if (status === 'draft') return store;
  must(submitChange(store, id));
  if (status === 'review') return store;
  must(approveChange(store, id));
  if (status === 'published') must(publishChange(store, id));
  return store;
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no change: ${JSON.stringify(answer.error)}`);
}
