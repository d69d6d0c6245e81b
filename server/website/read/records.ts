// Single announcements and those of one project, and the sums that pages and feeds need.
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../../db/database.ts';
import type { PublicFile } from '../public-files.ts';
import { type Item, itemColumns } from './items.ts';

export type Shown = Item & {
  readonly projectName: string;
  readonly predecessorProjectId: Id | null;
  readonly planNo: string;
  readonly purchaserId: Id;
  readonly round: number;
  readonly displayUntil: string | null;
  readonly withdrawnReason: string | null;
};

const shownColumns = `${itemColumns}, w.project_name AS "projectName",
  w.predecessor_project_id AS "predecessorProjectId", w.plan_no AS "planNo", w.purchaser_id AS "purchaserId", w.round,
  w.display_until AS "displayUntil", w.withdrawn_reason AS "withdrawnReason"`;

export type ShownWhole = Shown & { readonly html: string; readonly files: readonly PublicFile[] };

export async function wholeAnnouncement(sql: Sql, id: Id): Promise<ShownWhole | undefined> {
  const { rows } = await sql.query<ShownWhole>(
    `SELECT ${shownColumns}, w.html, w.files FROM website_announcements w WHERE w.id = $1`,
    [id],
  );
  return rows[0];
}

export async function filesOfAnnouncement(
  sql: Sql,
  id: Id,
): Promise<{ readonly files: readonly PublicFile[]; readonly isWithdrawn: boolean } | undefined> {
  const { rows } = await sql.query<{ files: readonly PublicFile[]; isWithdrawn: boolean }>(
    'SELECT files, withdrawn_at IS NOT NULL AS "isWithdrawn" FROM website_announcements WHERE id = $1',
    [id],
  );
  return rows[0];
}

/** In the order of their publication. */
export async function announcementsOfProject(sql: Sql, projectId: Id): Promise<readonly Shown[]> {
  const { rows } = await sql.query<Shown>(
    `SELECT ${shownColumns} FROM website_announcements w WHERE w.project_id = $1 ORDER BY w.published_at, w.id`,
    [projectId],
  );
  return rows;
}

/** Projects that buy by another method what failed in this one, in the order of their first announcements. */
export async function projectsAfter(sql: Sql, projectId: Id): Promise<readonly Id[]> {
  const { rows } = await sql.query<{ id: Id }>(
    `SELECT project_id AS id FROM website_announcements WHERE predecessor_project_id = $1
     GROUP BY project_id ORDER BY min(published_at), project_id`,
    [projectId],
  );
  return rows.map(({ id }) => id);
}

/** The one that this is about, and those about this one, where they belong to no project that would name them. */
export async function announcementsAround(
  sql: Sql,
  { id, targetId }: { readonly id: Id; readonly targetId: Id | null },
): Promise<readonly Shown[]> {
  const { rows } = await sql.query<Shown>(
    `SELECT ${shownColumns} FROM website_announcements w WHERE w.id = $1 OR w.target_id = $2 ORDER BY w.published_at, w.id`,
    [targetId ?? id, id],
  );
  return rows.filter((row) => row.id !== id);
}

export async function publishedIn(sql: Sql, since: Instant, until: Instant): Promise<readonly Shown[]> {
  const { rows } = await sql.query<Shown>(
    `SELECT ${shownColumns} FROM website_announcements w WHERE w.published_at >= $1 AND w.published_at < $2
     ORDER BY w.published_at, w.id`,
    [since, until],
  );
  return rows;
}

export async function beginningsOf(sql: Sql, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await sql.query<{ id: Id; text: string }>(
    'SELECT id, left(body, 300) AS text FROM website_announcements WHERE id = ANY($1::text[])',
    [ids],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

export type Count = { readonly key: string; readonly count: number };

export async function countsByColumn(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query<Count>(
    'SELECT column_code AS key, count(*) AS count FROM website_announcements GROUP BY column_code',
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** `2026-03` and how many were published in it, the newest first. */
export async function countsByMonth(sql: Sql): Promise<readonly Count[]> {
  const { rows } = await sql.query<Count>(
    `SELECT to_char(to_timestamp(published_at / 1000) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS key, count(*) AS count
     FROM website_announcements GROUP BY 1 ORDER BY 1 DESC`,
  );
  return rows;
}

export async function countAll(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>('SELECT count(*) AS count FROM website_announcements');
  return rows[0]?.count ?? 0;
}

/** A slice of all, the oldest first, so that a slice that is full stays as it is. */
export async function sliceOfAll(
  sql: Sql,
  first: number,
  most: number,
): Promise<readonly { readonly id: Id; readonly changedAt: Instant }[]> {
  const { rows } = await sql.query<{ id: Id; changedAt: Instant }>(
    'SELECT id, coalesce(withdrawn_at, published_at) AS "changedAt" FROM website_announcements ORDER BY published_at, id LIMIT $1 OFFSET $2',
    [most, first],
  );
  return rows;
}

export async function websiteVersion(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ version: number }>('SELECT version FROM website_head WHERE id = 1', [], {
    name: 'website_version',
  });
  return rows[0]?.version ?? 0;
}
