// The result of a section, as everybody who may see the section knows it: written by the modules that determine and change results, read by notices,
// contracts and gates.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { text } from '../fields.ts';
import { sizeClasses } from '../suppliers/model.ts';

const memberSchema = z.strictObject({
  name: text(200),
  uscc: text(18),
  /** What it does, and how much of it. */
  share: text(200),
});
export type Member = z.infer<typeof memberSchema>;
export const membersSchema = z.array(memberSchema).max(20);

/** 中标（成交）供应商: of a 联合体 the lead, with its members. */
export const winnerShape = {
  supplierName: text(200).min(1),
  /** Empty for suppliers from abroad and for persons. */
  supplierUscc: text(18),
  supplierAddress: text(300),
  sizeClass: z.enum(sizeClasses).nullable(),
  members: membersSchema,
  amount: fenSchema.nullable(),
  /** 优惠率/费率, where that was offered instead of an amount. */
  rate: text(200),
  score: z.number().nullable(),
  reviewPrice: fenSchema.nullable(),
};

export const resultSchema = z.strictObject({
  awardId: idSchema,
  /** The notice in whose course it was determined: when the section is announced anew, it counts no more. */
  noticeId: idSchema,
  ...winnerShape,
  determinedAt: z.int(),
  /** 结果公告; null until it is published. */
  announcementId: idSchema.nullable(),
  /** 中标（成交）通知书: it has neither number nor date before the result is published. */
  letter: z.strictObject({ no: text(64), at: z.int() }).nullable(),
  /** 变更, 撤销: since when another one is in its place, or none, and the document that says so. */
  void: z.strictObject({ at: z.int(), document: text(200) }).nullable(),
});
export type SectionResult = z.infer<typeof resultSchema>;
export const resultsSchema = z.array(resultSchema).max(50);

/** 中标结果变更: what a filing that 采购办 has approved makes of the result; it is in force once it is announced. */
export const changeSchema = z.strictObject({
  changeId: idSchema,
  changeNo: text(64),
  /** `correct`: the supplier stays, something else of the announcement was wrong. */
  action: z.enum(['next_candidate', 'correct']),
  reasonCode: text(64),
  reason: text(2000),
  /** What the announcement says to have been wrong beside supplier and amount. */
  corrections: z.array(z.strictObject({ item: text(200), before: text(2000), after: text(2000) })).max(50),
  result: resultSchema,
});
export type ResultChange = z.infer<typeof changeSchema>;

type Bargain = Pick<SectionResult, 'amount' | 'rate'>;

/** Amount and rate are as they were: what the 通知书 and a contract stand on. */
export function isSameBargain(one: Bargain, other: Bargain): boolean {
  return one.amount === other.amount && one.rate.trim() === other.rate.trim();
}

type WithResults = {
  readonly results: readonly SectionResult[];
  readonly schedule: { readonly announcementId: string } | null;
};

/** The one that counts now: of the present course, and not void. */
export function resultOf({ results, schedule }: WithResults): SectionResult | undefined {
  return results.findLast((result) => result.void === null && result.noticeId === schedule?.announcementId);
}

/** 中标结果变更 by which nobody wins is approved: its result is void, no other is in its place, and the 终止公告 is to come. */
export function isToBeEnded({
  status,
  results,
  schedule,
}: WithResults & { readonly status: string }): boolean {
  const own = results.filter(({ noticeId }) => noticeId === schedule?.announcementId);
  return status === 'awarded' && own.length > 0 && own.every((result) => result.void !== null);
}

/** The section with this result in place of what it had from the same award. */
export function withResult<S extends WithResults>(section: S, result: SectionResult): S {
  return { ...section, results: [...withoutAward(section, result.awardId), result] };
}

/** As if it had never been determined: nobody outside has heard of it. */
export function withoutResult<S extends WithResults>(section: S, awardId: string): S {
  return { ...section, results: withoutAward(section, awardId) };
}

/** The result in force is void from now on, and says by which document. */
export function withVoid<S extends WithResults>(section: S, at: number, document: string): S {
  const current = resultOf(section);
  return {
    ...section,
    results: section.results.map((result) =>
      result === current ? { ...result, void: { at, document } } : result,
    ),
  };
}

function withoutAward({ results }: WithResults, awardId: string): readonly SectionResult[] {
  return results.filter((result) => result.awardId !== awardId);
}
