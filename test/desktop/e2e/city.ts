// A small city for one end-to-end file: the central server on PGlite and the trading centre's simulator as processes of their own, on copies of
// the image and ports that nobody else has, and desks that are opened on it. All on 127.0.0.1, ended by id.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { demoPassword } from '#demo/data/accounts.ts';
import { demoPlatforms } from '#demo/data/set-up.ts';
import { freePort } from '#demo/free-port.ts';
import type { Child } from '#demo/start/children.ts';
import { placesIn } from '#demo/start/places.ts';
import { type Centre, controlCentre, serverUrl, startCentre, startServer } from '#demo/start/processes.ts';
import { demoSheet } from '#demo/start/sheet.ts';
import { type Network, startNetwork } from '#demo/walkthrough/network.ts';
import { ok } from '#shared/kernel/result.ts';
import { WireDesk } from '#test/support/wire-desk.ts';
import { desktopKinds, runToEnd } from '../../electron-stand-in/driver.ts';
import { keepNotices } from '../pages/notices.ts';
import { main, type Shipped, shipped } from '../shipped.ts';
import { copyImage } from './city-image.ts';

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
  await copyImage(places);
  const ports = { serverPort: await freePort(), centrePort: 0 };
  // Should one of them not start, the other ends with this process.
  const [{ child: centreProcess, centre }, begun] = await Promise.all([
    startCentre(places, ports),
    startServer(places, ports.serverPort),
  ]);
  const tellCentre = (faults: unknown) => controlCentre(centre, faults);
  let server: Child | undefined = begun;
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
    await enterAddress(serverUrl(ports.serverPort), centre);
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

/** The centre listens elsewhere than in the image: entered by the administrator, as after any such move. */
async function enterAddress(origin: string, centre: Centre): Promise<void> {
  const administrator = new WireDesk(() => origin);
  expect(await administrator.signIn('guanli', demoPassword)).toMatchObject({ ok: true });
  const ids = demoPlatforms(centre).map(
    ({ publicKeys: _, ...platform }) => administrator.add('platforms.save', { platform }).id,
  );
  expect(await administrator.push()).toEqual(ok(ids.length));
  for (const id of ids) expect(administrator.settled.get(id)).toMatchObject({ kind: 'applied' });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
