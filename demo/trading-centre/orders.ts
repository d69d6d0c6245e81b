// What the centre may be told to do with a section, whatever its notice says.
import { z } from 'zod';

const lotUid = z.string().min(1).max(64);
const outcomes = ['ranked', 'tied', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const openOrderSchema = z.strictObject({ lotUid, bidders: z.int().min(0).max(50).default(4) });
export const evaluateOrderSchema = z.strictObject({ lotUid, outcome: z.enum(outcomes).default('ranked') });
/** The section's content becomes another, whatever has been announced of it. */
export const changeOrderSchema = z.strictObject({ lotUid });
/** 质疑 that a supplier has sent to the centre; once more about the same section, it says more of it. */
export const challengeOrderSchema = z.strictObject({
  lotUid,
  supplier: z.string().min(1).max(200).default('许昌示例智能科技有限公司'),
  matters: z.string().min(1).max(5000).default('评审过程未按采购文件规定的评分标准进行。'),
});
export type OpenOrder = z.infer<typeof openOrderSchema>;
export type EvaluateOrder = z.infer<typeof evaluateOrderSchema>;
export type ChangeOrder = z.infer<typeof changeOrderSchema>;
export type ChallengeOrder = z.infer<typeof challengeOrderSchema>;
export type CourseOrder =
  | { readonly open: OpenOrder }
  | { readonly evaluate: EvaluateOrder }
  | { readonly challenge: z.input<typeof challengeOrderSchema> };
