// What the local side tells without being asked. The renderer only listens; every event can be missed, because what it speaks of can be asked.
import { z } from 'zod';
import { actorSchema } from '#shared/domain/actor.ts';
import { appErrorSchema } from '#shared/kernel/errors.ts';

/** The replica is being rebuilt from its own bodies after an update or a roll-back: lists are not complete, counts are not known. */
export const rebuildProgressSchema = z.object({
  /** Rows. */
  done: z.int(),
  total: z.int(),
  /** Why it does not go on; it is tried again by itself. `disk_full` says in `needed` how many bytes it asks for. */
  problem: appErrorSchema.nullable(),
});
export type RebuildProgress = z.infer<typeof rebuildProgressSchema>;

/** What the badge shows: 已同步 · 同步中 n · 离线 n 条待同步 · 需要处理 n. */
export const syncStatusSchema = z.object({
  state: z.enum(['synced', 'syncing', 'offline', 'needs_attention']),
  /** Commands not confirmed yet. */
  waiting: z.int(),
  /** Of these, the ones that only the server can decide. */
  waitingForServer: z.int(),
  /** Refused commands the user has to look at. */
  attention: z.int(),
  lastContact: z.int().nullable(),
  /** Files not sent yet, and of these the ones that were refused or cannot be read, with why. They are tried again by themselves. */
  files: z.object({
    waiting: z.int(),
    failed: z.array(z.object({ sha256: z.string(), fileName: z.string(), error: appErrorSchema })).readonly(),
  }),
  /** Rows received of a first sync that is still running; null otherwise. */
  bootstrapRows: z.int().nullable(),
  rebuild: rebuildProgressSchema.nullable(),
  /** Why the last attempt did not come through. */
  error: appErrorSchema.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const appEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('replica.changed'), tables: z.array(z.string()) }),
  z.object({ type: z.literal('outbox.changed'), waiting: z.int() }),
  z.object({ type: z.literal('sync.status'), status: syncStatusSchema }),
  /** A scope's rows were not what the server has; it is being fetched again. */
  z.object({ type: z.literal('sync.repaired'), scopes: z.array(z.string()) }),
  /** The server was restored from a backup; what it lost is offered again. */
  z.object({ type: z.literal('sync.restarted'), offeredAgain: z.int() }),
  z.object({ type: z.literal('session.changed'), actor: actorSchema.nullable(), locked: z.boolean() }),
  /** A damaged file was set aside. `complete` is false when some command could not be read any more. */
  z.object({
    type: z.literal('storage.recovered'),
    file: z.enum(['outbox', 'replica']),
    commands: z.int(),
    complete: z.boolean(),
  }),
  z.object({ type: z.literal('storage.problem'), error: appErrorSchema }),
  z.object({
    type: z.literal('file.progress'),
    sha256: z.string(),
    direction: z.enum(['up', 'down']),
    done: z.int(),
    size: z.int(),
    finished: z.boolean(),
    error: appErrorSchema.nullable(),
  }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
