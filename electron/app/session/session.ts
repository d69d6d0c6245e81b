// Who is signed in, and whose files are open. Signing in needs the server; unlocking does not. Signing out or losing the server's trust never
// touches what is saved: the account's folder stays as it is.

import { z } from 'zod';
import { type Session as ServerSession, sessionSchema, signInRequestSchema } from '#shared/contract/auth.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { SessionState } from '#shared/contract/ipc.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { Account, type Domain } from '../account.ts';
import type { OpenDatabase } from '../db/connection.ts';
import { storageError } from '../db/storage-error.ts';
import { type Ports, realTimers } from '../ports.ts';
import { jsonRequest, serverCall } from '../sync/server-call.ts';
import { type KnownAccount, KnownAccounts } from './known-accounts.ts';
import { makeVerifier, verifyPassword, waitAfter } from './passwords.ts';

/** Somebody sits before the screen, and may unlock without the server instead. */
const signInMs = 10_000;

type Deps = {
  readonly ports: Ports;
  readonly openDatabase: OpenDatabase;
  readonly domain: Domain;
  readonly emit: (event: AppEvent) => void;
  /** An account's files are open, or about to be closed. */
  readonly opened: (account: Account) => void;
  readonly closing: (account: Account) => Promise<void>;
  /** Of the open account: those still to be sent. */
  readonly filesWaiting: () => number;
};

type Credentials = { readonly username: string; readonly password: string };

