// 采购意向: the announcements that belong to a unit and to no project. Columns alone are read: an office sees those of a whole city.
import { z } from 'zod';
import type { IntentionListItem } from '#shared/contract/announcements.ts';
import type { ListCursor } from '#shared/contract/ipc.ts';
import { announcementStatuses } from '#shared/domain/announcements/model.ts';
import type { Account } from '../account.ts';
import type { ListPage } from './list-page.ts';
import { marksOf } from './marks.ts';

const isIntention = "project_id IS NULL AND type = 'INTENTION'";
const index = 'announcements_project_updated';

const rowSchema = z.object({
  id: z.string(),
  status: z.enum(announcementStatuses),
  title: z.string(),
  purchaser_name: z.string(),
  published_at: z.int().nullable(),
  updated_at: z.int(),
  row_no: z.int(),
});

export function intentionsPage(
  account: Account,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): ListPage<IntentionListItem> {
  const { db } = account.replica.connection;
  const { sql, values } = intentionStatement(after, limit + 1);
  const found = z.array(rowSchema).parse(db.prepare<number[]>(sql).all(...values));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const count = db
    .prepare<[], number>(`SELECT count(*) FROM announcements INDEXED BY ${index} WHERE ${isIntention}`)
    .pluck();
  const mark = marksOf(account);
  return {
    items: shown.map((row) => ({
      id: row.id,
      status: row.status,
      title: row.title,
      purchaserName: row.purchaser_name,
      publishedAt: row.published_at,
      updatedAt: row.updated_at,
      mark: mark('announcements', row.id),
    })),
    total: account.rebuilding ? null : (count.get() ?? 0),
    next: found.length > limit && last !== undefined ? { value: last.updated_at, row: last.row_no } : null,
  };
}

/** A range of the index of projects, in its order; never a sort. */
export function intentionStatement(
  after: ListCursor | null,
  limit: number,
): { readonly sql: string; readonly values: readonly number[] } {
  const behind = after === null ? '' : ' AND (updated_at, row_no) < (?, ?)';
  return {
    sql:
      `SELECT id, status, title, purchaser_name, published_at, updated_at, row_no FROM announcements INDEXED BY ${index}` +
      ` WHERE ${isIntention}${behind} ORDER BY updated_at DESC, row_no DESC LIMIT ?`,
    values: [...(after === null ? [] : [after.value, after.row]), limit],
  };
}
