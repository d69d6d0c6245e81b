// The last statement of every transaction that changes something. It takes the sequence numbers by UPDATE of the one head row, and writes
// with it everything that carries them: feed, history, digests, audit, outcomes, the desk's last number. From here to the commit every other
// writer waits, so nothing else may happen in between, and the order of commits is the order of numbers: no reader can see a gap.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Param, Sql } from '../db/database.ts';
import { arrayLiteral, jsonTextsLiteral } from './entity-store.ts';
import type { RowStep, ScopeDelta } from './write-rows.ts';

export const feedChannel = 'feed_head';

/** One link of the audit chain. Nothing in it is personal but the account's id; an input is there as its hash only. */
export type AuditEntry = {
  readonly at: Instant;
  readonly accountId: Id;
  readonly role: string;
  readonly deskId: Id | null;
  /** The command's name, or what the server itself did: `auth.set_password`, `desk.jump`, … */
  readonly action: string;
  readonly commandId: Id | null;
  readonly inputHash: string | null;
  readonly outcome: 'applied' | 'rejected';
  readonly code: string | null;
};

export type OutcomeRow = {
  readonly no: number;
  readonly commandId: Id;
  readonly contentHash: string;
  /** Null with an error. */
  readonly offset: number | null;
  readonly error: AppError | null;
};

export type Finish = {
  /** The server's time of the transaction: of every version in the history, every outcome, and of the desk's last word. */
  readonly at: Instant;
  /** How many sequence numbers are taken. */
  readonly taken: number;
  readonly steps: readonly RowStep[];
  readonly deltas: readonly ScopeDelta[];
  readonly audit: readonly (AuditEntry & { readonly offset: number | null })[];
  readonly desk: { readonly id: Id; readonly lastNo: number } | null;
  readonly outcomes: readonly OutcomeRow[];
};

export const nothingMore: Omit<Finish, 'at'> = {
  taken: 0,
  steps: [],
  deltas: [],
  audit: [],
  desk: null,
  outcomes: [],
};

/** `base`: the number before the first one taken. */
export async function finish(
  sql: Sql,
  work: Finish,
): Promise<{ readonly base: number; readonly head: number }> {
  const { rows } = await sql.query<{ base: number; head: number }>(statement, paramsOf(work), {
    name: 'finish',
  });
  const row = rows[0];
  if (row === undefined) throw new Error('the feed has no head row');
  return { base: row.base, head: row.head };
}

