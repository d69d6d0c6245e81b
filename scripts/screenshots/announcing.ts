// Announcements that scenes are about, made in the window itself as its clerk would, and carried on by colleagues.
import { noticeTypeOf, typedContent } from '#demo/data/announcement-content.ts';
import { randomOf } from '#demo/data/random.ts';
import type { AnnouncementTypeCode } from '#shared/domain/announcements/model.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { projectIn } from './find.ts';
import type { Stage } from './stage.ts';
import { newId, usernames } from './story.ts';

export type Announced = { readonly id: string; readonly projectId: string };

/** A project whose sections have come and of which some are not announced yet. */
export async function announceable(stage: Stage): Promise<string> {
  return await projectIn(
    stage,
    ({ status, sectionCount, method }) =>
      status === 'sections_received' && sectionCount > 1 && noticeTypeOf(method) !== undefined,
  );
}

/** A draft about the project's first section that lacks nothing. */
export async function drafted(stage: Stage, projectId: string): Promise<Announced> {
  const { startable } = await stage.ask('announcements.byProject', { projectId });
  const begun = startable.find(({ targetId }) => targetId === null);
  if (begun === undefined) throw new Error('the project has nothing to be announced');
  return await made(stage, projectId, begun.type, null);
}

/** A draft of this type, about the first section that it may be about. */
export async function made(
  stage: Stage,
  projectId: string,
  type: AnnouncementTypeCode,
  targetId: string | null,
): Promise<Announced> {
  const { sections } = await stage.ask('sections.byProject', { projectId });
  const about = { id: null, type, projectId, targetId };
  const { choosable } = await stage.ask('announcements.compose', { ...about, sectionIds: [], content: {} });
  const target =
    targetId === null ? undefined : (await stage.ask('announcements.get', { id: targetId })).announcement;
  const chosen = sections.filter(({ id }) => choosable.includes(id)).slice(0, 1);
  const today = toPlainDate(Date.now());
  const typed = typedContent(
    { type, from: today, until: addDays(today, 1), sections: chosen, target, idTime: Date.now() },
    randomOf('screenshots'),
  );
  const id = newId();
  const sectionIds = chosen.map((section) => section.id);
  const content: Values = targetId === null ? { ...rest, ...typed } : typed;
  await stage.call('announcements.create', { ...about, id, sectionIds, content });
  return { id, projectId };
}

/** What neither plan nor centre says of every section. */
const rest: Values = { consortiumAllowed: false, docPrice: 0 };

/** Another person of the unit looks at it and agrees. */
export async function approved(stage: Stage, { id }: Announced): Promise<void> {
  await submitted(stage, { id });
  await stage.synced();
  const { announcement } = await stage.ask('announcements.get', { id });
  if (announcement.status !== 'review') return;
  const reviewer = await stage.colleague(usernames.reviewer);
  await reviewer.act(['announcements.approve', { id, note: '同意发布' }]);
  await stage.synced();
}

/** Unless it is already. */
export async function submitted(stage: Stage, { id }: Pick<Announced, 'id'>): Promise<void> {
  const { announcement } = await stage.ask('announcements.get', { id });
  if (announcement.status !== 'draft') return;
  const { type, projectId, targetId, sectionIds, content } = announcement;
  const { findings } = await stage.ask('announcements.compose', {
    ...{ id, type, projectId, targetId, sectionIds, content },
  });
  const acknowledged = findings.map(({ ruleId }) => ruleId);
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(`the draft is not lawful: ${JSON.stringify(wrong)}`);
  await stage.call('announcements.submit', { id, acknowledged });
}

/** Published, and everything that follows is here. */
export async function published(stage: Stage, announced: Announced): Promise<void> {
  const { announcement: now } = await stage.ask('announcements.get', { id: announced.id });
  if (now.status === 'published') return;
  await approved(stage, announced);
  await stage.call('announcements.publish', { id: announced.id });
  await stage.until(async () => {
    await stage.synced();
    const { announcement } = await stage.ask('announcements.get', { id: announced.id });
    return announcement.status === 'published';
  });
}

export async function correction(stage: Stage, { id, projectId }: Announced): Promise<Announced> {
  return await made(stage, projectId, 'CORRECTION', id);
}

/** What a form has kept of itself would be offered to the next. */
export async function forgetDrafts(stage: Stage): Promise<void> {
  await stage.hash('/projects');
  await stage.page.waitForTimeout(1_200);
  const { drafts } = await stage.ask('drafts.list', {});
  for (const { key } of drafts) await stage.ask('drafts.remove', { key });
}
