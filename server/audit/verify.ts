// Reads the whole audit log and says what is wrong with it: entries changed, taken out, put in, moved or cut off at the end, and heads that
// do not agree. It needs nothing of the running server. Published heads kept elsewhere prove what the database alone cannot.
import type { Database, Sql } from '../db/database.ts';
import {
  beginning,
  headColumns,
  headIsSigned,
  headOf,
  type Link,
  linkHash,
  type SignedHead,
  type StoredHead,
} from './chain.ts';

export type Finding =
  | { readonly kind: 'broken_link'; readonly no: number }
  | { readonly kind: 'missing'; readonly no: number }
  | { readonly kind: 'cut_off'; readonly no: number }
  | { readonly kind: 'head_differs'; readonly no: number; readonly day: string }
  | { readonly kind: 'head_not_signed'; readonly no: number; readonly day: string };

export type Verification = {
  readonly entries: number;
  readonly lastHash: string;
  readonly headsChecked: number;
  readonly findings: readonly Finding[];
};

export type VerifyOptions = {
  /** Heads that were published; those of an earlier epoch are left out, as a restore may have gone back behind them. */
  readonly published?: readonly SignedHead[];
  /** Keys that a head may be signed with; without them the key named by the head is taken. */
  readonly trustedKeys?: readonly string[];
};

const entriesPerRead = 2000;
const maxFindings = 1000;

export function verifyAudit(database: Database, options: VerifyOptions = {}): Promise<Verification> {
  return database.transaction((tx) => verifyIn(tx, options), {
    isolation: 'repeatable read',
    readOnly: true,
  });
}

async function verifyIn(tx: Sql, options: VerifyOptions): Promise<Verification> {
  const findings: Finding[] = [];
  const heads = await headsOf(tx, options.published ?? []);
  const awaited = new Map(heads.map((head) => [head.no, beginning]));
  let before = beginning;
  let last = 0;
  let entries = 0;
  for (;;) {
    const links = await readLinks(tx, last);
    for (const link of links) {
      if (link.no !== last + 1) findings.push({ kind: 'missing', no: last + 1 });
      else if (linkHash(before, link) !== link.hash) findings.push({ kind: 'broken_link', no: link.no });
      before = link.hash;
      last = link.no;
      entries += 1;
      if (awaited.has(link.no)) awaited.set(link.no, link.hash);
    }
    if (links.length < entriesPerRead || findings.length > maxFindings) break;
  }
  const { rows } = await tx.query<{ no: number; hash: string }>(
    'SELECT audit_no AS no, audit_hash AS hash FROM feed_head WHERE id = 1',
  );
  const end = rows[0] ?? { no: 0, hash: beginning };
  if (end.no !== last) findings.push({ kind: 'cut_off', no: Math.min(end.no, last) + 1 });
  else if (end.hash !== before) findings.push({ kind: 'broken_link', no: last });
  for (const head of heads)
    findings.push(...checkHead(head, awaited.get(head.no), last, options.trustedKeys));
  return { entries, lastHash: before, headsChecked: heads.length, findings: findings.slice(0, maxFindings) };
}

function checkHead(
  head: SignedHead,
  hash: string | undefined,
  last: number,
  trusted: readonly string[] | undefined,
): readonly Finding[] {
  const { no, day } = head;
  if (!headIsSigned(head) || (trusted !== undefined && !trusted.includes(head.publicKey))) {
    return [{ kind: 'head_not_signed', no, day }];
  }
  if (no > last) return [{ kind: 'cut_off', no: last + 1 }];
  return hash === head.hash ? [] : [{ kind: 'head_differs', no, day }];
}

async function headsOf(tx: Sql, published: readonly SignedHead[]): Promise<readonly SignedHead[]> {
  const { rows } = await tx.query<StoredHead>(`SELECT ${headColumns} FROM audit_heads ORDER BY day`);
  const meta = await tx.query<{ value: string }>("SELECT value FROM server_meta WHERE key = 'epoch'");
  const epoch = meta.rows[0]?.value;
  return [...rows.map(headOf), ...published.filter((head) => head.epoch === epoch)];
}

async function readLinks(tx: Sql, after: number): Promise<readonly Link[]> {
  const { rows } = await tx.query<Link>(
    `SELECT no, at, account_id AS "accountId", role, desk_id AS "deskId", action, command_id AS "commandId",
       input_hash AS "inputHash", outcome, code, seq, hash
     FROM audit_log WHERE no > $1 ORDER BY no LIMIT ${entriesPerRead}`,
    [after],
  );
  return rows;
}
