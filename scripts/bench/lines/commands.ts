// 1,000 commands of a clerk, one after the other, each on the disk before the next; in turns with as many bare commits, because the disk has
// moods.
import { ratioAtMost } from '../report.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';
import { type BenchWorld, newDesk } from '../world.ts';
import { offlineWork } from './offline-work.ts';

const atOnce = 100;

export async function commandsLine(setting: Setting, world: BenchWorld): Promise<void> {
  const { username = '', organisationId } = world.clerks[2] ?? {};
  const clerk = await newDesk(setting, world, 'commands', username);
  const ours: number[] = [];
  const floors: number[] = [];
  try {
    await clerk.sync();
    for (let round = 0; round < setting.options.repeats; round += 1) {
      const work = offlineWork(organisationId ?? '', round, 0);
      let ms = 0;
      let floor = 0;
      for (let start = 0; start < work.length; start += atOnce) {
        floor += await clerk.commits(atOnce);
        ms += await clerk.all(work.slice(start, start + atOnce));
      }
      ours.push(ms);
      floors.push(floor);
      await clerk.sync();
    }
  } finally {
    await clerk.close();
  }
  setting.add({
    name: 'commands',
    title: '1,000 local commands, each on the disk',
    engine: 'local',
    rows: 1_000,
    unit: 'ms',
    measured: median(ours),
    floor: median(floors),
    target: ratioAtMost(1.5),
    details: { 'ms a command': median(ours) / 1_000 },
  });
}
