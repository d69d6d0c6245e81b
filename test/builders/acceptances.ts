// An acceptance of the contract of `withContractIn`.
import {
  type Acceptance,
  type AcceptanceContent,
  type AcceptancePurpose,
  acceptances,
  emptyAcceptance,
} from '#shared/domain/contracts/acceptances/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { contractId } from './contracts.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
export const acceptanceId = anId('acceptance');

export const anAcceptanceFile = (purpose: AcceptancePurpose) => ({
  ...{ id: anId(`acceptance ${purpose}`), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: 'a'.repeat(64),
  purpose,
});

type Member = AcceptanceContent['members'][number];
export const aMember = (name: string, parts: Partial<Member> = {}): Member => ({
  ...{ id: anId(`member ${name}`), name, unit: '示例学校', role: 'purchaser', head: name === '甲' },
  ...parts,
});

type Row = AcceptanceContent['rows'][number];
export const aRow = (parts: Partial<Row> = {}): Row => ({
  ...{ id: anId('row'), itemId: anId('contract item'), item: '分析仪', requirement: 'FX-1' },
  ...{ found: '型号、数量与合同一致，运行正常', passed: true, evidenceId: null },
  ...parts,
});

/** Lawful the day after the contract was signed: everything passes. */
export function anAcceptanceContent(parts: Partial<AcceptanceContent> = {}): AcceptanceContent {
  return {
    ...emptyAcceptance,
    requestedBy: '乙公司',
    requestedOn: '2026-03-04',
    answeredOn: '2026-03-04',
    part: 'once',
    stage: 'final',
    method: '清点数量，逐台试运行。',
    heldOn: '2026-03-05',
    place: '示例学校实验室',
    standards: 'GB/T 20281',
    members: [
      aMember('甲'),
      aMember('乙', { role: 'user' }),
      aMember('丙', { role: 'expert', unit: '示例大学' }),
    ],
    rows: [aRow()],
    groupOpinion: '符合合同约定。',
    conclusion: 'passed',
    purchaserOpinion: '同意验收小组意见。',
    supplierAnswer: 'confirmed',
    files: [anAcceptanceFile('signed')],
    ...parts,
  };
}

/** What did not pass, and until when it is put right. */
export const notPassed: Partial<AcceptanceContent> = {
  conclusion: 'failed',
  rows: [aRow({ passed: false, found: '精度达不到合同要求' })],
  rectification: '更换检测模块（示例）',
  rectifyUntil: '2026-03-20',
};

export function beginAcceptance(
  store: Store,
  parts: Partial<AcceptanceContent> = {},
  id = acceptanceId,
  predecessorId: string | null = null,
) {
  const content = anAcceptanceContent(parts);
  return store.run(clerk, 'acceptances.create', { id, contractId, predecessorId, content });
}

export function submitAcceptance(store: Store, id = acceptanceId) {
  return store.run(clerk, 'acceptances.submit', { id, acknowledged: everyWarning });
}

/** Of the submission that stands. */
export function approveAcceptance(store: Store, id = acceptanceId) {
  const { submittedAt } = store.get(acceptances, id);
  return store.run(reviewer, 'acceptances.approve', { id, submittedAt, note: '' });
}

export function concludeAcceptance(store: Store, id = acceptanceId) {
  return store.run(clerk, 'acceptances.conclude', { id, acknowledged: everyWarning });
}

/** Brought so far. */
export function withAcceptanceIn(
  store: Store,
  status: Exclude<Acceptance['status'], 'returned'>,
  parts: Partial<AcceptanceContent> = {},
  id = acceptanceId,
  predecessorId: string | null = null,
): Store {
  must(beginAcceptance(store, parts, id, predecessorId));
  if (status === 'draft') return store;
  must(submitAcceptance(store, id));
  if (status === 'review') return store;
  must(approveAcceptance(store, id));
  if (status === 'concluded') must(concludeAcceptance(store, id));
  return store;
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no acceptance: ${JSON.stringify(answer.error)}`);
}
