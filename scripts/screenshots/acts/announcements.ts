// 信息发布: from the project where a notice may be begun, over the form and its help, to what is published, corrected and ended.
import { announcementPages, forms, label } from '#shared/text/index.ts';
import { type Announced, announceable, forgetDrafts, published, submitted } from '../announcing.ts';
import { type Act, dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { usernames } from '../story.ts';
import { announcementStates } from './announcement-states.ts';
import { intentions } from './intentions.ts';
import { invitationScenes } from './invitations.ts';
import { isBegun, theApproved, theCorrection, theOne, thePublished } from './the-announcement.ts';

const { form, earliest, start } = announcementPages;
const { buttons } = form;

async function heading(stage: Stage): Promise<void> {
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
}

async function begin(stage: Stage): Promise<void> {
  await stage.go(`/projects/${await announceable(stage)}`);
  await heading(stage);
  await stage.page
    .getByRole('main')
    .getByRole('link', { name: start.button })
    .or(stage.button(start.button))
    .first()
    .click();
  const item = stage.page.getByRole('menuitem').first();
  const choice = stage.page.getByRole('heading', { level: 2, name: form.sections });
  await choice.or(item).first().waitFor();
  if (await item.isVisible()) await item.click();
  await choice.waitFor();
}

async function editing(stage: Stage): Promise<void> {
  const { id } = await theOne(stage);
  await stage.go(`/announcements/${id}/edit`);
  await stage.page.getByRole('heading', { level: 2, name: form.sections }).waitFor();
}

async function scrollTo(stage: Stage, section: string): Promise<void> {
  await stage.page
    .locator(`#announcement-section-${section}`)
    .evaluate((element) => element.scrollIntoView());
}

function at(section: string): Scene {
  return {
    name: `announcement-form-at-${section}`,
    title: `The form of an announcement, at ${section}`,
    part: `#announcement-section-${section}`,
    async show(stage) {
      await editing(stage);
      await scrollTo(stage, section);
    },
  };
}

/** The page, after what its state asks for. */
function state(name: string, title: string, bring: (stage: Stage) => Promise<Announced>): Scene {
  return {
    name: `announcement-${name}`,
    title,
    async show(stage) {
      const { id } = await bring(stage);
      await stage.go(`/announcements/${id}`);
      await heading(stage);
    },
  };
}

function dialog(
  name: string,
  title: string,
  action: string,
  bring: (stage: Stage) => Promise<Announced> = theOne,
): Scene {
  return {
    name: `announcement-${name}`,
    title,
    part: dialogPart,
    async show(stage) {
      const { id } = await bring(stage);
      await stage.go(`/announcements/${id}`);
      await heading(stage);
      await stage.page
        .getByRole('main')
        .getByRole('button', { name: label(`actions.${action}`), exact: true })
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  };
}

const clerksScenes: readonly Scene[] = [
  {
    name: 'announcement-begin',
    title: 'A project whose sections have come: 起草公告',
    async show(stage) {
      await stage.go(`/projects/${await announceable(stage)}`);
      await heading(stage);
    },
  },
  { name: 'announcement-form-new', title: 'The form, as it begins', show: begin, leave: forgetDrafts },
  {
    name: 'announcement-form-errors',
    title: 'Submitted while most is missing',
    async show(stage) {
      await begin(stage);
      await stage.press(buttons.submit);
      await stage.page.getByText(forms.form.problemsHint).waitFor();
    },
    leave: forgetDrafts,
  },
  { name: 'announcement-form-filled', title: 'The form filled in', show: editing },
  ...['basics', 'qualifications', 'documents', 'other', 'contacts'].map(at),
  {
    name: 'announcement-form-why',
    title: 'Why a day is the earliest lawful one, day by day',
    part: dialogPart,
    async show(stage) {
      await editing(stage);
      await stage.button(new RegExp(`：${earliest.why}$`, 'u')).click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'announcement-form-preview',
    title: 'Preview from the form',
    part: dialogPart,
    async show(stage) {
      await editing(stage);
      await stage.press(buttons.preview);
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  state('draft', 'A draft', theOne),
  dialog('submit', 'Submitting', 'announcements.submit'),
  state('review', 'Waiting for review', waiting),
];

async function waiting(stage: Stage): Promise<Announced> {
  const one = await theOne(stage);
  await submitted(stage, one);
  await stage.synced();
  return one;
}

const reviewersScenes: readonly Scene[] = [
  page('tasks-announcements', 'Announcements that wait for 审核岗', '/tasks'),
  dialog('approve', 'Agreeing to an announcement', 'announcements.approve'),
  dialog('return', 'Sending an announcement back', 'announcements.return'),
];

const publishedScenes: readonly Scene[] = [
  state('approved', 'Waiting to be published', theApproved),
  dialog('publish', 'Publishing', 'announcements.publish', theApproved),
  state('published', 'Published', thePublished),
  {
    name: 'announcement-project',
    title: 'The project with its announcement',
    async show(stage) {
      await stage.go(`/projects/${(await thePublished(stage)).projectId}`);
      await heading(stage);
    },
  },
  {
    name: 'announcement-correction-form',
    title: '更正公告: before is filled in, after is typed',
    async show(stage) {
      const { id } = await theCorrection(stage);
      await stage.go(`/announcements/${id}/edit`);
      await stage.page.getByRole('heading', { level: 2, name: form.sections }).waitFor();
      await scrollTo(stage, 'corrections');
    },
  },
  state('correction', '更正公告, published, with its diff', async (stage) => {
    const corrected = await theCorrection(stage);
    await published(stage, corrected);
    return corrected;
  }),
  state('corrected', 'What has been corrected', thePublished),
  {
    name: 'announcement-termination-form',
    title: '终止公告: which sections, and why',
    async show(stage) {
      const { id, projectId } = await thePublished(stage);
      await stage.go(`/announcements/new?type=TERMINATION&projectId=${projectId}&targetId=${id}`);
      await stage.page.getByRole('heading', { level: 2, name: form.sections }).waitFor();
      await stage.page.getByRole('checkbox').first().check();
      await stage.page.waitForTimeout(600);
    },
    leave: forgetDrafts,
  },
];

const clerk = (name: string, scenes: Act['scenes']): Act => ({
  name,
  as: usernames.clerk,
  demo: true,
  scenes,
});

export const announcementActs: readonly Act[] = [
  clerk('intentions', intentions),
  clerk('announcements', clerksScenes),
  {
    name: 'announcements-reviewer',
    as: usernames.reviewer,
    demo: true,
    before: {
      as: usernames.clerk,
      isDone: isBegun,
      bring: async (stage) => void (await waiting(stage)),
    },
    scenes: reviewersScenes,
  },
  clerk('announcements-published', publishedScenes),
  clerk('invitations', invitationScenes),
  clerk('announcement-states', announcementStates),
];
