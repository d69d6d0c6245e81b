// The product as people use it, end to end: what ships of main process, preload and window, on real servers, by clicks and keys alone. One city
// for all of it; the scenes follow each other as a working day does.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';
import { killedWhileTyping, secondStart } from './accidents.ts';
import { agreedAndPublished, corrected, draftAnnouncement } from './announcing.ts';
import { type City, openCity } from './city.ts';
import { copyAndDelete, errorsAndDrafts, excel, list, wholeForm } from './filing.ts';
import { byKeyboard } from './keyboard.ts';
import { refusedAndConflict, serverStopped, waysOut } from './offline.ts';
import { agreedAndFiled, returned, sections } from './review.ts';
import { frames, type Stage } from './stage.ts';
import { administration, diagnostics, look, password } from './system.ts';

let city: City;
let stage: Stage;

beforeAll(async () => {
  city = await openCity();
  stage = { city, clerk: await city.openDesk('clerk'), other: await city.openDesk('other') };
});
afterAll(() => city.close());
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  process.stderr.write(`screenshots and logs: ${await city.keepEvidence(task.name)}\n`);
});

const inMain = (name: string) => stage.other.page.getByRole('main').getByRole('heading', { level: 1, name });

it('each role signs in with one click and begins where its work is', async () => {
  const { atDesk, atOther } = frames(stage);
  const begins: readonly (readonly [Role, string])[] = [
    ['agency', appText.menu.announcements],
    ['supervisor', appText.menu.projects],
    ['administrator', '我的账号'],
    ['procurement_office', appText.tasks.title],
    ['purchaser_clerk', appText.menu.plans],
    ['purchaser_reviewer', appText.tasks.title],
  ];
  for (const [role, heading] of begins) {
    await atOther.signIn(role);
    await inMain(heading).waitFor();
    if (role !== 'purchaser_reviewer') await atOther.signOut();
  }
  await atDesk.signIn('purchaser_clerk');
});

it('经办岗: errors at the field with their article, drafts that keep themselves', () =>
  errorsAndDrafts(stage));
it('经办岗: the whole form, saved, previewed, submitted', () => wholeForm(stage));
it('经办岗: tabs, counts, search, filters, order and columns of the list', () => list(stage));
it('经办岗: a copy, and away with it', () => copyAndDelete(stage));
it('经办岗: Excel out and in, with a report line by line', () => excel(stage));
it('审核岗 sends back with a reason; 经办岗 sees it, changes, submits again', () => returned(stage));
it('审核岗 sees what changed and agrees; 采购办 files', () => agreedAndFiled(stage));
it('项目向导: waiting for sections, asked for again, received', () => sections(stage));
it('起草公告: sections, generated content, the earliest lawful day and why, preview, submitted', () =>
  draftAnnouncement(stage));
it('审核岗 agrees; 发布 waits while offline, then it is on the website and with the trading centre', () =>
  agreedAndPublished(stage));
it('更正公告: before and after, and the deadline of the project follows', () => corrected(stage));
it('经办岗: the whole form by keyboard alone', () => byKeyboard(stage));
it('the server is stopped: work goes on and is sent when it is back', () => serverStopped(stage));
it('a desk comes back with an edit that is refused and one that meets another', () =>
  refusedAndConflict(stage));
it('未通过的操作: both values side by side, one taken; the refused one given up', () => waysOut(stage));
it('系统: password, lock, unlocking offline', () => password(stage));
it('系统: theme and text size', () => look(stage));
it('系统: connection, diagnosis and its bundle', () => diagnostics(stage));
it('系统: what administrators keep, and 重新推送', () => administration(stage));
it('a second start hands over to the first', () => secondStart(stage));
it('killed while somebody types: at most the last second is lost', async () => {
  stage = { ...stage, clerk: await killedWhileTyping(stage) };
  expect(stage.clerk.page.isClosed()).toBe(false);
});
