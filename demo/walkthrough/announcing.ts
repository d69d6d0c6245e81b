// Questions and actions about announcements that several steps share, in the words of the manual.
import { z } from 'zod';
import type { QueryInput, QueryOutput } from '#shared/contract/ipc.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { commandName } from '#shared/text/index.ts';
import { synced } from './asking.ts';
import type { Desk } from './desk.ts';
import { accepted, eventually, expect, need, refused } from './outcome.ts';
import type { CentreHandle, Desks } from './world.ts';

export async function announcementOn(desk: Desk, id: string): Promise<Announcement | undefined> {
  const answer = await desk.ask('announcements.get', { id });
  return answer.ok ? answer.value.announcement : undefined;
}

/** Waits until the desk shows the announcement as wanted. */
export function announcementBecomes(
  desk: Desk,
  id: string,
  what: string,
  wanted: (announcement: Announcement) => boolean,
): Promise<Announcement> {
  let last: Announcement | undefined;
  return eventually(
    `${what} on the desk of ${desk.title}`,
    async () => {
      last = await announcementOn(desk, id);
      return last !== undefined && wanted(last) ? last : undefined;
    },
    () => last?.push ?? 'no such announcement',
  );
}

export async function sectionsOn(desk: Desk, projectId: string): Promise<readonly Section[]> {
  const { sections } = accepted(await desk.ask('sections.byProject', { projectId }), '标段');
  return sections.toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1));
}

/** Waits until all the sections that the desk shows of the project are as wanted. */
export function sectionsBecome(
  desk: Desk,
  projectId: string,
  what: string,
  wanted: (sections: readonly Section[]) => boolean,
): Promise<readonly Section[]> {
  let last: readonly Section[] = [];
  return eventually(
    `${what} on the desk of ${desk.title}`,
    async () => {
      last = await sectionsOn(desk, projectId);
      return wanted(last) ? last : undefined;
    },
    () => last.map(({ status, schedule }) => [status, schedule]),
  );
}

/** What the form shows while one types. */
export async function composed(
  desk: Desk,
  input: QueryInput<'announcements.compose'>,
): Promise<QueryOutput<'announcements.compose'>> {
  return accepted(await desk.ask('announcements.compose', input), '起草');
}

/** 提交, with every warning read. */
export async function submitAnnouncement(desk: Desk, id: string): Promise<void> {
  await withWarningsRead(desk, 'announcements.submit', { id });
}

/** Carries it out, and says of every warning that it was read. */
export async function withWarningsRead(desk: Desk, command: string, input: object): Promise<void> {
  const name = commandName(command);
  const first = await desk.act(command, input);
  if (first.ok) return;
  const warned = refused(first, 'warning_unacknowledged', name);
  const acknowledged = [...new Set((warned.fields ?? []).map(({ code }) => code))];
  accepted(await desk.act(command, { ...input, acknowledged }), name);
}

/** 审核同意, then 发布: both people hear of it as it is afterwards. */
export async function reviewAndPublish(
  { clerk, reviewer }: Pick<Desks, 'clerk' | 'reviewer'>,
  id: string,
  command = 'announcements.publish',
): Promise<Announcement> {
  await synced(clerk);
  await announcementBecomes(reviewer, id, 'the submitted announcement', ({ status }) => status === 'review');
  accepted(await reviewer.act('announcements.approve', { id, note: '同意' }), '审核');
  await announcementBecomes(clerk, id, 'the approval', ({ status }) => status === 'approved');
  accepted(await clerk.act(command, { id }), '发布');
  await synced(clerk);
  const published = await announcementBecomes(clerk, id, 'the publication', ({ status }) => {
    return status === 'published';
  });
  expect(published.publishedAt !== null, 'it does not say when it was published');
  return published;
}

const centreSchema = z.object({
  announcements: z.array(
    z.object({
      type: z.string(),
      body: z.looseObject({
        announcementId: z.string(),
        lotUids: z.array(z.string()),
        dates: z.unknown(),
        results: z
          .array(z.looseObject({ supplier: z.object({ name: z.string() }), letterNo: z.string().nullable() }))
          .optional(),
      }),
    }),
  ),
});
type Taken = z.infer<typeof centreSchema>['announcements'][number];

/** What the trading centre has taken of this announcement. */
export async function takenByCentre(centre: CentreHandle, id: string): Promise<Taken> {
  const { announcements } = centreSchema.parse(await centre.state());
  const own = announcements.filter(({ body }) => body.announcementId === id);
  expect(own.length === 1, `the centre has taken the announcement ${own.length} times`);
  return need(own[0], 'announcement at the centre');
}
