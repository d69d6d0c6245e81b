// Reads what the server keeps beside the rows, for administrators and auditors.
import type { z } from 'zod';
import type { auditEntries, desksList } from '#shared/domain/queries.ts';
import type { Sql } from '../db/database.ts';

type AuditInput = z.infer<typeof auditEntries.input>;
type AuditOutput = z.infer<typeof auditEntries.output>;

export async function readAuditEntries(
  sql: Sql,
  { before, limit, accountId }: AuditInput,
): Promise<AuditOutput> {
  const { rows } = await sql.query<AuditOutput[number]>(
    `SELECT no, at, account_id AS "accountId", role, desk_id AS "deskId", action, command_id AS "commandId",
       input_hash AS "inputHash", outcome, code, seq, hash
     FROM audit_log WHERE no < $1 AND ($2::text IS NULL OR account_id = $2) ORDER BY no DESC LIMIT $3::int`,
    [before ?? Number.MAX_SAFE_INTEGER, accountId ?? null, limit],
  );
  return [...rows];
}

type Desks = z.infer<typeof desksList.output>;

export async function readDesks(sql: Sql): Promise<Desks> {
  const { rows } = await sql.query<Desks[number]>(
    `SELECT id, account_id AS "accountId", last_no AS "lastNo", created_at AS "createdAt", last_seen_at AS "lastSeenAt"
     FROM desks ORDER BY last_seen_at DESC, id LIMIT 5000`,
  );
  return [...rows];
}
