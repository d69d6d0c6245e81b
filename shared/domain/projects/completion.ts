// The end of sections and of their project: 已验收 once every contract in force is accepted, 已完成 once nothing is left to be procured, accepted or paid. 质保金 may be open longer:
// the project is completed 质保期内 until it is paid out. Asked after every acceptance, payment and ending; where one of them is taken back, so is the end.
import { type Change, put } from '../command.ts';
import { type Load, one, where } from '../load.ts';
import { isLive, type Project, projects, type Section, sections } from './model.ts';
import { type ProjectPlan, planMoved, planOf } from './plan-of-project.ts';
import { liveContracts } from './section-contracts.ts';

/** 已验收 with its last contract, 已签合同 again where an acceptance was withdrawn, 已定标 without a contract in force. Other states stay. */
export function withAcceptance(section: Section): Section {
  if (section.status !== 'contracted' && section.status !== 'accepted') return section;
  const contracts = liveContracts(section);
  if (contracts.length === 0) return { ...section, status: 'awarded' };
  const accepted = contracts.every(({ acceptedOn }) => acceptedOn !== null);
  return { ...section, status: accepted ? 'accepted' : 'contracted' };
}

/** What is left of a section: it is terminated, bought by another method elsewhere, or accepted and paid. */
function isEnded(section: Section): boolean {
  switch (section.status) {
    case 'terminated':
      return true;
    case 'failed':
      // A plan that is only being written may still be given up.
      return section.successor !== null && section.successor.planNo !== null;
    case 'accepted':
      return liveContracts(section).every(({ settledAt }) => settledAt !== null);
    default:
      return false;
  }
}

/** The project with its end, or its end taken back. `all` are its sections, as they are from now on. */
export function withCompletion(project: Project, all: readonly Section[]): Project {
  if (project.status !== 'in_execution' && project.status !== 'completed') return project;
  const live = all.filter(isLive);
  const accepted = live.filter(({ status }) => status === 'accepted');
  // Of a project that has bought nothing, 采购任务取消 or 废标 tells the end.
  const completed = accepted.length > 0 && live.every(isEnded);
  const inWarranty =
    completed && accepted.some((section) => liveContracts(section).some(({ retained }) => retained > 0));
  return { ...project, status: completed ? 'completed' : 'in_execution', inWarranty };
}

/** As people are told of it: 已完成, or 已完成（质保期内）. */
export function shownStatus({
  status,
  inWarranty,
}: Pick<Project, 'status' | 'inWarranty'>): Project['status'] | 'in_warranty' {
  return status === 'completed' && inWarranty ? 'in_warranty' : status;
}

/** What has to be known to say whether a project has ended. */
export type ProjectCourse = {
  readonly project: Project;
  readonly sections: readonly Section[];
  readonly plan: ProjectPlan | undefined;
};

export function* loadCourse(projectId: string): Load<ProjectCourse | undefined> {
  const project = yield* one(projects, projectId);
  if (project === undefined) return undefined;
  return { project, sections: yield* where(sections, { projectId }), plan: yield* planOf(project) };
}

/** These sections of the project, and where that begins or takes back its end, project and plan. */
export function sectionsMoved(
  { project, sections: all, plan }: ProjectCourse,
  moved: readonly Section[],
  now: number,
): readonly Change[] {
  const after = withCompletion(
    project,
    all.map((section) => moved.find(({ id }) => id === section.id) ?? section),
  );
  const ends = after.status !== project.status || after.inWarranty !== project.inWarranty;
  return [
    ...moved.map((section) => put(sections, section)),
    ...(ends ? [put(projects, { ...after, updatedAt: now }), ...planMoved(plan, after, now)] : []),
  ];
}
