// Valid rows in any state, for the circumstances of one cell of the matrix.
import { type Plan, type PlanStatus, planSchema, plans } from '#shared/domain/plans/model.ts';
import {
  type Project,
  projectSchema,
  projects,
  type Section,
  sectionSchema,
  sections,
} from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import type { StoredRow } from '#test/support/run-in-memory.ts';
import { type Circumstances, contentOf, idOf, isReserved, matrixClock } from './cast.ts';

/** A row to be stored before the commands run. */
export type Stored = StoredRow;

const yesterday = matrixClock - 24 * 3_600_000;
const unfiled: readonly PlanStatus[] = ['draft', 'unit_review', 'returned', 'office_review'];

export function planRow(label: string, status: PlanStatus, { unit, agency, author }: Circumstances): Plan {
  const filed = !unfiled.includes(status);
  const content = contentOf(unit);
  return planSchema.parse({
    id: idOf(`plan/${label}`),
    status,
    purchaserId: unit.row.id,
    purchaserName: unit.row.name,
    purchaserUscc: unit.row.uscc,
    planNo: filed ? `示例-${idOf(`no/${label}`).slice(-12)}` : null,
    projectId: filed ? idOf(`project/${label}`) : null,
    filingRound: filed ? 1 : 0,
    predecessor: null,
    leftUnit: filed || status === 'office_review',
    content: filed ? { ...content, agencyId: agency.row.id } : content,
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: author,
    submittedBy: status === 'draft' ? null : author,
    createdAt: yesterday,
    updatedAt: yesterday,
    submittedAt: status === 'draft' ? null : yesterday,
    filedAt: filed ? yesterday : null,
    history: [
      { action: 'plans.create', by: author, name: '示例', role: 'purchaser_clerk', at: yesterday, note: '' },
    ],
  } satisfies Plan);
}

export function projectRow(plan: Plan, { agency, platformId }: Circumstances): Project {
  const { regionCode, fiscalYear, category, method, budgetAmount, projectName } = plan.content;
  return projectSchema.parse({
    id: plan.projectId,
    planId: plan.id,
    planNo: plan.planNo,
    projectNo: null,
    name: projectName,
    purchaserId: plan.purchaserId,
    purchaserName: plan.purchaserName,
    agencyId: agency.row.id,
    regionCode,
    fiscalYear,
    category,
    method,
    budgetAmount,
    platformId,
    status: plan.status === 'sections_received' ? 'sections_received' : 'waiting_for_sections',
    push: { ...pushNotNeeded, status: 'waiting', queuedAt: yesterday },
    sectionCount: plan.status === 'sections_received' ? 1 : 0,
    sectionBudgetTotal: plan.status === 'sections_received' ? 100 : 0,
    overBudget: false,
    inWarranty: false,
    predecessor: null,
    filedAt: yesterday,
    updatedAt: yesterday,
  });
}

/** What the centre says of a section in these tests. */
export const sectionContent = {
  sectionNo: '1',
  name: '第一标段（示例）',
  budget: 100,
  ceiling: 100,
  content: '',
  catalogEdition: '2022',
  catalogCode: 'A02010105',
  smeReserved: false,
  evalMethod: null,
  qualification: null,
  performancePeriod: null,
  acceptsConsortium: false,
  openingOn: null,
  plannedSectionId: null,
} as const;

export function sectionRow(project: Project, lotUid: string): Section {
  return sectionSchema.parse({
    id: idOf(`section/${lotUid}`),
    projectId: project.id,
    planId: project.planId,
    purchaserId: project.purchaserId,
    purchaserName: project.purchaserName,
    agencyId: project.agencyId,
    regionCode: project.regionCode,
    platformId: project.platformId,
    lotUid,
    status: 'received',
    ...sectionContent,
    smeReserved: isReserved(project.purchaserId),
    platformVersion: 1,
    pushedAt: yesterday,
    receivedAt: yesterday,
    difference: null,
    cancelReason: null,
    schedule: null,
    holds: [],
    results: [],
    contracts: [],
    change: null,
    predecessor: null,
    successor: null,
    refusals: [],
  });
}

export const stored = {
  plan: (row: Plan): Stored => ({ entity: plans.name, row }),
  project: (row: Project): Stored => ({ entity: projects.name, row }),
  section: (row: Section): Stored => ({ entity: sections.name, row }),
};

/** A plan that has been filed, with its project and, from `sections_received` on, one section. */
export function filedRows(
  label: string,
  status: PlanStatus,
  around: Circumstances,
): {
  readonly plan: Plan;
  readonly project: Project;
  readonly lotUid: string;
  readonly all: readonly Stored[];
} {
  const plan = planRow(label, status, around);
  const project = projectRow(plan, around);
  const lotUid = `lot-${idOf(`lot/${label}`)}`;
  const received = status === 'sections_received' ? [stored.section(sectionRow(project, lotUid))] : [];
  return { plan, project, lotUid, all: [stored.plan(plan), stored.project(project), ...received] };
}
