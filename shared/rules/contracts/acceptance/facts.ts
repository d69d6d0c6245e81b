// What the rules of 履约验收 are told, and a lawful one, from which their examples differ in one thing each.
import {
  type AcceptanceContent,
  type AcceptancePurpose,
  emptyAcceptance,
} from '#shared/domain/contracts/acceptances/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

export type AcceptanceFacts = {
  readonly content: AcceptanceContent;
  /** A: 货物, B: 工程, C: 服务. */
  readonly category: 'A' | 'B' | 'C';
  /** The contract is. */
  readonly inForce: boolean;
  /** Nothing of the contract is left to be accepted. */
  readonly accepted: boolean;
  /** Another acceptance of it is begun and not concluded. */
  readonly otherOpen: boolean;
  /** Of the contract with what was added by the day of the acceptance, and those that have passed before. */
  readonly items: readonly string[];
  readonly acceptedItems: readonly string[];
  /** The contract may not be published. */
  readonly secret: boolean;
  readonly signedOn: PlainDate | null;
  /** When the acceptance before this one was held; null for the first of the contract. */
  readonly lastHeldOn: PlainDate | null;
  /** The supplier, the other members of its 联合体, and whom it subcontracts. */
  readonly suppliers: readonly string[];
  /** The agency of the project; empty where there is none. */
  readonly agency: string;
  /** Who reviewed the bids, as the 结果公告 names them. */
  readonly reviewers: readonly string[];
  /** 采购办 of the region. */
  readonly offices: readonly string[];
  /** 乙方账号. */
  readonly account: string;
  /** Fields that the 验收结果公告 cannot say as they are. */
  readonly unfit: readonly string[];
  /** Until when the supplier's 验收申请 is to be answered. */
  readonly answerUntil: PlainDate | null;
  readonly today: PlainDate;
};

type Member = AcceptanceContent['members'][number];
type Row = AcceptanceContent['rows'][number];
type Content = Partial<AcceptanceContent>;

const idOf = (no: number) => `00000000-0000-7000-8000-000000000a${String(no).padStart(2, '0')}`;
/** The only item of the contract of the examples. */
export const exampleItem = idOf(1);
/** 追加. */
export const exampleAddition = idOf(2);

export const exampleMember = (no: number, parts: Partial<Member> = {}): Member => ({
  ...{ id: idOf(10 + no), name: `Member ${no}`, unit: 'School', role: 'purchaser', head: no === 1 },
  ...parts,
});

export const exampleRow = (parts: Partial<Row> = {}): Row => ({
  ...{ id: idOf(30), itemId: exampleItem, item: 'Firewall', requirement: '10 Gbit/s' },
  ...{ found: '10.2 Gbit/s measured', passed: true, evidenceId: null },
  ...parts,
});

export const exampleFile = (purpose: AcceptancePurpose): AcceptanceContent['files'][number] => ({
  ...{ id: idOf(40), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: 'e'.repeat(64),
  purpose,
});

export const exampleAcceptance: AcceptanceContent = {
  ...emptyAcceptance,
  requestedBy: 'First',
  requestedOn: '2026-10-12',
  answeredOn: '2026-10-14',
  part: 'once',
  stage: 'final',
  method: 'Counting, and a test of each machine.',
  heldOn: '2026-10-20',
  place: 'Xuchang',
  standards: 'GB/T 20281',
  members: [exampleMember(1), exampleMember(2, { role: 'user' }), exampleMember(3, { role: 'expert' })],
  rows: [exampleRow()],
  groupOpinion: 'As agreed.',
  conclusion: 'passed',
  purchaserOpinion: 'Agreed.',
  supplierAnswer: 'confirmed',
  files: [exampleFile('signed')],
};

export const example = (
  content: Content = {},
  facts: Partial<Omit<AcceptanceFacts, 'content'>> = {},
): AcceptanceFacts => ({
  content: { ...exampleAcceptance, ...content },
  category: 'A',
  inForce: true,
  accepted: false,
  otherOpen: false,
  items: [exampleItem],
  acceptedItems: [],
  secret: false,
  signedOn: '2026-09-20',
  lastHeldOn: null,
  suppliers: ['First'],
  agency: 'Agency',
  reviewers: ['Reviewer'],
  offices: ['Office'],
  account: '6222021702001234567',
  unfit: [],
  answerUntil: '2026-10-19',
  today: '2026-10-21',
  ...facts,
});

/** Of a public service, with those whom it is for. */
export const publicService = (content: Content = {}): AcceptanceFacts =>
  example(
    {
      ...{ publicService: true, stage: 'period', periodFrom: '2026-09-20', periodUntil: '2026-10-19' },
      members: [exampleMember(1), exampleMember(2, { role: 'served' }), exampleMember(3)],
      servedOpinion: 'Content.',
      ...content,
    },
    { category: 'C' },
  );

/** Fails, and says what is to be put right. */
export const failing = (content: Content = {}): AcceptanceFacts =>
  example({
    ...{ conclusion: 'failed', rows: [exampleRow({ passed: false })] },
    ...{ rectification: 'Replace the machine.', rectifyUntil: '2026-10-30' },
    ...content,
  });
