// Who this desk is to the server, and what it last heard from it. Small values that must survive everything the commands survive.
import { z } from 'zod';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import type { Connection } from '../connection.ts';

const numberSchema = z.coerce.number().int();
const contactGrain = 60_000;

export type IdentityValues = {
  /** The server knows the desk by it; made at the first sign-in. */
  readonly deskId: Id;
  readonly epoch: Id;
  /** Server clock minus ours, milliseconds. */
  readonly clockDifference: number;
  readonly lastContact: number;
  /** The server's own clock when it last said so: how long something is kept is counted by it alone. */
  readonly serverTime: number;
  /** Our numbers may not follow on the server's: its last one has to be asked for before anything is sent. */
  readonly askLastNo: 'yes';
};

export class Identity {
  readonly #connection: Connection;
  readonly #get;
  readonly #set;
  readonly #clear;
  #clockDifference: number | undefined;
  #lastContact: number | null | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    const { db } = connection;
    this.#get = db.prepare<[string], string>('SELECT value FROM identity WHERE key = ?').pluck();
    this.#set = db.prepare<[string, string]>(
      'INSERT INTO identity (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#clear = db.prepare<[string]>('DELETE FROM identity WHERE key = ?');
  }

  id(key: 'deskId' | 'epoch'): Id | null {
    const text = this.#get.get(key);
    return text === undefined ? null : idSchema.parse(text);
  }

  lastContact(): number | null {
    this.#lastContact ??= this.#number('lastContact');
    return this.#lastContact;
  }

  /** The server has answered. Written down now and then only: a durable write for every poll would wear the disk for nothing. */
  heard(at: number): void {
    const written = this.#number('lastContact');
    if (written === null || Math.abs(at - written) >= contactGrain) this.set({ lastContact: at });
    this.#lastContact = at;
  }

  /** Written down now and then only, like the last contact. */
  serverTimeIs(now: number): void {
    const written = this.serverTime();
    if (written === null || now - written >= contactGrain) this.set({ serverTime: now });
  }

  serverTime(): number | null {
    return this.#number('serverTime');
  }

  /** A difference that stays the same within a second is not written again. */
  serverClockIs(difference: number): void {
    if (Math.abs(difference - this.clockDifference()) >= 1_000) this.set({ clockDifference: difference });
  }

  /** Asked with every command, so it is remembered. */
  clockDifference(): number {
    this.#clockDifference ??= this.#number('clockDifference') ?? 0;
    return this.#clockDifference;
  }

  asksLastNo(): boolean {
    return this.#get.get('askLastNo') !== undefined;
  }

  /** Null takes a value away. */
  set(values: { readonly [K in keyof IdentityValues]?: IdentityValues[K] | null }): void {
    this.#connection.write(() => {
      for (const [key, value] of Object.entries(values)) {
        if (value === null) this.#clear.run(key);
        else this.#set.run(key, String(value));
      }
    });
    this.#clockDifference = undefined;
    this.#lastContact = undefined;
  }

  #number(key: keyof IdentityValues): number | null {
    const text = this.#get.get(key);
    return text === undefined ? null : numberSchema.parse(text);
  }
}
