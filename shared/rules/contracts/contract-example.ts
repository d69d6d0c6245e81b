// A lawful contract, from which the examples of its rules differ in one thing each.
import { type ContractContent, type ContractPurpose, emptyContract } from '#shared/domain/contracts/model.ts';
import type { ContractFacts } from './contract-facts.ts';

const line = '00000000-0000-7000-8000-000000000911';

export const contractFile = (purpose: ContractPurpose, hash = purpose === 'full' ? 'c' : 'd') => ({
  id: '00000000-0000-7000-8000-000000000912',
  fileName: `${purpose}.pdf`,
  mediaType: 'application/pdf',
  size: 1,
  sha256: hash.repeat(64),
  purpose,
});

export const examplePayment = (
  kind: NonNullable<ContractContent['payments'][number]['kind']>,
  amount: number | null,
): ContractContent['payments'][number] => ({
  id: line,
  kind,
  condition: 'Within 30 days after acceptance.',
  amount,
  dueOn: null,
});

export const exampleContract: ContractContent = {
  ...emptyContract,
  contractNo: 'HT-2026-001',
  contractName: 'Network security equipment',
  contractKind: 'sale',
  amountKind: 'total',
  amount: 90_000_002,
  signedOn: '2026-09-20',
  place: 'Xuchang',
  copies: 4,
  purchaserContact: '0374-2961598',
  supplierContact: '0371-61234567',
  items: [{ id: line, name: 'Firewall', spec: 'FW-1', requirement: '', qty: '2', unitPrice: 45_000_001 }],
  period: '30 days after signing',
  performancePlace: 'Xuchang',
  acceptanceStandard: 'GB/T 20281',
  payments: [examplePayment('advance', 27_000_000), examplePayment('acceptance', 63_000_002)],
  files: [contractFile('full'), contractFile('public')],
};

export const exampleContractFacts = (
  content: Partial<ContractContent> = {},
  facts: Partial<Omit<ContractFacts, 'content'>> = {},
): ContractFacts => ({
  content: { ...exampleContract, ...content },
  award: {
    inForce: true,
    supplier: 'First',
    amount: 90_000_002,
    rate: '',
    issued: '2026-09-01',
    contactTold: true,
  },
  others: [],
  ended: [],
  category: 'C',
  ceiling: 100_000_000,
  holds: [],
  changeNo: null,
  unfit: [],
  challengeUntil: '2026-09-11',
  signUntil: '2026-10-08',
  publishUntil: '2026-09-22',
  fileUntil: '2026-09-29',
  today: '2026-09-21',
  ...facts,
});

/** Another contract of the section. */
export const otherContract = (
  parts: Partial<ContractFacts['others'][number]> = {},
): ContractFacts['others'][number] => ({
  ...{ contractNo: 'HT-2026-002', amount: 1, year: 2026, several: 'by_batch' },
  ...parts,
});

export const aSubcontract = (amount: number): ContractContent['subcontracts'][number] => ({
  ...{ id: '00000000-0000-7000-8000-000000000914', name: 'Second', part: 'Cabling', amount },
});
