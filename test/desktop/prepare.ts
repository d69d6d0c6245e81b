// Once before the suites of the desktop: what they start is built, and the browser is there. The end-to-end files share a folder for the image of
// their city; the first of them fills it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from '../../scripts/build.ts';
import { ensureChromium } from '../../scripts/system-packages.ts';

export async function setup(): Promise<() => Promise<void>> {
  await ensureChromium();
  if (!isBuilt()) await build();
  const folder = await mkdtemp(join(tmpdir(), 'zhengcai-city-image-'));
  // The processes of the files inherit it.
  process.env['CITY_IMAGE'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
