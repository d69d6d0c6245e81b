// 中标（成交）结果: determined by the 经办岗 from the ranking that the centre has told, confirmed by the 审核岗, then to be announced.
import { awardPages, label } from '#shared/text/index.ts';
import { announcementFormOf } from '../pages/announcement-form.ts';
import { awardPagesOf } from '../pages/award-page.ts';
import { coursePageOf } from '../pages/course.ts';
import { expect } from '../pages/expect.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { announcedName } from './announcing.ts';
import { frames, type Stage } from './stage.ts';

const { form: words, guide } = awardPages;
const address = '许昌市示例路1号';

export async function determined(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { page } = clerk;
  const { atDesk } = frames(stage);
  const course = coursePageOf(page);
  const award = awardPagesOf(page);
  const projects = projectPagesOf(page);
  await atDesk.goTo('announcements');
  await projects.tab('in_execution').click();
  await projects.openGuide(announcedName, 2);
  const lotUid = await course.lotUid();
  await city.centre({ open: { lotUid, bidders: 4 } });
  await city.centre({ evaluate: { lotUid, outcome: 'ranked' } });
  await expect(award.guide).toContainText(guide.undetermined);
  await award.determine();

  // The ranking is the centre's; what is missing is said at its place.
  await expect(award.ranking.getByRole('row')).not.toHaveCount(1);
  await award.submit();
  await expect(award.frame('winner')).toContainText('须改正');
  // Whoever does not take the first has to say why.
  await award.candidate(1).check();
  await expect(award.passedOver).toBeVisible();
  const second = await award.amount.inputValue();
  await award.candidate(0).check();
  await expect(award.passedOver).toBeHidden();
  await expect(award.amount).not.toHaveValue(second);
  await award.type('address', address);
  await award.choose('sizeClass', label('suppliers.size.small'));
  await award.submit();
  await award.confirmSubmission();
  await award.status('review');
  await atDesk.synced();
}

export async function confirmed(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = awardPagesOf(clerk.page);
  const review = awardPagesOf(other.page);
  const sectionNo = /^标段 (.+) 的/u.exec(await own.heading.innerText())?.[1] ?? '';
  await atOther.signedInAs('purchaser_reviewer');
  await atOther.goTo('tasks');
  await taskListOf(other.page).open(sectionNo);
  await review.status('review');
  await review.confirmResult();
  await review.status('confirmed');
  await atOther.synced();

  await atDesk.syncNow();
  await own.status('confirmed');
  await own.press(words.buttons.toProject);
  await expect(own.guide).toContainText(label('awards.status.confirmed'));
}

export async function toBeAnnounced(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  await awardPagesOf(page).announce();
  const form = announcementFormOf(page);
  await expect(form.heading).toBeVisible();
  await expect(form.sections.nth(1)).toBeChecked();
  await expect(page.getByRole('main')).toContainText(address);
}
