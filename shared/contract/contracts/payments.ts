// What the window asks of the local side about payments.
import { z } from 'zod';
import { contractSchema, paymentKinds } from '#shared/domain/contracts/model.ts';
import {
  paidShape,
  paymentContentSchema,
  paymentSchema,
  paymentStatuses,
} from '#shared/domain/contracts/payments/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { explanationSchema } from '../announcements.ts';
import { findingSchema, limit, markSchema, mostSearched, searchText } from '../paging.ts';

const around = [
  'payments',
  'contracts',
  'acceptances',
  'breaches',
  'sections',
  'projects',
  'plans',
  'calendar_years',
  'settings',
] as const;

/** By how much it is late, and what that costs: of one that is open until today, of one that is paid until it was. */
const latenessSchema = z.object({
  days: z.int().min(0),
  /** Null where the law gives no rate. */
  interest: fenSchema.nullable(),
  /** In percent a year; null for 0.05 % a day. */
  percent: z.string().nullable(),
  /** Of an open one: what each further day costs. */
  perDay: fenSchema.nullable(),
});
export type Lateness = z.infer<typeof latenessSchema>;

const dueSchema = z.object({
  on: plainDateSchema,
  /** Null where it is the contract's own day. */
  explanation: explanationSchema.nullable(),
  lateness: latenessSchema.nullable(),
});
export type DueDay = z.infer<typeof dueSchema>;

const itemSchema = z.object({
  id: idSchema,
  status: z.enum(paymentStatuses),
  kind: z.enum(paymentKinds).nullable(),
  lineId: idSchema.nullable(),
  amount: z.int(),
  dueOn: plainDateSchema.nullable(),
  paidOn: plainDateSchema.nullable(),
  budgetYear: z.int().nullable(),
  mark: markSchema,
});
export type PaymentItem = z.infer<typeof itemSchema>;

const choosableSchema = z.object({
  id: idSchema,
  contractNo: z.string(),
  contractName: z.string(),
  projectName: z.string(),
  supplierName: z.string(),
  amount: z.int().nullable(),
  paid: z.int(),
});
export type ContractToPay = z.infer<typeof choosableSchema>;

const figuresSchema = z.object({
  purchaserId: idSchema,
  purchaserName: z.string(),
  paidCount: z.int(),
  paidAmount: z.int(),
  /** Of those whose day is known. */
  datedCount: z.int(),
  inTimeCount: z.int(),
  dueCount: z.int(),
  dueAmount: z.int(),
  overdueCount: z.int(),
  overdueAmount: z.int(),
  /** Of it, what is owed to 中小企业. */
  overdueToSmall: z.int(),
});
export type PaymentFigures = z.infer<typeof figuresSchema>;

export const paymentQueries = {
  /** Contracts of the unit in force or ended, found by name, number, pinyin; the latest first. None to who pays nothing. */
  'payments.choosable': {
    input: z.strictObject({ text: searchText(mostSearched).default(''), limit }),
    output: z.object({ contracts: z.array(choosableSchema) }),
    standsOn: ['contracts'],
  },
  /** What is planned, paid and owed of a contract. Error code: not_found. */
  'payments.ofContract': {
    input: z.strictObject({ contractId: idSchema }),
    output: z.object({
      /** With its changes; null where it has none, `fixed` where it is no estimate. */
      amount: z.int().nullable(),
      fixed: z.boolean(),
      paid: z.int(),
      retained: z.int(),
      /** The day of the payment with which everything but 质保金 was. */
      settledOn: plainDateSchema.nullable(),
      /** Registered and not paid. */
      owed: z.int(),
      overdue: z.int(),
      nextDue: plainDateSchema.nullable(),
      /** In their order: drafts, open, paid. */
      payments: z.array(itemSchema),
      /** Lines of the 付款计划 that no payment has begun. */
      openLines: contractSchema.shape.content.shape.payments,
      /** Whether this actor may begin one now. */
      begin: z.boolean(),
    }),
    standsOn: ['payments', 'contracts', 'outbox'],
  },
  /** Error code: not_found. */
  'payments.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      payment: paymentSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      due: dueSchema.nullable(),
      /** 结清 is asked: the amount of the contract is an estimate, a decision on a breach deducts from it, or it is 质保金. */
      asksLast: z.boolean(),
      secret: z.boolean(),
      /** 资金来源 of later years that the contract has. */
      funding: z.array(z.object({ budgetYear: z.int(), documentNo: z.string() })),
    }),
    standsOn: [...around, 'outbox'],
  },
  /** The same findings as at `payments.submit`; with `paid`, as at `payments.pay`. Error code: not_found. */
  'payments.check': {
    input: z.strictObject({
      id: idSchema.nullable(),
      contractId: idSchema,
      content: paymentContentSchema,
      paid: z.strictObject(paidShape).nullable().default(null),
    }),
    output: z.object({
      findings: z.array(findingSchema),
      contract: contractSchema,
      due: dueSchema.nullable(),
      /** Of the contract, what is neither registered nor paid otherwise; null where that is not fixed. */
      left: z.int().nullable(),
      lpr: z.string().nullable(),
    }),
    standsOn: around,
  },
  /** 支付年度 by unit: what was paid and whether in time, what is owed, and to 中小企业. */
  'payments.figures': {
    input: z.strictObject({ budgetYear: z.int(), purchaserId: idSchema.nullable().default(null) }),
    output: z.object({ units: z.array(figuresSchema) }),
    standsOn: ['payments'],
  },
} as const;
