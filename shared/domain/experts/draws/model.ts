// 专家抽取: one draw of one application and round, as the server keeps it. Each step adds to the transcript, which is the record; everything else here is
// what carries it out. No name stands in it in the clear.
import { z } from 'zod';
import type { PoolEntry, Transcript } from '#shared/draw/transcript.ts';
import { transcriptSchema } from '#shared/draw/transcript.ts';
import { addDays, type PlainDate, plainDateSchema, toPlainDate } from '#shared/kernel/dates.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { entity } from '../../entity.ts';
import { historySchema } from '../../history.ts';
import { type DrawRequest, drawRequestSchema } from './request.ts';

const sealed = z.string().startsWith('sealed1.');
/** A secret as it was sealed to the recovery key. */
export const escrowSchema = z.string().regex(/^[A-Za-z0-9+/=]{40,1000}$/);

const recordedSchema = transcriptSchema.omit({ pool: true });
/** The transcript without the pool, which is the day's. */
export type Recorded = Readonly<z.infer<typeof recordedSchema>>;

const supplementSchema = z.strictObject({
  reason: z.enum(['absence', 'recusal', 'conflict', 'seat_renounced', 'review_moved']),
  raise: z.array(z.strictObject({ line: z.int().min(1).max(12), count: z.int().min(1).max(99) })).max(12),
});
export type SupplementAsked = z.infer<typeof supplementSchema>;
export const supplementInput = supplementSchema;

export const drawStatuses = ['committed', 'calling', 'closed', 'void'] as const;
export type DrawStatus = (typeof drawStatuses)[number];

export const drawSchema = z.strictObject({
  id: idSchema,
  applicationId: idSchema,
  applyNo: drawRequestSchema.shape.applyNo,
  regionCode: drawRequestSchema.shape.regionCode,
  reviewAt: drawRequestSchema.shape.reviewAt,
  reviewDays: drawRequestSchema.shape.reviewDays,
  /** A `DrawRequest`: whom to avoid names people. */
  request: sealed,
  poolDay: plainDateSchema,
  recorded: recordedSchema,
  /** The server's secret, until it is revealed and after. */
  secret: sealed,
  escrows: z.strictObject({
    server: escrowSchema,
    operators: z.array(z.strictObject({ operator: idSchema, sealed: escrowSchema })).max(2),
  }),
  /** What people said when they were called, a `Said` each. */
  said: z.array(sealed).max(10_000),
  /** 补抽 that one has asked for and a second one has to confirm. */
  asked: z.strictObject({ by: idSchema, ...supplementSchema.shape }).nullable(),
  /** By which the public register knows it: of the last close, or of all of a void one; null while it is open. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Ids of the library of who sits, sealed: no two reviews at one time. */
  seated: sealed,
  createdAt: z.int(),
  updatedAt: z.int(),
  history: historySchema,
});
export type Draw = z.infer<typeof drawSchema>;

export type Said = { readonly at: number; readonly id: string; readonly note: string };

export const draws = entity({
  name: 'expert_draws',
  schema: drawSchema,
  kept: 'server',
  columns: (of) => ({
    applyNo: of.text((draw) => draw.applyNo),
    regionCode: of.text((draw) => draw.regionCode),
    status: of.text((draw) => statusOf(draw.recorded)),
    reviewDay: of.date((draw) => toPlainDate(draw.reviewAt)),
    poolDay: of.date((draw) => draw.poolDay),
    reviewAt: of.instant((draw) => draw.reviewAt),
  }),
  indexes: {
    server: {
      expert_draws_application: { on: ['applyNo'] },
      expert_draws_review: { on: ['reviewDay'] },
      expert_draws_region: { on: ['regionCode', 'status'] },
      expert_draws_open: { on: ['status', 'reviewAt'] },
    },
  },
  scopes: () => [],
});

export function statusOf({ voided, reveals, events }: Recorded): DrawStatus {
  if (voided !== null) return 'void';
  if (reveals.length < 3) return 'committed';
  return events.at(-1)?.kind === 'close' ? 'closed' : 'calling';
}

/** As a step leaves it: what follows from that is added when it is stored. */
export type SteppedDraw = Omit<Draw, 'seated' | 'hash' | 'updatedAt'>;

export function transcriptOf({ recorded }: Pick<Draw, 'recorded'>, pool: readonly PoolEntry[]): Transcript {
  return { ...recorded, pool: [...pool] };
}

/** The days of a review, working or not. */
export function reviewDaysOf({
  reviewAt,
  reviewDays,
}: Pick<DrawRequest, 'reviewAt' | 'reviewDays'>): readonly PlainDate[] {
  const first = toPlainDate(reviewAt);
  return Array.from({ length: reviewDays }, (_, day) => addDays(first, day));
}

export function isOperator({ recorded }: Pick<Draw, 'recorded'>, accountId: Id): boolean {
  return recorded.operators.some(({ operator }) => operator === accountId);
}
