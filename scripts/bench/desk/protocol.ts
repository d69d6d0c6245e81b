// What the benchmark asks of a desk process, and the desk process of its worker. Plain objects over pipes between our own processes.
import { z } from 'zod';
import { madeUpNames } from '../made-up-names.ts';

const call = z.object({ name: z.string(), input: z.unknown() });
export type Call = z.infer<typeof call>;

export const requestSchema = z.object({
  no: z.int(),
  ask: z.discriminatedUnion('op', [
    z.object({ op: z.literal('call'), call }),
    /** Each call `rounds` times, in turns; answers milliseconds a call, in the order of the calls. */
    z.object({ op: z.literal('sample'), calls: z.array(call), rounds: z.int() }),
    /** One after the other; answers milliseconds for all. */
    z.object({ op: z.literal('all'), calls: z.array(call) }),
    /** A round of synchronising; answers when the last command was acknowledged and when all was done. */
    z.object({ op: z.literal('sync') }),
    /** Bare one-row commits, each on the disk, in the desk's own folder. */
    z.object({ op: z.literal('commits'), count: z.int() }),
    /** Resets and returns the longest time that main thread and worker were blocked. */
    z.object({ op: z.literal('blocked') }),
    z.object({ op: z.literal('memory') }),
    /** Ends the worker and starts it again; answers milliseconds to the answer of the call. */
    z.object({ op: z.literal('restart'), call }),
    z.object({ op: z.literal('close') }),
  ]),
});
export type Request = z.infer<typeof requestSchema>;
export type Ask = Request['ask'];

export const answerSchema = z.object({ no: z.int(), value: z.unknown(), error: z.string().nullable() });

export const workerDataSchema = z.object({
  folder: z.string(),
  /** A server's address; or rows that the transport makes up itself. */
  source: z.union([
    z.object({ origin: z.string() }),
    /** So many of each kind. */
    z.object({ madeUp: z.int(), of: z.enum(madeUpNames).default('plans') }),
  ]),
  /** Which version of the program it is; ours, where it is left out. */
  version: z.enum(['other indexes', 'one other table', 'every table other']).optional(),
});
export type WorkerData = z.input<typeof workerDataSchema>;

export const workerRequestSchema = z.object({
  no: z.int(),
  ask: z.discriminatedUnion('op', [
    z.object({ op: z.literal('call'), call }),
    z.object({ op: z.literal('commits'), count: z.int() }),
    z.object({ op: z.literal('blocked') }),
    z.object({ op: z.literal('close') }),
  ]),
});
export type WorkerAsk = z.infer<typeof workerRequestSchema>['ask'];

export const workerMessageSchema = z.union([
  answerSchema,
  z.object({ event: z.object({ type: z.string(), waiting: z.int().optional() }) }),
]);

export const syncTimesSchema = z.object({
  acknowledgedMs: z.number(),
  wholeMs: z.number(),
  /** Time on a processor, of all threads. */
  cpuMs: z.number(),
  rows: z.int(),
  acknowledged: z.int(),
  rejected: z.int(),
});
export type SyncTimes = z.infer<typeof syncTimesSchema>;
export const blockedSchema = z.object({ mainMs: z.number(), workerMs: z.number() });
export const memorySchema = z.object({ beforeMb: z.number(), nowMb: z.number(), peakMb: z.number() });
export const restartSchema = z.object({ fromStartMs: z.number(), fromOnlineMs: z.number() });
