// 付款: one row an instalment of a contract, from the day it is expected to the day it is paid. What is registered is never deleted: it is
// changed (变更) or made void (作废), with a reason, and what it said before is kept. Accounts,
// vouchers and due days are known to unit and 采购办 alone.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { officeScope, type Scope, unitScope } from '../../actor.ts';
import { entity } from '../../entity.ts';
import { fieldEditSchema } from '../../field-changes.ts';
import { code, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape } from '../../projects/model.ts';
import { sizeClasses } from '../../suppliers/model.ts';
import { paymentKinds } from '../model.ts';

export const paymentPurposes = ['invoice', 'acceptance', 'guarantee', 'other'] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];

/** What the days run from: 交付, or 验收合格 where the contract makes that the condition. */
export const paymentBases = ['delivery', 'acceptance'] as const;

/** What people type. A draft may be incomplete; what must be there is asked when it is registered (rules/payment-rules.ts). */
export const paymentContentSchema = z.strictObject({
  /** The line of the 付款计划 that it pays; null where it is in none. */
  lineId: idSchema.nullable(),
  kind: z.enum(paymentKinds).nullable(),
  /** 付款条件. */
  condition: text(500),
  amount: fenSchema.nullable(),
  /** 企业规模 when the contract was signed. */
  sizeClass: z.enum(sizeClasses).nullable(),
  basis: z.enum(paymentBases).nullable(),
  deliveredOn: plainDateSchema.nullable(),
  acceptedOn: plainDateSchema.nullable(),
  invoiceNo: text(100),
  invoiceAmount: fenSchema.nullable(),
  invoiceOn: plainDateSchema.nullable(),
  /** 约定付款日期. */
  agreedOn: plainDateSchema.nullable(),
  /** 约定的逾期利率: percent a year, with up to four places; empty where nothing is agreed. */
  interestRate: text(10),
  note: text(2000),
  files: z.array(z.strictObject({ ...fileSchema.shape, purpose: z.enum(paymentPurposes) })).max(50),
});
export type PaymentContent = z.infer<typeof paymentContentSchema>;
export type PaymentField = keyof PaymentContent;

export const emptyPayment: PaymentContent = {
  lineId: null,
  kind: null,
  condition: '',
  amount: null,
  sizeClass: null,
  basis: null,
  deliveredOn: null,
  acceptedOn: null,
  invoiceNo: '',
  invoiceAmount: null,
  invoiceOn: null,
  agreedOn: null,
  interestRate: '',
  note: '',
  files: [],
};

/** What was paid. */
export const paidShape = {
  paidOn: plainDateSchema,
  paidAmount: fenSchema,
  /** 支付年度: the budget year that it is paid from. */
  budgetYear: z.int().min(2000).max(2100),
  /** 预算指标: where the year is another than the contract's. */
  fundingLine: text(200),
  /** 结清: nothing more is owed. Asked where the amount of the contract is an estimate. */
  last: z.boolean(),
  vouchers: z.array(fileSchema).max(20),
};
const paidSchema = z.strictObject(paidShape);
export type Paid = z.infer<typeof paidSchema>;

