// A desk in a few lines that speaks the sync wire over a real socket: numbered commands kept until they are acknowledged, a replica applied
// as contract/sync.ts says. For tests of the server, where a whole desk a client would cost too much.
import { randomUUID } from 'node:crypto';
import { longPatienceMs } from '#demo/patience.ts';
import { sessionSchema } from '#shared/contract/auth.ts';
import {
  httpErrorSchema,
  maxBatchCommands,
  type Outcome,
  type PullEnd,
  type PushedCommand,
  protocol,
  pullEndSchema,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { commands } from '#shared/domain/registry.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ModelDesk } from './model-desk.ts';

/** A page as it came: which stretch of the feed it covers, and its lines. */
export type Page = {
  readonly from: number | null;
  readonly end: PullEnd;
  readonly lines: ModelDesk['lines'];
};

export class WireDesk {
  readonly deskId: string = randomUUID();
  readonly replica = new ModelDesk();
  readonly pending: PushedCommand[] = [];
  /** What the server answered for good, by command id. */
  readonly settled = new Map<string, Outcome>();
  readonly pages: Page[] = [];
  actor: Actor | undefined;
  #token = '';
  #lastNo = 0;
  readonly #origin: () => string;
  readonly #signal: AbortSignal | undefined;

  /** `origin` is asked for each request: a server that is started again may listen elsewhere. */
  constructor(origin: () => string, signal?: AbortSignal) {
    this.#origin = origin;
    this.#signal = signal;
  }

  async signIn(username: string, password: string): Promise<Result<Actor>> {
    const body = { username, password, deskId: this.deskId };
    const answer = await this.request('/auth/sign-in', body);
    if (!answer.ok) return answer;
    const session = sessionSchema.parse(JSON.parse(answer.value));
    this.#token = session.token;
    this.actor = session.actor;
    return ok(session.actor);
  }

  /** Keeps the command until the server has answered it. */
  add(name: string, input: unknown): PushedCommand {
    this.#lastNo += 1;
    const version = commands.get(name)?.version ?? 1;
    const made: PushedCommand = {
      no: this.#lastNo,
      id: randomUUID(),
      name,
      version,
      input: JSON.parse(JSON.stringify(input)),
      madeAt: Date.now(),
    };
    this.pending.push(made);
    return made;
  }

  /** One batch. Commands that are to be tried again stay pending. */
  async push(): Promise<Result<number>> {
    const batch = this.pending.slice(0, maxBatchCommands);
    const epoch = this.replica.state.epoch;
    const body = { protocol, deskId: this.deskId, epoch, firstKept: 1, commands: batch };
    const answer = await this.request('/sync/push', body);
    if (!answer.ok) return answer;
    const { outcomes } = pushResponseSchema.parse(JSON.parse(answer.value));
    let settled = 0;
    for (const { id, outcome } of outcomes) {
      if (outcome.kind === 'retry') continue;
      if (this.settled.has(id)) throw new Error('one command was answered for good twice');
      this.settled.set(id, outcome);
      settled += 1;
    }
    this.pending.splice(0, settled);
    return ok(settled);
  }

  /** One page; answers whether there are more. */
  async pull(limit = 500): Promise<Result<boolean>> {
    const { state, types } = this.replica;
    const asked = { protocol, deskId: this.deskId, types, state, limit };
    const answer = await this.request('/sync/pull', asked);
    if (!answer.ok) return answer;
    const lines = answer.value.trimEnd().split('\n');
    const last: unknown = JSON.parse(lines.pop() ?? 'null');
    const end = pullEndSchema.safeParse(last);
    // A stream without its end was cut on the way: nothing of it counts.
    if (!end.success) return err({ code: 'server_unreachable' });
    this.replica.lines = lines.map((line) => JSON.parse(line));
    this.pages.push({
      from: state.gaining === null ? state.cursor : null,
      end: end.data,
      lines: this.replica.lines,
    });
    this.replica.apply(end.data);
    return ok(end.data.more);
  }

  async pullAll(): Promise<Result<PullEnd>> {
    for (;;) {
      const more = await this.pull();
      if (!more.ok) return more;
      const end = this.pages.at(-1)?.end;
      if (!more.value && end !== undefined) return ok(end);
    }
  }

  /** What of the last page is not what the server says it is. */
  differing(): readonly string[] {
    const end = this.pages.at(-1)?.end;
    return end === undefined ? ['nothing was pulled'] : this.replica.differing(end);
  }

  /** The answer's text, or the refusal; no answer at all is `server_unreachable`. */
  async request(path: string, body: unknown): Promise<Result<string>> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#origin()}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
        body: JSON.stringify(body),
        signal: AbortSignal.any([
          AbortSignal.timeout(longPatienceMs),
          ...(this.#signal ? [this.#signal] : []),
        ]),
      });
      text = await response.text();
    } catch {
      return err<AppError>({ code: 'server_unreachable' });
    }
    if (response.ok) return ok(text);
    return err(errorOf(response.status, text));
  }
}

function errorOf(status: number, text: string): AppError {
  try {
    const read = httpErrorSchema.safeParse(JSON.parse(text));
    if (read.success) return read.data.error;
  } catch {
    // Not JSON: told below.
  }
  throw new Error(`an answer ${status} that is none of ours: ${text.slice(0, 500)}`);
}
