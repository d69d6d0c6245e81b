// A section whose result is announced, and the contract that its unit files on it.
import {
  type Contract,
  type ContractContent,
  type ContractPurpose,
  contracts,
  emptyContract,
} from '#shared/domain/contracts/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { aStoreWithAward } from './awards.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
/** 乙公司 has won it for `contractAmount`. */
export const sectionId = anId('lot-1');
export const contractId = anId('contract');
export const contractAmount = 72_000_050;

export const aText = (purpose: ContractPurpose, hash = purpose === 'full' ? 'c' : 'd') => ({
  ...{ id: anId(`${purpose} ${hash}`), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: hash.repeat(64),
  purpose,
});

/** Lawful on the section of `aStoreWithContract`, signed the day after its result. */
export function aContractContent(parts: Partial<ContractContent> = {}): ContractContent {
  const amount = parts.amount ?? contractAmount;
  const payment = {
    ...{ id: anId('payment'), kind: 'acceptance' as const, condition: '验收合格后30日内', amount },
    dueOn: null,
  };
  return {
    ...emptyContract,
    contractNo: 'HT-2026-001',
    contractName: '分析仪采购合同',
    contractKind: 'sale',
    amountKind: 'total',
    amount,
    signedOn: '2026-03-04',
    purchaserContact: '0374-2961598',
    supplierContact: '0371-61234567',
    supplierBank: '示例银行许昌分行',
    supplierAccount: '6222000000000000000',
    items: [
      {
        ...{ id: anId('contract item'), name: '分析仪', spec: 'FX-1', requirement: '', qty: '1台' },
        unitPrice: amount,
      },
    ],
    period: '签订后30日内',
    performancePlace: '许昌市示例路1号',
    acceptanceStandard: 'GB/T 20281',
    payments: [payment],
    files: [aText('full'), aText('public')],
    ...parts,
  };
}

/** On the day after the result was announced. */
export function aStoreToSign(parts: Parameters<typeof aStoreWithAward>[0] = {}): Store {
  const store = aStoreWithAward(parts);
  store.now += 24 * 3_600_000;
  return store;
}

export function beginContract(store: Store, parts: Partial<ContractContent> = {}, id = contractId) {
  return store.run(clerk, 'contracts.create', { id, sectionId, content: aContractContent(parts) });
}

export function submitContract(store: Store, id = contractId) {
  return store.run(clerk, 'contracts.submit', { id, acknowledged: everyWarning });
}

/** Of the submission that stands. */
export function approveContract(store: Store, id = contractId) {
  const { submittedAt } = store.get(contracts, id);
  return store.run(reviewer, 'contracts.approve', { id, submittedAt, note: '' });
}

export function publishContract(store: Store, id = contractId) {
  return store.run(clerk, 'contracts.publish', { id, acknowledged: everyWarning });
}

type Status = Extract<
  Contract['status'],
  'draft' | 'review' | 'approved' | 'submitted' | 'papers' | 'received'
>;

/** A contract of the section, brought so far. */
export function withContractIn(
  store: Store,
  status: Status,
  parts: Partial<ContractContent> = {},
  id = contractId,
): Store {
  const office = anActor('procurement_office');
  must(beginContract(store, parts, id));
  if (status === 'draft') return store;
  must(submitContract(store, id));
  if (status === 'review') return store;
  must(approveContract(store, id));
  if (status === 'approved') return store;
  must(publishContract(store, id));
  if (status === 'papers')
    must(store.run(office, 'contracts.requestPapers', { id, reason: '请补充分包协议' }));
  if (status === 'received') must(store.run(office, 'contracts.receive', { id, note: '' }));
  return store;
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no contract: ${JSON.stringify(answer.error)}`);
}
