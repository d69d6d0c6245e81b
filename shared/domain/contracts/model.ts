// 合同: signed on a result in force, announced, and filed with 采购办. Accounts and full text are known to unit and 采购办 alone; what everybody knows of it stands in its
// 合同公告 and, for the parties, on its section.
import { z } from 'zod';
import { addDays, type PlainDate, plainDateSchema, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { officeScope, type Scope, unitScope } from '../actor.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema } from '../history.ts';
import { partiesShape } from '../projects/model.ts';
import { resultSchema } from '../projects/result.ts';
import { contractChangeKinds, severalReasons } from '../projects/section-contracts.ts';

/** 合同类型, by the titles of 民法典. */
export const contractKinds = [
  'sale',
  'service',
  'works',
  'contracting',
  'lease',
  'technology',
  'property',
  'entrustment',
  'other',
] as const;

/** 总价, 单价, 费率/下浮率. Of the last two `amount` is an estimate. */
export const amountKinds = ['total', 'unit', 'rate'] as const;

/** 预付款, 进度款, 验收款, 质保金. */
export const paymentKinds = ['advance', 'progress', 'acceptance', 'retention'] as const;

/** 履约保证金: how it is given (条例 art 48: never in cash). */
export const bondForms = ['transfer', 'cheque', 'guarantee', 'insurance'] as const;

export const contractPurposes = ['full', 'public', 'subcontract', 'bond', 'other'] as const;
export type ContractPurpose = (typeof contractPurposes)[number];

const itemSchema = z.strictObject({
  id: idSchema,
  name: text(200),
  spec: text(1000),
  requirement: text(1000),
  qty: text(50),
  unitPrice: fenSchema.nullable(),
});

const paymentSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(paymentKinds).nullable(),
  /** 付款条件. */
  condition: text(500),
  amount: fenSchema.nullable(),
  dueOn: plainDateSchema.nullable(),
});

const subcontractSchema = z.strictObject({
  id: idSchema,
  name: text(200),
  /** What is subcontracted. */
  part: text(500),
  amount: fenSchema.nullable(),
});

export const mostContractItems = 500;

const contractFileSchema = z.strictObject({ ...fileSchema.shape, purpose: z.enum(contractPurposes) });

/** What people type. A draft may be incomplete; what must be there is asked at 提交审核 (rules/contract-rules.ts). */
export const contractContentSchema = z.strictObject({
  contractNo: text(64),
  contractName: text(200),
  contractKind: z.enum(contractKinds).nullable(),
  amountKind: z.enum(amountKinds).nullable(),
  amount: fenSchema.nullable(),
  rate: text(200),
  /** Why the amount is not that of the result. */
  amountReason: text(2000),
  /** When the last party signed. */
  signedOn: plainDateSchema.nullable(),
  place: text(200),
  copies: z.int().min(1).max(100).nullable(),
  purchaserContact: text(100),
  supplierContact: text(100),
  /** 乙方开户行, 账号: not published. */
  supplierBank: text(200),
  supplierAccount: text(64),
  items: z.array(itemSchema).max(mostContractItems),
  /** 履行期限. */
  period: text(500),
  performancePlace: text(300),
  acceptanceStandard: text(2000),
  payments: z.array(paymentSchema).max(100),
  bondAmount: fenSchema.nullable(),
  bondForm: z.enum(bondForms).nullable(),
  bondIssuer: text(200),
  bondExpiresOn: plainDateSchema.nullable(),
  subcontracts: z.array(subcontractSchema).max(50),
  /** Why it is not the only one of its section. */
  several: z.enum(severalReasons).nullable(),
  /** 涉及国家秘密: it is filed and not announced (条例 art 50). */
  secret: z.boolean(),
  secretBasis: text(500),
  /** 无涉密内容: the full text is the public one. */
  nothingHidden: z.boolean(),
  other: text(2000),
  files: z.array(contractFileSchema).max(50),
});
export type ContractContent = z.infer<typeof contractContentSchema>;
export type ContractField = keyof ContractContent;

export const emptyContract: ContractContent = {
  contractNo: '',
  contractName: '',
  contractKind: null,
  amountKind: null,
  amount: null,
  rate: '',
  amountReason: '',
  signedOn: null,
  place: '',
  copies: null,
  purchaserContact: '',
  supplierContact: '',
  supplierBank: '',
  supplierAccount: '',
  items: [],
  period: '',
  performancePlace: '',
  acceptanceStandard: '',
  payments: [],
  bondAmount: null,
  bondForm: null,
  bondIssuer: '',
  bondExpiresOn: null,
  subcontracts: [],
  several: null,
  secret: false,
  secretBasis: '',
  nothingHidden: false,
  other: '',
  files: [],
};

