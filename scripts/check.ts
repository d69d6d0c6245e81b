// `npm run check`: format, lint, types for each runtime, directions of dependence, unused code. Zero warnings, and all of them are run even
// when an early one fails, so that one run tells everything.
import { runCommand } from './run-command.ts';

const steps: readonly (readonly [name: string, program: string, args: readonly string[]])[] = [
  ['format and lint', 'biome', ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=100', '.']],
  ['types: shared (no Node, no DOM)', 'tsc', ['-p', 'shared']],
  ['types: Node', 'tsc', ['-p', '.']],
  ['types: renderer (DOM, no Node)', 'tsc', ['-p', 'renderer']],
  ['types: tests that speak to pages', 'tsc', ['-p', 'test/tsconfig.pages.json']],
  [
    'directions of dependence',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      ...['shared', 'electron', 'renderer', 'server', 'demo', 'test', 'scripts'],
    ],
  ],
  ['unused code', 'knip', ['--no-progress']],
];

let failed = 0;
for (const [name, program, args] of steps) {
  const result = await runCommand(program, args, { quiet: true });
  process.stdout.write(`${result.code === 0 ? 'ok' : 'failed'} check: ${name}\n`);
  if (result.code !== 0) {
    failed += 1;
    process.stdout.write(`${result.output}\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
