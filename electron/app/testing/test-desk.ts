// One desk for tests: the real local app on real files in a folder of its own, with a clock and chance that repeat. Only tests import it.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AppEvent } from '#shared/contract/events.ts';
import { type QueryInput, type QueryName, type QueryOutput, queries } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Domain } from '../account.ts';
import { createLocalApp, type LocalApp } from '../local-app.ts';
import type { Ports, Timers, Transport } from '../ports.ts';

export class TestClock {
  #now: number;

  constructor(start = Date.UTC(2026, 0, 21, 1)) {
    this.#now = start;
  }

  now = (): number => {
    // Every look is a moment later, so that nothing depends on two things happening at once.
    this.#now += 1;
    return this.#now;
  };

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Numbers that look random and are the same in every run. */
export function seededBytes(seed: number): (length: number) => Uint8Array {
  let state = seed >>> 0 || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state & 0xff;
    });
}

/** Nothing happens by itself. */
export const noTimers: Timers = { setTimeout: () => null, clearTimeout: () => undefined };

let desks = 0;

export class TestDesk {
  readonly root: string;
  readonly events: AppEvent[] = [];
  readonly #ports: Ports;
  #app: LocalApp | undefined;

  constructor(server: Transport, clock: TestClock, over: Partial<Ports> = {}) {
    desks += 1;
    this.root = over.folder ?? mkdtempSync(join(tmpdir(), 'zhengcai-desk-'));
    this.#ports = {
      clock: clock.now,
      randomBytes: seededBytes(desks),
      transport: server,
      secrets: {
        protect: (text) => new TextEncoder().encode(text),
        reveal: (bytes) => new TextDecoder().decode(bytes),
      },
      log: () => undefined,
      autoSync: false,
      ...over,
      folder: this.root,
    };
  }

  /** `domain`: other commands and record types than the product's. */
  async open(over: Partial<Ports> = {}, domain?: Domain): Promise<this> {
    const app = await createLocalApp({ ...this.#ports, ...over }, domain);
    app.events((event) => this.events.push(event));
    this.#app = app;
    return this;
  }

  get app(): LocalApp {
    if (this.#app === undefined) throw new Error('the desk is closed');
    return this.#app;
  }

  dispatch(name: string, input: unknown): Promise<Result<unknown>> {
    return this.app.dispatch(name, input);
  }

  /** A query's answer, held against its output schema. */
  async ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<Result<QueryOutput<N>>> {
    const result = await this.app.dispatch(name, input);
    if (!result.ok) return result;
    return { ok: true, value: queries[name].output.parse(result.value) as QueryOutput<N> };
  }

  /** As `ask`, for answers that must be there. */
  async see<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N>> {
    const result = await this.ask(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }

  async must(name: string, input: unknown): Promise<unknown> {
    const result = await this.app.dispatch(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }

  async signIn(username: string, password = `password of ${username}`): Promise<this> {
    await this.must('session.signIn', { username, password });
    return this;
  }

  /** Where the signed-in account's files are. */
  folder(): string {
    const file = this.files().find((path) => basename(path) === 'outbox.db');
    if (file === undefined) throw new Error('no account has signed in');
    return join(this.root, file, '..');
  }

  files(): readonly string[] {
    return readdirSync(this.root, { recursive: true, encoding: 'utf8' }).toSorted();
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  /** The process is gone without a word; its files stay as they are. */
  vanish(): void {
    this.#app = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
