// How far a project has come, from its own rows: an announcement says nothing of acceptance and end.
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { label } from '#shared/text/index.ts';
import type { Sql } from '../../db/database.ts';
import { isCompleted, isOver, publicStatus } from './public-course.ts';

export type ProjectState = {
  readonly isCompleted: boolean;
  readonly sections: readonly {
    readonly no: string;
    readonly name: string;
    /** In words. */
    readonly state: string;
  }[];
};

export async function stateOfProject(sql: Sql, projectId: Id): Promise<ProjectState> {
  const own = await sql.query<{ text: string }>('SELECT body::text AS text FROM projects WHERE id = $1', [
    projectId,
  ]);
  const { rows } = await sql.query<{ text: string; type: string | null; targetId: Id | null }>(
    `SELECT s.body::text AS text, a.type, a.target_id AS "targetId"
     FROM sections s LEFT JOIN announcements a ON a.id = s.body->'schedule'->>'announcementId'
     WHERE s.project_id = $1 ORDER BY s.section_no, s.id`,
    [projectId],
  );
  const project = own.rows.flatMap(({ text }) => readable(() => readRow(projects, text)))[0];
  return {
    isCompleted: project !== undefined && isCompleted(project),
    sections: rows
      .flatMap(({ text, ...notice }) =>
        readable(() => ({ section: readRow(sections, text), isSecret: isSecret(notice) })),
      )
      .flatMap(({ section, isSecret: secret }) => {
        const status = secret && !isOver(section) ? undefined : publicStatus(section);
        return status === undefined
          ? []
          : [{ no: section.sectionNo, name: section.name, state: label(`sections.status.${status}`) }];
      }),
  };
}

/** By invitation: nobody else hears of it before its result. One that goes on from a 资格预审公告 everybody has heard of. */
function isSecret({
  type,
  targetId,
}: {
  readonly type: string | null;
  readonly targetId: Id | null;
}): boolean {
  return type !== null && invitationTypes.has(type) && targetId === null;
}

/** What this program cannot read it does not show. */
function readable<R>(read: () => R): readonly R[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof UnreadableRow) return [];
    throw error;
  }
}
