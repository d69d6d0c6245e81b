// One line of a list, and the page of lines that a list or a search shows.
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Cursor, Place } from './cursor.ts';

export const pageSize = 20;

export type Item = {
  readonly id: Id;
  readonly columnCode: string;
  readonly type: string;
  readonly title: string;
  readonly regionCode: string;
  readonly method: string | null;
  readonly purchaserName: string;
  readonly projectId: Id | null;
  readonly projectNo: string;
  /** Null also where it is about what went to the invited alone. */
  readonly targetId: Id | null;
  readonly publishedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Columns of the announcements in force that are about this one: it was corrected, ended, … */
  readonly about: readonly string[];
};

export const itemColumns = `w.id, w.column_code AS "columnCode", w.type, w.title, w.region_code AS "regionCode", w.method,
  w.purchaser_name AS "purchaserName", w.project_id AS "projectId", w.project_no AS "projectNo",
  (SELECT t.id FROM website_announcements t WHERE t.id = w.target_id) AS "targetId",
  w.published_at AS "publishedAt", w.withdrawn_at AS "withdrawnAt",
  ARRAY(SELECT DISTINCT a.column_code FROM website_announcements a WHERE a.target_id = w.id AND a.withdrawn_at IS NULL) AS about`;

export type Page<I extends Item = Item> = {
  /** The newest first. */
  readonly items: readonly I[];
  /** Where the next page begins; undefined at the end. */
  readonly older: Place | undefined;
  readonly newer: Place | undefined;
};

/** From one row more than a page has, in the order in which they were asked for. */
export function pageOf<I extends Item>(
  rows: readonly I[],
  cursor: Cursor | undefined,
  size: number,
): Page<I> {
  const isMore = rows.length > size;
  const asked = rows.slice(0, size);
  const items = cursor?.side === 'newer' ? asked.toReversed() : asked;
  const first = items[0];
  const last = items.at(-1);
  const hasOlder = cursor?.side === 'newer' ? first !== undefined : isMore;
  const hasNewer = cursor?.side === 'newer' ? isMore : cursor !== undefined && first !== undefined;
  return {
    items,
    older: hasOlder && last !== undefined ? { at: last.publishedAt, id: last.id } : undefined,
    newer: hasNewer && first !== undefined ? { at: first.publishedAt, id: first.id } : undefined,
  };
}
