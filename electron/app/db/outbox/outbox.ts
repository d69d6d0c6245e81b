// The commands of this desk. What is in here is never lost: every change is one durable transaction, made before anything that depends on
// it. Commands that are not settled are also kept in memory, exactly as they stand in the file.
import { z } from 'zod';
import type { Outcome } from '#shared/contract/sync.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Connection } from '../connection.ts';
import {
  type CommandState,
  commandRowSchema,
  commandValues,
  inStates,
  insertCommandSql,
  type NewCommand,
  type OutboxCommand,
  settled,
} from './command-row.ts';
import { type Knows, unknownAmong } from './unknown-commands.ts';

export type { CommandState, NewCommand, OutboxCommand, Subject } from './command-row.ts';

export const keptMs = 30 * 24 * 3_600_000;
const openStates: readonly CommandState[] = ['pending', 'acknowledged', 'rejected', 'held'];

export class Outbox {
  readonly #connection: Connection;
  readonly #knows: Knows;
  readonly #insert;
  readonly #settle;
  readonly #open = new Map<number, OutboxCommand>();
  #nextNo: number;
  #pending = 0;

  constructor(connection: Connection, knows: Knows) {
    this.#connection = connection;
    this.#knows = knows;
    const { db } = connection;
    this.#insert = db.prepare<(string | number | null)[]>(insertCommandSql);
    this.#settle = db.prepare<
      [CommandState, number | null, string | null, number | null, string | null, number]
    >(
      'UPDATE commands SET state = ?, seq = ?, error = ?, settled_at = ?, depends_on_rejected = ? WHERE no = ?',
    );
    this.#nextNo = 1;
    this.#load();
  }

