// The public website under load, from a real server process on PostgreSQL: its list, search and announcement pages, every one asked for by an
// address that was not asked for before, and announcements once more as they are when many read the same.
import { join } from 'node:path';
import { type OpenOptions, openDatabase } from '#server/db/open.ts';
import { writeWebsiteRows } from '#server/website/projection.ts';
import { websiteColumns } from '#shared/domain/announcements/model.ts';
import { startServer } from '#test/support/server-process.ts';
import { foundTown } from '../../../test/process/town.ts';
import { ensureWrk } from '../../system-packages.ts';
import { atLeast, atMost, noTarget, type Target } from '../report.ts';
import type { Setting } from '../setting.ts';
import { createDatabase } from '../world.ts';
import { benchAnnouncement } from './rows.ts';
import { type Load, underLoad } from './wrk.ts';

export const websiteNames = ['website'] as const;

const rowsPerStatement = 250;
const readTogether = 200;

type Shown = { readonly id: string; readonly purchaserName: string; readonly projectName: string };

export async function websiteLines(setting: Setting, postgresUrl: string): Promise<void> {
  await ensureWrk();
  const { rows, quick } = setting.options;
  const own = await createDatabase(postgresUrl);
  const where: OpenOptions = { url: own.url };
  await foundTown(where);
  setting.say(`filling the website with ${rows} announcements …`);
  const shown = await fill(where, rows);
  const folder = join(setting.folder, 'server-website');
  const server = await startServer({ folder, url: own.url });
  const seconds = quick ? 5 : 15;
  const line = async (title: string, load: Omit<Load, 'seconds'>, unit: '1/s' | 'ms', target: Target) => {
    const { perSecond, p50, p95, p99 } = await underLoad(setting.folder, server.origin, { ...load, seconds });
    const measured = unit === 'ms' ? p95 : perSecond;
    const others = { 'requests a second': perSecond, 'p50 ms': p50, 'p95 ms': p95, 'p99 ms': p99 };
    const about = { name: 'website', engine: 'postgres', floor: null } as const;
    setting.add({ ...about, title, rows, unit, measured, target, details: others });
  };
  try {
    const pages = shown.map(({ id }) => `/announcements/${id}`);
    await line('announcement, each another', { paths: pages, connections: 16 }, '1/s', atLeast(500));
    const popular = pages.slice(0, readTogether);
    await line(
      `announcement, ${readTogether} read by many`,
      { paths: popular, connections: 16 },
      '1/s',
      atLeast(500),
    );
    await line('lists, p95 at 50 a second', { paths: lists(), connections: 25, rate: 50 }, 'ms', atMost(100));
    await line(
      'search, p95 at 50 a second',
      { paths: questions(shown), connections: 25, rate: 50 },
      'ms',
      atMost(100),
    );
    await line(
      'search, as many as it can',
      { paths: questions(shown).toReversed(), connections: 4 },
      '1/s',
      noTarget,
    );
  } finally {
    await server.running.stop();
    await own.drop();
  }
}

async function fill(where: OpenOptions, count: number): Promise<readonly Shown[]> {
  const database = await openDatabase(where);
  const until = Date.now();
  const shown: Shown[] = [];
  try {
    // Made afterwards at once, it takes minutes less than with every row.
    await database.exec('DROP INDEX website_terms');
    for (let n = 0; n < count; n += rowsPerStatement) {
      const rows = Array.from({ length: Math.min(rowsPerStatement, count - n) }, (_, index) =>
        benchAnnouncement(n + index, count, until),
      );
      await writeWebsiteRows(database, rows);
      shown.push(...rows.map(({ id, purchaserName, projectName }) => ({ id, purchaserName, projectName })));
    }
    await database.exec(
      "SET maintenance_work_mem = '512MB'; CREATE INDEX website_terms ON website_announcements USING gin (terms)",
    );
    await database.exec('VACUUM ANALYZE website_announcements');
  } finally {
    await database.close();
  }
  // What is asked for first is not what was written last.
  return shuffled(shown);
}

/** Without chance, so that every run asks the same. */
function shuffled<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value, index) => ({ value, at: Math.imul(index + 1, 0x9e3779b1) >>> 0 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Columns with filters, from the newest and from days long ago. */
function lists(): readonly string[] {
  const filters = [
    '',
    'region=411000',
    'region=411081',
    'method=OPEN_TENDER',
    'region=411025&method=COMPETITIVE_CONSULTATION',
  ];
  const days = Array.from(
    { length: 36 },
    (_, month) => `to=${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`,
  );
  return shuffled(
    websiteColumns.flatMap((column) =>
      filters.flatMap((filter) =>
        days.map((to) => `/columns/${column}?${[filter, to].filter((part) => part !== '').join('&')}`),
      ),
    ),
  );
}

const common = [
  '采购',
  '公告',
  '许昌市',
  '设备',
  '服务采购',
  '供应商',
  '履约保证金',
  '人民医院',
  '实验小学',
  '招标',
] as const;

/** What people type: a unit and what it buys, a word that everything has, a project to the letter, something that is not there. */
function questions(shown: readonly Shown[]): readonly string[] {
  return shown.slice(0, 20_000).map(({ purchaserName, projectName }, index) => {
    const word = common[index % common.length] ?? '';
    const subject = projectName.replace(purchaserName, '').slice(5, 9);
    const kinds = [
      `${word} ${subject}`,
      `${purchaserName.slice(0, 6)} ${word}`,
      projectName,
      `${word}${index}`,
      `${subject} ${word} ${purchaserName.slice(-4)}`,
    ] as const;
    return `/search?q=${encodeURIComponent(kinds[index % kinds.length] ?? '')}`;
  });
}
