// Sections under the notice in which they stand now: as it announced them, corrections in force included. What was announced to the invited alone stands under its 结果公告, and nowhere
// before that.
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
  readonly method: string | null;
  readonly section: Section;
};

/** Of notices, and of results of invitations, published in the time that have not been withdrawn. */
export async function lotsAnnouncedIn(sql: Sql, since: Instant, until: Instant): Promise<readonly Lot[]> {
  const { rows } = await sql.query<Omit<Lot, 'section'> & { text: string; isNotice: boolean }>(
    `SELECT w.id AS "announcementId", w.project_id AS "projectId", w.project_no AS "projectNo", w.project_name AS "projectName", w.method,
       s.body->'schedule'->>'announcementId' = w.id AS "isNotice", s.body::text AS text
     FROM website_announcements w JOIN sections s ON s.project_id = w.project_id
     WHERE w.published_at >= $1 AND w.published_at < $2 AND w.withdrawn_at IS NULL AND (
       s.body->'schedule'->>'announcementId' = w.id OR w.type = 'RESULT'
         AND NOT EXISTS (SELECT 1 FROM website_announcements n WHERE n.id = s.body->'schedule'->>'announcementId'))
     ORDER BY w.published_at, w.id, s.body->>'sectionNo', s.id`,
    [since, until],
  );
  return rows.flatMap(({ text, isNotice, ...of }) => {
    const section = readSection(text);
    if (section === undefined || !(isNotice || firstResultOf(section) === of.announcementId)) return [];
    return [{ ...of, section }];
  });
}

/** Of its present course; a change of it leaves the record where it is. */
function firstResultOf({ results, schedule }: Section): Id | null | undefined {
  const announced = results.find(
    ({ noticeId, announcementId }) => noticeId === schedule?.announcementId && announcementId !== null,
  );
  return announced?.announcementId;
}

function readSection(text: string): Section | undefined {
  try {
    return readRow(sections, text);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}
