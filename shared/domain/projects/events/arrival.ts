// 开标 and 评审 of one section as a message of the trading centre says them.
import { z } from 'zod';
import { instantSchema } from '#shared/kernel/dates.ts';
import { text } from '../../fields.ts';
import { evaluationShape, openingShape } from './model.ts';

const messageShape = {
  lotUid: text(64).min(1),
  /** The centre's version of what it says of this section; the same one again must say the same. */
  version: z.int().min(1),
  pushedAt: instantSchema,
};
export const openingArrivalSchema = z.strictObject({
  ...messageShape,
  openedAt: instantSchema,
  ...openingShape,
});
export const evaluationArrivalSchema = z
  .strictObject({
    ...messageShape,
    startedAt: instantSchema,
    endedAt: instantSchema,
    ...evaluationShape,
  })
  .refine(({ outcome, ranking }) => outcome.result === 'failed' || ranking.length > 0, 'ranking_empty');
