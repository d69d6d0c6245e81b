// Decides when a round is due: soon after a command, on a poke from the server, when the line to it ends, and by timer, later and later while the
// server does not answer. A round that has gone well never puts off what is due earlier; one that has failed does.
// Delays are spread by chance, so that a thousand desks do not all come back in the same second.
import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import type { Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Timers } from '../ports.ts';
import type { Round } from './synchroniser.ts';

const afterCommandMs = 30;
const regularMs = 60_000;
const firstRetryMs = 1_000;
const longestRetryMs = 300_000;
/** A line that has held so long ended by chance; one that ends sooner, again and again, is asked for more and more rarely. */
const steadyLineMs = 30_000;

const pokeSchema = z.union([
  z.coerce.number().int(),
  z.looseObject({ head: z.int() }).transform(({ head }) => head),
]);

export class AutoSync {
  readonly #account: Account;
  readonly #timers: Timers;
  readonly #run: () => void;
  readonly #stop = new AbortController();
  #timer: unknown;
  #due = Number.POSITIVE_INFINITY;
  #failures = 0;
  #brokenLines = 0;
  /** Something has come up since the last round began by itself. */
  #nudged: boolean = false;
  #listening: boolean = false;

  constructor(account: Account, timers: Timers, run: () => void) {
    this.#account = account;
    this.#timers = timers;
    this.#run = run;
  }

  start(): void {
    this.#schedule(0);
  }

  /** Something waits to be sent, or to be fetched. */
  nudge(): void {
    this.#nudged = true;
    // While the server does not answer, commands do not make us ask more often.
    if (this.#failures === 0) this.#scheduleBy(afterCommandMs);
  }

  /** A round has ended; plans the next one. */
  ended(result: Result<Round>): void {
    if (this.#stop.signal.aborted) return;
    if (result.ok && !result.value.postponed) {
      this.#failures = 0;
      this.#listen();
      // What came up while the round ran may have come too late for it.
      this.#scheduleBy(this.#nudged ? afterCommandMs : this.#spread(regularMs));
      return;
    }
    this.#failures += 1;
    this.#schedule(this.#spread(this.#retryAfter(this.#failures)));
  }

  stop(): void {
    this.#stop.abort();
    this.#timers.clearTimeout(this.#timer);
  }

  /** Between half and the whole of the time. */
  #spread(milliseconds: number): number {
    const [byte = 0] = this.#account.ports.randomBytes(1);
    return Math.round(milliseconds * (0.5 + byte / 512));
  }

  #retryAfter(failures: number): number {
    return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 20));
  }

  /** The earlier of two plans counts, unless the clock was put forward past it and its timer has not noticed. */
  #scheduleBy(milliseconds: number): void {
    const now = this.#account.ports.clock();
    if (this.#due < now || this.#due > now + milliseconds) this.#schedule(milliseconds);
  }

  #schedule(milliseconds: number): void {
    if (this.#stop.signal.aborted) return;
    this.#timers.clearTimeout(this.#timer);
    this.#due = this.#account.ports.clock() + milliseconds;
    this.#timer = this.#timers.setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      this.#nudged = false;
      this.#run();
    }, milliseconds);
  }

  /** Hears the server's pokes until the connection ends; the next successful round connects again. */
  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    const since = this.#account.ports.clock();
    void this.#readPokes().finally(() => {
      this.#listening = false;
      this.#lineEnded(this.#account.ports.clock() - since);
    });
  }

  /** Whether the server is still there shows at once, not at the next regular round. */
  #lineEnded(afterMs: number): void {
    this.#brokenLines = afterMs >= steadyLineMs ? 1 : this.#brokenLines + 1;
    // While the server does not answer, the next try is planned already.
    if (this.#failures === 0) this.#scheduleBy(this.#spread(this.#retryAfter(this.#brokenLines)));
  }

  async #readPokes(): Promise<void> {
    const answer = await this.#account.server.stream({
      method: 'GET',
      path: '/sync/events',
      headers: { accept: 'text/event-stream' },
      idleTimeout: 0,
      signal: this.#stop.signal,
    });
    if (!answer.ok) return;
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'head') this.#poked(data);
      },
    });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.value.body) parser.feed(decoder.decode(chunk, { stream: true }));
    } catch {
      // The connection broke: it has ended as well.
    }
  }

  #poked(data: string): void {
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch {
      return;
    }
    const head = pokeSchema.safeParse(value);
    const { cursor } = this.#account.replica.state;
    if (head.success && (cursor === null || head.data > cursor)) this.nudge();
  }
}
