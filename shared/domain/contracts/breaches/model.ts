// 违约处理: what one side of a contract did not do as agreed, from the notice to the decision. The law says what a breach leads to (民法典 577–585; 政府采购法实施条例 art 72); the way by
// notice, statement and decision is practice of careful units and no legal procedure. From the notice on nothing of it is deleted. It is the unit's; 采购办 and supervisor read what was
// decided and reported to the finance office.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema, sumFen } from '#shared/kernel/money.ts';
import { regionScope, type Scope, unitScope } from '../../actor.ts';
import { entity } from '../../entity.ts';
import { fieldEditSchema } from '../../field-changes.ts';
import { code, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape } from '../../projects/model.ts';

/** Whose breach it is: 供应商, 采购人. */
export const breachParties = ['supplier', 'purchaser'] as const;
export type BreachParty = (typeof breachParties)[number];

/** 逾期交付, 质量, 数量, 转包或违法分包, 拒绝履行, 采购人逾期付款, 其他. */
export const breachKinds = [
  'delay',
  'quality',
  'quantity',
  'transfer',
  'refusal',
  'late_payment',
  'other',
] as const;
export type BreachKind = (typeof breachKinds)[number];

/** How the notice reached the other side: 直接送达, 邮寄, 电子邮件, 交易系统, 其他. */
export const breachDeliveries = ['hand', 'post', 'email', 'platform', 'other'] as const;

/** 证据, 送达凭证, 陈述材料, 其他. */
export const breachPurposes = ['evidence', 'delivery', 'statement', 'other'] as const;
export type BreachPurpose = (typeof breachPurposes)[number];

/** 补救或更换, 减少价款, 违约金, 赔偿损失, 不予退还履约保证金, 终止合同, 报财政部门. */
export const breachConsequences = [
  'remedy',
  'reduction',
  'penalty',
  'damages',
  'bond',
  'termination',
  'report',
] as const;
export type BreachConsequence = (typeof breachConsequences)[number];

/** Consequences with an amount, and where it stands. */
export const amountFields = {
  reduction: 'reduction',
  penalty: 'penalty',
  damages: 'damages',
  bond: 'withheld',
} as const satisfies Partial<Record<BreachConsequence, string>>;

/**
 * Clauses that a decision may stand on. 民法典: 563 ending it, 577 what a breach leads to, 579 unpaid money, 582 what is not as agreed, 584 damages, 585 违约金, 586 定金 (only where one was
 * agreed). 政府采购法 50: ended only where it harms the public. 条例 72: transfer, fakes, and arbitrary change or ending.
 */
export const breachArticles = [
  'civil-code/563',
  'civil-code/577',
  'civil-code/579',
  'civil-code/582',
  'civil-code/584',
  'civil-code/585',
  'civil-code/586',
  'law/50',
  'regulation/72',
] as const;

const breachFileSchema = z.strictObject({ ...fileSchema.shape, purpose: z.enum(breachPurposes) });

/** What people type. A draft may be incomplete; what must be there is asked at the notice and at 提交审核 (rules/contracts/breach-rules.ts). */
export const breachContentSchema = z.strictObject({
  party: z.enum(breachParties).nullable(),
  kind: z.enum(breachKinds).nullable(),
  /** 合同条款. */
  clause: text(500),
  facts: text(5000),
  happenedOn: plainDateSchema.nullable(),
  /** What is asked of the other side, and by when. */
  demand: text(2000),
  demandUntil: plainDateSchema.nullable(),
  /** 通知书文号, as the unit numbers its letters. */
  noticeNo: text(64),
  noticeOn: plainDateSchema.nullable(),
  delivery: z.enum(breachDeliveries).nullable(),
  /** Until when the other side may make its statement; where it is empty the setting says how many working days. No term of law. */
  statementUntil: plainDateSchema.nullable(),
  files: z.array(breachFileSchema).max(50),
  /** 决定书文号. */
  decisionNo: text(64),
  /** 违约成立. */
  upheld: z.boolean().nullable(),
  consequences: z.array(z.enum(breachConsequences)).max(breachConsequences.length),
  remedyUntil: plainDateSchema.nullable(),
  reduction: fenSchema.nullable(),
  penalty: fenSchema.nullable(),
  damages: fenSchema.nullable(),
  /** 不予退还的履约保证金. */
  withheld: fenSchema.nullable(),
  /** 实际损失, by which 违约金 is measured (民法典 585). */
  loss: fenSchema.nullable(),
  /** Where the contract gives the amounts. */
  amountBasis: text(2000),
  reason: text(5000),
  articles: z.array(z.enum(breachArticles)).max(breachArticles.length),
});
export type BreachContent = z.infer<typeof breachContentSchema>;
export type BreachField = keyof BreachContent;

export const emptyBreach: BreachContent = {
  party: null,
  kind: null,
  clause: '',
  facts: '',
  happenedOn: null,
  demand: '',
  demandUntil: null,
  noticeNo: '',
  noticeOn: null,
  delivery: null,
  statementUntil: null,
  files: [],
  decisionNo: '',
  upheld: null,
  consequences: [],
  remedyUntil: null,
  reduction: null,
  penalty: null,
  damages: null,
  withheld: null,
  loss: null,
  amountBasis: '',
  reason: '',
  articles: [],
};

/** Typed before the notice; they stay as they were sent. */
export const noticeFields = [
  ...(['party', 'kind', 'clause', 'facts', 'happenedOn', 'demand', 'demandUntil'] as const),
  ...(['noticeNo', 'noticeOn', 'delivery', 'statementUntil'] as const),
] as const satisfies readonly BreachField[];

