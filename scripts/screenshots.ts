// `npm run screenshots`: pictures of every page and state of the desktop as it is built, on an office screen and a large one, light and dark.
// Options: --out FOLDER, --only NAME,… (an act, or scenes whose name begins so), --readme (makes the picture that the README shows as well).
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.ts';
import { acts } from './screenshots/acts/index.ts';
import { overview } from './screenshots/overview.ts';
import type { Scene } from './screenshots/scene.ts';
import { fileOf, shoot } from './screenshots/shoot.ts';
import { walk } from './screenshots/walk.ts';
import { openWorld, type World } from './screenshots/world.ts';
import { ensureChromium } from './system-packages.ts';

const readmeScene = 'plans-readme';
const readmePicture = join(import.meta.dirname, '../docs/screenshot.png');

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, readme: { type: 'boolean', default: false } },
});
const out = resolve(values.out ?? join(tmpdir(), 'zhengcai-screenshots'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const begins = values.only?.split(',');
const isWanted = ({ name }: Scene, act: string): boolean =>
  begins?.some((begin) => act === begin || name.startsWith(begin)) ?? true;
const wanted = new Set(
  acts.flatMap(({ name, scenes }) =>
    scenes.filter((scene) => isWanted(scene, name)).map((scene) => scene.name),
  ),
);
/** With what stands before them in their act, which they may build on. */
const gone = new Set(
  acts.flatMap(({ scenes }) =>
    scenes.slice(0, scenes.findLastIndex(({ name }) => wanted.has(name)) + 1).map(({ name }) => name),
  ),
);

let world: World | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void world?.close().finally(() => process.exit(1)));
}

await mkdir(out, { recursive: true });
await ensureChromium();
if (!isBuilt()) await build();
const started = Date.now();
world = await openWorld();
const made = new Set<string>();
try {
  const goes = ({ name }: Scene) => gone.has(name);
  const failures = await walk(world, goes, async (stage, scene) => {
    if (!wanted.has(scene.name)) return;
    await shoot(stage, scene, out);
    made.add(scene.name);
    if (values.readme && scene.name === readmeScene) {
      await copyFile(join(out, fileOf(scene, 1366, 'light')), readmePicture);
    }
  });
  await writeFile(join(out, 'index.html'), overview(made));
  for (const { scene, why } of failures) say(`failed: ${scene}: ${why.split('\n')[0]}`);
  say(`${made.size} scenes in ${Math.round((Date.now() - started) / 1000)} s: ${join(out, 'index.html')}`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  await world.close();
}
