// An online command on the wire: POST /commands/run. It is asked and answered in one call and numbered by nobody. Whoever gets no answer asks
// again with the same id, name, input and time, and gets the outcome of the first time.
import { z } from 'zod';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import { pushedCommandSchema } from './sync.ts';

export const onlineCommandSchema = pushedCommandSchema.omit({ no: true });
export type OnlineCommand = z.infer<typeof onlineCommandSchema>;

/** `done` and `rejected` are for good; after `retry` nothing has happened. */
export type OnlineOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'rejected'; readonly error: AppError }
  | { readonly kind: 'retry'; readonly error: AppError };

export const onlineOutcomeSchema: z.ZodType<OnlineOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('rejected'), error: appErrorSchema }),
  z.object({ kind: z.literal('retry'), error: appErrorSchema }),
]);

export const onlineResponseSchema = z.object({ now: z.int(), outcome: onlineOutcomeSchema });
