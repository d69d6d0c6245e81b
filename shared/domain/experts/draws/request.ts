// What is asked of a draw.
import { z } from 'zod';
import { transcriptSchema } from '#shared/draw/transcript.ts';
import { instantSchema } from '#shared/kernel/dates.ts';
import { code, text } from '../../fields.ts';

const { commit } = transcriptSchema.shape;

/** Why people of a unit may not review (条例 art 9): the 采购人's own, those of the agency, of bidders once known, of whom the applicant names. */
export const avoidedAs = ['purchaser', 'agency', 'bidder', 'named'] as const;

/** 回避人员: told to 采购办 on paper and typed in at the draw, as no desk keeps who may not review. */
export const avoidPersonsSchema = z
  .array(z.strictObject({ name: text(60).min(1), idNumber: text(40) }))
  .max(200);

export const drawRequestSchema = z.strictObject({
  /** 申请编号. */
  applyNo: commit.shape.applyNo,
  regionCode: code,
  reviewAt: instantSchema,
  /** 评审天数: on none of them anybody sits twice. */
  reviewDays: z.int().min(1).max(10),
  /** 专家需求. */
  lines: commit.shape.lines,
  avoidUnits: z.array(z.strictObject({ as: z.enum(avoidedAs), name: text(200), uscc: text(40) })).max(200),
  avoidPersons: avoidPersonsSchema,
});
export type DrawRequest = z.infer<typeof drawRequestSchema>;
