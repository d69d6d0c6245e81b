// Once before the suites of the desktop: what they start is built, and the browser is there.
import { build, isBuilt } from '../../scripts/build.ts';
import { ensureChromium } from '../../scripts/system-packages.ts';

/** With DESKTOP_BUILT=1 what is in out/ is taken as it is. */
export async function setup(): Promise<void> {
  await ensureChromium();
  if (process.env['DESKTOP_BUILT'] !== '1' && !isBuilt()) await build();
}
