// Once a day the chain's end is signed and published: from then on no one, not even the server's operator, can change what lies before it
// unnoticed by whoever kept the head.
import { createPublicKey } from 'node:crypto';
import { addDays, type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import type { Database } from '../db/database.ts';
import type { KeyRing } from '../exchange/keys.ts';
import { type SignedHead, signHead } from './chain.ts';

export type SignHeadDeps = { readonly database: Database; readonly auditKeys: KeyRing; clock(): Instant };

/** Signs for yesterday (Asia/Shanghai) unless that is done. Whether it has. */
export async function signDailyHead(deps: SignHeadDeps): Promise<boolean> {
  const now = deps.clock();
  const day = addDays(toPlainDate(now), -1);
  const { rows } = await deps.database.query<{ no: number; hash: string; epoch: string }>(
    `SELECT h.audit_no AS no, h.audit_hash AS hash, m.value AS epoch FROM feed_head h, server_meta m
     WHERE h.id = 1 AND m.key = 'epoch' AND NOT EXISTS (SELECT 1 FROM audit_heads WHERE day = $1)`,
    [day],
  );
  const end = rows[0];
  if (end === undefined) return false;
  const { privateKey } = await deps.auditKeys.current();
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  const head = signHead({ day, ...end, signedAt: now, publicKey }, privateKey);
  const { count } = await deps.database.query(
    `INSERT INTO audit_heads (day, no, hash, epoch, signed_at, public_key, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (day) DO NOTHING`,
    [head.day, head.no, head.hash, head.epoch, head.signedAt, head.publicKey, head.signature],
  );
  return count > 0;
}

export async function signedHeads(database: Database): Promise<readonly SignedHead[]> {
  const { rows } = await database.query<SignedHead>(
    `SELECT day, no, hash, epoch, signed_at AS "signedAt", public_key AS "publicKey", signature
     FROM audit_heads ORDER BY day DESC LIMIT 400`,
  );
  return rows;
}
