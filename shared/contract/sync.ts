// The sync wire between a desk and the central server. The server's sequence is the only order; a desk keeps the state it is given
// and sends it back, so the server stays stateless.
//
// push  POST /sync/push    -> JSON. At most 100 commands or 1 MB a batch.
// pull  POST /sync/pull    -> NDJSON lines, ended by one `end` line; a stream without it is not applied. POST, because the state of a desk
//                             with many scopes does not fit into an address; nothing is changed by it.
// poke  GET  /sync/events  -> SSE `head` events with the newest sequence number.
//
// Protocol 2: what a desk holds, gains and lets go of is counted in pairs of scope and record type (coverage.ts). A pull names the types that the
// desk knows; lines of others are not sent to it, and a type that it has learnt is gained as a scope is. Protocol 1: protocol-1.ts.
import { z } from 'zod';
import { scopeSchema } from '#shared/domain/actor.ts';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { coverageSchema, maxTypes, noCoverage, typeSchema } from './coverage.ts';

/** Raise when an older program could misread the wire. The server accepts `oldestProtocol` to `protocol`. */
export const protocol = 2;
export const oldestProtocol = 1;
export const maxBatchCommands = 100;
export const maxBatchBytes = 1_000_000;

export const sequenceSchema = z.int().min(0);
/** Rows a page; a page is never cut inside one sequence number. */
export const pageLimitSchema = z.int().min(1).max(20_000);

export const pushedCommandSchema = z.strictObject({
  /** Consecutive per desk, from 1. */
  no: z.int().min(1),
  id: idSchema,
  name: z.string().max(80),
  version: z.int().min(1),
  input: jsonSchema,
  madeAt: z.int(),
});
export type PushedCommand = z.infer<typeof pushedCommandSchema>;

export const pushRequestSchema = z.strictObject({
  protocol: z.int(),
  deskId: idSchema,
  epoch: idSchema.nullable(),
  /** The lowest number this desk can still offer; only after the server was restored may it lie above the expected one. */
  firstKept: z.int().min(1),
  commands: z.array(pushedCommandSchema).max(maxBatchCommands),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** `applied` and `rejected` use the number up; after `retry` the batch stops and the number is still to come. */
export type Outcome =
  | { readonly kind: 'applied'; readonly seq: number }
  | { readonly kind: 'rejected'; readonly error: AppError }
  | { readonly kind: 'retry'; readonly error: AppError };

export const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied'), seq: sequenceSchema }),
  z.object({ kind: z.literal('rejected'), error: appErrorSchema }),
  z.object({ kind: z.literal('retry'), error: appErrorSchema }),
]);

export const pushResponseSchema = z.object({
  epoch: idSchema,
  /** The desk's last used number; the next command must carry the one after it. */
  lastNo: z.int().min(0),
  head: sequenceSchema,
  now: z.int(),
  /** The newest protocol that the server speaks; servers of protocol 1 do not say it. */
  protocol: z.int().optional(),
  outcomes: z.array(z.object({ no: z.int(), id: idSchema, outcome: outcomeSchema })),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;

/** What is being brought in: rows are sent table by table in id order, from `after` on. */
export const gainingSchema = z.strictObject({
  of: coverageSchema,
  entity: z.string().max(80),
  after: z.string().max(200),
});
export type Gaining = z.infer<typeof gainingSchema>;

export const pullStateSchema = z.strictObject({
  epoch: idSchema.nullable(),
  /** Everything up to this sequence number is in the replica, for what is held. Null before the first answer. */
  cursor: sequenceSchema.nullable(),
  held: coverageSchema,
  gaining: gainingSchema.nullable(),
});
export type PullState = z.infer<typeof pullStateSchema>;

export const emptyPullState: PullState = { epoch: null, cursor: null, held: noCoverage, gaining: null };

export const pullRequestSchema = z.strictObject({
  protocol: z.literal(2),
  deskId: idSchema,
  /** The record types that the desk knows. Those that the server does not know are none to it, until a newer one does. */
  types: z.array(typeSchema).max(maxTypes),
  state: pullStateSchema,
  limit: pageLimitSchema,
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

/**
 * One line of a pull. Short names, because there are 100,000 of them. `v` is the row's version: a line is ignored unless it is higher than the
 * version held, which makes lines repeatable and lets a snapshot overtake the feed.
 */
export type PullLine =
  /** put */
  | {
      readonly t: string;
      readonly i: string;
      readonly v: number;
      readonly s: readonly string[];
      readonly b: unknown;
    }
  /** deleted */
  | { readonly t: string; readonly d: string; readonly v: number }
  /** no longer visible to this account */
  | { readonly t: string; readonly x: string; readonly v: number };

/** Count and XOR of row digests (kernel/digest.ts) of the rows of a scope. */
export const scopeDigestSchema = z.tuple([z.int(), z.int(), z.int()]);
export type ScopeDigest = z.infer<typeof scopeDigestSchema>;

/** By record type and scope; those of no rows may be left out. */
export const typeDigestsSchema = z.record(typeSchema, z.record(scopeSchema, scopeDigestSchema));
export type TypeDigests = z.infer<typeof typeDigestsSchema>;

export const pullEndSchema = z.object({
  end: z.literal(true),
  /** Keep this and send it back next time. */
  state: pullStateSchema.extend({ epoch: idSchema, cursor: sequenceSchema }),
  /** To let go of after applying the lines: remove each row of such a type that carries such a scope and none in which its type is held or gained. */
  lost: coverageSchema,
  more: z.boolean(),
  head: sequenceSchema,
  now: z.int(),
  /** Of what is held, as of `head`. Null while more is to come: there is nothing to compare yet. */
  digests: typeDigestsSchema.nullable(),
});
export type PullEnd = z.infer<typeof pullEndSchema>;

/** Answered instead of a stream when the desk must start over: the server was restored, or the cursor is one it never gave. */
export const epochChangedSchema = z.object({ epoch: idSchema, reason: z.literal('epoch_changed') });

/**
 * Answered instead of a stream when the feed no longer reaches back to the cursor: the desk fills a replica anew. The server has lost nothing,
 * so nothing is offered again.
 */
export const cursorExpiredSchema = z.object({ reason: z.literal('cursor_expired') });

/** Older desks know of a restored server only and would offer again what it has: they are made to let all scopes go and gain them anew. */
export function knowsExpiredCursors(spoken: number): boolean {
  return spoken >= 2;
}

/** Every refusal over HTTP, on every route. */
export const httpErrorSchema = z.object({ error: appErrorSchema, requestId: z.string() });
