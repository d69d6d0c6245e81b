// 信息发布: 经办岗 drafts from 项目向导, 审核岗 agrees, 经办岗 publishes — first out of reach of the server — and corrects; everybody reads it.
import { patienceMs } from '#demo/patience.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { announcementPages, appText, forms, label } from '#shared/text/index.ts';
import { announcementFormOf } from '../pages/announcement-form.ts';
import { announcementPageOf } from '../pages/announcement-page.ts';
import { expect } from '../pages/expect.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { today } from './a-plan.ts';
import { frames, type Stage } from './stage.ts';

const { marks, actions, form: words, stage: stageWords } = announcementPages;
const { sync } = appText;
const place = '许昌市公共资源交易中心网站（示例）';
/** Of two sections that have arrived. */
export const announcedName = '许昌市示例第一实验小学2026年会议室装修工程';

export async function draftAnnouncement(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const projects = projectPagesOf(page);
  const form = announcementFormOf(page);
  await atDesk.goTo('announcements');
  await projects.tab('sections_received').click();
  await projects.openGuide(announcedName, 2);
  await projects.begin(templateOf('NEGOTIATION_NOTICE').name);
  await expect(form.heading).toBeVisible();

  // What is generated follows the choice; what is typed stays.
  await expect(form.sections).toHaveCount(3);
  await form.sections.nth(1).check();
  const one = await budgetOfChosen(stage, 1);
  await form.type('docPlace', place);
  await form.sections.nth(2).check();
  expect(await budgetOfChosen(stage, 2)).not.toBe(one);
  await expect(form.input('docPlace')).toHaveValue(place);

  await form.type('docHow', '供应商登录交易平台，凭数字证书免费下载');
  await form.answer('consortiumAllowed', words.no);
  await form.type('docFrom', addDays(today(), 1));
  await form.type('docTo', addDays(today(), 2));
  await form.type('submitPlace', '开标一室');
  await form.type('submitDeadline', `${addDays(today(), 1)} 09:00`);
  await refusedByLaw(stage, 'submitDeadline');
  const why = await form.why('submitDeadline');
  await expect(why.getByRole('table').first().getByRole('row')).not.toHaveCount(1);
  await form.close(why);
  await form.fillEarliest('submitDeadline');
  await lawful(stage, 'submitDeadline');
  // Responses are opened when they are handed in, and it says so.
  await expect(form.input('openTime')).toHaveValue(await form.input('submitDeadline').inputValue());
  await expect(form.frame('openTime')).toContainText(words.source.field);

  const preview = await form.preview();
  await expect(preview).toContainText(place);
  await form.close(preview);
  await form.submit();
  await announcementPageOf(page).status('review');
  await atDesk.synced();
}

export async function agreedAndPublished(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { atDesk } = frames(stage);
  const own = announcementPageOf(clerk.page);
  await agreed(stage, announcedName);
  await own.status('approved');

  clerk.line.set('cut');
  await expect(atDesk.badge).toHaveText(sync.offline(0, 0));
  await own.press(label('actions.announcements.publish'));
  await expect(clerk.page.getByRole('dialog')).toContainText(forms.decision.serverHint);
  await clerk.page
    .getByRole('dialog')
    .getByRole('button', { name: actions.publish.confirm, exact: true })
    .click();
  await expect(clerk.page.getByText(marks.offlinePublish)).toBeVisible();
  await expect(atDesk.badge).toHaveText(sync.offline(1, 0));
  await own.status('approved');

  clerk.line.set('open');
  await atDesk.syncNow();
  await own.status('published');
  await expect(own.facts).toContainText(label('announcements.push.accepted'));
  const read = await fetch(`${city.website}/announcements/${own.id()}`);
  expect(read.status).toBe(200);
  expect(await read.text()).toContain(place);
}

export async function corrected(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const own = announcementPageOf(page);
  const form = announcementFormOf(page);
  const notice = own.id();
  await own.press(templateOf('CORRECTION').name);
  const later = `${addDays(today(), 40)} 09:30`;
  for (const [line, field] of [/截止时间/u, /开启.*时间/u].entries()) {
    await form.correct(field);
    await form.type(`corrections.${line}.after`, later);
  }
  await form.submit();
  const title = `${announcedName}${templateOf('CORRECTION').name}`;
  await expect(own.title).toHaveText(title);
  await own.status('review');
  await atDesk.synced();
  await agreed(stage, title);
  await own.status('approved');
  await own.publish();
  await own.status('published');
  const moved = own.diff.getByRole('row').filter({ hasText: '截止时间' });
  await expect(moved).toContainText(/09:00.*09:30/u);
  const read = await fetch(`${stage.city.website}/announcements/${notice}`);
  expect(await read.text()).toContain(`/announcements/${own.id()}`);

  await atDesk.goTo('announcements');
  const projects = projectPagesOf(page);
  await projects.tab('in_execution').click();
  await projects.openGuide(announcedName, 2);
  await expect(projects.stage('announcement')).toContainText(stageWords.deadline(later.slice(5)));
  await expect(projects.announcements.getByRole('row')).toHaveCount(3);
}

/** 审核岗, at the other desk, from 待办. */
export async function agreed(stage: Stage, title: string): Promise<void> {
  const { atOther } = frames(stage);
  const { page } = stage.other;
  const review = announcementPageOf(page);
  await atOther.signedInAs('purchaser_reviewer');
  await atOther.goTo('tasks');
  await taskListOf(page).open(title);
  await review.status('review');
  await review.approve();
  await review.status('approved');
  await atOther.synced();
}

/** Once the form says the sum of as many chosen sections. */
async function budgetOfChosen({ clerk }: Stage, count: number): Promise<string> {
  const form = announcementFormOf(clerk.page);
  let budget = '';
  await expect(async () => {
    budget = await form.input('budgetAmount').inputValue();
    expect(budget).not.toBe('');
    await expect(form.chosen(count)).toContainText(budget, { timeout: 500 });
  }).toPass({ timeout: patienceMs });
  return budget;
}

/** At the field, with the article that it breaks. */
async function refusedByLaw({ clerk }: Stage, field: string): Promise<void> {
  await expect(announcementFormOf(clerk.page).frame(field)).toContainText(/第[\d一二三四五六七八九十]+条/u);
}

async function lawful({ clerk }: Stage, field: string): Promise<void> {
  await expect(announcementFormOf(clerk.page).input(field)).not.toHaveAttribute('aria-invalid', 'true');
}