/** Typed once the other side was heard. */
export const decisionFields = [
  ...(['decisionNo', 'upheld', 'consequences', 'remedyUntil', 'reduction', 'penalty'] as const),
  ...(['damages', 'withheld', 'loss', 'amountBasis', 'reason', 'articles'] as const),
] as const satisfies readonly BreachField[];

/** 陈述: what the other side said, or that nothing came by its day. */
export const statementShape = {
  /** 逾期未陈述. */
  silent: z.boolean(),
  /** The day it came; null where none did. */
  statedOn: plainDateSchema.nullable(),
  statement: text(5000),
};
const statementSchema = z.strictObject(statementShape);
export type Statement = z.infer<typeof statementSchema>;

/** 草稿, 待陈述, 待处理, 待审核, 已退回, 已决定, 已撤销. */
export const breachStatuses = [
  'draft',
  'notified',
  'heard',
  'review',
  'returned',
  'decided',
  'withdrawn',
] as const;
export type BreachStatus = (typeof breachStatuses)[number];

/** What may be typed in which state; while the other side is to speak, nothing is. */
export function openFields(status: BreachStatus): readonly BreachField[] {
  if (status === 'draft') return [...noticeFields, 'files'];
  return status === 'heard' || status === 'returned' ? [...decisionFields, 'files'] : [];
}

export const breachSchema = z.strictObject({
  id: idSchema,
  contractId: idSchema,
  contractNo: text(64),
  contractName: text(200),
  /** When the contract was signed. */
  signedOn: plainDateSchema.nullable(),
  /** Of a contract that is a state secret: nobody outside the unit reads it. */
  secret: z.boolean(),
  supplierName: text(200),
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  ...partiesShape,
  platformId: code,
  status: z.enum(breachStatuses),
  content: breachContentSchema,
  /** A decided one that this one puts right. */
  predecessorId: idSchema.nullable(),
  statement: statementSchema.nullable(),
  notifiedAt: z.int().nullable(),
  decidedAt: z.int().nullable(),
  /** 报财政部门: when it was decided so. From here on 采购办 and supervisor read it. */
  reportedAt: z.int().nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When the decision last went to the reviewer. */
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Breach = z.infer<typeof breachSchema>;

type Decided = Pick<BreachContent, 'upheld' | 'consequences'>;

/** What is chosen counts only where the breach is upheld. */
export function has({ upheld, consequences }: Decided, wanted: BreachConsequence): boolean {
  return upheld === true && consequences.includes(wanted);
}

/** The amount of a consequence; 0 where it is not chosen. */
export function amountFor(content: BreachContent, consequence: keyof typeof amountFields): number {
  return has(content, consequence) ? (content[amountFields[consequence]] ?? 0) : 0;
}

/** 减价, 违约金 and 赔偿: what may be deducted from what is still to be paid, by hand. */
export function deductible(content: BreachContent): number {
  return sumFen((['reduction', 'penalty', 'damages'] as const).map((each) => amountFor(content, each)));
}

/** Behind every day: where it is not known, it is not the next. */
const unknownDay = '9999-12-31';

export const breaches = entity({
  name: 'breaches',
  schema: breachSchema,
  revision: 2,
  // 2: whether the contract is a state secret; of before nobody had said so.
  upgrade: (body) => ({ ...z.looseObject({}).parse(body), secret: false }),
  columns: (of) => ({
    contractId: of.text((breach) => breach.contractId),
    projectId: of.text((breach) => breach.projectId),
    status: of.text((breach) => breach.status),
    purchaserId: of.text((breach) => breach.purchaserId),
    purchaserName: of.text((breach) => breach.purchaserName),
    regionCode: of.text((breach) => breach.regionCode),
    updatedAt: of.instant((breach) => breach.updatedAt),
  }),
  deskColumns: (of) => ({
    contractName: of.title((breach) => breach.contractName),
    contractNo: of.text((breach) => breach.contractNo),
    projectName: of.text((breach) => breach.projectName),
    supplierName: of.text((breach) => breach.supplierName),
    party: of.text((breach) => breach.content.party).nullable(),
    kind: of.text((breach) => breach.content.kind).nullable(),
    happenedOn: of.date((breach) => breach.content.happenedOn).nullable(),
    /** Until when a statement is waited for. */
    statementOrder: of.text((breach) => breach.content.statementUntil ?? unknownDay),
  }),
  indexes: {
    desk: { breaches_contract: ['contractId'], breaches_project: ['projectId'] },
    server: { breaches_contract_id: { on: ['contractId'] } },
  },
  searched: ['contractName', 'contractNo', 'projectName', 'supplierName'],
  waiting: { waitsFor, covering: ['statementOrder'] },
  scopes: breachScopes,
  files: ({ content }) => content.files.map(({ sha256 }) => sha256),
});

/** The unit; who answers for the region once it was decided and reported to the finance office. A secret one is reported on paper. */
function breachScopes({ purchaserId, regionCode, reportedAt, secret }: Breach): readonly Scope[] {
  return reportedAt === null || secret
    ? [unitScope(purchaserId)]
    : [unitScope(purchaserId), regionScope(regionCode)];
}

export type BreachWait = 'statement' | 'decision' | 'returned' | 'review';

const waits: Readonly<Record<BreachStatus, BreachWait | null>> = {
  draft: null,
  notified: 'statement',
  heard: 'decision',
  review: 'review',
  returned: 'returned',
  decided: null,
  withdrawn: null,
};

function waitsFor({ status }: Pick<Breach, 'status'>): BreachWait | null {
  return waits[status];
}
