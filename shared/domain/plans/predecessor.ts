// 变更采购方式: what a plan keeps of the one whose sections failed. It is written once, when the change begins, so that form, rules, office and trading
// centre speak of the same sections and amounts whatever becomes of the plan before.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { code, text } from '../fields.ts';

/** A section that failed, and the 采购包 of the new plan that it becomes. */
const changedSectionSchema = z.strictObject({
  sectionId: idSchema,
  sectionNo: text(64),
  name: text(200),
  lotUid: text(64),
  plannedSectionId: idSchema,
  /** What may be spent on it. */
  budget: fenSchema,
  /** What of it was set aside for small and medium enterprises; null: nothing. */
  reserve: fenSchema.nullable(),
  /** How often it was announced, with all methods before. */
  rounds: z.int().min(0),
  /** Suppliers that were left when it failed; null where nobody has told. */
  suppliers: z.int().min(0).nullable(),
});
export type ChangedSection = z.infer<typeof changedSectionSchema>;

export const planPredecessorSchema = z.strictObject({
  planId: idSchema,
  planNo: text(64),
  projectId: idSchema,
  /** 采购项目编号; null where none was given. */
  projectNo: text(64).nullable(),
  method: code,
  category: z.enum(['A', 'B', 'C']).nullable(),
  /** What the plan before has left for these sections: its budget without that of the sections that go on. */
  available: fenSchema,
  /** Of the whole plan: what is measured by an amount is not made smaller by buying the rest anew. */
  budgetAmount: fenSchema,
  platformId: code.nullable(),
  sections: z.array(changedSectionSchema).min(1).max(100),
});
export type PlanPredecessor = z.infer<typeof planPredecessorSchema>;
