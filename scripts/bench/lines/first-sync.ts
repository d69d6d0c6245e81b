// The first sync of a desk that may see everything, against its floor, in turns; how long it blocked anybody, and the memory it took.
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchDesk } from '../desk/desk.ts';
import { FirstSyncFloor } from '../floor/first-sync-floor.ts';
import { atMost, noTarget, ratioAtMost } from '../report.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';
import { type BenchWorld, newDesk, officeUsername } from '../world.ts';
import { indexed } from './waiting.ts';

const listSchema = z.object({ total: z.int() });

type Round = {
  readonly desk: BenchDesk;
  readonly floor: { readonly ms: number; readonly cpuMs: number };
  readonly floorWithAll: { readonly ms: number; readonly cpuMs: number; readonly indexes: number };
  readonly ms: number;
  readonly cpuMs: number;
  readonly serverCpuMs: number;
  readonly blockedMain: number;
  readonly blockedWorker: number;
};

/** Answers the last desk, which holds everything. */
export async function firstSyncLines(setting: Setting, world: BenchWorld): Promise<BenchDesk> {
  const { options, folder } = setting;
  const floor = await FirstSyncFloor.start(join(folder), options.rows);
  const rounds: Round[] = [];
  try {
    for (let no = 0; no < options.repeats; no += 1) {
      await rounds.at(-1)?.desk.close();
      rounds.push(await oneRound(setting, world, floor, no));
    }
  } finally {
    await floor.stop();
  }
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('nothing was measured');
  const { total } = listSchema.parse(await last.desk.call('plans.list', {}));
  if (total < options.rows) throw new Error(`only ${total} of ${options.rows} rows came`);
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const common = { engine: world.engine, rows: total } as const;
  const timing = { ...common, unit: 'ms', measured: of(({ ms }) => ms) } as const;
  setting.add({
    ...timing,
    name: 'first-sync',
    title: 'First sync, floor with 3 indexes',
    floor: of((round) => round.floor.ms),
    target: ratioAtMost(1.5),
    details: {
      'blocked main ms': of(({ blockedMain }) => blockedMain),
      'blocked worker ms': of(({ blockedWorker }) => blockedWorker),
      'processor ms desk': of(({ cpuMs }) => cpuMs),
      server: of(({ serverCpuMs }) => serverCpuMs),
      floor: of((round) => round.floor.cpuMs),
    },
  });
  setting.add({
    ...timing,
    name: 'first-sync',
    title: `First sync, floor with all ${last.floorWithAll.indexes} indexes`,
    floor: of(({ floorWithAll }) => floorWithAll.ms),
    target: noTarget,
    details: { 'processor ms floor': of(({ floorWithAll }) => floorWithAll.cpuMs) },
  });
  await memory(setting, world, last.desk, total);
  return last.desk;
}

async function oneRound(
  setting: Setting,
  world: BenchWorld,
  floor: FirstSyncFloor,
  no: number,
): Promise<Round> {
  const few = await floor.fill('3');
  const all = await floor.fill('all');
  const desk = await newDesk(setting, world, `office-${no}`, officeUsername);
  await desk.blocked();
  const serverBefore = world.cpuMs();
  const { wholeMs, cpuMs } = await desk.sync();
  const serverCpuMs = world.cpuMs() - serverBefore;
  const { mainMs, workerMs } = await desk.blocked();
  return {
    desk,
    floor: few,
    floorWithAll: all,
    ms: wholeMs,
    cpuMs,
    serverCpuMs,
    blockedMain: mainMs,
    blockedWorker: workerMs,
  };
}

/** After the sync, and after the search index and the later indexes have been made; the process without its worker is taken off. */
async function memory(setting: Setting, world: BenchWorld, desk: BenchDesk, rows: number): Promise<void> {
  const synced = await desk.memory();
  await indexed(desk);
  const { workerMs } = await desk.blocked();
  const after = await desk.memory();
  setting.add({
    name: 'memory',
    title: 'Memory of the local side, highest',
    engine: world.engine,
    rows,
    unit: 'MB',
    measured: after.peakMb - after.beforeMb,
    floor: null,
    target: atMost(300),
    details: {
      'after the sync': synced.nowMb - synced.beforeMb,
      'after the search index': after.nowMb - after.beforeMb,
      'whole process': after.nowMb,
      'blocked worker ms while indexing': workerMs,
    },
  });
}
