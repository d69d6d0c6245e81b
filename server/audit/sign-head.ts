// Once a day the chain's end is signed and published: from then on no one, not even the server's operator, can change what lies before it
// unnoticed by whoever kept the head.
import { createPublicKey } from 'node:crypto';
import { addDays, type Instant, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import type { Database } from '../db/database.ts';
import type { KeyRing } from '../exchange/keys.ts';
import type { HeadMember, ModuleJobDeps } from '../server-module.ts';
import { headColumns, headOf, type SignedHead, type StoredHead, signHead } from './chain.ts';

export type SignHeadDeps = ModuleJobDeps & {
  readonly auditKeys: KeyRing;
  readonly headMembers: readonly HeadMember[];
};

/** Signs for yesterday (Asia/Shanghai) unless that is done. Whether it has. Killed anywhere, it goes on where it was. */
export async function signDailyHead(deps: SignHeadDeps): Promise<boolean> {
  const now = deps.clock();
  const day = addDays(toPlainDate(now), -1);
  const before = await headOn(deps.database, day);
  const head = before ?? (await sign(deps, day, now));
  if (head !== undefined) for (const member of deps.headMembers) await member.after(deps, head);
  return before === undefined && head !== undefined;
}

async function sign(deps: SignHeadDeps, day: PlainDate, now: Instant): Promise<SignedHead | undefined> {
  const { database } = deps;
  const members: { poolRoot?: string } = {};
  for (const member of deps.headMembers) {
    const value = await member.before(deps, day);
    if (value !== null) members[member.name] = value;
  }
  const { rows } = await database.query<{ no: number; hash: string; epoch: string }>(
    `SELECT h.audit_no AS no, h.audit_hash AS hash, m.value AS epoch FROM feed_head h, server_meta m
     WHERE h.id = 1 AND m.key = 'epoch'`,
  );
  const end = rows[0];
  if (end === undefined) return undefined;
  const { privateKey } = await deps.auditKeys.current();
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  const head = signHead({ day, ...end, signedAt: now, publicKey, ...members }, privateKey);
  await database.query(
    `INSERT INTO audit_heads (day, no, hash, epoch, signed_at, public_key, signature, pool_root)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (day) DO NOTHING`,
    [
      ...[head.day, head.no, head.hash, head.epoch, head.signedAt, head.publicKey, head.signature],
      head.poolRoot ?? null,
    ],
  );
  // Another process may have been first.
  return headOn(database, day);
}

async function headOn(database: Database, day: PlainDate): Promise<SignedHead | undefined> {
  const { rows } = await database.query<StoredHead>(`SELECT ${headColumns} FROM audit_heads WHERE day = $1`, [
    day,
  ]);
  return rows[0] === undefined ? undefined : headOf(rows[0]);
}

export async function signedHeads(database: Database): Promise<readonly SignedHead[]> {
  const { rows } = await database.query<StoredHead>(
    `SELECT ${headColumns} FROM audit_heads ORDER BY day DESC LIMIT 400`,
  );
  return rows.map(headOf);
}
