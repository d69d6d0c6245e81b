// Gathers what has to be known of an announcement: the same on the desk, where the form fills in and checks while one types, and in the decisions.
import { type Instant, toLocalTime, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { loadCalendar } from '../admin/load-calendar.ts';
import { organisations } from '../admin/model.ts';
import { loadSetting } from '../admin/settings.ts';
import { type Load, one, where } from '../load.ts';
import { asLastPushed } from '../projects/arrival.ts';
import { type Project, projects, sections } from '../projects/model.ts';
import { appliedPolicies, planOf } from '../projects/plan-of-project.ts';
import { type Supplier, supplierIdOf, suppliers } from '../suppliers/model.ts';
import { isNotice, plannedSections } from './coverage.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { candidatesIn } from './invitation.ts';
import { type Announcement, type AnnouncementTypeCode, announcements } from './model.ts';
import { statedPolicies } from './policies.ts';
import { templateOf } from './templates/index.ts';
import type { Values } from './values.ts';

export type Subject = {
  readonly id: Id | null;
  readonly type: AnnouncementTypeCode;
  readonly templateVersion?: number | undefined;
  readonly projectId: Id | null;
  readonly targetId: Id | null;
  readonly sectionIds: readonly Id[];
  /** The unit, where it is about no project. */
  readonly purchaserId: Id | null;
  /** What is typed: an invitation names suppliers in it. */
  readonly content?: Values | undefined;
};

/** Undefined when there is no such template. */
export function* loadAnnouncementFacts(subject: Subject, now: Instant): Load<AnnouncementFacts | undefined> {
  const { type, templateVersion, projectId, targetId } = subject;
  const template = templateOf(type, templateVersion);
  if (template === undefined) return undefined;
  const project = projectId === null ? undefined : yield* one(projects, projectId);
  const purchaserId = project?.purchaserId ?? subject.purchaserId;
  const purchaser = purchaserId === null ? undefined : yield* one(organisations, purchaserId);
  const agencyId = project?.agencyId ?? null;
  const regionCode = project?.regionCode ?? purchaser?.regionCode ?? null;
  const offices = regionCode === null ? [] : yield* where(organisations, { kind: 'office', regionCode });
  const allSections = project === undefined ? [] : yield* where(sections, { projectId: project.id });
  const ofProject = project === undefined ? [] : yield* where(announcements, { projectId: project.id });
  const today = toPlainDate(now);
  const plan = project === undefined ? undefined : yield* planOf(project);
  const policies = yield* loadSetting('policies');
  const chosen = allSections
    .filter(({ id }) => subject.sectionIds.includes(id))
    .map((section) => (isNotice({ type }) ? asLastPushed(section) : section))
    .toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1));
  return {
    template,
    project,
    plan,
    policies:
      plan === undefined
        ? []
        : statedPolicies(
            appliedPolicies(policies, plan.content, today),
            plannedSections({ sections: chosen, allSections, plan }),
          ),
    purchaser,
    agency: agencyId === null ? undefined : yield* one(organisations, agencyId),
    office: offices.find(({ active }) => active),
    sections: chosen,
    allSections,
    announcements: ofProject.filter(({ id }) => id !== subject.id),
    suppliers: yield* suppliersNamed(subject.content ?? {}),
    target: targetId === null ? undefined : ofProject.find(({ id }) => id === targetId),
    today,
    now: toLocalTime(now),
    calendar: yield* loadCalendar(yearOf(today)),
    settings: {
      countPublicationDay: yield* loadSetting('deadlines.countPublicationDay'),
      extraDay: yield* loadSetting('deadlines.extraDay'),
    },
  };
}

export function subjectOf(announcement: Announcement): Subject {
  const { id, type, templateVersion, projectId, targetId, sectionIds, purchaserId, content } = announcement;
  return { id, type, templateVersion, projectId, targetId, sectionIds, purchaserId, content };
}

function* suppliersNamed(content: Values): Load<readonly Supplier[]> {
  const found: Supplier[] = [];
  for (const { uscc } of candidatesIn(content)) {
    const known = isValidUscc(uscc) ? yield* one(suppliers, supplierIdOf(uscc)) : undefined;
    if (known !== undefined) found.push(known);
  }
  return found;
}

/** Whether what a row repeats of its project is still so; the number is given by the first notice. */
export function isOfProject(announcement: Announcement, project: Project): boolean {
  const { projectNo: _, ...parts } = projectParts(project);
  return Object.entries(parts).every(([key, value]) => Reflect.get(announcement, key) === value);
}

/** What a row repeats of its project. */
export function projectParts(project: Project) {
  const { id, planId, planNo, name, purchaserId, purchaserName, agencyId, regionCode, method, platformId } =
    project;
  return {
    projectId: id,
    planId,
    planNo,
    projectNo: project.projectNo ?? planNo,
    projectName: name,
    predecessorProjectId: project.predecessor?.projectId ?? null,
    purchaserId,
    purchaserName,
    agencyId,
    regionCode,
    method,
    platformId,
  };
}
