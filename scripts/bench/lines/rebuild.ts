// A desk after an update: its replica is of another version, and is rebuilt from its own bodies. What counts is how soon the first page of the
// list can be used, how long it takes until every row and every index is there, and that neither memory nor the worker suffers meanwhile.
import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { replicaFileName } from '#electron/app/db/replica/open-replica.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import type { BenchDesk } from '../desk/desk.ts';
import type { WorkerData } from '../desk/protocol.ts';
import { noTarget } from '../report.ts';
import type { Setting } from '../setting.ts';
import { firstPage } from './list-calls.ts';
import { indexed } from './waiting.ts';

export const rebuildNames = ['rebuild'] as const;

const later = [...syncedEntities.values()].flatMap(({ indexes }) => indexes.later);
const pollMs = 25;
const statusSchema = z.object({ rebuild: z.object({ done: z.int(), total: z.int() }).nullable() });
const pageSchema = z.object({ items: z.array(z.unknown()) });

/** What makes the difference, and an index that ours has not. */
const versions: readonly { readonly version: NonNullable<WorkerData['version']>; readonly index?: string }[] =
  [
    { version: 'other indexes', index: 'plans_year_number' },
    { version: 'one other table' },
    { version: 'every table other' },
  ];

export async function rebuildLines(setting: Setting, rows: number): Promise<void> {
  const folder = join(setting.folder, `desk-rebuild-${rows}`);
  await mkdir(folder, { recursive: true });
  try {
    setting.say(`making a replica of ${rows} plans …`);
    const source = { madeUp: rows } as const;
    const first = setting.desk({ folder, source });
    await first.call('session.signIn', { username: 'bench', password: 'bench' });
    await first.sync();
    await indexed(first);
    await first.close();
    const file = replicaIn(folder);
    for (const { version, index } of versions) {
      const desk = setting.desk({ folder, source, version });
      try {
        const indexes = [...later, ...(index === undefined ? [] : [index])];
        await measure(setting, desk, { rows, version, indexed: () => areIn(file, indexes) });
      } finally {
        await desk.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Measured = { readonly rows: number; readonly version: string; readonly indexed: () => boolean };

async function measure(
  setting: Setting,
  desk: BenchDesk,
  { rows, version, indexed: hasIndexes }: Measured,
): Promise<void> {
  const start = performance.now();
  await until(
    async () => pageSchema.parse(await desk.call(firstPage.name, firstPage.input)).items.length >= 50,
  );
  const firstPageMs = performance.now() - start;
  await until(async () => statusSchema.parse(await desk.call('sync.status', {})).rebuild === null);
  const rowsMs = performance.now() - start;
  await until(async () => hasIndexes());
  const wholeMs = performance.now() - start;
  const { workerMs } = await desk.blocked();
  const { peakMb } = await desk.memory();
  setting.add({
    name: 'rebuild',
    title: `Rebuild after an update, ${version}`,
    engine: 'local',
    rows,
    unit: 's',
    measured: wholeMs / 1000,
    floor: null,
    target: noTarget,
    details: {
      'first page usable after ms': firstPageMs,
      'every row there after ms': rowsMs,
      'longest block of the worker ms': workerMs,
      'highest memory MB (at most 300)': peakMb,
    },
  });
}

/** Asked when the rebuild is over: before, the file is the desk's alone. */
function areIn(file: string, indexes: readonly string[]): boolean {
  const db = new Database(file, { readonly: true });
  try {
    const one = db.prepare<[string]>('SELECT 1 FROM sqlite_master WHERE name = ?');
    return indexes.every((index) => one.get(index) !== undefined);
  } finally {
    db.close();
  }
}

function replicaIn(folder: string): string {
  const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (each) => basename(each) === replicaFileName,
  );
  if (name === undefined) throw new Error('the desk has no replica');
  return join(folder, name);
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, pollMs));
}
