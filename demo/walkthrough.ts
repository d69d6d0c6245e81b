// The manual's main job on real processes: desks with their own replicas, the central server, the trading centre, and a network that fails in
// between. One line a step; exit code 0 only if every step holds. Nothing is left behind: processes are ended by id, the folder goes.
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { longPatienceMs } from './patience.ts';
import { killAll } from './walkthrough/processes.ts';
import { type Started, setUp } from './walkthrough/set-up.ts';
import { steps } from './walkthrough/steps/index.ts';
import { everyDesk } from './walkthrough/world.ts';

/** For everything; it takes a fraction of that on two cores. */
const longestMs = 4 * longPatienceMs;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const words = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

const folder = await mkdtemp(join(tmpdir(), 'zhengcai-walkthrough-'));
let started: Started | undefined;
let failed = false;

/** When there is no time left to end things one after the other. */
function breakOff(): never {
  killAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(1);
}
const limit = setTimeout(() => {
  say(`failed 全部步骤 没有在 ${longestMs / 60_000} 分钟内完成`);
  breakOff();
}, longestMs);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff);

try {
  started = await setUp(folder, toPlainDate(Date.now()));
  const { world } = started;
  for (const { title, run } of steps) {
    try {
      say(`ok ${title} ${await run(world)}`);
    } catch (problem) {
      // Later steps stand on what this one should have left.
      failed = true;
      say(`failed ${title} ${words(problem)}`);
      for (const part of [world.server, world.centre, ...everyDesk(world)]) say(part.tail());
      break;
    }
  }
} catch (problem) {
  failed = true;
  say(`failed 启动 ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
} finally {
  await started?.close();
  killAll();
  clearTimeout(limit);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
if (!failed) say(`${steps.length} 步全部通过，用时 ${Math.round(performance.now() / 1000)} 秒`);
process.exitCode = failed ? 1 : 0;
