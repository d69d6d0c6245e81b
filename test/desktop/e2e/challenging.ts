// 质疑: registered from the guide of a project, which then may sign nothing; answered; reported.
import { addDays } from '#shared/kernel/dates.ts';
import { challengePages, label } from '#shared/text/index.ts';
import { challengePagesOf } from '../pages/challenge-page.ts';
import { expect } from '../pages/expect.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { today } from './a-plan.ts';
import { announcedName } from './announcing.ts';
import { frames, type Stage } from './stage.ts';

const supplier = '许昌示例智能科技有限公司';
const heading = challengePages.title(supplier);
const { page: words, guide } = challengePages;

export async function registered(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const challenge = challengePagesOf(page);
  const projects = projectPagesOf(page);
  await atDesk.goTo('announcements');
  await projects.tab('in_execution').click();
  await projects.openGuide(announcedName, 2);
  await expect(challenge.guide).toContainText(guide.none);
  await challenge.register();

  // What is missing is said at its place, and nothing is lost by it.
  await challenge.type('supplierName', supplier);
  await challenge.press(challengePages.form.buttons.submit);
  await expect(challenge.frame('matters')).toContainText('必填');
  await challenge.firstSection.check();
  await challenge.choose('stage', label('challenges.stage.process'));
  await challenge.type('letterNo', 'ZY-示例-1');
  await challenge.type('receivedOn', addDays(today(), -1));
  await expect(challenge.frame('receivedOn')).toContainText('7个工作日');
  await challenge.type('matters', '评审过程未按采购文件规定的评分标准进行。');
  await challenge.choose('mayAffectResult', challengePages.form.yes);
  await challenge.submit();
  await expect(challenge.heading).toHaveText(heading);
  await challenge.status('open');
  await expect(page.getByText(words.holding)).toBeVisible();
  await atDesk.synced();

  await challenge.press(challengePages.form.buttons.toProject);
  await expect(challenge.guide).toContainText(guide.holds('ZY-示例-1'));
  await page.getByRole('link', { name: supplier, exact: true }).click();
  await expect(challenge.heading).toHaveText(heading);
}

export async function answered(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const challenge = challengePagesOf(page);
  await challenge.press(label('actions.challenges.reply'));
  await challenge.reply.type('text', '经核查，评审委员会按评分标准评审，质疑事项成立。');
  // Left and come back to: what was typed is there.
  await page.goBack();
  await challenge.status('open');
  await challenge.press(label('actions.challenges.reply'));
  await expect(challenge.reply.text).toHaveValue(/质疑事项成立/u);
  await challenge.reply.type('repliedOn', today());
  await challenge.reply.choose('conclusion', label('challenges.conclusion.upheld'));
  await challenge.reply.choose('consequence', label('challenges.consequence.restart'));
  await challenge.reply.confirm();
  await challenge.status('replied');
  // A changed result is reported.
  await expect(page.getByText(words.owesReport)).toBeVisible();
  await challenge.press(label('actions.challenges.report'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: challengePages.report.confirm, exact: true })
    .click();
  await expect(page.getByText(words.owesReport)).toBeHidden();
  await atDesk.synced();
}
