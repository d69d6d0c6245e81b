// The local side alone, on a replica of any size: first pages, start to first page, search. Every call goes through the worker's port, as it
// will go through Electron's.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchDesk } from '../desk/desk.ts';
import { likeTimes } from '../floor/like.ts';
import { atMost } from '../report.ts';
import { rareWord } from '../rows.ts';
import type { Setting } from '../setting.ts';
import { percentile, timed } from '../statistics.ts';
import { firstPage, listCalls } from './list-calls.ts';
import { indexed } from './waiting.ts';

const words = [
  { kind: 'rare', text: rareWord },
  { kind: 'common', text: '采购' },
  { kind: 'one in seven', text: '医用超声' },
  { kind: 'no hit', text: '火星探测' },
  { kind: 'initials, rare', text: 'yjgb' },
  { kind: 'initials, common', text: 'cgxm' },
  { kind: 'two words', text: '禹州 课桌椅' },
] as const;

export const localNames = ['list', 'restart', 'search'] as const;

export async function localLines(setting: Setting, rows: number): Promise<void> {
  const folder = join(setting.folder, `desk-local-${rows}`);
  await mkdir(folder, { recursive: true });
  const desk = setting.desk({ folder, source: { madeUp: rows } });
  try {
    setting.say(`making a replica of ${rows} plans …`);
    await desk.call('session.signIn', { username: 'bench', password: 'bench' });
    await desk.sync();
    const search = await timed(() => indexed(desk));
    if (setting.wanted('list')) await lists(setting, desk, rows);
    if (setting.wanted('restart')) await restarts(setting, desk, rows);
    if (setting.wanted('search')) await searches(setting, desk, rows, folder, search.ms);
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function lists(setting: Setting, desk: BenchDesk, rows: number): Promise<void> {
  await desk.sample(listCalls, 1);
  const measured = await desk.sample(listCalls, setting.options.quick ? 5 : 15);
  const all = measured.flat();
  // A single combination is measured too seldom for its 95th percentile to be more than the machine's worst moment.
  const each = measured.map((sample) => percentile(sample, 50));
  const worst = each.indexOf(Math.max(...each));
  setting.add({
    name: 'list',
    title: 'First page of 50, filtered and sorted, p95',
    engine: 'local',
    rows,
    unit: 'ms',
    measured: percentile(all, 95),
    floor: null,
    target: atMost(5),
    details: {
      p50: percentile(all, 50),
      'slowest combination p50': Math.max(...each),
      of: JSON.stringify(listCalls[worst]?.input),
      combinations: listCalls.length,
      'longest of all': Math.max(...all),
    },
  });
}

async function restarts(setting: Setting, desk: BenchDesk, rows: number): Promise<void> {
  const fromStart: number[] = [];
  const fromOnline: number[] = [];
  for (let round = 0; round < (setting.options.quick ? 2 : 7); round += 1) {
    const { fromStartMs, fromOnlineMs } = await desk.restart(firstPage);
    fromStart.push(fromStartMs);
    fromOnline.push(fromOnlineMs);
  }
  setting.add({
    name: 'restart',
    title: 'Start of the worker to first page',
    engine: 'local',
    rows,
    unit: 'ms',
    measured: percentile(fromStart, 50),
    floor: null,
    target: atMost(300),
    details: { 'from online': percentile(fromOnline, 50), slowest: Math.max(...fromStart) },
  });
}

async function searches(
  setting: Setting,
  desk: BenchDesk,
  rows: number,
  folder: string,
  indexMs: number,
): Promise<void> {
  const calls = words.map(({ text }) => ({ name: 'plans.list', input: { search: text, limit: 50 } }));
  await desk.sample(calls, 1);
  const measured = await desk.sample(calls, setting.options.quick ? 10 : 40);
  const each = Object.fromEntries(
    words.map(({ kind }, index) => [kind, percentile(measured[index] ?? [], 95)]),
  );
  setting.add({
    name: 'search',
    title: 'Search, slowest kind of word, p95',
    engine: 'local',
    rows,
    unit: 'ms',
    measured: Math.max(...Object.values(each)),
    floor: null,
    target: atMost(20),
    details: { ...each, ...likeTimes(folder, rareWord, '火星探测'), 'index ready after': indexMs },
  });
}
