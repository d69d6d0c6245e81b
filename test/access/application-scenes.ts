// 专家抽取申请 in every state for the cells of the matrix: on a project with an announced section.
import {
  type ApplicationStatus,
  applicationSchema,
  type ExpertApplication,
  expertApplications,
} from '#shared/domain/experts/applications/model.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { committee, exampleApplication } from '#shared/rules/experts/facts.ts';
import { circumstances, idOf, matrixClock } from './cast.ts';
import { filedRows, type Stored, sectionRow } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Around = { readonly application: ExpertApplication; readonly project: readonly Stored[] };

const before: ReadonlySet<ApplicationStatus> = new Set(['draft', 'review', 'returned']);

function around(cell: Cell, status: ApplicationStatus): Around {
  const people = circumstances(cell.role, cell.relation);
  const { project, lotUid, all } = filedRows(labelOf(cell), 'sections_received', people);
  const section: Section = { ...sectionRow(project, lotUid), status: 'announced' };
  const { purchaserId, purchaserName, agencyId, regionCode } = project;
  const at = matrixClock - 3_600_000;
  const handedIn = !before.has(status);
  const application = applicationSchema.parse({
    id: idOf(`expert application/${labelOf(cell)}`),
    ...{ projectId: project.id, projectName: project.name },
    ...{ purchaserId, purchaserName, agencyId, regionCode, status },
    applyNo: handedIn ? `ZJSQ-${labelOf(cell).length}` : null,
    // Large enough for every method and budget.
    content: { ...exampleApplication, sectionIds: [section.id], ...committee(7, 2) },
    ...{ acknowledgedWarnings: [], fieldEdits: {}, createdBy: people.author },
    submittedBy: status === 'draft' ? null : people.author,
    submittedAt: status === 'draft' ? null : at,
    approvedAt: handedIn ? at : null,
    ...{ createdAt: at, updatedAt: at, history: [] },
  } satisfies ExpertApplication);
  const others = all.filter(({ row }) => row.id !== section.id);
  return { application, project: [...others, { entity: sections.name, row: section }] };
}

export function applicationIn(
  status: ApplicationStatus,
  input: (application: ExpertApplication) => unknown,
): Scene {
  return (cell) => {
    const { application, project } = around(cell, status);
    return {
      stored: [...project, { entity: expertApplications.name, row: application }],
      input: input(application),
    };
  };
}

export const newApplication: Scene = (cell) => {
  const { application, project } = around(cell, 'draft');
  const { id, projectId, content } = application;
  return { stored: project, input: { id, projectId, content } };
};

export function applicationRow(cell: Cell, status: ApplicationStatus): ExpertApplication {
  return around(cell, status).application;
}
