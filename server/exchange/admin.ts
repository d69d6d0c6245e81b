// What an administrator sees of the exchange and may do: the messages by state, 重新推送 of a dead letter, an export, reconciliation, our
// keys. Every action is a link of the audit chain, in the same transaction.
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { finish, nothingMore } from '../command/finish.ts';
import { sqlOf } from '../db/drizzle.ts';
import { type OutboxRow, sendAgain } from './deliver.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import type { PublicKey } from './keys.ts';
import { askReconcile } from './reconcile.ts';
import { allPlatforms } from './rows.ts';
import {
  type exchangeAnnouncementDifferences,
  exchangeDifferences,
  exchangeEventDifferences,
  exchangeInbox,
  exchangeOutbox,
  exchangeRefusals,
  type InboxState,
  type OutboxState,
} from './schema.ts';
import { sha256Hex } from './signatures.ts';

export type OutboxFilter = {
  readonly state?: OutboxState | undefined;
  readonly platformId?: string | undefined;
  readonly type?: string | undefined;
  /** Only messages before this one: the last of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
};

/** Newest first; ids grow with time. */
export async function listOutbox(db: Database, filter: OutboxFilter): Promise<readonly OutboxRow[]> {
  const { state, platformId, type, before, limit } = filter;
  const conditions: (SQL | undefined)[] = [
    state === undefined ? undefined : eq(exchangeOutbox.state, state),
    platformId === undefined ? undefined : eq(exchangeOutbox.platformId, platformId),
    type === undefined ? undefined : eq(exchangeOutbox.type, type),
    before === undefined ? undefined : lt(exchangeOutbox.msgId, before),
  ];
  return db
    .select()
    .from(exchangeOutbox)
    .where(and(...conditions))
    .orderBy(desc(exchangeOutbox.msgId))
    .limit(limit);
}

export type InboxFilter = {
  readonly state?: InboxState | undefined;
  readonly platformId?: string | undefined;
  readonly receivedBefore?: number | undefined;
  readonly limit: number;
};

export async function listInbox(db: Database, filter: InboxFilter) {
  const { state, platformId, receivedBefore, limit } = filter;
  const conditions: (SQL | undefined)[] = [
    state === undefined ? undefined : eq(exchangeInbox.state, state),
    platformId === undefined ? undefined : eq(exchangeInbox.platformId, platformId),
    receivedBefore === undefined ? undefined : lt(exchangeInbox.receivedAt, receivedBefore),
  ];
  return db
    .select()
    .from(exchangeInbox)
    .where(and(...conditions))
    .orderBy(desc(exchangeInbox.receivedAt), desc(exchangeInbox.msgId))
    .limit(limit);
}

/** The last row of the page before: its time, and what tells it from the others of the same moment. */
export type Behind = { readonly at: number; readonly id: string };

/** Each by its bucket. */
export async function listRefusals(db: Database, limit: number, behind?: Behind) {
  const { lastAt, bucket } = exchangeRefusals;
  return db
    .select()
    .from(exchangeRefusals)
    .where(behind === undefined ? undefined : sql`(${lastAt}, ${bucket}) < (${behind.at}, ${behind.id})`)
    .orderBy(desc(lastAt), desc(bucket))
    .limit(limit);
}

/** Each by `platform/plan`: one comparison finds many of them in the same moment. */
export async function listDifferences(db: Database, limit: number, behind?: Behind) {
  const { foundAt, platformId, planNo } = exchangeDifferences;
  const id = sql`${platformId} || '/' || ${planNo}`;
  return db
    .select()
    .from(exchangeDifferences)
    .where(behind === undefined ? undefined : sql`(${foundAt}, ${id}) < (${behind.at}, ${behind.id})`)
    .orderBy(desc(foundAt), desc(id))
    .limit(limit);
}

/** Each by `platform/announcement`. `title` is null for what this server does not hold. */
export async function listAnnouncementDifferences(db: Database, limit: number, behind?: Behind) {
  const { rows } = await sqlOf(db).query<
    typeof exchangeAnnouncementDifferences.$inferSelect & { readonly title: string | null }
  >(
    `SELECT d.platform_id AS "platformId", d.announcement_id AS "announcementId", d.project_id AS "projectId", d.plan_no AS "planNo",
       a.title, d.ours, d.theirs, d.found_at AS "foundAt", d.resolved_at AS "resolvedAt"
     FROM exchange_announcement_differences d LEFT JOIN announcements a ON a.id = d.announcement_id
     WHERE $2::bigint IS NULL OR (d.found_at, d.platform_id || '/' || d.announcement_id) < ($2::bigint, $3::text)
     ORDER BY d.found_at DESC, d.platform_id || '/' || d.announcement_id DESC LIMIT $1`,
    [limit, behind?.at ?? null, behind?.id ?? null],
  );
  return rows;
}

/** Each by `platform/section/kind`. */
export async function listEventDifferences(db: Database, limit: number, behind?: Behind) {
  const { foundAt, platformId, lotUid, kind } = exchangeEventDifferences;
  const id = sql`${platformId} || '/' || ${lotUid} || '/' || ${kind}`;
  return db
    .select()
    .from(exchangeEventDifferences)
    .where(behind === undefined ? undefined : sql`(${foundAt}, ${id}) < (${behind.at}, ${behind.id})`)
    .orderBy(desc(foundAt), desc(id))
    .limit(limit);
}

/** 重新推送: only a dead letter, or one whose envelope was refused, may be sent again as it is. */
export async function resendMessage(
  deps: ExchangeDeps,
  actor: Actor,
  msgId: string,
): Promise<Result<OutboxRow>> {
  return deps.database.transaction(async (tx) => {
    const now = deps.clock();
    const [found] = await tx
      .select({ state: exchangeOutbox.state })
      .from(exchangeOutbox)
      .where(eq(exchangeOutbox.msgId, msgId));
    if (found === undefined) return err({ code: 'not_found' });
    const [row] = await sendAgain(tx, [msgId], now);
    if (row === undefined) return err({ code: 'wrong_state', params: { state: found.state } });
    await audit(tx, deps, actor, 'exchange.resend', msgId);
    return ok(row);
  });
}

/** The number of plans asked about. */
export async function reconcileNow(
  deps: ExchangeDeps,
  actor: Actor,
  platformId: string,
): Promise<Result<number>> {
  const platforms = await allPlatforms(deps.database);
  if (!platforms.some(({ id, active }) => active && id === platformId)) return err({ code: 'not_found' });
  const plans = await askReconcile(deps, platformId);
  await deps.database.transaction((tx) => audit(tx, deps, actor, 'exchange.reconcile', platformId));
  return ok(plans);
}

export async function createKey(deps: ExchangeDeps, actor: Actor, keyId: string): Promise<Result<PublicKey>> {
  const created = await deps.keys.create(keyId);
  if (created.ok) {
    await deps.database.transaction((tx) => audit(tx, deps, actor, 'exchange.create_key', keyId));
  }
  return created;
}

export async function activateKey(
  deps: ExchangeDeps,
  actor: Actor,
  keyId: string,
): Promise<Result<PublicKey>> {
  const activated = await deps.keys.activate(keyId);
  if (activated.ok) {
    await deps.database.transaction((tx) => audit(tx, deps, actor, 'exchange.activate_key', keyId));
  }
  return activated;
}

async function audit(
  tx: Database,
  deps: ExchangeDeps,
  actor: Actor,
  action: string,
  subject: string,
): Promise<void> {
  const at = deps.clock();
  await finish(sqlOf(tx), {
    ...nothingMore,
    at,
    audit: [
      {
        at,
        accountId: actor.accountId,
        role: actor.role,
        deskId: null,
        action,
        commandId: uuidV7(at, deps.randomBytes(10)),
        inputHash: sha256Hex(subject),
        outcome: 'applied',
        code: null,
        offset: null,
      },
    ],
  });
}
