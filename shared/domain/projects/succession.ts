// 变更采购方式: what a section that failed and the section that is bought instead of it say of each other. The one that failed stays as it is; the plan
// that changes the method stands between the two, so from its beginning on the old method is over for the section, unless the plan is given up.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { code, text } from '../fields.ts';

/** On the section that failed. */
export const successorSchema = z.strictObject({
  /** The plan that changes its method. */
  planId: idSchema,
  begunAt: z.int(),
  /** Null until 采购办 has filed that plan. */
  planNo: text(64).nullable(),
  projectId: idSchema.nullable(),
  /** Null until the trading centre has made the section. */
  sectionId: idSchema.nullable(),
  sectionNo: text(64).nullable(),
});
export type Successor = z.infer<typeof successorSchema>;

/** On the section that is bought instead. */
export const predecessorSchema = z.strictObject({
  projectId: idSchema,
  sectionId: idSchema,
  sectionNo: text(64),
  /** How often it was announced, with all methods before: the next announcement is one more. */
  rounds: z.int().min(0),
});

/** On the project whose plan changes the method. */
export const projectPredecessorSchema = z.strictObject({
  projectId: idSchema,
  planId: idSchema,
  planNo: text(64),
  method: code,
  /** Of its sections the most; counts for sections of which the centre does not say whose place they take. */
  rounds: z.int().min(0),
});

type Succeeded = { readonly successor: Successor | null };

/** The section while that plan changes its method. */
export function succeededBy<S extends Succeeded>(section: S, planId: string, begunAt: number): S {
  const none = { planNo: null, projectId: null, sectionId: null, sectionNo: null };
  return { ...section, successor: { planId, begunAt, ...none } };
}

/** Those of the sections whose method that plan changes. */
export function changedBy<S extends Succeeded>(sections: readonly S[], planId: string): readonly S[] {
  return sections.filter(({ successor }) => successor?.planId === planId);
}

/** The section with what has become known of what is bought instead. */
export function withSuccessor<S extends Succeeded>(section: S, known: Partial<Successor>): S {
  const { successor } = section;
  return successor === null ? section : { ...section, successor: { ...successor, ...known } };
}
