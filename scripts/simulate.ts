// npm run simulate -- --runs 10000 [--seed 42] [--path 17:3:1] [--steps 40] [--workers 2]
// Runs histories of the simulated world, spread over processes. A failure prints the seed and path that replay exactly that history.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { simulate } from '#test/world/simulation.ts';
import { House } from '#test/world/world-template.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    steps: { type: 'string' },
    workers: { type: 'string' },
    worker: { type: 'boolean', default: false },
  },
});

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`--${name} is not a whole number: ${text}`);
  return number;
}

const runs = wholeNumber(values.runs, 'runs');
const seed = values.seed === undefined ? Date.now() % 0x7fff_ffff : wholeNumber(values.seed, 'seed');
const single = values.worker || values.path !== undefined;
process.exitCode = single ? await runHere() : await spread();

/** In this process; 1 when a history failed. */
async function runHere(): Promise<number> {
  const house = await House.open();
  try {
    const {
      milliseconds,
      tally,
      failure,
      runs: done,
    } = await simulate(house, {
      runs: values.path === undefined ? runs : 1,
      seed,
      path: values.path,
      ...(values.steps === undefined ? {} : { maxSteps: wholeNumber(values.steps, 'steps') }),
    });
    const perSecond = (done / (milliseconds / 1000)).toFixed(2);
    process.stdout.write(`seed ${seed}: ${done} histories, ${perSecond} a second\n`);
    for (const [what, times] of tally.entries())
      process.stdout.write(`  ${String(times).padStart(8)}  ${what}\n`);
    if (failure !== null) process.stdout.write(`failed ${failure}\n`);
    return failure === null ? 0 : 1;
  } finally {
    await house.close();
  }
}

async function spread(): Promise<number> {
  const workers =
    values.workers === undefined ? availableParallelism() : wholeNumber(values.workers, 'workers');
  const share = Math.ceil(runs / workers);
  process.stdout.write(`seed ${seed}: ${runs} histories in ${workers} processes\n`);
  const codes = await Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const args = ['--worker', '--runs', String(share), '--seed', String(seed + index)];
      if (values.steps !== undefined) args.push('--steps', values.steps);
      const child = spawn(process.execPath, [import.meta.filename, ...args], { stdio: 'inherit' });
      return new Promise<number>((resolve) => {
        child.once('exit', (code) => resolve(code ?? 1));
      });
    }),
  );
  return Math.max(...codes);
}
