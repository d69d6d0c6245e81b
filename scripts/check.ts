// `npm run check`: format, lint, types for each runtime, directions of dependence, who writes commands, paths in docs, unused code. Zero warnings, and all of them are run even
// when an early one fails, so that one run tells everything; as many at a time as there are cores.
import { availableParallelism } from 'node:os';
import { runCommand } from './run-command.ts';

const namedElsewhere = 'files outside a module that name it';
type Step = readonly [name: string, program: string, args: readonly string[]];
const steps: readonly Step[] = [
  ['format and lint', 'biome', ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=100', '.']],
  types('shared (no Node, no DOM)', 'shared'),
  types('Node', '.'),
  types('renderer (DOM, no Node)', 'renderer'),
  types('tests that speak to pages', 'test/tsconfig.pages.json'),
  [
    'directions of dependence',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      ...['shared', 'electron', 'renderer', 'server', 'demo', 'test', 'scripts'],
    ],
  ],
  ['only outbox.ts writes commands', 'node', ['scripts/outbox-writers.ts']],
  ['only times.ts writes times', 'node', ['scripts/time-writers.ts']],
  ['paths that docs name', 'node', ['scripts/doc-paths.ts']],
  [namedElsewhere, 'node', ['scripts/module-cost.ts', '--check']],
  ['unused code', 'knip', ['--no-progress']],
  // What only tests use and is not marked as theirs (`@internal`).
  ['code that only tests use', 'knip', ['--no-progress', '--production']],
];

const waiting = steps.map((step, index) => ({ step, index }));
const results: { readonly code: number | null; readonly output: string }[] = [];

/** Takes the next step as long as there is one; each uses one core. */
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [, program, args] = next.step;
    results[next.index] = await runCommand(program, args, { quiet: true });
  }
}

await Promise.all(Array.from({ length: Math.min(steps.length, availableParallelism()) }, work));
let failed = 0;
for (const [index, [name]] of steps.entries()) {
  const result = results[index];
  const passed = result?.code === 0;
  process.stdout.write(`${passed ? 'ok' : 'failed'} check: ${name}\n`);
  // Numbers to look at, whether or not they are within their limits.
  if (passed && name === namedElsewhere) process.stdout.write(result.output);
  if (passed) continue;
  failed += 1;
  process.stdout.write(`${result?.output ?? ''}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Goes on from what the last check found, kept by content of each file, compiler and options: an error that stands is told again, and without
 * the file everything is gone through.
 */
function types(what: string, project: string): Step {
  const known = `node_modules/.cache/types/${what.replaceAll(/\W+/gu, '-')}.tsbuildinfo`;
  return [`types: ${what}`, 'tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', known]];
}
