// What the local side needs from the world. Everything that touches the disk's format, the network, the clock or chance comes in here, so
// tests replace exactly these and nothing else.
import type { Instant } from '#shared/kernel/dates.ts';
import type { OpenDatabase } from './db/connection.ts';

export type TransportRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'HEAD';
  /** Begins with a slash; the transport knows the server. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds without a byte before giving up; the stream of pokes has none. */
  readonly idleTimeout?: number;
  readonly signal?: AbortSignal;
};

export type TransportResponse = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Partial<Record<string, string>>>;
  readonly body: AsyncIterable<Uint8Array>;
};

/** Rejects only when there was no answer; every status is an answer. */
export type Transport = {
  /** Which server: accounts of different servers are kept apart. */
  readonly origin?: string;
  request(request: TransportRequest): Promise<TransportResponse>;
};

/** The operating system's safe for secrets; null where it has none. */
export type Secrets = {
  protect(text: string): Uint8Array | null;
  reveal(bytes: Uint8Array): string | null;
};

/** No personal data: event names, codes, counts and durations only. */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

export type Timers = {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
};

export type Ports = {
  /** Root folder; each server and account has a folder of its own below it. */
  readonly folder: string;
  readonly clock: () => Instant;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly transport: Transport;
  readonly secrets: Secrets;
  readonly log: (entry: LogEntry) => void;
  /** Every durable write of the local side goes through `transaction` of the database that this returns. */
  readonly openDatabase?: OpenDatabase;
  readonly timers?: Timers;
  /** Whether it synchronises by itself: after commands, on pokes, by timer. Otherwise only `sync.now` does. */
  readonly autoSync: boolean;
};

export const realTimers: Timers = {
  // A waiting timer must not keep a process alive that has closed everything else.
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds).unref(),
  // Only what `setTimeout` above has answered comes back here.
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout | undefined),
};
