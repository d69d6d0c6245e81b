// 开标与评审 of projects that the demo has followed to their opening, their evaluation and beyond.
import { coursePages, gatePages, projectsPages } from '#shared/text/index.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

type Course = Awaited<ReturnType<typeof courseOf>>;

async function courseOf(stage: Stage, projectId: string) {
  const { events } = await stage.ask('sectionEvents.byProject', { projectId });
  return events.map(({ event }) => event);
}

/** The project whose events are like this, at the part of its page that shows them. */
async function showCourse(stage: Stage, holds: (events: Course) => boolean): Promise<void> {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  for (const { id, status } of items) {
    if (status !== 'in_execution') continue;
    const events = await courseOf(stage, id);
    if (events.length === 0 || !holds(events)) continue;
    await stage.go(`/projects/${id}`);
    const heading = stage.page.getByRole('heading', { level: 2, name: coursePages.title });
    await heading.waitFor();
    await stage.page
      .getByRole('table', { name: new RegExp(`：${coursePages.title}$`, 'u') })
      .first()
      .waitFor();
    await heading.evaluate((element) => {
      element.scrollIntoView();
      let scrolled = element.parentElement;
      while (scrolled !== null && scrolled.scrollTop === 0) scrolled = scrolled.parentElement;
      // Not under the page's own head.
      scrolled?.scrollBy(0, -100);
    });
    return;
  }
  throw new Error('no project of the demo has come so far');
}

const has = (events: Course, kind: Course[number]['kind']) => events.some((event) => event.kind === kind);
const bidders = ({ details }: Course[number]) => (details?.of === 'opening' ? details.bidders.length : 3);
const isFailed = ({ details }: Course[number]) =>
  details?.of === 'evaluation' && details.outcome.result === 'failed';

function course(name: string, title: string, holds: (events: Course) => boolean): Scene {
  return { name, title, show: (stage) => showCourse(stage, holds) };
}

const ranked = (events: Course) => has(events, 'evaluation_ended') && !events.some(isFailed);

export const courseScenes: readonly Scene[] = [
  {
    name: 'course-gates',
    title: 'Project: what may be done with a section now, and why not',
    async show(stage) {
      await showCourse(stage, (events) => ranked(events));
      const { page } = stage;
      await page
        .getByRole('button', { name: new RegExp(projectsPages.sections.show, 'u') })
        .first()
        .click();
      const gates = page.locator(`dl[aria-label="${gatePages.title}"]`);
      await gates.waitFor();
      await gates.scrollIntoViewIfNeeded();
    },
  },
  course('course-opened', 'Project: sections opened', (events) => {
    return !has(events, 'evaluation_ended') && events.every((event) => bidders(event) > 2);
  }),
  course('course-too-few', 'Project: fewer than three bidders', (events) =>
    events.some((event) => bidders(event) < 3),
  ),
  course('course-ranked', 'Project: evaluated, the report delivered', (events) => {
    return ranked(events) && has(events, 'report_delivered') && !has(events, 'winner_determined');
  }),
  course('course-corrected', 'Project: two tied, the opening corrected by the centre', (events) =>
    events.some(({ platformVersion }) => platformVersion === 2),
  ),
  course('course-failed', 'Project: 废标', (events) => events.some(isFailed)),
  course('course-determined', 'Project: up to the 通知书', (events) => has(events, 'notice_issued')),
  {
    name: 'course-why',
    title: '为什么: until when the next event is due',
    part: dialogPart,
    async show(stage) {
      await showCourse(stage, (events) => has(events, 'notice_issued'));
      // 保证金 have a period only where they are collected here.
      await stage.page
        .getByRole('table', { name: new RegExp(`：${coursePages.title}$`, 'u') })
        .getByRole('button', { name: new RegExp(`${coursePages.whyOf('')}$`, 'u') })
        .first()
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'course-record',
    title: 'Dialog: 登记事项, with what the law expects otherwise',
    part: dialogPart,
    async show(stage) {
      await showCourse(stage, (events) => has(events, 'notice_issued'));
      await stage.page
        .getByRole('button', { name: new RegExp(`^${coursePages.record}`, 'u') })
        .first()
        .click();
      const dialog = stage.dialog();
      await dialog.waitFor();
      await dialog.getByRole('textbox', { name: coursePages.dialog.at }).fill('2026-01-05 09:00');
      await dialog.getByRole('textbox', { name: coursePages.dialog.note }).click();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'course-withdraw',
    title: 'Dialog: 撤销登记',
    part: dialogPart,
    async show(stage) {
      await showCourse(stage, (events) => has(events, 'notice_issued'));
      await stage.page
        .getByRole('button', { name: new RegExp(`^${coursePages.withdraw}`, 'u') })
        .first()
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
];