/** Where a contract stands with its acceptance: nothing accepted, some of it, the last one not 合格, everything. */
export const acceptanceStates = ['none', 'partial', 'failed', 'passed'] as const;

/** 履约: what acceptances and payments have brought about, written by their commands. */
const performanceSchema = z.strictObject({
  acceptance: z.enum(acceptanceStates),
  /** The day of the acceptance after which nothing is left to be accepted. */
  acceptedOn: plainDateSchema.nullable(),
  /** Items of the contract that have passed. */
  acceptedItems: z.array(idSchema).max(700),
  /** Σ of what is paid, 质保金 included. */
  paid: fenSchema,
  /** 质保金 that is not paid out yet. */
  retained: fenSchema,
  /** Everything but 质保金 is paid. */
  settledAt: z.int().nullable(),
  /** The day of the payment with which it was. */
  settledOn: plainDateSchema.nullable(),
});
export type Performance = z.infer<typeof performanceSchema>;

export const unperformed: Performance = {
  acceptance: 'none',
  acceptedOn: null,
  acceptedItems: [],
  paid: 0,
  retained: 0,
  settledAt: null,
  settledOn: null,
};

const returnedSchema = z.strictObject({ on: plainDateSchema, amount: fenSchema });
export const mostUndone = 20;

/** 履约保证金 as it was handed in, and returned. */
const bondSchema = z.strictObject({
  receivedOn: plainDateSchema,
  /** Of a 保函 or 保险, as it was last extended. */
  expiresOn: plainDateSchema.nullable(),
  /** 约定退还日期. */
  returnBy: plainDateSchema.nullable(),
  returned: returnedSchema.nullable(),
  /** 退还 that was recorded wrongly, who took it back when, and why. */
  undone: z
    .array(z.strictObject({ ...returnedSchema.shape, at: z.int(), by: z.string(), reason: text(2000) }))
    .max(mostUndone),
  files: z.array(fileSchema).max(40),
});
export type Bond = z.infer<typeof bondSchema>;

/** 资金来源 of a later year's budget, from which what is left is paid. */
const fundingSchema = z.strictObject({
  id: idSchema,
  budgetYear: z.int().min(2000).max(2100),
  /** Of `fundSources`. */
  source: code,
  amount: fenSchema,
  /** 预算指标文号. */
  documentNo: text(200),
  at: z.int(),
  by: z.string(),
  /** It was wrong, and counts no more. */
  withdrawn: z.strictObject({ at: z.int(), by: z.string(), reason: text(2000) }).nullable(),
});
export const mostFundings = 50;

/** Document numbers from which a contract may be paid in that year. */
export function documentsOf({ funding }: Pick<Contract, 'funding'>, budgetYear: number): readonly string[] {
  return funding.flatMap((line) =>
    line.withdrawn === null && line.budgetYear === budgetYear ? [line.documentNo] : [],
  );
}

/** `submitted`: announced, and waiting for 采购办's receipt. `papers`: 采购办 has asked for missing papers. `received`: 收讫. */
export const contractStatuses = [
  'draft',
  'review',
  'returned',
  'approved',
  'submitted',
  'papers',
  'received',
  'terminated',
] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** 主体变更: who takes a contract over. */
const takenOverBySchema = z.strictObject({ name: text(200), uscc: text(18) });

export const contractSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  sectionNo: text(64),
  sectionName: text(200),
  ...partiesShape,
  platformId: code,
  fiscalYear: z.int(),
  status: z.enum(contractStatuses),
  content: contractContentSchema,
  /** The result that it is signed on, as it was when the contract was begun. */
  result: resultSchema,
  /** 合同公告; null before it is published, and where it may not be. */
  announcementId: idSchema.nullable(),
  /** 提交: both clocks end with it. */
  publishedAt: z.int().nullable(),
  /** Until when it is to be announced, or where it may not be, filed; null while nobody has said when it was signed. */
  dueOn: plainDateSchema.nullable(),
  /** Its changes that are in force, in their order. */
  changes: z
    .array(
      z.strictObject({
        changeId: idSchema,
        kind: z.enum(contractChangeKinds),
        amount: fenSchema.nullable(),
        changedOn: plainDateSchema,
        /** 主体变更: who has taken it over. */
        supplier: takenOverBySchema.nullable(),
        announcementId: idSchema.nullable(),
        at: z.int(),
      }),
    )
    .max(200),
  performance: performanceSchema,
  /** Null before it is handed in, and where none is asked for. */
  bond: bondSchema.nullable(),
  /** In the order in which they were added. The first year's stand in the plan. */
  funding: z.array(fundingSchema).max(mostFundings),
  /** 采购办's receipt. */
  filing: z.strictObject({ no: text(64), at: z.int(), by: z.string() }).nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it last went to the reviewer. */
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Contract = z.infer<typeof contractSchema>;