  /** Commands without a final end, by number: pending, acknowledged but not pulled yet, rejected, held. */
  open(): readonly OutboxCommand[] {
    return [...this.#open.values()];
  }

  get pendingCount(): number {
    return this.#pending;
  }

  pending(): readonly OutboxCommand[] {
    return this.open().filter(({ state }) => state === 'pending');
  }

  /** Whose effects belong into the replica above what it has been sent: not confirmed, or confirmed after `cursor`. */
  live(cursor: number | null): readonly OutboxCommand[] {
    return this.open().filter(
      ({ state, seq }) =>
        state === 'pending' || (state === 'acknowledged' && (cursor === null || (seq ?? 0) > cursor)),
    );
  }

  byId(id: Id): OutboxCommand | undefined {
    const row = this.#connection.db.prepare<[string]>('SELECT * FROM commands WHERE id = ?').get(id);
    return row === undefined ? undefined : commandRowSchema.parse(row);
  }

  count(states: readonly CommandState[]): number {
    const { where, values } = inStates(states);
    const count = this.#connection.db
      .prepare<string[]>(`SELECT count(*) FROM commands WHERE ${where}`)
      .pluck()
      .get(...values);
    return z.int().parse(count);
  }

  /** Newest first; `before` is the number to go on below. */
  list(states: readonly CommandState[], limit: number, before: number | null): readonly OutboxCommand[] {
    const { where, values } = inStates(states);
    const rows = this.#connection.db
      .prepare<(string | number)[]>(
        `SELECT * FROM commands WHERE ${where} AND no < ? ORDER BY no DESC LIMIT ?`,
      )
      .all(...values, before ?? Number.MAX_SAFE_INTEGER, limit);
    return rows.map((row) => commandRowSchema.parse(row));
  }

  /** Adds a command, durably. A refused one that it stands for is marked in the same transaction. */
  add(command: NewCommand, replaces: OutboxCommand | null): OutboxCommand {
    const added: OutboxCommand = {
      ...command,
      no: this.#nextNo,
      state: 'pending',
      seq: null,
      error: null,
      settledAt: null,
      dependsOnRejected: null,
      replacedBy: null,
      offeredAgain: 0,
    };
    const values = commandValues(added);
    this.#connection.write(() => {
      this.#insert.run(...values);
      if (replaces !== null) this.#giveUp(replaces.no, command.madeAt, command.id);
    });
    this.#nextNo += 1;
    this.#open.set(added.no, added);
    this.#pending += 1;
    if (replaces !== null) this.#open.delete(replaces.no);
    return added;
  }

  /** Stores what the server said of a batch, before the next batch is sent; `now` by its clock. Numbers it does not hold are left alone. */
  settle(outcomes: readonly { readonly no: number; readonly outcome: Outcome }[], now: Instant): void {
    const changed: OutboxCommand[] = [];
    for (const { no, outcome } of outcomes) {
      const command = this.#open.get(no);
      if (command === undefined || command.state !== 'pending') continue;
      changed.push(settled(command, outcome, now));
    }
    this.#store(this.#markDependants(changed));
  }

  /** Commands whose effects have come back with the feed are finished; `now` by the server's clock. */
  finish(cursor: number, now: Instant): void {
    const finished = this.open().filter(
      ({ state, seq }) => state === 'acknowledged' && seq !== null && seq <= cursor,
    );
    this.#store(finished.map((command) => ({ ...command, state: 'done', settledAt: now })));
  }

  /** The replica stands earlier than these were seen in it (a power cut took its last moments): they count again. */
  revive(cursor: number | null): void {
    if (cursor === null) return;
    const rows = this.#connection.db
      .prepare<[number]>("SELECT * FROM commands WHERE state = 'done' AND seq > ?")
      .all(cursor);
    this.#store(rows.map((row) => ({ ...commandRowSchema.parse(row), state: 'acknowledged' })));
  }

  /**
   * At the start: commands that this program does not know, and those made on top of their effects, are held; held ones that it knows now
   * wait to be sent again. One that is held keeps its number until the server has said that it never had it (`renumber`): it may have been
   * sent, and then it is asked for by that number. Those without one come last, in the order in which they were made.
   */
  holdUnknown(): void {
    const { db } = this.#connection;
    const inOrder = db.prepare<[string]>('SELECT * FROM commands WHERE state = ? ORDER BY no > 0, abs(no)');
    const rowsIn = (state: CommandState) => inOrder.all(state).map((row) => commandRowSchema.parse(row));
    const pending = rowsIn('pending');
    const waiting = rowsIn('held');
    const unknown = this.#unknownAmong(pending, waiting);
    const held = pending.filter(({ id }) => unknown.has(id));
    const released = waiting.filter(({ id }) => !unknown.has(id));
    if (held.length === 0 && released.length === 0) return;
    const hold = db.prepare<[number]>("UPDATE commands SET state = 'held', error = NULL WHERE no = ?");
    const release = db.prepare<[number, number]>(
      "UPDATE commands SET state = 'pending', no = ? WHERE no = ?",
    );
    this.#connection.write(() => {
      let next = this.#nextNo;
      for (const { no } of held) hold.run(no);
      for (const { no } of released) {
        release.run(no > 0 ? no : next, no);
        if (no < 0) next += 1;
      }
      this.#setNumber('nextNo', next);
      if (held.length > 0) this.#setIdentity('askLastNo', 'yes');
    });
    this.#load();
  }

  discard(command: OutboxCommand, now: Instant): void {
    this.#connection.write(() => this.#giveUp(command.no, now, null));
    this.#open.delete(command.no);
  }

  /**
   * Numbers what the server does not have, from the number it expects: pending commands, and after a restore also acknowledged ones of the
   * last 30 days, which are offered again. Refused ones keep their place in 未通过的操作, but no number of the wire; held ones neither, when the
   * server does not have them. Those whose number it has may be its own: they are asked for, and a repeat has no second effect.
   */
  renumber(after: number, lastNo: number, reoffer: boolean): number {
    const { db } = this.#connection;
    const rows = db
      .prepare<[number], { no: number; state: string }>('SELECT * FROM commands WHERE no > ? ORDER BY no')
      .all(after)
      .map((row) => ({ command: commandRowSchema.parse(row), state: row.state }));
    const inState = (...states: readonly CommandState[]) =>
      rows.filter(({ state }) => states.some((each) => each === state)).map(({ command }) => command);
    const wanted = reoffer ? inState('pending', 'acknowledged', 'done') : inState('pending');
    const held = inState('held');
    const unknown = this.#unknownAmong(wanted, held);
    const offered = [...wanted, ...held].filter(({ id }) => !unknown.has(id)).toSorted((a, b) => a.no - b.no);
    const lowest = z.int().parse(db.prepare('SELECT min(0, ifnull(min(no), 0)) FROM commands').pluck().get());
    const move = db.prepare<[number, number]>('UPDATE commands SET no = ? WHERE no = ?');
    const again = db.prepare<[number]>(
      "UPDATE commands SET state = 'pending', seq = NULL, settled_at = NULL, offered_again = offered_again + (state <> 'held') WHERE no = ? AND state <> 'pending'",
    );
    const hold = db.prepare<[string]>(
      "UPDATE commands SET state = 'held', seq = NULL, error = NULL, settled_at = NULL WHERE id = ?",
    );
    const ask = db.prepare<[number]>(
      "UPDATE commands SET state = 'pending' WHERE state = 'held' AND no > 0 AND no <= ?",
    );
    this.#connection.write(() => {
      ask.run(after);
      for (const id of unknown) hold.run(id);
      // Out of the way first: numbers are unique.
      for (const [index, { command }] of rows.entries()) move.run(lowest - 1 - index, command.no);
      const parked = new Map(rows.map(({ command }, index) => [command.id, lowest - 1 - index]));
      for (const [index, { id }] of offered.entries()) {
        move.run(lastNo + 1 + index, parked.get(id) ?? 0);
        again.run(lastNo + 1 + index);
      }
      this.#setNumber('nextNo', lastNo + 1 + offered.length);
    });
    this.#load();
    return offered.filter(({ state }) => state !== 'pending' && state !== 'held').length;
  }

  /** Takes out what was finished more than 30 days ago; `now` by the server's clock, as ours may be years ahead for a morning. */
  purge(now: Instant): void {
    const nextNo = this.#nextNo;
    const old = this.#connection.db.prepare<[number]>(
      "DELETE FROM commands WHERE state IN ('done', 'discarded') AND settled_at < ?",
    );
    this.#connection.write(() => {
      this.#setNumber('nextNo', nextNo);
      old.run(now - keptMs);
    });
  }

  /** The lowest number that could still be offered. */
  firstKept(): number {
    const lowest = this.#connection.db
      .prepare("SELECT min(no) FROM commands WHERE no > 0 AND state IN ('pending', 'acknowledged', 'done')")
      .pluck()
      .get();
    return z.int().nullable().parse(lowest) ?? this.#nextNo;
  }

  #load(): void {
    this.#open.clear();
    const { db } = this.#connection;
    const { where, values } = inStates(openStates);
    const rows = db.prepare<string[]>(`SELECT * FROM commands WHERE ${where} ORDER BY no`).all(...values);
    for (const row of rows) {
      const command = commandRowSchema.parse(row);
      this.#open.set(command.no, command);
    }
    const last = z.int().nullable().parse(db.prepare('SELECT max(no) FROM commands').pluck().get());
    const kept = db.prepare("SELECT value FROM identity WHERE key = 'nextNo'").pluck().get();
    this.#nextNo = Math.max((last ?? 0) + 1, kept === undefined ? 1 : Number(kept), 1);
    this.#count();
  }

  #count(): void {
    this.#pending = this.pending().length;
  }

  #setNumber(key: 'nextNo', value: number): void {
    this.#setIdentity(key, String(value));
  }

  #setIdentity(key: string, value: string): void {
    this.#connection.db
      .prepare<[string, string]>(
        'INSERT INTO identity (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, value);
  }

  #giveUp(no: number, now: Instant, replacedBy: Id | null): void {
    this.#connection.db
      .prepare<[number, string | null, number]>(
        "UPDATE commands SET state = 'discarded', settled_at = ?, replaced_by = ? WHERE no = ?",
      )
      .run(now, replacedBy, no);
  }

  /** Looked for in each group alone: what was made while another was held was made without its effect, and does not stand on it. */
  #unknownAmong(...groups: readonly (readonly OutboxCommand[])[]): ReadonlySet<Id> {
    return new Set(groups.flatMap((group) => [...unknownAmong(group, this.#knows)]));
  }

  /** Later commands that read or wrote what a refused one wrote, and those that stand on them in turn. They are still sent. */
  #markDependants(changed: readonly OutboxCommand[]): readonly OutboxCommand[] {
    if (changed.every(({ state }) => state !== 'rejected')) return changed;
    const next = new Map(changed.map((command) => [command.no, command]));
    const refusedNow = new Set(changed.filter(({ state }) => state === 'rejected').map(({ no }) => no));
    const origin = new Map<string, Id>();
    for (const held of this.#open.values()) {
      const command = next.get(held.no) ?? held;
      if (command.state === 'acknowledged' || command.state === 'held') continue;
      const key = [...command.reads, ...command.writes].find((each) => origin.has(each));
      const cause = key === undefined ? undefined : origin.get(key);
      if (cause !== undefined && command.dependsOnRejected === null) {
        next.set(command.no, { ...command, dependsOnRejected: cause });
      }
      if (cause !== undefined || refusedNow.has(command.no)) {
        for (const written of command.writes) origin.set(written, cause ?? command.id);
      }
    }
    return [...next.values()];
  }

  #store(commands: readonly OutboxCommand[]): void {
    if (commands.length === 0) return;
    this.#connection.write(() => {
      for (const { no, state, seq, error, settledAt, dependsOnRejected } of commands) {
        const errorText = error === null ? null : JSON.stringify(error);
        this.#settle.run(state, seq, errorText, settledAt, dependsOnRejected, no);
      }
    });
    let reordered = false;
    for (const command of commands) {
      if (!openStates.some((state) => state === command.state)) this.#open.delete(command.no);
      else {
        reordered ||= !this.#open.has(command.no);
        this.#open.set(command.no, command);
      }
    }
    // Revived ones stand before what came later.
    if (reordered) this.#load();
    else this.#count();
  }
}
