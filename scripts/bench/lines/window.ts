// What a user of the built desktop waits for at many plans: every figure goes through window, preload, main process and worker and back.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { forms } from '#shared/text/index.ts';
import { atMost } from '../report.ts';
import type { Setting } from '../setting.ts';
import { percentile } from '../statistics.ts';
import { longestTask } from '../window/longest-task.ts';
import { type BenchWindow, openWindow } from '../window/window.ts';
import { firstPage, listCalls } from './list-calls.ts';

export const windowNames = ['window-list', 'window-restart', 'window-blocked'] as const;

/** Answered by the main process out of its memory: what the way there and back costs by itself. */
const roundTrip = { name: 'host.localState', input: {} } as const;

export async function windowLines(setting: Setting, rows: number): Promise<void> {
  const folder = join(setting.folder, `window-${rows}`);
  await mkdir(folder, { recursive: true });
  setting.say(`opening the desktop on ${rows} plans …`);
  const window = await openWindow(folder, rows);
  try {
    if (setting.wanted('window-list')) await lists(setting, window, rows);
    if (setting.wanted('window-blocked')) await blocking(setting, window, rows);
    if (setting.wanted('window-restart')) await restarts(setting, window, rows);
  } finally {
    await window.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const common = (window: BenchWindow, rows: number) =>
  ({ engine: 'local', rows, unit: 'ms', floor: null, details: { on: window.kind } }) as const;

async function lists(setting: Setting, window: BenchWindow, rows: number): Promise<void> {
  const rounds = setting.options.quick ? 3 : 15;
  await window.sample(listCalls, 1);
  const measured = (await window.sample(listCalls, rounds)).flat();
  const [bare = []] = await window.sample([roundTrip], rounds * 50);
  setting.add({
    ...common(window, rows),
    name: 'window-list',
    title: 'First page in the window, filtered, sorted, p95',
    measured: percentile(measured, 95),
    target: atMost(5),
    details: {
      on: window.kind,
      p50: percentile(measured, 50),
      'round trip alone p50': percentile(bare, 50),
      'round trip alone p95': percentile(bare, 95),
      combinations: listCalls.length,
      'longest of all': Math.max(...measured),
    },
  });
}

async function restarts(setting: Setting, window: BenchWindow, rows: number): Promise<void> {
  const measured: number[] = [];
  for (let round = 0; round < (setting.options.quick ? 3 : 9); round += 1) {
    measured.push(await window.restart(firstPage));
  }
  setting.add({
    ...common(window, rows),
    name: 'window-restart',
    title: 'Start of the worker to first page in the window',
    measured: percentile(measured, 50),
    target: atMost(300),
    details: { on: window.kind, slowest: Math.max(...measured) },
  });
}

async function blocking(setting: Setting, window: BenchWindow, rows: number): Promise<void> {
  const each: Record<string, number> = {};
  const times = setting.options.quick ? 1 : 3;
  for (const [name, act] of Object.entries(interactions)) {
    each[name] = await longestTask(window.page, () => act(window.page, times));
  }
  setting.add({
    ...common(window, rows),
    name: 'window-blocked',
    title: 'Longest task of the window while it is used',
    measured: Math.max(...Object.values(each)),
    target: atMost(50),
    details: { on: window.kind, ...each },
  });
}

/** As a hand does it: one thing after the other, a moment apart. */
const interactions: Readonly<Record<string, (page: Page, times: number) => Promise<void>>> = {
  async open(page, times) {
    for (let time = 0; time < times; time += 1) {
      await goTo(page, '#/projects');
      await goTo(page, '#/plans');
      await page.locator('tbody tr').first().waitFor();
    }
  },
  async scroll(page, times) {
    await page.locator('tbody tr').nth(3).hover();
    for (let time = 0; time < 40 * times; time += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(50);
    }
  },
  async tabs(page, times) {
    const tabs = page.getByRole('navigation', { name: forms.table.tabs }).getByRole('button');
    for (let time = 0; time < times; time += 1) {
      for (const tab of await tabs.all()) await pressed(page, press(page, tab));
    }
    await tabs.first().click();
  },
  async sort(page, times) {
    const heads = page.getByRole('columnheader').getByRole('button', { name: forms.listColumns.updatedAt });
    for (let time = 0; time < 4 * times; time += 1) await pressed(page, press(page, heads.first()));
  },
  async filter(page, times) {
    for (let time = 0; time < times; time += 1) {
      await page.locator('#filter-method').click();
      await page.waitForTimeout(200);
      await page.keyboard.press('ArrowDown');
      await pressed(page, page.keyboard.press('Enter'));
      await pressed(page, page.getByRole('button', { name: forms.table.clearFilters }).click());
    }
  },
  async search(page, times) {
    const field = page.getByLabel(forms.table.search, { exact: true });
    for (let time = 0; time < times; time += 1) {
      await field.pressSequentially('yycs', { delay: 120 });
      await page.waitForTimeout(400);
      await pressed(page, field.fill(''));
    }
  },
};

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.waitForTimeout(400);
}

/** By the mouse alone: what a driver looks up in the page before it clicks is no work of the page's. */
async function press(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (box === null) throw new Error('nothing to press');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function pressed(page: Page, done: Promise<void>): Promise<void> {
  await done;
  await page.waitForTimeout(300);
}