/** Announced and filed, or on its way there. */
const inForce: ReadonlySet<ContractStatus> = new Set(['submitted', 'papers', 'received']);

export function isInForce({ status }: Pick<Contract, 'status'>): boolean {
  return inForce.has(status);
}

/** In force, or ended: what was owed before the end is still to be settled. */
export function wasInForce(contract: Pick<Contract, 'status'>): boolean {
  return isInForce(contract) || contract.status === 'terminated';
}

/** Whose contract it is: who signed it, or who has taken it over last. The members of a 联合体 are those who signed. */
export function supplierNow({ result, changes }: Pick<Contract, 'result' | 'changes'>): {
  readonly name: string;
  readonly uscc: string;
  readonly members: Contract['result']['members'];
  readonly tookOver: boolean;
} {
  const newcomer = changes.findLast(({ supplier }) => supplier !== null)?.supplier ?? null;
  return newcomer === null
    ? { name: result.supplierName, uscc: result.supplierUscc, members: result.members, tookOver: false }
    : { ...newcomer, members: [], tookOver: true };
}

export const contracts = entity({
  name: 'contracts',
  schema: contractSchema,
  revision: 5,
  // 2: how it was performed. 3: until when it is due, which those of before say once they are edited; and its 履约保证金.
  // 4: on which day it was paid, and who has taken it over. 5: funding lines of later years; and what was
  // recorded wrongly of a 履约保证金.
  upgrade,
  columns: (of) => ({
    projectId: of.text((contract) => contract.projectId),
    sectionId: of.text((contract) => contract.sectionId),
    status: of.text((contract) => contract.status),
    purchaserId: of.text((contract) => contract.purchaserId),
    purchaserName: of.text((contract) => contract.purchaserName),
    regionCode: of.text((contract) => contract.regionCode),
    filingNo: of.text((contract) => contract.filing?.no ?? null).nullable(),
    signedOn: of.date((contract) => contract.content.signedOn).nullable(),
    updatedAt: of.instant((contract) => contract.updatedAt),
  }),
  deskColumns: (of) => ({
    contractNo: of.text((contract) => contract.content.contractNo),
    contractName: of.title((contract) => contract.content.contractName),
    projectName: of.text((contract) => contract.projectName),
    sectionName: of.text((contract) => `${contract.sectionNo} ${contract.sectionName}`),
    supplierName: of.text((contract) => supplierNow(contract).name),
    /** From which day on somebody has to look after the 履约保证金. */
    bondOrder: of.text((contract) => bondDay(contract) ?? unknownDay),
    amount: of.fen((contract) => contract.content.amount ?? 0),
    dueOn: of.date((contract) => contract.dueOn).nullable(),
    /** Of what is not announced yet; the rest stands behind every day. */
    dueOrder: of.text(({ dueOn, publishedAt }) => (publishedAt === null ? dueOn : null) ?? unknownDay),
    announced: of.text(announcedInTime),
    acceptance: of.text((contract) => contract.performance.acceptance),
    signedYear: of.integer(({ content }) => (content.signedOn === null ? 0 : yearOf(content.signedOn))),
    closedYear: of.integer(closedYear),
    acceptedOn: of.date(({ performance }) => performance.acceptedOn).nullable(),
    /** When the 通知书 was issued; 0 without one. */
    letterYear: of.integer(({ result: { letter } }) =>
      letter === null ? 0 : yearOf(toPlainDate(letter.at)),
    ),
  }),
  indexes: {
    desk: {
      contracts_section: ['sectionId'],
      contracts_project: ['projectId'],
      // 跨年度事项: what was signed by the end of a year and closed after it, and what was won by it and signed after it.
      contracts_years: ['closedYear', 'signedYear', 'announced', 'acceptedOn', 'signedOn'],
      contracts_letters: ['letterYear', 'signedYear', 'announced'],
      contracts_signed: ['signedYear', 'announced', 'amount'],
    },
    later: ['contracts_years', 'contracts_letters', 'contracts_signed'],
    server: {
      contracts_section_id: { on: ['sectionId'] },
      contracts_filing_no: { on: ['filingNo'] },
    },
  },
  searched: ['contractName', 'contractNo', 'projectName', 'supplierName', 'filingNo'],
  waiting: { waitsFor, covering: ['bondOrder'] },
  scopes: contractScopes,
  files: ({ content, bond }) => [...content.files, ...(bond?.files ?? [])].map(({ sha256 }) => sha256),
});

