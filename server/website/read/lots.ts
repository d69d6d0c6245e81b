// Sections under the notice in which they stand now: as it announced them, corrections in force included.
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../../db/database.ts';

export type Lot = {
  readonly announcementId: Id;
  readonly projectId: Id;
  readonly projectNo: string;
  readonly projectName: string;
  readonly section: Section;
};

/** Of notices published in the time that have not been withdrawn. */
export async function lotsAnnouncedIn(sql: Sql, since: Instant, until: Instant): Promise<readonly Lot[]> {
  const { rows } = await sql.query<Omit<Lot, 'section'> & { text: string }>(
    `SELECT w.id AS "announcementId", w.project_id AS "projectId", w.project_no AS "projectNo", w.project_name AS "projectName", s.body::text AS text
     FROM website_announcements w JOIN sections s ON s.project_id = w.project_id
     WHERE w.published_at >= $1 AND w.published_at < $2 AND w.withdrawn_at IS NULL AND s.body->'schedule'->>'announcementId' = w.id
     ORDER BY w.published_at, w.id, s.body->>'sectionNo', s.id`,
    [since, until],
  );
  return rows.flatMap(({ text, ...of }) => {
    const section = readSection(text);
    return section === undefined ? [] : [{ ...of, section }];
  });
}

function readSection(text: string): Section | undefined {
  try {
    return readRow(sections, text);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}
