// `npm test`: the checks, then every suite on PGlite and on a throw-away PostgreSQL, and the walk-through. The last line sums up.
//
// Two lanes run beside each other: suites that compute, and those that start processes and browsers, which wait half of their time. No test depends on
// how fast the machine is, so neither lane minds the other; one browser at a time, because two have been seen to lose one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { startPostgres } from './postgres.ts';
import { runCommand } from './run-command.ts';
import { ensurePython } from './system-packages.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

const total = { passed: 0, failed: 0 };
/** Said once more at the end: what is printed in between is long. */
const failures: string[] = [];

function count(name: string, passed: number, failed: number): void {
  total.passed += passed;
  total.failed += failed;
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`);
}

type SuiteOptions = { readonly folder: string; readonly env: Readonly<Record<string, string>> };
/** `quiet`: its output comes whole when it is over, so that two lanes do not mix their lines. */
type Lane = { readonly quiet: boolean };

async function suite(project: string, { folder, env }: SuiteOptions, { quiet }: Lane): Promise<void> {
  const started = Date.now();
  const report = join(folder, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const run = await runCommand('vitest', args, { env, quiet });
  if (quiet) process.stdout.write(run.output);
  const counted = await readFile(report, 'utf8').then(
    (text) => reportSchema.parse(JSON.parse(text)),
    () => undefined,
  );
  const failed = counted === undefined ? 1 : counted.numFailedTests;
  if (counted !== undefined) failures.push(...failuresIn(project, counted));
  else failures.push(`${project}: no report`);
  // A file that does not even load fails no test; a skipped test proves nothing. Both count as failures here.
  const unproven = counted === undefined ? 0 : counted.numPendingTests;
  count(project, counted?.numPassedTests ?? 0, failed + unproven + (run.code !== 0 && failed === 0 ? 1 : 0));
  took(project, started);
}

/** Each with its file and the first lines of what it said. */
function failuresIn(project: string, { testResults }: Report): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = `${project}: ${relative(process.cwd(), name)}`;
    const unproven = assertionResults.filter(({ status: each }) => each !== 'passed');
    if (unproven.length === 0) return status === 'failed' ? [`${file}: ${beginning(message)}`] : [];
    return unproven.map(
      (each) => `${file}: ${each.fullName}: ${beginning(each.failureMessages?.[0] ?? each.status)}`,
    );
  });
}

const beginning = (text: string): string => text.split('\n').slice(0, 8).join('\n  ');

function took(name: string, started: number): void {
  process.stdout.write(`${name} took ${Math.round((Date.now() - started) / 1000)} s\n`);
}

/** A script that prints a line `ok …` a step and exits 0 only if all hold. */
async function script(name: string, file: string, { quiet }: Lane): Promise<void> {
  const started = Date.now();
  const run = await runCommand(process.execPath, [file], { quiet });
  if (quiet) process.stdout.write(run.output);
  const lines = run.output.split('\n');
  const failed = lines.filter((line) => line.startsWith('failed '));
  failures.push(...failed.map((line) => `${name}: ${line}`));
  count(
    name,
    lines.filter((line) => line.startsWith('ok ')).length,
    run.code === 0 ? 0 : Math.max(1, failed.length),
  );
  took(name, started);
}

const started = Date.now();
await script('check', 'scripts/check.ts', { quiet: false });
const folder = await mkdtemp(join(tmpdir(), 'zhengcai-test-'));
await ensurePython();
const postgres = await startPostgres({ durable: false });
try {
  const options = { folder, env: { TEST_DATABASE_URL: postgres.url } };
  const computing = async () => {
    for (const project of ['pure', 'unit', 'world']) await suite(project, options, { quiet: false });
  };
  const starting = async () => {
    for (const project of ['process', 'desktop']) await suite(project, options, { quiet: true });
    await script('walkthrough', 'demo/walkthrough.ts', { quiet: true });
  };
  // Each goes to its end, whatever becomes of the other: both use the database.
  for (const lane of await Promise.allSettled([computing(), starting()])) {
    if (lane.status === 'rejected') throw lane.reason;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
took('all of it', started);
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
