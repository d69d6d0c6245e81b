// Programs of the system that are needed and may be missing. On Debian as root they are installed; elsewhere the one missing thing is named.
import { existsSync } from 'node:fs';
import { probe, runCommand } from './run-command.ts';

/** Installs Debian packages where that is allowed; whether it helped, the caller looks for itself. */
export async function installPackages(names: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stdout.write(`installing the Debian package ${names.join(', ')} …\n`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env, quiet: true });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env,
    quiet: true,
  });
}

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where Chromium is, or undefined. */
export const browserPath = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', ...browsers].find((path) => existsSync(path));
const hasBrowser = (): boolean => browserPath() !== undefined;

/** Chromium, and a font that can show Chinese. */
export async function ensureChromium(): Promise<void> {
  if (!hasBrowser()) await installPackages(['chromium']);
  if (!hasBrowser()) throw new Error('Chromium is missing. On Debian: apt-get install chromium');
  if (await hasChineseFont()) return;
  await installPackages(['fontconfig', 'fonts-noto-cjk']);
  if (!(await hasChineseFont())) {
    throw new Error('a font with Chinese characters is missing. On Debian: apt-get install fonts-noto-cjk');
  }
}

/** The load tool of the benchmark. */
export async function ensureWrk(): Promise<void> {
  if (existsSync('/usr/bin/wrk')) return;
  await installPackages(['wrk']);
  if (!existsSync('/usr/bin/wrk')) throw new Error('wrk is missing. On Debian: apt-get install wrk');
}

/** The second verifier of draws is written in it. */
export async function ensurePython(): Promise<void> {
  const isThere = async () => (await probe('python3', ['--version'])) !== undefined;
  if (await isThere()) return;
  await installPackages(['python3']);
  if (!(await isThere())) throw new Error('Python 3 is missing. On Debian: apt-get install python3');
}

async function hasChineseFont(): Promise<boolean> {
  const found = await probe('fc-list', [':lang=zh-cn', 'family']);
  return found !== undefined && found !== '';
}
