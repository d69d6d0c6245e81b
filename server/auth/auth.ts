// Signing in and what follows from it. Tokens are 256 random bits, kept as their hash only, sliding and revocable. "No such user" and "wrong
// password" are one answer in one time. A desk belongs to the account that first signs in with it.
import { createHash } from 'node:crypto';
import type { Session, SignInRequest } from '#shared/contract/auth.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readAccount } from '../command/actor-of-account.ts';
import { type AuditEntry, finish, nothingMore } from '../command/finish.ts';
import type { Database, Sql } from '../db/database.ts';
import { type AttemptLimit, giveBack, takeAttempt } from './attempts.ts';
import type { Passwords } from './passwords.ts';

export type AuthSettings = {
  /** A session ends after so long without use … */
  readonly idleMs: number;
  /** … and at the latest after so long. */
  readonly absoluteMs: number;
  readonly perName: AttemptLimit;
  readonly perAddress: AttemptLimit;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** A desk may be offline for days and must then still be able to deliver. */
export const defaultAuthSettings: AuthSettings = {
  idleMs: 14 * day,
  absoluteMs: 90 * day,
  perName: { max: 8, windowMs: 15 * minute, lockMs: 15 * minute },
  perAddress: { max: 100, windowMs: 15 * minute, lockMs: 15 * minute },
};

export type AuthDeps = {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly settings: AuthSettings;
  clock(): Instant;
  randomBytes(size: number): Uint8Array;
};

export type SignedIn = {
  readonly tokenHash: string;
  readonly deskId: Id;
  readonly actor: Actor;
  readonly expiresAt: Instant;
  readonly mustChangePassword: boolean;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const touchEveryMs = 5 * minute;

type Credentials = { text: string; account_id: Id; password_hash: string; must_change: boolean };

/** Refusals: locked_out and rate_limited (with `retryAt`), bad_credentials, not_allowed, unreadable_record, desk_taken. */
export async function signIn(
  deps: AuthDeps,
  request: SignInRequest,
  address: string,
): Promise<Result<Session>> {
  const { database, settings } = deps;
  const now = deps.clock();
  const username = request.username.toLowerCase();
  const nameKey = `name:${sha256(username)}`;
  const addressKey = `address:${sha256(address)}`;
  const addressLocked = await takeAttempt(database, addressKey, settings.perAddress, now);
  if (addressLocked !== undefined) return err({ code: 'rate_limited', params: { retryAt: addressLocked } });
  const nameLocked = await takeAttempt(database, nameKey, settings.perName, now);
  if (nameLocked !== undefined) return err({ code: 'locked_out', params: { retryAt: nameLocked } });
  const { rows } = await database.query<Credentials>(
    `SELECT a.body::text AS text, c.account_id, c.password_hash, c.must_change
     FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.username = $1`,
    [username],
  );
  const found = rows[0];
  if (!(await deps.passwords.matches(request.password, found?.password_hash)) || found === undefined) {
    return err({ code: 'bad_credentials' });
  }
  const account = readAccount(found.text);
  if (!account.ok) return account;
  const { actor } = account.value;
  const token = Buffer.from(deps.randomBytes(32)).toString('base64url');
  const expiresAt = Math.min(now + settings.idleMs, now + settings.absoluteMs);
  const enrolled = await database.transaction(async (tx) => {
    await giveBack(tx, nameKey, addressKey);
    if (!(await enrol(tx, request.deskId, actor.accountId, now))) return false;
    await tx.query(
      `INSERT INTO sessions (token_hash, account_id, desk_id, created_at, expires_at, last_used_at)
       VALUES ($1, $2, $3, $4, $5, $4)`,
      [sha256(token), actor.accountId, request.deskId, now, expiresAt],
    );
    await record(tx, actor, request.deskId, 'auth.sign_in', now);
    return true;
  });
  if (!enrolled) return err({ code: 'desk_taken' });
  return ok({ token, expiresAt, actor, mustChangePassword: found.must_change });
}

async function enrol(tx: Sql, deskId: Id, accountId: Id, now: Instant): Promise<boolean> {
  await tx.query(
    `INSERT INTO desks (id, account_id, last_no, created_at, last_seen_at) VALUES ($1, $2, 0, $3, $3)
     ON CONFLICT (id) DO NOTHING`,
    [deskId, accountId, now],
  );
  const { rows } = await tx.query<{ account_id: Id }>('SELECT account_id FROM desks WHERE id = $1', [deskId]);
  return rows[0]?.account_id === accountId;
}

type SessionRow = {
  desk_id: Id;
  created_at: number;
  expires_at: number;
  last_used_at: number;
  text: string | null;
  must_change: boolean | null;
};

/** Who a token speaks for, by the account's present row. Refusals: not_signed_in; not_allowed when the account is switched off;
 * unreadable_record. */
export async function authenticate(deps: AuthDeps, token: string): Promise<Result<SignedIn>> {
  const tokenHash = sha256(token);
  const { rows } = await deps.database.query<SessionRow>(
    `SELECT s.desk_id, s.created_at, s.expires_at, s.last_used_at, a.body::text AS text, c.must_change
     FROM sessions s LEFT JOIN accounts a ON a.id = s.account_id LEFT JOIN credentials c ON c.account_id = s.account_id
     WHERE s.token_hash = $1`,
    [tokenHash],
    { name: 'session' },
  );
  const session = rows[0];
  const now = deps.clock();
  if (session === undefined || session.expires_at <= now) return err({ code: 'not_signed_in' });
  const account = readAccount(session.text);
  if (!account.ok) return account;
  let expiresAt = session.expires_at;
  if (now - session.last_used_at >= touchEveryMs) {
    expiresAt = Math.min(now + deps.settings.idleMs, session.created_at + deps.settings.absoluteMs);
    await deps.database.query(
      'UPDATE sessions SET last_used_at = $2, expires_at = $3 WHERE token_hash = $1',
      [tokenHash, now, expiresAt],
    );
  }
  return ok({
    tokenHash,
    deskId: session.desk_id,
    actor: account.value.actor,
    expiresAt,
    mustChangePassword: session.must_change === true,
  });
}

export async function signOut(deps: AuthDeps, session: SignedIn): Promise<void> {
  await deps.database.query('DELETE FROM sessions WHERE token_hash = $1', [session.tokenHash]);
}

/** Ends every other session of the account. Refusals: bad_credentials, locked_out. */
export async function changePassword(
  deps: AuthDeps,
  session: SignedIn,
  current: string,
  next: string,
): Promise<Result<undefined>> {
  const now = deps.clock();
  const { accountId } = session.actor;
  const key = `change:${accountId}`;
  const locked = await takeAttempt(deps.database, key, deps.settings.perName, now);
  if (locked !== undefined) return err({ code: 'locked_out', params: { retryAt: locked } });
  const { rows } = await deps.database.query<{ password_hash: string }>(
    'SELECT password_hash FROM credentials WHERE account_id = $1',
    [accountId],
  );
  if (!(await deps.passwords.matches(current, rows[0]?.password_hash)))
    return err({ code: 'bad_credentials' });
  const hash = await deps.passwords.hash(next);
  await deps.database.transaction(async (tx) => {
    await tx.query('DELETE FROM sign_in_failures WHERE key = $1', [key]);
    await storePassword(tx, accountId, hash, false, now);
    await tx.query('DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2', [
      accountId,
      session.tokenHash,
    ]);
    await record(tx, session.actor, session.deskId, 'auth.change_password', now);
  });
  return ok(undefined);
}

/** By an administrator: ends all sessions of the account. Refusals: not_allowed, not_found. */
export async function setPassword(
  deps: AuthDeps,
  by: Pick<SignedIn, 'actor'> & { readonly deskId: Id | null },
  accountId: Id,
  password: string,
  mustChange = true,
): Promise<Result<undefined>> {
  if (by.actor.role !== 'administrator' && by.actor.role !== 'system') return err({ code: 'not_allowed' });
  const hash = await deps.passwords.hash(password);
  const now = deps.clock();
  return deps.database.transaction(async (tx) => {
    const { rows } = await tx.query<{ username: string }>('SELECT username FROM accounts WHERE id = $1', [
      accountId,
    ]);
    const account = rows[0];
    if (account === undefined) return err({ code: 'not_found' });
    await storePassword(tx, accountId, hash, mustChange, now);
    await tx.query('DELETE FROM sessions WHERE account_id = $1', [accountId]);
    await tx.query('DELETE FROM sign_in_failures WHERE key = $1', [`name:${sha256(account.username)}`]);
    await record(tx, by.actor, by.deskId, 'auth.set_password', now, sha256(accountId));
    return ok(undefined);
  });
}

export async function storePassword(
  tx: Sql,
  accountId: Id,
  hash: string,
  mustChange: boolean,
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO credentials (account_id, password_hash, must_change, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET password_hash = excluded.password_hash, must_change = excluded.must_change,
       changed_at = excluded.changed_at`,
    [accountId, hash, mustChange, now],
  );
}

/** A link of the audit chain; for a password the hash of the account it was set for, never of the password. */
async function record(
  tx: Sql,
  actor: Actor,
  deskId: Id | null,
  action: string,
  at: Instant,
  inputHash: string | null = null,
): Promise<void> {
  const entry: AuditEntry = {
    at,
    accountId: actor.accountId,
    role: actor.role,
    deskId,
    action,
    commandId: null,
    inputHash,
    outcome: 'applied',
    code: null,
  };
  await finish(tx, { ...nothingMore, at, audit: [{ ...entry, offset: null }] });
}
