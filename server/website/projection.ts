// Keeps what the website shows in step with the announcements: in the transaction that publishes or withdraws one, and all at once after a restore
// or when documents are rendered in a new way.
import {
  type Announcement,
  announcements,
  isPublished,
  type PublishedAnnouncement,
} from '#shared/domain/announcements/model.ts';
import { isPublic } from '#shared/domain/announcements/templates/index.ts';
import type { Row } from '#shared/domain/entity.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Database, Sql } from '../db/database.ts';
import type { RowChange } from '../server-module.ts';
import type { WebsiteRow } from './published.ts';
import { websiteRowOf } from './published-document.ts';

/** What other changes of an announcement (its delivery to the trading centre) leave on the website, they leave as it is. */
export async function projectAnnouncements(sql: Sql, changes: readonly RowChange[]): Promise<void> {
  const changed = changes
    .map(({ id, before, after }) => ({ id, before: publishedIn(before), after: publishedIn(after) }))
    .filter(({ before, after }) => shownAs(before) !== shownAs(after));
  if (changed.length === 0) return;
  const gone = changed.filter(({ after }) => after === undefined).map(({ id }) => id);
  const shown = changed.flatMap(({ after }) => after ?? []);
  if (gone.length > 0)
    await sql.query('DELETE FROM website_announcements WHERE id = ANY($1::text[])', [gone]);
  await writeWebsiteRows(sql, shown.map(websiteRowOf));
  await countChange(sql);
}

function publishedIn(row: Row | undefined): PublishedAnnouncement | undefined {
  // Rows of the table were parsed with its schema before they were stored.
  const announcement = row as Announcement | undefined;
  return announcement !== undefined && isShown(announcement) ? announcement : undefined;
}

/** What goes to the invited alone is never on the website, in no form of it. */
function isShown(announcement: Announcement): announcement is PublishedAnnouncement {
  return isPublished(announcement) && isPublic(announcement.type);
}

/** What of it changes after publication and is shown. */
function shownAs(published: PublishedAnnouncement | undefined): string | undefined {
  return published && JSON.stringify([published.publishedAt, published.withdrawal, published.frozen]);
}

const rowsAtOnce = 200;

/**
 * Makes the whole projection again, in one transaction: readers see the old one until then. An announcement that this program cannot read is left
 * as it was shown last. The number of announcements made.
 */
export function rebuildWebsite(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query(
      `DELETE FROM website_announcements w
       WHERE NOT EXISTS (SELECT 1 FROM announcements a WHERE a.id = w.id AND a.published_at IS NOT NULL)`,
    );
    let last = '';
    let made = 0;
    for (;;) {
      const { rows } = await tx.query<{ id: Id; text: string }>(
        'SELECT id, body::text AS text FROM announcements WHERE published_at IS NOT NULL AND id > $1 ORDER BY id LIMIT $2',
        [last, rowsAtOnce],
      );
      const readable = rows.flatMap(({ text }) => readAnnouncement(text) ?? []);
      await tx.query('DELETE FROM website_announcements WHERE id = ANY($1::text[])', [
        readable.map(({ id }) => id),
      ]);
      const shown = readable.filter(isShown);
      await writeWebsiteRows(tx, shown.map(websiteRowOf));
      made += shown.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < rowsAtOnce) break;
    }
    await countChange(tx);
    return made;
  });
}

function readAnnouncement(text: string): Announcement | undefined {
  try {
    return readRow(announcements, text);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}

/** Taken late in the transaction, before the feed's head alone: publications wait for each other here, nothing else does. */
export async function countChange(sql: Sql): Promise<void> {
  await sql.query(
    'INSERT INTO website_head AS h (id, version) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET version = h.version + 1',
  );
}

const columns = [
  ['id', 'text'],
  ['type', 'text'],
  ['columnCode', 'text'],
  ['title', 'text'],
  ['regionCode', 'text'],
  ['method', 'text'],
  ['purchaserId', 'text'],
  ['purchaserName', 'text'],
  ['projectId', 'text'],
  ['projectName', 'text'],
  ['predecessorProjectId', 'text'],
  ['projectNo', 'text'],
  ['planNo', 'text'],
  ['targetId', 'text'],
  ['round', 'integer'],
  ['publishedAt', 'bigint'],
  ['displayUntil', 'text'],
  ['withdrawnAt', 'bigint'],
  ['withdrawnReason', 'text'],
  ['html', 'text'],
  ['files', 'jsonb'],
  ['body', 'text'],
  ['terms', 'text[]'],
] as const satisfies readonly (readonly [keyof WebsiteRow, string])[];

const names = columns.map(([field]) => snakeCase(field));
const statement = `INSERT INTO website_announcements (${names.join(', ')})
  SELECT ${names.map((name) => (name === 'terms' ? 'array_to_tsvector(r.terms)' : `r.${name}`)).join(', ')}
  FROM json_to_recordset($1::json) AS r(${columns.map(([field, type]) => `${snakeCase(field)} ${type}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${names
    .slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Without counting the change: for who fills the table by other means. */
export async function writeWebsiteRows(sql: Sql, rows: readonly WebsiteRow[]): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map((row) =>
    Object.fromEntries(columns.map(([field]) => [snakeCase(field), row[field]])),
  );
  await sql.query(statement, [JSON.stringify(records)]);
}
