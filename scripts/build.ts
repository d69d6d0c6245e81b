// `npm run build`: main process, worker, preload and renderer into out/, which changes only when all of it could be built. With `--if-needed`
// only when a source is newer than what was built.
import { globSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const root = join(import.meta.dirname, '..');
/** Written last, by the last of the three builds. */
const result = 'out/renderer/index.html';
const sources = [
  '{electron,renderer,shared,resources}/**/*.{ts,tsx,css,html,json,sql,svg,png}',
  'package-lock.json',
  'electron.vite.config.ts',
];

/** With DESKTOP_BUILT=1 what is in out/ is taken as it is. */
export function isBuilt(): boolean {
  if (process.env['DESKTOP_BUILT'] === '1') return true;
  const built = statSync(join(root, result), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  return sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.includes('.test.'))
    .every((path) => statSync(join(root, path)).mtimeMs <= built);
}

/** Throws with the build's own words when it fails. */
export async function build(): Promise<void> {
  const next = join('out', `next-${process.pid}`);
  const run = await runCommand(join(root, 'node_modules/.bin/electron-vite'), ['build'], {
    quiet: true,
    cwd: root,
    env: { DESKTOP_OUT: next, NO_COLOR: '1' },
  });
  if (run.code === 0) {
    for (const part of ['main', 'preload', 'renderer']) {
      await rm(join(root, 'out', part), { recursive: true, force: true });
      await rename(join(root, next, part), join(root, 'out', part));
    }
  }
  await rm(join(root, next), { recursive: true, force: true });
  if (run.code !== 0) throw new Error(`the build failed:\n${run.output}`);
}

if (import.meta.main && !(process.argv.includes('--if-needed') && isBuilt())) await build();
