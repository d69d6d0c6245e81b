// Inputs of the commands of announcements, made from what a desk shows to its user.
import { typedContent } from '#demo/data/announcement-content.ts';
import { choosableSections } from '#shared/domain/announcements/coverage.ts';
import { type Announcement, announcementTypeCodes } from '#shared/domain/announcements/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { type Startable, startable } from '#shared/domain/announcements/startable.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import type { Random } from './chance.ts';
import { type Draw, idOr, nth, startsAt, type View } from './inputs-common.ts';

/** A history may last so many days, by clocks that may be so far off, and what was typed shall still be lawful. */
const lastsDays = 25;

/** Never there as a file: nothing reads it here. */
const declaration = {
  id: '00000000-0000-7000-8000-000000000931',
  fileName: '示例声明函.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};

export type Beginning = { readonly project: Project; readonly start: Startable };

/** What the user may begin now. */
export function beginnings({ actor, projects, sections, announcements }: View): readonly Beginning[] {
  return projects.flatMap((project) => {
    const own = sections.filter(({ projectId }) => projectId === project.id);
    const others = announcements.filter(({ projectId }) => projectId === project.id);
    return startable(actor, project, own, others).map((start) => ({ project, start }));
  });
}

/** A lawful announcement about all of the sections that it may be about, or about one of them. */
export function begun(
  view: View,
  { project, start }: Beginning,
  random: Random,
): { readonly id: string; readonly [field: string]: unknown } {
  const target = view.announcements.find(({ id }) => id === start.targetId);
  const own = view.sections.filter(({ projectId }) => projectId === project.id);
  const free = choosableSections(start.type, own, target, project);
  const [first] = free;
  const sections: readonly Section[] = first === undefined || random.chance(0.5) ? free : [first];
  const from = toPlainDate(view.now);
  const { category } = project;
  // Who has won what was reserved for small enterprises has declared to be one.
  const reserved = start.type === 'RESULT' && sections.some(({ smeReserved }) => smeReserved);
  const request = { type: start.type, category, from, until: addDays(from, lastsDays), sections, target };
  return {
    id: random.uuid(view.now),
    type: start.type,
    projectId: project.id,
    targetId: start.targetId,
    sectionIds: sections.map(({ id }) => id),
    content: {
      ...typedContent({ ...request, idTime: view.now }, random),
      ...(reserved ? { smeDeclaration: [declaration] } : {}),
      ...(start.type === 'RESULT' ? { recommendList: [declaration] } : {}),
    },
  };
}

/** Another of the few values of one or two fields, or other sections. */
export function announcementChanges(announcement: Announcement, random: Random): readonly object[] {
  const { content, sectionIds } = announcement;
  const texts = ['示例内容一', '示例内容二', '示例内容三'] as const;
  const name = {
    field: 'projectName',
    from: content['projectName'] ?? null,
    to: random.pick([...texts, null]),
  };
  const other = { field: 'other', from: content['other'] ?? null, to: richTextOf(random.pick(texts)) };
  const fewer = { field: 'sectionIds', from: sectionIds, to: sectionIds.slice(0, random.int(1, 2)) };
  return random.pick<readonly object[]>([[name], [other], [name, other], [name], [other], [fewer, other]]);
}

export const announcementInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'announcements.create',
    ({ view, random, pick, fit }: Draw) => {
      const beginning = nth(beginnings(view), pick);
      if (fit && beginning !== undefined) return begun(view, beginning, random);
      const [project] = [nth(view.projects, pick)];
      return {
        id: nth(view.announcements, pick)?.id ?? random.uuid(view.now),
        type: random.pick(announcementTypeCodes),
        projectId: project?.id ?? null,
        targetId: nth(view.announcements, pick + 1)?.id ?? null,
        sectionIds: view.sections.slice(0, random.int(0, 3)).map(({ id }) => id),
        content: {},
      };
    },
  ],
  [
    'announcements.edit',
    (draw: Draw) => {
      const { random, view, pick, fit } = draw;
      const { announcements } = view;
      const editable = fit ? announcements.filter(startsAt('announcements.edit')) : announcements;
      const announcement = nth(editable, pick);
      const changes =
        announcement === undefined
          ? [{ field: 'projectName', from: null, to: '示例内容' }]
          : announcementChanges(announcement, random);
      return { id: idOr(announcement, random, view.now), changes };
    },
  ],
  [
    'announcements.recordDelivery',
    ({ view, random, pick }: Draw) => ({
      announcementId: idOr(nth(view.announcements, pick), random, view.now),
      messageId: random.uuid(view.now),
      status: 'accepted',
      at: view.now,
    }),
  ],
]);
