// What the gateway needs from its surroundings. It keeps no state of its own: everything that must survive is in the database,
// everything that must be known comes in here, so that any number of processes may run it and a test may run it on a virtual clock.
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Actor } from '#shared/domain/actor.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { KeyRing } from './keys.ts';

/** The database or a transaction of it, over PostgreSQL or PGlite. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, unknown>>;

/** Sends one request. It rejects when there is no answer: unreachable, timed out, too long, redirected. */
export type Transport = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly body: string }>;

export type MachineCommand = {
  readonly commandId: Id;
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
};

export type Log = {
  info(event: string, detail: Readonly<Record<string, unknown>>): void;
  warn(event: string, detail: Readonly<Record<string, unknown>>): void;
};

export type ExchangeSettings = {
  /** How far a sender's clock may be off before its envelope counts as stale. */
  readonly clockWindowMs: number;
  /** How long a message waits for the ones before it. */
  readonly heldTimeoutMs: number;
  /** How long after "received" the business answer may take before the message is sent again. */
  readonly ackTimeoutMs: number;
  /** How long a process may hold a message that it is sending; longer than the transport's time-out. */
  readonly leaseMs: number;
  /** How many messages one process sends at the same time: a centre that answers slowly must not hold up the others. */
  readonly sendsAtOnce: number;
};

export const defaultExchangeSettings: ExchangeSettings = {
  clockWindowMs: 10 * 60_000,
  heldTimeoutMs: 15 * 60_000,
  ackTimeoutMs: 30 * 60_000,
  leaseMs: 60_000,
  sendsAtOnce: 20,
};

export type SendDeps = {
  clock(): Instant;
  randomBytes(size: number): Uint8Array;
};

export type ExchangeDeps = SendDeps & {
  /** Our name in envelopes. */
  readonly systemId: string;
  readonly database: Database;
  readonly transport: Transport;
  readonly log: Log;
  readonly keys: KeyRing;
  readonly settings: ExchangeSettings;
  /**
   * Carries out a command in the given transaction; a refusal has changed nothing. `changed` is false when the command was accepted
   * and there was nothing left to do.
   */
  runCommandAsMachine(tx: Database, command: MachineCommand): Promise<Result<{ readonly changed: boolean }>>;
};
