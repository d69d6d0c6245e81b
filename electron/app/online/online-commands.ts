// Online commands: the server is asked and answers in the same call, and nothing of them is kept on this desk. One whose answer never came has
// its id remembered while the account is open: the same words asked again are the same command, which the server carries out once.
import { createHash } from 'node:crypto';
import type { CommandReceipt } from '#shared/contract/ipc.ts';
import { type OnlineCommand, onlineResponseSchema } from '#shared/contract/online.ts';
import type { Command } from '#shared/domain/command.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { plainInput } from '../command/plain-input.ts';
import { jsonRequest } from '../sync/server-call.ts';
import type { Synchroniser } from '../sync/synchroniser.ts';

/** Most lost answers are a kept-alive connection that was closed; who is offline is told so at once. */
const attempts = 2;

type Asked = {
  readonly id: Id;
  readonly madeAt: Instant;
  running: Promise<Result<CommandReceipt>> | undefined;
};

export class OnlineCommands {
  readonly #account: Account;
  readonly #sync: Pick<Synchroniser, 'now'>;
  readonly #answered: (result: Result<CommandReceipt>) => void;
  readonly #stop = new AbortController();
  /** By what was asked. */
  readonly #unanswered = new Map<string, Asked>();

  /** `answered` hears of every end. */
  constructor(
    account: Account,
    sync: Pick<Synchroniser, 'now'>,
    answered: (result: Result<CommandReceipt>) => void,
  ) {
    this.#account = account;
    this.#sync = sync;
    this.#answered = answered;
  }

  /** Error codes: not_allowed, invalid_input, too_large, those of the command and of the server, and `unanswered`. */
  run(command: Command, input: unknown): Promise<Result<CommandReceipt>> | Result<CommandReceipt> {
    const { actor, ports } = this.#account;
    // The server's word counts; here nobody is to wait for a refusal that is certain.
    if (!command.access.roles.includes(actor.role)) return err({ code: 'not_allowed' });
    const plain = plainInput(input);
    if (!plain.ok) return plain;
    const parsed = command.input.safeParse(plain.value);
    if (!parsed.success) return err(invalidInput(parsed.error.issues));
    const { name, version } = command;
    const key = createHash('sha256')
      .update(JSON.stringify([name, version, plain.value]))
      .digest('hex');
    const madeAt = ports.clock();
    const asked = this.#unanswered.get(key) ?? {
      id: uuidV7(madeAt, ports.randomBytes(10)),
      madeAt,
      running: undefined,
    };
    this.#unanswered.set(key, asked);
    asked.running ??= this.#ask(key, {
      id: asked.id,
      name,
      version,
      input: plain.value,
      madeAt: asked.madeAt,
    }).finally(() => {
      asked.running = undefined;
    });
    return asked.running;
  }

  /** Breaks off what waits for the server. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([...this.#unanswered.values()].map(({ running }) => running));
  }

  async #ask(key: string, command: OnlineCommand): Promise<Result<CommandReceipt>> {
    const before = await this.#sendWhatWaits();
    const result = before.ok ? await this.#send(key, command) : before;
    if (!this.#stop.signal.aborted) this.#answered(result);
    return result.ok || !isUnsure(result.error.code) ? result : err({ code: 'unanswered' });
  }

  /** What the user did before goes up before. What the server puts off holds nothing up: `decide` looks at the rows as they are. */
  async #sendWhatWaits(): Promise<Result<unknown>> {
    return this.#account.outbox.pendingCount === 0 ? ok(null) : await this.#sync.now();
  }

  async #send(key: string, command: OnlineCommand): Promise<Result<CommandReceipt>> {
    const { server } = this.#account;
    const request = { ...jsonRequest('/commands/run', command), signal: this.#stop.signal };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await server.json(request, onlineResponseSchema);
      if (answer.ok) {
        const { outcome } = answer.value;
        if (outcome.kind !== 'retry') this.#unanswered.delete(key);
        if (outcome.kind !== 'done') return err(outcome.error);
        return ok({ commandId: command.id, no: null, state: 'done' });
      }
      const again = answer.error.code === 'server_unreachable' && attempt < attempts;
      if (!again || this.#stop.signal.aborted) return answer;
    }
  }
}

/** It cannot be told whether it was carried out, or it was not; asking again is right in both cases. */
function isUnsure(code: string): boolean {
  return code === 'server_unreachable' || code === 'retry_later' || code === 'offline';
}
