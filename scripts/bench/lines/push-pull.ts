// What was done offline goes up, what others did comes down.
import type { BenchDesk } from '../desk/desk.ts';
import { atMost } from '../report.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';
import { type BenchWorld, newDesk } from '../world.ts';
import { changesOf, offlineWork } from './offline-work.ts';

const submissions = 20;

/** 1,000 commands of a clerk who was offline: drafts, changes, submissions. */
export async function pushLine(setting: Setting, world: BenchWorld): Promise<void> {
  const { username = '', organisationId } = world.clerks[1] ?? {};
  const clerk = await newDesk(setting, world, 'offline', username);
  const acknowledged: number[] = [];
  const whole: number[] = [];
  const server: number[] = [];
  try {
    await clerk.sync();
    // One more than is counted: nobody's first push finds a server that has just started.
    for (let round = 0; round <= setting.options.repeats; round += 1) {
      const work = offlineWork(organisationId ?? '', round, submissions);
      await clerk.all(work);
      const before = world.cpuMs();
      const push = await clerk.sync();
      mustBe(push.acknowledged, work.length);
      mustBe(push.rejected, 0);
      if (round === 0) continue;
      acknowledged.push(push.acknowledgedMs);
      whole.push(push.wholeMs);
      server.push(world.cpuMs() - before);
    }
  } finally {
    await clerk.close();
  }
  setting.add({
    name: 'push',
    title: 'Push 1,000 offline commands, all acknowledged',
    engine: world.engine,
    rows: 1_000,
    unit: 'ms',
    measured: median(acknowledged),
    floor: null,
    target: atMost(800),
    details: { 'with the pull after it ms': median(whole), 'processor ms server': median(server) },
  });
}

/** The desk that holds everything takes up 1,000 plans that a clerk has changed. */
export async function pullLine(setting: Setting, world: BenchWorld, office: BenchDesk): Promise<void> {
  const clerk = await newDesk(setting, world, 'online', world.clerks[0]?.username ?? '');
  const pulled: number[] = [];
  try {
    await clerk.sync();
    for (let round = 0; round <= setting.options.repeats * 2; round += 1) {
      const changes = changesOf(world.returned, round);
      await clerk.all(changes);
      mustBe((await clerk.sync()).acknowledged, changes.length);
      // What is brought first by another line is not counted here.
      const pull = await office.sync();
      if (round === 0) continue;
      mustBe(pull.rows, changes.length);
      pulled.push(pull.wholeMs);
    }
  } finally {
    await clerk.close();
  }
  setting.add({
    name: 'pull',
    title: 'Pull 1,000 remote changes',
    engine: world.engine,
    rows: setting.options.rows,
    unit: 'ms',
    measured: median(pulled),
    floor: null,
    target: atMost(60),
    details: { fastest: Math.min(...pulled), slowest: Math.max(...pulled) },
  });
}

function mustBe(found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${found} instead of ${wanted}`);
}