/** The unit; 采购办 once it is filed. The agency reads what is announced. */
function contractScopes({ purchaserId, regionCode, publishedAt }: Contract): readonly Scope[] {
  return publishedAt === null ? [unitScope(purchaserId)] : [unitScope(purchaserId), officeScope(regionCode)];
}

const since3 = z.looseObject({
  performance: z.looseObject({ settledAt: z.int().nullable() }),
  changes: z.array(z.looseObject({})),
});

const since4 = z.looseObject({ bond: z.looseObject({}).nullable() });

function upgrade(body: unknown, from: number): unknown {
  const before = z.looseObject({}).parse(body);
  if (from === 1) return { ...before, performance: unperformed };
  if (from === 2) return { ...before, dueOn: null, bond: null };
  if (from === 4) {
    const { bond } = since4.parse(body);
    return { ...before, funding: [], bond: bond === null ? null : { ...bond, undone: [] } };
  }
  const { performance, changes } = since3.parse(body);
  const { settledAt } = performance;
  return {
    ...before,
    performance: { ...performance, settledOn: settledAt === null ? null : toPlainDate(settledAt) },
    changes: changes.map((change) => ({ ...change, supplier: null })),
  };
}

/** Behind every day: where it is not known, it is not the next. */
const unknownDay = '9999-12-31';

/** Later than any year. */
export const stillOpen = 9999;

/** The year in which it was accepted and paid, or ended. */
export function closedYear({ status, changes, performance }: Contract): number {
  if (status === 'terminated') {
    const end = changes.findLast(({ kind }) => kind === 'termination');
    return end === undefined ? 0 : yearOf(end.changedOn);
  }
  const { acceptedOn, settledOn, retained } = performance;
  // 质保金 that is still held is paid from a later year's budget.
  if (acceptedOn === null || settledOn === null || retained > 0) return stillOpen;
  return Math.max(yearOf(acceptedOn), yearOf(settledOn));
}

/** 按期 or 逾期公告及备案, which 监督检查 asks for. */
export const announcedStates = ['open', 'in_time', 'late'] as const;

export function announcedInTime({
  dueOn,
  publishedAt,
}: Pick<Contract, 'dueOn' | 'publishedAt'>): (typeof announcedStates)[number] {
  if (publishedAt === null) return 'open';
  return dueOn !== null && toPlainDate(publishedAt) > dueOn ? 'late' : 'in_time';
}

/** Days before the 保函 or 保险 expires. */
export const bondNotice = 30;

/** Handed in and not returned. */
export function holdsBond({ bond }: Pick<Contract, 'bond'>): boolean {
  return bond !== null && bond.returned === null;
}

/** 约定退还日期, or thirty days before it expires, whichever is first; null while nothing of it is due. */
export function bondDay({ bond }: Pick<Contract, 'bond'>): PlainDate | null {
  if (bond === null || bond.returned !== null) return null;
  const notice = bond.expiresOn === null ? null : addDays(bond.expiresOn, -bondNotice);
  const days = [notice, bond.returnBy].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** `submitted_bond`, `papers_bond`, `ended`: for the next step of its filing and for its bond, both at once. `ended`: after 终止. */
export type WaitKey =
  | 'returned'
  | 'review'
  | 'approved'
  | 'submitted'
  | 'submitted_bond'
  | 'papers'
  | 'papers_bond'
  | 'bond'
  | 'ended';

function waitsFor(contract: Pick<Contract, 'status' | 'bond' | 'filing'>): WaitKey | null {
  const { status } = contract;
  if (status === 'draft') return null;
  const bond = holdsBond(contract);
  if (status === 'terminated' && contract.filing === null) return bond ? 'ended' : 'submitted';
  if (status === 'received' || status === 'terminated') return bond ? 'bond' : null;
  if (bond && (status === 'submitted' || status === 'papers')) return `${status}_bond`;
  return status;
}
