// How far a project has come, from its own rows: an announcement says nothing of acceptance and end.
import { projects, sections } from '#shared/domain/projects/model.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { label } from '#shared/text/index.ts';
import type { Sql } from '../../db/database.ts';
import { isCompleted, publicStatus } from './public-course.ts';

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
  const { rows } = await sql.query<{ text: string }>(
    'SELECT body::text AS text FROM sections WHERE project_id = $1 ORDER BY section_no, id',
    [projectId],
  );
  const project = own.rows.flatMap(({ text }) => readable(() => readRow(projects, text)))[0];
  return {
    isCompleted: project !== undefined && isCompleted(project),
    sections: rows
      .flatMap(({ text }) => readable(() => readRow(sections, text)))
      .flatMap((section) => {
        const status = publicStatus(section);
        return status === undefined
          ? []
          : [{ no: section.sectionNo, name: section.name, state: label(`sections.status.${status}`) }];
      }),
  };
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
