// A small city for the end-to-end suite: the central server on PGlite and the trading centre's simulator as processes of their own, seeded with a
// handful of plans of one unit, and desks that are opened on it. All on 127.0.0.1, ended by id.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { seedDemo } from '#demo/seed.ts';
import type { Child } from '#demo/start/children.ts';
import { type Places, placesIn } from '#demo/start/places.ts';
import { type Centre, controlCentre, serverUrl, startCentre, startServer } from '#demo/start/processes.ts';
import { demoSheet } from '#demo/start/sheet.ts';
import { freePort, type Network, startNetwork } from '#demo/walkthrough/network.ts';
import { createCentralServer } from '#server/create-server.ts';
import { openDatabase } from '#server/db/open.ts';
import { openKeyRing } from '#server/exchange/keys.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { desktopKinds, runToEnd } from '../../electron-stand-in/driver.ts';
import { keepNotices } from '../pages/notices.ts';
import { main, type Shipped, shipped } from '../shipped.ts';

/** Of the unit whose people sign in: one plan each of what the pages tell apart. The numbers are places in the demo world. */
const seeded: ReadonlySet<number> = new Set([0, 62, 247, 348, 699, 777, 940, 948, 970]);
const considered = 971;
/** So much earlier is everything that is there at the start: 再次请求 may be pressed at once, and what was filed has been waiting. */
const earlier = 30 * 60_000;
const never = 30 * 86_400_000;
const passwordCost = { memory: 1024, passes: 1 };

export type City = {
  /** Where everybody reads the public website. */
  readonly website: string;
  openDesk(name: string): Promise<Desk>;
  /** After its end, on the same data folder. */
  reopen(desk: Desk): Promise<Desk>;
  /** While it runs, on the same data folder. */
  startAgain(desk: Desk): Promise<{ readonly code: number; readonly output: string }>;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Faults of the trading centre. */
  centre(faults: unknown): Promise<void>;
  /** Screenshots of all windows and the logs, kept where a person finds them. */
  keepEvidence(name: string): Promise<string>;
  close(): Promise<void>;
};

export type Desk = Shipped & {
  readonly name: string;
  /** Its way to the server, which can be cut. */
  readonly line: Network;
  /** What `--demo` names. */
  readonly sheet: string;
};

export async function openCity(): Promise<City> {
  const places = placesIn(mkdtempSync(join(tmpdir(), 'zhengcai-city-')));
  const ports = { serverPort: await freePort(), centrePort: await freePort() };
  const { child: centreProcess, centre } = await startCentre(places, ports);
  const tellCentre = (faults: unknown) => controlCentre(centre, faults);
  let server: Child | undefined;
  const desks: Desk[] = [];
  const close = async () => {
    for (const desk of desks) {
      await desk.remove();
      await desk.line.close();
    }
    await server?.stop();
    await centreProcess.stop();
    rmSync(places.root, { recursive: true, force: true });
  };
  try {
    await seed(places, ports.serverPort, centre);
    server = await startServer(places, ports.serverPort);
  } catch (problem) {
    await close();
    throw problem;
  }

  const open = async (name: string, line: Network, data?: string): Promise<Desk> => {
    const sheet = join(places.root, `${name}.json`);
    writeFileSync(sheet, JSON.stringify(demoSheet(line.origin)));
    const started = await shipped({
      kind: desktopKinds.at(-1) ?? 'stand-in',
      args: [`--demo=${sheet}`],
      ...(data === undefined ? {} : { data }),
    });
    await started.page.waitForFunction(() => 'desk' in window && document.body !== null);
    await keepNotices(started.page);
    const desk = { ...started, name, line, sheet };
    desks.push(desk);
    return desk;
  };
  return {
    website: serverUrl(ports.serverPort),
    openDesk: async (name) => open(name, await startNetwork(() => ports.serverPort)),
    reopen: ({ name, line, data }) => open(name, line, data),
    startAgain: ({ data, kind, sheet }) => runToEnd({ kind, main, data, args: [`--demo=${sheet}`] }),
    async stopServer() {
      await server?.stop();
      server = undefined;
    },
    async startServer() {
      server = await startServer(places, ports.serverPort);
    },
    centre: tellCentre,
    async keepEvidence(name) {
      const folder = mkdtempSync(join(tmpdir(), 'zhengcai-e2e-failure-'));
      mkdirSync(folder, { recursive: true });
      for (const desk of desks) {
        const base = join(
          folder,
          `${desk.name}-${name}`.replaceAll(/[^\p{Letter}\p{Number}-]+/gu, '-').slice(0, 80),
        );
        await desk.page.screenshot({ path: `${base}.png`, timeout: 5000 }).catch(() => undefined);
        writeFileSync(`${base}.output.txt`, desk.output());
        const log = read(join(desk.data, 'logs', 'desk.log'));
        if (log !== undefined) writeFileSync(`${base}.log`, log);
      }
      for (const part of ['central-server', 'trading-centre']) {
        const log = read(join(places.logs, `${part}.log`));
        if (log !== undefined) writeFileSync(join(folder, `${part}.log`), log);
      }
      return folder;
    },
    close,
  };
}

/** The server itself, opened here on its data folder while the demo world's commands are carried out, its clock and the centre's put back. */
async function seed(places: Places, port: number, centre: Centre): Promise<void> {
  const clock = () => Date.now() - earlier;
  const database = await openDatabase({ folder: join(places.server, 'database') });
  const server = await createCentralServer({
    database,
    clock,
    randomBytes,
    log: pino({ level: 'silent' }),
    dataFolder: places.server,
    exchangeTransport: httpTransport,
    settings: { passwordCost },
  });
  if (!server.ok) throw new Error(`the server cannot be set up: ${server.error.code}`);
  const keys = await (await openKeyRing(join(places.server, 'exchange-keys'), 'key-1')).list();
  writeFileSync(
    places.serverKeys,
    JSON.stringify(keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))),
  );
  await server.value.http.listen({ port, host: '127.0.0.1' });
  await server.value.start();
  await controlCentre(centre, { delayMs: 0, wrongClock: -earlier });
  await seedDemo(server.value.operations, {
    today: toPlainDate(clock()),
    platform: centre,
    plans: considered,
    only: (_, index) => seeded.has(index),
    centre: { withholdSections: (on) => controlCentre(centre, { delayMs: on ? never : 0 }) },
  });
  await controlCentre(centre, { wrongClock: 0 });
  await server.value.close();
  await database.close();
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
