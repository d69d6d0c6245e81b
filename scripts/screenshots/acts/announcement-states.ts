// What happens to announcements from elsewhere: a section that the centre pushes anew, a server that is out of reach or refuses, 采购办 that withdraws.
import { announcementPages, outboxText } from '#shared/text/index.ts';
import { type Announced, approved, drafted, forgetDrafts, published } from '../announcing.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { usernames } from '../story.ts';
import { thePublished } from './the-announcement.ts';

const { form, marks, page, start } = announcementPages;

/** The centre changes a section of the published notice. */
async function differing(stage: Stage): Promise<string> {
  const { id, projectId } = await thePublished(stage);
  const asked = async () => (await stage.ask('sections.byProject', { projectId })).sections;
  const isThere = async () => (await asked()).some(({ difference }) => difference !== null);
  if (await isThere()) return projectId;
  const { sectionIds } = (await stage.ask('announcements.get', { id })).announcement;
  const announced = (await asked()).find((section) => section.id === sectionIds[0]);
  await stage.world.centre({ change: { lotUid: announced?.lotUid } });
  await stage.until(async () => {
    await stage.synced();
    return await isThere();
  });
  return projectId;
}

/** A draft about what the published notice has left. */
async function another(stage: Stage): Promise<Announced> {
  return await drafted(stage, (await thePublished(stage)).projectId);
}

let second: Announced | undefined;

/** One that nothing has followed. */
async function theSecond(stage: Stage): Promise<Announced> {
  second ??= await another(stage);
  return second;
}

async function showDifference(stage: Stage): Promise<void> {
  await stage.go(`/projects/${await differing(stage)}`);
  await stage.page.getByRole('link', { name: start.correct }).first().waitFor();
}

export const announcementStates: readonly Scene[] = [
  {
    name: 'announcement-difference',
    title: 'A section pushed anew after its announcement',
    show: showDifference,
  },
  {
    name: 'announcement-difference-form',
    title: 'The 更正公告 about what was pushed anew',
    async show(stage) {
      await showDifference(stage);
      await stage.page.getByRole('link', { name: start.correct }).first().click();
      await stage.page.getByRole('heading', { level: 2, name: form.sections }).waitFor();
      await stage.page
        .locator('#announcement-section-corrections')
        .evaluate((element) => element.scrollIntoView());
    },
    leave: forgetDrafts,
  },
  {
    name: 'announcement-refused',
    title: '未通过的操作: an edit of an announcement that is gone',
    async show(stage) {
      const { id } = await another(stage);
      await stage.synced();
      await stage.offline();
      const changes = [{ field: 'docPlace', from: null, to: '政府采购网' }];
      const { content } = (await stage.ask('announcements.get', { id })).announcement;
      await stage.call('announcements.edit', {
        id,
        changes: changes.map((change) => ({ ...change, from: content[change.field] ?? null })),
      });
      await (await stage.world.colleague(usernames.clerk)).act(['announcements.delete', { id }]);
      await stage.online();
      await stage.until(async () => (await stage.ask('sync.status', {})).attention > 0);
      const { items } = await stage.ask('outbox.list', { show: 'attention' });
      await stage.go(`/outbox/${items[0]?.id ?? ''}`);
      await stage.page.getByText(outboxText.reasonTitle).waitFor();
    },
    async leave(stage) {
      const { items } = await stage.ask('outbox.list', { show: 'attention' });
      for (const { id } of items.toReversed()) await stage.ask('outbox.discard', { id });
    },
  },
  {
    name: 'announcement-offline',
    title: 'Published while offline: it waits',
    async show(stage) {
      const one = await theSecond(stage);
      await approved(stage, one);
      await stage.offline();
      await stage.call('announcements.publish', { id: one.id });
      await stage.go(`/announcements/${one.id}`);
      await stage.page.getByText(marks.offlinePublish).waitFor();
    },
    leave: (stage) => stage.online(),
  },
  {
    name: 'announcement-withdrawn',
    title: 'Withdrawn by 采购办',
    async show(stage) {
      const one = await theSecond(stage);
      await published(stage, one);
      const { id } = one;
      const office = await stage.colleague(usernames.office);
      await office.act(['announcements.withdraw', { id, reason: '采购需求有重大调整，采购活动重新组织。' }]);
      await stage.synced();
      await stage.go(`/announcements/${id}`);
      await stage.page.getByText(page.withdrawnText('').slice(0, 8)).waitFor();
    },
  },
];
