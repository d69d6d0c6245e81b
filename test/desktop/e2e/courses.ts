// 开标与评审: what the trading centre tells appears by itself, what the unit records stands beside it, offline too, and what is withdrawn stays.
import { toLocalTime } from '#shared/kernel/dates.ts';
import { coursePages, forms, label } from '#shared/text/index.ts';
import { coursePageOf } from '../pages/course.ts';
import { expect } from '../pages/expect.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { announcedName } from './announcing.ts';
import { frames, type Stage } from './stage.ts';

const source = (of: string) => label(`sectionEvents.source.${of}`);
const now = (later = 0) => toLocalTime(Date.now() + later).replace('T', ' ');
const day = 86_400_000;

export async function toldByCentre(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { atDesk } = frames(stage);
  const course = coursePageOf(clerk.page);
  const projects = projectPagesOf(clerk.page);
  await atDesk.goTo('announcements');
  await projects.tab('in_execution').click();
  await projects.openGuide(announcedName, 2);
  await expect(course.line('opening')).toContainText(coursePages.missing);

  const lotUid = await course.lotUid();
  await city.centre({ open: { lotUid, bidders: 4 } });
  await expect(course.line('opening')).toContainText(source('centre'));
  // Before the deadline: it is kept, and what is wrong with it is said.
  await expect(course.line('opening')).toContainText(coursePages.contradiction);
  await expect(course.bidders(4).getByRole('row')).toHaveCount(5);

  await city.centre({ evaluate: { lotUid, outcome: 'tied' } });
  await expect(course.ranking).toContainText(coursePages.ranking.tied);
  await expect(course.region).toContainText(label('sections.status.evaluated'));
  await expect(projects.stage('evaluation')).not.toContainText('未开始');

  // A correction by the centre counts instead; what it has said before stays.
  await city.centre({ open: { lotUid, bidders: 2 } });
  await expect(course.region).toContainText(coursePages.tooFew.title(3));
  await expect(course.region.getByRole('link', { name: coursePages.tooFew.todo })).toBeVisible();
  await expect(course.region).toContainText(coursePages.overtaken(2));
}

export async function recordedAndWithdrawn(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { atDesk } = frames(stage);
  const course = coursePageOf(clerk.page);
  await course.record(now(day), '评审报告已送达');
  await course.confirm();
  await expect(course.dialog).toContainText('登记的时间在今后');
  await course.cancel();

  clerk.line.set('cut');
  await course.record(now(), '评审报告已送达');
  await course.confirm();
  await expect(course.dialog).toBeHidden();
  await expect(course.line('report_delivered')).toContainText(source('purchaser'));
  await expect(course.line('report_delivered')).toContainText(forms.marks.pending);
  clerk.line.set('open');
  await atDesk.syncNow();
  await expect(course.line('report_delivered')).not.toContainText(forms.marks.pending);
  // The decision is due five working days later, and it says why.
  await course.region.getByRole('button', { name: coursePages.whyOf('定标') }).click();
  await expect(course.dialog.getByRole('table')).toContainText('工作日');
  await course.dialog.getByRole('button', { name: forms.close }).click();
  await expect(course.dialog).toBeHidden();

  await course.withdraw('report_delivered', '送达时间登记有误');
  await expect(course.line('report_delivered')).toContainText(coursePages.withdrawnMark);
  await expect(course.line('report_delivered')).toContainText('送达时间登记有误');
  await atDesk.synced();
}
