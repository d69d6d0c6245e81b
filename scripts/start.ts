// `npm start`: the whole product on this machine with demo data. Starts what is needed, says what runs where, and ends all of it together.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, isFree } from '#demo/free-port.ts';
import type { Child } from '#demo/start/children.ts';
import { desktopKind, electronBinary, hasDisplay, startDesktop } from '#demo/start/desktop.ts';
import { defaultRoot, type Places, placesIn, type Remembered, recall, remember } from '#demo/start/places.ts';
import { seed, serverUrl, startCentre, startServer } from '#demo/start/processes.ts';
import { demoSheet } from '#demo/start/sheet.ts';
import { FolderInUse, lockFolder } from '#server/db/folder-lock.ts';
import { build, isBuilt } from './build.ts';
import { ensureChromium } from './system-packages.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
type Values = {
  readonly data?: string;
  readonly reset?: boolean;
  readonly 'remote-debugging-port'?: string;
};
const usualPorts = { serverPort: 4170, centrePort: 4171 } as const;

const { values }: { readonly values: Values } = parseArgs({
  options: {
    data: { type: 'string' },
    reset: { type: 'boolean' },
    'remote-debugging-port': { type: 'string' },
  },
});
const places = placesIn(values.data ?? defaultRoot());
const forDesktop = Object.entries(values).flatMap(([name, value]) =>
  name === 'remote-debugging-port' ? [`--${name}=${value}`] : [],
);

const running: Child[] = [];
let ending: Promise<void> | undefined;
/** In the order opposite to the start: nobody loses the one it speaks to. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (const child of running.toReversed()) await child.stop();
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
// npm and its shell may be ended without passing it on: then this has another parent.
const parent = process.ppid;
const parentWatch = setInterval(() => {
  if (process.ppid !== parent) void end();
}, 500);
parentWatch.unref();

try {
  process.exitCode = await start();
} catch (problem) {
  say(`failed: ${problem instanceof Error ? problem.message : String(problem)}`);
  process.exitCode = 1;
} finally {
  await end();
}

async function start(): Promise<number> {
  const letGo = takeFolder(places);
  if (letGo === undefined) return letTheFirstAnswer(places);
  try {
    if (values.reset === true) await startOver(places);
    return await runAll(places);
  } finally {
    await end();
    letGo();
  }
}

async function runAll(here: Places): Promise<number> {
  if (!isBuilt()) {
    say('building the desktop …');
    await build();
  }
  if (desktopKind() === 'stand-in') await ensureChromium();
  const remembered = recall(here) ?? (await freshPorts());
  await refuseTakenPorts(here, remembered);
  const { serverPort } = remembered;
  const { child, centre } = await startCentre(here, remembered);
  running.push(child);
  if (remembered.seededAt === null) {
    say('making the demo data (once) …');
    await seed(here, serverPort, centre);
    remember(here, { ...remembered, seededAt: Date.now() });
  }
  if (ending !== undefined) return 0;
  const server = await startServer(here, serverPort);
  running.push(server);
  await writeFile(here.sheet, JSON.stringify(demoSheet(serverUrl(serverPort))), { mode: 0o600 });
  if (ending !== undefined) return 0;
  const desktop = startDesktop(here, forDesktop);
  running.push(desktop);
  tellWhatRuns(here, [
    ['central server', `${serverUrl(serverPort)}  (embedded PGlite, process ${server.pid})`],
    ['public website', `${serverUrl(serverPort)}/`],
    ['trading centre', `${new URL(centre.inboxUrl).origin}  (simulator, process ${child.pid})`],
    ['desktop client', `${desktopWords()}, process ${desktop.pid}`],
  ]);
  const code = await desktop.ended;
  return ending === undefined ? code : 0;
}

function tellWhatRuns(here: Places, lines: readonly (readonly [name: string, where: string])[]): void {
  for (const [name, where] of lines) say(`${name.padEnd(16)}${where}`);
  const port = values['remote-debugging-port'];
  if (port !== undefined) say(`${'debugging'.padEnd(16)}http://127.0.0.1:${port}`);
  say(`${'data and logs'.padEnd(16)}${here.root}  (npm run demo:reset starts over)`);
  say('Sign in with one click: one button for each role. Ctrl+C or closing the window ends everything.');
}

function desktopWords(): string {
  if (desktopKind() === 'electron') return 'Electron';
  const why =
    electronBinary() === undefined
      ? "Electron's binary is not installed: npx install-electron"
      : hasDisplay()
        ? 'Electron does not run as root'
        : 'there is no display';
  const where = hasDisplay() ? 'in a window' : 'headless, as there is no display';
  return `stand-in over Chromium (${why}), ${where}`;
}

/** Another start on the same data: its window comes to the front, and this one is done. */
async function letTheFirstAnswer(here: Places): Promise<number> {
  say(`already running on ${here.root}: handing over to it`);
  const desktop = startDesktop(here, []);
  running.push(desktop);
  return desktop.ended;
}

function takeFolder(here: Places): (() => void) | undefined {
  try {
    return lockFolder(join(here.root, 'start'));
  } catch (problem) {
    if (problem instanceof FolderInUse) return undefined;
    throw problem;
  }
}

async function startOver({ server, serverKeys, centre, desktop, sheet, root }: Places): Promise<void> {
  for (const path of [server, serverKeys, centre, desktop, sheet, join(root, 'remembered.json')]) {
    await rm(path, { recursive: true, force: true });
  }
}

async function freshPorts(): Promise<Remembered> {
  const serverPort = (await isFree(usualPorts.serverPort)) ? usualPorts.serverPort : await freePort();
  const centrePort = (await isFree(usualPorts.centrePort)) ? usualPorts.centrePort : await freePort();
  return { serverPort, centrePort, seededAt: null };
}

/** What a desk holds belongs to its server's address: another port would show an empty desk. */
async function refuseTakenPorts(here: Places, { serverPort, centrePort }: Remembered): Promise<void> {
  remember(here, { seededAt: null, ...recall(here), serverPort, centrePort });
  for (const port of [serverPort, centrePort]) {
    if (await isFree(port)) continue;
    throw new Error(
      `port ${port} is taken by another program. End that one, or start over: npm run demo:reset`,
    );
  }
}
