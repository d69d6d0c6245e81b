// One Chromium for the whole program, with a profile beside the data as Electron keeps it. Spoken to over a pipe, so that it ends with this
// process however this process ends; a port for others is opened where `--remote-debugging-port` asks for one.
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Request as PageRequest } from 'playwright-core';
import { longPatienceMs } from '#demo/patience.ts';
import { getPath } from './paths.ts';

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
let context: BrowserContext | undefined;
/** The page that Chromium begins with is the first window's. */
let first: Page | undefined;
/** Pages that this program has made. Any other was opened by a page, which must not be: the handler of new windows has refused it. */
const own = new WeakSet<Page>();
let awaited = 0;

export const headless = process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined;

function executable(): string {
  for (const path of candidates) {
    if (path === undefined) continue;
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next one.
    }
  }
  throw new Error('Chromium is missing. On Debian: apt-get install chromium');
}

function switches(): string[] {
  const port = process.argv.find((argument) => argument.startsWith('--remote-debugging-port='));
  return [
    '--disable-site-isolation-trials',
    '--force-color-profile=srgb',
    // This program answers every request of its pages, those to others too. A window that is refused has nobody to answer it: its request, let go when it is closed
    // while it begins to load, must reach nothing.
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    // With two dashes Playwright would give up its pipe for it.
    ...(port === undefined ? [] : [port.slice(1)]),
    // As a program and not as a browser: no tabs, no address, nothing offered above the page.
    ...(headless ? [] : ['--app=data:text/html,', '--test-type']),
  ];
}

/** A browser offers to translate pages; a program does not. */
function withoutOffers(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(dirname(preferences), { recursive: true });
  writeFileSync(preferences, JSON.stringify({ translate: { enabled: false } }));
}

export async function startBrowser(): Promise<void> {
  const profile = join(getPath('userData'), 'browser');
  withoutOffers(profile);
  context = await chromium.launchPersistentContext(profile, {
    executablePath: executable(),
    headless,
    args: switches(),
    // Playwright lets every page open windows by default. Ours may not: without this switch the browser itself refuses them, as it does for a
    // program, and none has to be torn down while it is still being made, which at times ended the whole browser.
    // Beside the window of `--app` it would open another.
    ignoreDefaultArgs: ['--disable-popup-blocking', ...(headless ? [] : ['about:blank'])],
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: longPatienceMs,
  });
  first = context.pages()[0];
  if (first !== undefined) own.add(first);
  context.on('page', (page) => {
    if (awaited > 0) {
      awaited -= 1;
      own.add(page);
    } else void page.close().catch(() => undefined);
  });
  // Before such a page is closed it has begun to load.
  await context.route(
    () => true,
    (route) => (isOwn(route.request()) ? route.continue() : route.abort()).catch(() => undefined),
  );
  context.on('close', () => {
    context = undefined;
  });
}

export async function newPage(): Promise<Page> {
  const page = first ?? (await anotherPage());
  first = undefined;
  return page;
}

/** One that is no window of the program: a box. */
export async function anotherPage(): Promise<Page> {
  if (context === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
  awaited += 1;
  return context.newPage();
}

function isOwn(request: PageRequest): boolean {
  try {
    return own.has(request.frame().page());
  } catch {
    // A page that is not there yet.
    return false;
  }
}

export function browserContext(): BrowserContext | undefined {
  return context;
}

export async function stopBrowser(): Promise<void> {
  await context?.close().catch(() => undefined);
}
