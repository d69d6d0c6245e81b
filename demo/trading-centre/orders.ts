// What the centre may be told to do with a section, whatever its notice says.
import { z } from 'zod';

const lotUid = z.string().min(1).max(64);
const outcomes = ['ranked', 'tied', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const openOrderSchema = z.strictObject({ lotUid, bidders: z.int().min(0).max(50).default(4) });
export const evaluateOrderSchema = z.strictObject({ lotUid, outcome: z.enum(outcomes).default('ranked') });
export type OpenOrder = z.infer<typeof openOrderSchema>;
export type EvaluateOrder = z.infer<typeof evaluateOrderSchema>;
export type CourseOrder = { readonly open: OpenOrder } | { readonly evaluate: EvaluateOrder };