/** What an entry's link covers besides its place in the chain. */
export function auditContent(entry: AuditEntry): string {
  const { at, accountId, role, deskId, action, commandId, inputHash, outcome, code } = entry;
  const content = { at, accountId, role, deskId, action, commandId, inputHash, outcome, code };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

const statement = `
WITH head AS (
  UPDATE feed_head SET
    seq = seq + $1::int,
    audit_no = audit_no + $2::int,
    audit_before = audit_hash,
    audit_hash = CASE WHEN $2::int = 0 THEN audit_hash
      ELSE (audit_chain(audit_hash, audit_no, seq, $17::text[], $16::int[]))[$2::int] END
  WHERE id = 1
  RETURNING seq, seq - $1::int AS base, audit_no - $2::int AS audit_base, audit_before
), new_feed AS (
  INSERT INTO feed (seq, n, entity, id, version, op, scopes, prev_scopes, size)
  SELECT head.base + u.o, u.n, u.entity, u.id, u.version, u.op, u.scopes::text[], u.prev::text[], coalesce(length(u.body), 0)
  FROM head, unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text::text[],
    $37::boolean[]) AS u(o, n, entity, id, version, op, scopes, prev, body, synced)
  WHERE u.synced
), new_history AS (
  INSERT INTO row_history (entity, id, version, seq, n, at, op, scopes, body)
  SELECT u.entity, u.id, u.version, head.base + u.o, u.n, $29::bigint, u.op, u.scopes::text[], u.body::json
  FROM head, unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[], $11::text::text[])
    AS u(o, n, entity, id, version, op, scopes, body)
), new_digests AS (
  INSERT INTO scope_digests AS d (scope, entity, row_count, hi, lo)
  SELECT u.scope, u.entity, u.count, u.hi, u.lo
  FROM head, unnest($12::text[], $36::text[], $13::int[], $14::int[], $15::int[]) AS u(scope, entity, count, hi, lo)
  ON CONFLICT (scope, entity) DO UPDATE SET
    row_count = d.row_count + excluded.row_count, hi = d.hi # excluded.hi, lo = d.lo # excluded.lo
), new_audit AS (
  INSERT INTO audit_log (no, at, account_id, role, desk_id, action, command_id, input_hash, outcome, code, seq, hash)
  SELECT head.audit_base + u.i, u.at, u.account, u.role, u.desk, u.action, u.command, u.input, u.outcome, u.code,
    head.base + u.o, u.hash
  FROM head, unnest($18::bigint[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[],
    $26::text[], $16::int[], audit_chain(head.audit_before, head.audit_base, head.base, $17::text[], $16::int[]))
    WITH ORDINALITY AS u(at, account, role, desk, action, command, input, outcome, code, o, hash, i)
), new_outcomes AS (
  INSERT INTO outcomes (desk_id, no, command_id, content_hash, seq, error, at)
  SELECT $27::text, u.no, u.command, u.hash, head.base + u.o, u.error::json, $29::bigint
  FROM head, unnest($30::bigint[], $31::text[], $32::text[], $33::int[], $34::text[]) AS u(no, command, hash, o, error)
), new_desk AS (
  UPDATE desks SET last_no = $28::bigint, last_seen_at = $29::bigint WHERE id = $27::text
)
SELECT head.base, head.seq AS head, CASE WHEN $1::int > 0 THEN pg_notify('${feedChannel}', head.seq::text || ' ' || $35::text) END
FROM head`;

function paramsOf({ at, taken, steps, deltas, audit, desk, outcomes }: Finish): readonly Param[] {
  return [
    taken,
    audit.length,
    steps.map((row) => row.offset),
    steps.map((row) => row.n),
    steps.map((row) => row.entity),
    steps.map((row) => row.id),
    steps.map((row) => row.version),
    steps.map((row) => row.op),
    steps.map((row) => arrayLiteral(row.scopes)),
    steps.map((row) => arrayLiteral(row.prevScopes)),
    jsonTextsLiteral(steps.map((row) => row.text)),
    deltas.map((delta) => delta.scope),
    deltas.map((delta) => delta.count),
    deltas.map((delta) => delta.digest.hi),
    deltas.map((delta) => delta.digest.lo),
    audit.map((entry) => entry.offset),
    audit.map(auditContent),
    audit.map((entry) => entry.at),
    audit.map((entry) => entry.accountId),
    audit.map((entry) => entry.role),
    audit.map((entry) => entry.deskId),
    audit.map((entry) => entry.action),
    audit.map((entry) => entry.commandId),
    audit.map((entry) => entry.inputHash),
    audit.map((entry) => entry.outcome),
    audit.map((entry) => entry.code),
    desk?.id ?? null,
    desk?.lastNo ?? null,
    at,
    outcomes.map((outcome) => outcome.no),
    outcomes.map((outcome) => outcome.commandId),
    outcomes.map((outcome) => outcome.contentHash),
    outcomes.map((outcome) => outcome.offset),
    outcomes.map((outcome) => (outcome.error === null ? null : JSON.stringify(outcome.error))),
    touchedScopes(steps),
    deltas.map((delta) => delta.entity),
    steps.map((row) => row.synced),
  ];
}

/** A notification holds 8000 bytes; `*` when the scopes do not fit: then everybody looks. */
function touchedScopes(steps: readonly RowStep[]): string {
  const heard = steps.filter(({ synced }) => synced);
  const scopes = [...new Set(heard.flatMap((row) => [...row.scopes, ...row.prevScopes]))].join(',');
  return scopes.length > 6000 ? '*' : scopes;
}
