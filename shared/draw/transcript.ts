// What is recorded of one draw of experts, version 1. docs/verify-a-draw.md says what each part means; both change together, and a change of
// meaning is another version. No name, number, telephone, employer or free text stands in it: it is published after disclosure.
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
/** Up to the year 2100, so that no verifier meets a day it cannot write. */
const instant = z.int().min(0).max(4_102_444_800_000);
const count = z.int().min(0).max(99);
/** From 1, in the order of the request. */
const lineNo = z.int().min(1).max(12);

export const poolEntrySchema = z.strictObject({
  /** Of this day and this expert alone: see `saltedId`. */
  id: hash,
  specialities: z.array(code).min(1).max(50),
  regions: z.array(code).max(50),
  /** Of the title (职称): the higher the number, the higher the title; 0 for none. */
  level: z.int().min(0).max(9),
});
export type PoolEntry = Readonly<z.infer<typeof poolEntrySchema>>;

/** A 专家需求 line: an expert fits who has one of the specialities, serves one of the regions (none: any) and has at least the level. */
const demandLineSchema = z.strictObject({
  specialities: z.array(code).min(1).max(50),
  regions: z.array(code).max(50),
  level: z.int().min(0).max(9),
  count: z.int().min(1).max(99),
  reserve: count,
});
export type DemandLine = Readonly<z.infer<typeof demandLineSchema>>;

const exclusionReasons = [
  /** No longer in the library: taken out since the pool was published. */
  'removed',
  'avoided_unit',
  'avoided_person',
  'own_unit',
  'serving',
  'leave',
  'banned',
  'workload',
  'conflict',
] as const;
const exclusionSchema = z.strictObject({ id: hash, reason: z.enum(exclusionReasons) });
export type Exclusion = Readonly<z.infer<typeof exclusionSchema>>;

const kindOddsSchema = z.strictObject({
  lines: z.array(lineNo).min(1),
  candidates: z.int().min(1),
  /** Millionths: how probably one of them gets a seat if everybody attends. */
  ppm: z.int().min(0).max(1_000_000),
});

/** Null where the request has so many overlapping lines that exact odds cannot be computed. */
const oddsSchema = z
  .strictObject({
    kinds: z.array(kindOddsSchema),
    /** Shannon entropy of the panel, thousandths of a bit. */
    entropy: z.int().min(0),
    /** Thousandths of a bit: how unlikely the likeliest panel is. */
    guess: z.int().min(0),
  })
  .nullable();
export type Odds = Readonly<z.infer<typeof oddsSchema>>;

/** What is fixed before anybody else has committed to anything. */
const commitSchema = z.strictObject({
  version: z.literal(1),
  drawId: code,
  applyNo: code,
  /** 1 for the first draw of an application. */
  round: z.int().min(1),
  /** The draw of the round before, and its last transcript hash. */
  previous: z.strictObject({ drawId: code, hash }).nullable(),
  at: instant,
  /** Yesterday's public head. */
  head: z.strictObject({ day: z.string().regex(/^\d{4}-\d\d-\d\d$/), no: z.int().min(0), hash }),
  pool: z.strictObject({ root: hash, count: z.int().min(1) }),
  lines: z.array(demandLineSchema).min(1).max(12),
  exclusions: z.array(exclusionSchema),
  odds: oddsSchema,
  /** Whether a seed drawn in public goes in as well. */
  physical: z.boolean(),
  serverCommitment: hash,
  /** Hash of the server's secret as it was sealed to the recovery key. */
  serverEscrow: hash,
});
export type Commit = Readonly<z.infer<typeof commitSchema>>;

const operatorCommitSchema = z.strictObject({
  operator: code,
  at: instant,
  commitment: hash,
  escrow: hash,
});
export type OperatorCommit = Readonly<z.infer<typeof operatorCommitSchema>>;

const physicalSchema = z.strictObject({ at: instant, text: z.string().regex(/^[0-9A-Za-z ,-]{1,200}$/) });

const revealSchema = z.strictObject({
  /** `server`, or the operator's account. */
  party: code,
  at: instant,
  secret: hash,
  /** Opened with the recovery key where the owner did not reveal it. */
  by: z.enum(['owner', 'recovery']),
});
export type Reveal = Readonly<z.infer<typeof revealSchema>>;

const seatSchema = z.strictObject({ id: hash, line: lineNo });
export type Seat = Readonly<z.infer<typeof seatSchema>>;
const missingSchema = z.strictObject({ line: lineNo, missing: z.int().min(1) });

const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reply'),
    at: instant,
    id: hash,
    as: z.enum(['member', 'reserve']),
    /** 参加, 不参加, 未接通, 回避. */
    reply: z.enum(['attends', 'declines', 'unreached', 'recused']),
  }),
  /** Somebody who had accepted is lost: 缺席, 回避, a conflict found later. */
  z.strictObject({
    kind: z.literal('vacate'),
    at: instant,
    id: hash,
    reason: z.enum(['absent', 'recused', 'conflict', 'other']),
  }),
  /** 补抽: the order goes on where it stopped. */
  z.strictObject({
    kind: z.literal('supplement'),
    at: instant,
    reason: z.enum(['absence', 'recusal', 'conflict', 'seat_renounced', 'review_moved']),
    exclusions: z.array(exclusionSchema),
    raise: z.array(z.strictObject({ line: lineNo, count: z.int().min(1).max(99) })),
  }),
  /** Nobody is left to be asked: the result so far. */
  z.strictObject({
    kind: z.literal('close'),
    at: instant,
    members: z.array(seatSchema),
    reserves: z.array(seatSchema),
    missing: z.array(missingSchema),
  }),
]);
export type DrawEvent = Readonly<z.infer<typeof eventSchema>>;
export type CloseEvent = Extract<DrawEvent, { kind: 'close' }>;

const voidReasons = [
  'reveal_missing',
  'operator_left',
  'interrupted',
  'review_moved',
  'request_wrong',
  'redraw',
  'cancelled',
] as const;

export const transcriptSchema = z.strictObject({
  commit: commitSchema,
  /** All active experts of the library at yesterday's end, by id. */
  pool: z.array(poolEntrySchema).min(1),
  operators: z.array(operatorCommitSchema).max(2),
  physical: physicalSchema.nullable(),
  reveals: z.array(revealSchema).max(3),
  events: z.array(eventSchema),
  voided: z.strictObject({ at: instant, reason: z.enum(voidReasons) }).nullable(),
});
export type Transcript = Readonly<z.infer<typeof transcriptSchema>>;
