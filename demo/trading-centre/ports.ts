// What the simulator needs from its surroundings; the same for a process of its own and for a test with a virtual clock.
import type { SigningKey } from '#server/exchange/signatures.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { FaultPatch, FaultSwitch } from './faults.ts';
import type { RecordStore, Records } from './records.ts';

export type PublicKey = { readonly keyId: string; readonly publicKey: string };
export type HttpAnswer = { readonly status: number; readonly body: string };

export type CentrePorts = {
  /** The platforms that this centre answers for. */
  readonly platformIds: readonly string[];
  /** The other side's name in envelopes. */
  readonly serverId: string;
  clock(): Instant;
  /** 0 (included) to 1. */
  random(): number;
  randomBytes(size: number): Uint8Array;
  readonly signingKey: SigningKey;
  /** The other side's keys as they are known now. */
  serverKeys(): readonly PublicKey[];
  /** Sends to the other side's inbox; rejects when there is no answer. */
  post(body: string): Promise<HttpAnswer>;
  readonly store: RecordStore;
  readonly faults?: FaultPatch;
};

export type Context = {
  readonly ports: CentrePorts;
  readonly records: Records;
  readonly faults: FaultSwitch;
  /** The centre's own clock, right or wrong. */
  now(): Instant;
};
