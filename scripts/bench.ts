// `npm run bench`: measures, in one run on one machine, the floor and us for every line of the table in the design, on PostgreSQL and on PGlite.
// Options: --only NAME (lines whose name begins with it), --rows N, --quick, --json FILE. docs/performance.md explains the figures.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll } from '#test/support/processes.ts';
import { contractLines, contractNames } from './bench/lines/contracts.ts';
import { localLines, localNames } from './bench/lines/local.ts';
import { rebuildLines, rebuildNames } from './bench/lines/rebuild.ts';
import { windowLines, windowNames } from './bench/lines/window.ts';
import { linesWithServer, namesWithServer } from './bench/lines/with-server.ts';
import { describeMachine } from './bench/machine.ts';
import { type Options, readOptions } from './bench/options.ts';
import { asJson, describe, type Report } from './bench/report.ts';
import { Setting } from './bench/setting.ts';
import { websiteLines, websiteNames } from './bench/website/line.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const longestMs = 60 * 60_000;

const options = parsedOptions();
const folder = await mkdtemp(join(tmpdir(), 'zhengcai-bench-'));
const setting = new Setting(options, folder);
let postgres: Postgres | undefined;

function parsedOptions(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

let cleaned: Promise<void> | undefined;
/** Once, whoever asks first. */
function cleanUp(): Promise<void> {
  cleaned ??= endEverything();
  return cleaned;
}

async function endEverything(): Promise<void> {
  setting.killDesks();
  await endAll();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function giveUp(why: string): Promise<never> {
  process.stderr.write(`${why}\n`);
  await cleanUp();
  process.exit(1);
}

async function measure(): Promise<Report> {
  postgres = await startPostgres({ durable: true });
  const machine = await describeMachine(folder, postgres.url);
  setting.say(
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  );
  if (namesWithServer.some((name) => setting.wanted(name))) {
    await linesWithServer(setting, postgres.url);
    await linesWithServer(setting, null);
  }
  if (localNames.some((name) => setting.wanted(name))) {
    await localLines(setting, options.rows);
    await localLines(setting, options.manyRows);
  }
  if (contractNames.some((name) => setting.wanted(name))) await contractLines(setting, options.rows);
  if (rebuildNames.some((name) => setting.wanted(name))) {
    await rebuildLines(setting, options.rows);
    await rebuildLines(setting, options.manyRows);
  }
  if (websiteNames.some((name) => setting.wanted(name))) await websiteLines(setting, postgres.url);
  if (windowNames.some((name) => setting.wanted(name))) await windowLines(setting, options.rows);
  return { machine, lines: setting.lines };
}

const started = performance.now();
setTimeout(() => void giveUp('the benchmark took too long'), longestMs).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp('stopped'));
try {
  const report = await measure();
  setting.say(`\n${report.lines.map(describe).join('\n')}`);
  setting.say(`measured in ${Math.round((performance.now() - started) / 1000)} s`);
  const json = asJson(report, options);
  if (options.json === null) setting.say(json);
  else await writeFile(options.json, `${json}\n`);
} catch (error) {
  // Who was told to stop has taken away what was being measured.
  if (cleaned === undefined) throw error;
} finally {
  await cleanUp();
}
