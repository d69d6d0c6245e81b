// Which protocol the server of this account understands: ours, until it refuses that as too new and names an older one that we speak too. It is
// kept as long as the account is open; a server that was renewed says so in its answers, and is spoken to in ours again.
import { oldestProtocol, protocol } from '#shared/contract/sync.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

export class Speech {
  #protocol: number = protocol;

  get protocol(): number {
    return this.#protocol;
  }

  /** What the server says in an answer that it speaks; an old one says nothing. */
  heard(speaks: number | undefined): void {
    if (speaks !== undefined) this.#protocol = Math.min(protocol, Math.max(speaks, this.#protocol));
  }

  /** Whether this refusal of what was said in protocol `asked` names an older one that will do: it is spoken from now on. */
  lowers(asked: number, { code, params }: AppError): boolean {
    const theirs = params?.['protocol'];
    if (code !== 'server_too_old' || typeof theirs !== 'number') return false;
    if (theirs < oldestProtocol || theirs >= asked) return false;
    this.#protocol = theirs;
    return true;
  }

  /** Asks in the protocol spoken, and once more in an older one where the server knows only that. */
  async ask<T>(question: (spoken: number) => Promise<Result<T>>): Promise<Result<T>> {
    const spoken = this.#protocol;
    const answer = await question(spoken);
    return !answer.ok && this.lowers(spoken, answer.error) ? question(this.#protocol) : answer;
  }
}