export class Session {
  readonly #deps: Deps;
  readonly #known: KnownAccounts;
  readonly #origin: string;
  #account: Account | undefined;
  #actor: Actor | null = null;
  #token: string | null = null;
  #locked: boolean = false;
  #mustSignIn: boolean = false;
  #error: AppError | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#origin = deps.ports.transport.origin ?? '';
    this.#known = new KnownAccounts(deps.ports.folder);
  }

  /** The open account, or why there is none. */
  account(): Result<Account> {
    if (this.#error !== null) return err(this.#error);
    if (this.#account === undefined) return err({ code: 'not_signed_in' });
    return this.#locked ? err({ code: 'not_signed_in', params: { locked: true } }) : ok(this.#account);
  }

  /** The files are open, whether or not the screen is locked. */
  get open(): Account | undefined {
    return this.#account;
  }

  state(): SessionState {
    return {
      actor: this.#actor,
      locked: this.#locked,
      mustSignIn: this.#actor !== null && (this.#mustSignIn || this.#token === null),
      mustChangePassword: this.#currentKnown()?.mustChangePassword ?? false,
      error: this.#error,
    };
  }

  accounts() {
    return this.#known.all(this.#origin).map(({ accountId, username, actor, verifier }) => ({
      accountId,
      username,
      name: actor.name,
      role: actor.role,
      current: this.#actor?.accountId === accountId,
      canUnlockOffline: verifier !== null,
    }));
  }

  /** Goes on where the last start ended, if the operating system still has the token. */
  resume(): void {
    const { current } = this.#known;
    if (current === null || current.origin !== this.#origin) return;
    const known = this.#known.byId(current.origin, current.accountId);
    if (known === undefined) return;
    const token = this.#reveal(known);
    this.#locked = current.locked || token === null;
    this.#token = token;
    this.#openFiles(known);
  }

  /** Error codes: bad_credentials, locked_out, rate_limited, server_unreachable, desk_taken, and those of opening files. */
  signIn(credentials: Credentials): Promise<Result<SessionState>> {
    return this.#exclusive(() => this.#signIn(credentials));
  }

  /** Error codes: bad_credentials, locked_out {retryAt}, and those of opening files. */
  unlock(credentials: Credentials): Promise<Result<SessionState>> {
    return this.#exclusive(() => this.#unlock(credentials));
  }

  /** Error codes: warning_unacknowledged {waiting}. */
  signOut(confirmed: boolean): Promise<Result<SessionState>> {
    return this.#exclusive(() => this.#signOut(confirmed));
  }

  /** A file of the open account is damaged: a replica is begun anew, an outbox recovered by opening it again. */
  async repairFiles(): Promise<Result<void>> {
    const account = this.#account;
    const known = this.#currentKnown();
    if (account === undefined || known === undefined) return err({ code: 'not_signed_in' });
    if (account.outboxIsSound()) {
      account.replaceDamagedReplica();
      return ok(undefined);
    }
    await this.#closeFiles();
    this.#openFiles(known);
    return this.#error === null ? ok(undefined) : err(this.#error);
  }

  close(): Promise<void> {
    return this.#exclusive(() => this.#closeFiles());
  }

  async #signIn({ username, password }: Credentials): Promise<Result<SessionState>> {
    const before = this.#known.byUsername(this.#origin, username);
    const deskId = before?.deskId ?? this.#newId();
    const answer = await this.#askServer({ username, password }, deskId);
    if (!answer.ok) return answer;
    return this.#enter({ username, password }, deskId, answer.value);
  }

  async #unlock({ username, password }: Credentials): Promise<Result<SessionState>> {
    const known = this.#known.byUsername(this.#origin, username);
    // Nobody learns which names have been used here.
    if (known === undefined || known.verifier === null) return err({ code: 'bad_credentials' });
    const now = this.#deps.ports.clock();
    // A clock that was put back does not lengthen the wait beyond the longest one.
    if (now < known.retryAt && known.retryAt - now <= waitAfter(Number.MAX_SAFE_INTEGER)) {
      return err({ code: 'locked_out', params: { retryAt: known.retryAt } });
    }
    // Counted before it is checked: ending the program does not give another try.
    const failures = known.failures + 1;
    this.#known.save({ ...known, failures, retryAt: now + waitAfter(failures) });
    if (!(await verifyPassword(password, known.verifier))) return err({ code: 'bad_credentials' });
    this.#known.save({ ...known, failures: 0, retryAt: 0 });
    await this.#switchTo(known, this.#reveal(known));
    this.#locked = false;
    this.#known.setCurrent({ origin: known.origin, accountId: known.accountId, locked: false });
    this.#changed();
    return this.#error === null ? ok(this.state()) : err(this.#error);
  }

  lock(): Result<SessionState> {
    if (this.#actor === null) return err({ code: 'not_signed_in' });
    this.#locked = true;
    this.#known.setCurrent({ origin: this.#origin, accountId: this.#actor.accountId, locked: true });
    this.#changed();
    return ok(this.state());
  }

  async #signOut(confirmed: boolean): Promise<Result<SessionState>> {
    const account = this.#account;
    const known = this.#currentKnown();
    const waiting = account?.outbox.open().filter(({ state }) => state !== 'acknowledged').length ?? 0;
    const files = this.#deps.filesWaiting();
    if (waiting + files > 0 && !confirmed) {
      return err({ code: 'warning_unacknowledged', params: { waiting, files } });
    }
    this.#tellSignedOut(this.#token);
    if (known !== undefined) this.#known.save({ ...known, token: null });
    this.#known.setCurrent(null);
    await this.#closeFiles();
    this.#actor = null;
    this.#token = null;
    this.#locked = false;
    this.#error = null;
    this.#changed();
    return ok(this.state());
  }

  /** Nobody waits for it: a session that the server does not hear the end of ends there by its own time. */
  #tellSignedOut(token: string | null): void {
    if (token === null) return;
    const request = { ...jsonRequest('/auth/sign-out', {}), idleTimeout: 5_000 };
    void serverCall(this.#deps.ports.transport, () => token).json(request, z.unknown());
  }

  async changePassword(current: string, next: string): Promise<Result<Record<string, never>>> {
    const known = this.#currentKnown();
    if (known === undefined) return err({ code: 'not_signed_in' });
    const answer = await this.#server().json(jsonRequest('/auth/password', { current, next }), z.unknown());
    if (!answer.ok) return answer;
    const verifier = await makeVerifier(next, this.#deps.ports.randomBytes(16));
    this.#known.save({ ...known, verifier, mustChangePassword: false });
    this.#changed();
    return ok({});
  }

  /** The server no longer knows the token: local work goes on, sending waits for the next sign-in. */
  tokenRefused(): void {
    if (this.#mustSignIn) return;
    this.#mustSignIn = true;
    this.#changed();
  }

  async #enter(
    { username, password }: Credentials,
    deskId: Id,
    answer: ServerSession,
  ): Promise<Result<SessionState>> {
    const { actor } = answer;
    const earlier = this.#known.byId(this.#origin, actor.accountId);
    const known: KnownAccount = {
      origin: this.#origin,
      username,
      accountId: actor.accountId,
      deskId,
      actor,
      verifier: await makeVerifier(password, this.#deps.ports.randomBytes(16)),
      token: this.#protect(answer.token),
      mustChangePassword: answer.mustChangePassword,
      failures: 0,
      retryAt: 0,
    };
    await this.#switchTo({ ...known, deskId: earlier?.deskId ?? deskId }, answer.token);
    const account = this.#account;
    if (account !== undefined && account.deskId !== deskId) {
      // The files belong to a desk the server knows under another id: the session must be that desk's.
      const again = await this.#askServer({ username, password }, account.deskId);
      if (!again.ok) return again;
      this.#token = again.value.token;
      this.#known.save({ ...known, deskId: account.deskId, token: this.#protect(again.value.token) });
    } else {
      this.#known.save(known);
    }
    this.#actor = actor;
    this.#locked = false;
    this.#mustSignIn = false;
    this.#known.setCurrent({ origin: this.#origin, accountId: actor.accountId, locked: false });
    this.#changed();
    return this.#error === null ? ok(this.state()) : err(this.#error);
  }

  async #askServer(credentials: Credentials, deskId: Id): Promise<Result<ServerSession>> {
    const request = signInRequestSchema.safeParse({ ...credentials, deskId });
    if (!request.success) return err({ code: 'bad_credentials' });
    const { transport, timers = realTimers } = this.#deps.ports;
    const limit = new AbortController();
    const timer = timers.setTimeout(() => limit.abort(), signInMs);
    const answer = await serverCall(transport, () => null).json(
      { ...jsonRequest('/auth/sign-in', request.data), signal: limit.signal },
      sessionSchema,
    );
    timers.clearTimeout(timer);
    return answer;
  }

  #server() {
    return serverCall(this.#deps.ports.transport, () => this.#token);
  }

  async #switchTo(known: KnownAccount, token: string | null): Promise<void> {
    if (this.#actor?.accountId === known.accountId && this.#account !== undefined) {
      this.#actor = known.actor;
      this.#token = token ?? this.#token;
      return;
    }
    await this.#closeFiles();
    this.#token = token;
    this.#openFiles(known);
  }

  /** One after the other: signing in opens and closes files. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.then(
      () => undefined,
      () => undefined,
    );
    return next;
  }

  #openFiles(known: KnownAccount): void {
    this.#actor = known.actor;
    this.#error = null;
    const { ports, openDatabase, domain, emit, opened } = this.#deps;
    try {
      const account = Account.open({
        ports,
        openDatabase,
        domain,
        emit: (event) => {
          emit(event);
          if (event.type === 'replica.changed' && event.tables.includes('accounts')) this.#followAccount();
        },
        folder: this.#known.folderOf(known),
        deskId: known.deskId,
        actor: () => this.#actor ?? known.actor,
        server: this.#server(),
      });
      if (account.ok) {
        this.#account = account.value;
        this.#followAccount();
        opened(account.value);
      } else {
        this.#error = account.error;
      }
    } catch (thrown) {
      const error = storageError(thrown);
      if (error === undefined) {
        const reason = thrown instanceof Error ? thrown.name : 'unknown';
        ports.log({ level: 'error', event: 'account.open_failed', details: { reason } });
      }
      this.#error = error ?? { code: 'internal' };
    }
  }

  /** An administrator has changed what this account is: decisions go by the row, as the server's do, not by what it was at sign-in. */
  #followAccount(): void {
    const known = this.#currentKnown();
    const actor = known && this.#account?.actorAsStored(known.accountId);
    if (known === undefined || actor === undefined || canonicalJson(actor) === canonicalJson(this.#actor))
      return;
    this.#actor = actor;
    this.#known.save({ ...known, actor });
    this.#changed();
  }

  async #closeFiles(): Promise<void> {
    const account = this.#account;
    if (account === undefined) return;
    this.#account = undefined;
    await this.#deps.closing(account);
    account.close();
  }

  #currentKnown(): KnownAccount | undefined {
    return this.#actor === null ? undefined : this.#known.byId(this.#origin, this.#actor.accountId);
  }

  #protect(token: string): string | null {
    const bytes = this.#deps.ports.secrets.protect(token);
    return bytes === null ? null : Buffer.from(bytes).toString('base64');
  }

  #reveal({ token }: KnownAccount): string | null {
    return token === null ? null : this.#deps.ports.secrets.reveal(Buffer.from(token, 'base64'));
  }

  #newId(): Id {
    return uuidV7(this.#deps.ports.clock(), this.#deps.ports.randomBytes(10));
  }

  #changed(): void {
    this.#deps.emit({ type: 'session.changed', actor: this.#actor, locked: this.#locked });
  }
}
