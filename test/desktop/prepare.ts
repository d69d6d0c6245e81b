// Once before the suites of the desktop: what they start is built, and the browser is there.
import { build, isBuilt } from '../../scripts/build.ts';
import { ensureChromium } from '../../scripts/system-packages.ts';

export async function setup(): Promise<void> {
  await ensureChromium();
  if (!isBuilt()) await build();
}
