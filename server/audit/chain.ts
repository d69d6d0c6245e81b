// The audit chain as a verifier sees it: each entry's hash covers the one before, its number, the sequence number its command got and its
// content. The same is computed in PostgreSQL when an entry is written (migration 0001); a test compares them.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type AuditEntry, auditContent } from '../command/finish.ts';

export const beginning = '0'.repeat(64);

export type Link = AuditEntry & { readonly no: number; readonly seq: number | null; readonly hash: string };

export function linkHash(before: string, link: Omit<Link, 'hash'>): string {
  const text = `${before}\n${link.no}\n${link.seq ?? '-'}\n${auditContent(link)}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The chain's end at the end of a day, as it is published. */
export type SignedHead = {
  readonly day: string;
  readonly no: number;
  readonly hash: string;
  readonly epoch: string;
  readonly signedAt: number;
  /** Of the pool of experts as it was that day (docs/verify-a-draw.md); left out where there was none. */
  readonly poolRoot?: string;
  /** Ed25519, SPKI DER in base64. */
  readonly publicKey: string;
  readonly signature: string;
};

type Unsigned = Omit<SignedHead, 'signature'>;

export function signHead(head: Unsigned, privateKey: KeyObject): SignedHead {
  return { ...head, signature: sign(null, Buffer.from(headText(head)), privateKey).toString('base64') };
}

export function headIsSigned(head: SignedHead): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(head.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, 'base64'));
  } catch {
    return false;
  }
}

function headText({ day, no, hash, epoch, signedAt, publicKey, poolRoot }: Unsigned): string {
  const more = poolRoot === undefined ? {} : { poolRoot };
  return canonicalJson({ day, no, hash, epoch, signedAt, publicKey, ...more });
}

/** As a database has it, where what is left out is null. */
export function headOf({ poolRoot, ...head }: StoredHead): SignedHead {
  return poolRoot === null ? head : { ...head, poolRoot };
}

export type StoredHead = Omit<SignedHead, 'poolRoot'> & { readonly poolRoot: string | null };
export const headColumns =
  'day, no, hash, epoch, signed_at AS "signedAt", public_key AS "publicKey", signature, pool_root AS "poolRoot"';