/** 草稿, 待付款, 已付款, 已作废: counted nowhere. */
export const paymentStatuses = ['draft', 'due', 'paid', 'void'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** What was recorded before it was changed, who changed it when, and why. */
const amendmentSchema = z.strictObject({
  paid: paidSchema,
  at: z.int(),
  by: z.string(),
  name: z.string(),
  reason: text(2000),
});
export const mostAmendments = 100;

const dueSchema = z.strictObject({
  on: plainDateSchema,
  /** The period that it follows from; `agreed`: the contract's own day. */
  ruleId: code,
  /** The day that it is counted from. */
  from: plainDateSchema,
});

export const paymentSchema = z.strictObject({
  id: idSchema,
  contractId: idSchema,
  contractNo: text(64),
  contractName: text(200),
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  supplierName: text(200),
  ...partiesShape,
  platformId: code,
  /** The contract's. */
  fiscalYear: z.int(),
  status: z.enum(paymentStatuses),
  content: paymentContentSchema,
  /** Until when it is to be paid; null while the days that it follows from are not known. */
  due: dueSchema.nullable(),
  /** Kept where it is void. */
  paid: paidSchema.nullable(),
  amendments: z.array(amendmentSchema).max(mostAmendments),
  /** 待付款 since: from here on 采购办 sees it. */
  registeredAt: z.int().nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
  history: historySchema,
});
export type Payment = z.infer<typeof paymentSchema>;

/** 中小企业: whom the law promises a day (国务院令第802号). */
export function isSmall({ sizeClass }: Pick<PaymentContent, 'sizeClass'>): boolean {
  return sizeClass !== null && sizeClass !== 'large';
}

/** Behind every day: where it is not known, it is not the next. */
export const unknownDay = '9999-12-31';

const amountOf = ({ content, paid }: Payment) => paid?.paidAmount ?? content.amount ?? 0;

/** Paid by its day; null while it is open, where no day was known, and of what is void. */
export function paidInTime({ status, paid, due }: Pick<Payment, 'status' | 'paid' | 'due'>): boolean | null {
  return status !== 'paid' || paid === null || due === null ? null : paid.paidOn <= due.on;
}

export const payments = entity({
  name: 'payments',
  schema: paymentSchema,
  revision: 2,
  // 2: what was recorded before a change is kept.
  upgrade: (body) => ({ ...z.looseObject({}).parse(body), amendments: [] }),
  columns: (of) => ({
    contractId: of.text((payment) => payment.contractId),
    projectId: of.text((payment) => payment.projectId),
    status: of.text((payment) => payment.status),
    purchaserId: of.text((payment) => payment.purchaserId),
    regionCode: of.text((payment) => payment.regionCode),
    updatedAt: of.instant((payment) => payment.updatedAt),
  }),
  deskColumns: (of) => ({
    contractName: of.title((payment) => payment.contractName),
    contractNo: of.text((payment) => payment.contractNo),
    projectName: of.text((payment) => payment.projectName),
    purchaserName: of.text((payment) => payment.purchaserName),
    supplierName: of.text((payment) => payment.supplierName),
    kind: of.text((payment) => payment.content.kind).nullable(),
    amount: of.fen(amountOf),
    size: of.text(({ content }) =>
      content.sizeClass === null ? 'unsaid' : isSmall(content) ? 'sme' : 'large',
    ),
    dueOn: of.date((payment) => payment.due?.on ?? null).nullable(),
    dueOrder: of.text((payment) => payment.due?.on ?? unknownDay),
    /** The month of the day, `yyyy-mm`. */
    dueMonth: of.text((payment) => payment.due?.on.slice(0, 7) ?? '').nullable(),
    budgetYear: of.integer(({ paid, due, fiscalYear }) => {
      return paid?.budgetYear ?? (due === null ? fiscalYear : Number(due.on.slice(0, 4)));
    }),
    paidOn: of.date((payment) => payment.paid?.paidOn ?? null).nullable(),
    inTime: of
      .integer((payment) => {
        const inTime = paidInTime(payment);
        return inTime === null ? null : Number(inTime);
      })
      .nullable(),
    interestRate: of.text((payment) => payment.content.interestRate),
  }),
  indexes: {
    desk: {
      payments_contract: ['contractId'],
      payments_project: ['projectId'],
      // What the figures of a year are made of, without a row being read.
      payments_figures: [
        'budgetYear',
        'purchaserId',
        'purchaserName',
        'status',
        'size',
        'inTime',
        'dueOrder',
        'amount',
      ],
    },
    server: { payments_contract_id: { on: ['contractId'] } },
  },
  searched: ['contractName', 'contractNo', 'projectName', 'supplierName'],
  waiting: { waitsFor, covering: ['dueOrder'] },
  scopes: paymentScopes,
  files: ({ content, paid, amendments }) => {
    const vouchers = amendments.flatMap((before) => before.paid.vouchers);
    return [...content.files, ...(paid?.vouchers ?? []), ...vouchers].map(({ sha256 }) => sha256);
  },
});

/** The unit; 采购办 once it is registered. */
function paymentScopes({ purchaserId, regionCode, registeredAt }: Payment): readonly Scope[] {
  return registeredAt === null ? [unitScope(purchaserId)] : [unitScope(purchaserId), officeScope(regionCode)];
}

/** 质保金 is reminded of by its own name. */
export type PaymentWait = 'pay' | 'release';

function waitsFor({ status, content }: Pick<Payment, 'status' | 'content'>): PaymentWait | null {
  if (status !== 'due') return null;
  return content.kind === 'retention' ? 'release' : 'pay';
}
