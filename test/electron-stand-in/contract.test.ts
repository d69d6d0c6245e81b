// One suite for the stand-in and, wherever its binary is at hand, for real Electron: what the product relies on is the same on both.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, desktopKinds, launch, runToEnd } from './driver.ts';

const main = join(import.meta.dirname, 'fixture/main.js');

/** What the fixture exposes, and what it remembers. */
type Bridge = {
  readonly name: string;
  call(channel: string, ...values: unknown[]): Promise<unknown>;
  add(one: number, other: number): number;
  on(channel: string, listener: (...values: unknown[]) => void): () => void;
};
declare const bridge: Bridge;
type Told = readonly (readonly unknown[])[];

if (!desktopKinds.includes('electron')) {
  process.stdout.write('real Electron is not at hand here: the contract is tried on the stand-in alone\n');
}

describe.each(desktopKinds)('on %s', (kind) => {
  let data: string;
  let desktop: Desktop;
  let outside: Server;
  let elsewhere: string;
  const asked: string[] = [];

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'zhengcai-contract-'));
    outside = createServer((request, response) => {
      asked.push(String(request.url));
      response.end('outside');
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
    desktop = await launch({ kind, main, data });
    await desktop.page.waitForSelector('h1');
  });
  afterAll(async () => {
    await desktop.quit();
    outside.close();
    rmSync(data, { recursive: true, force: true });
  });

  const told = (): Promise<Told> => desktop.evaluate(() => (globalThis as unknown as { told: Told }).told);
  const tells = (...entry: readonly unknown[]) => expect.poll(told).toContainEqual(entry);
  const heading = () => desktop.page.locator('h1').textContent();

  describe('the door of the preload', () => {
    it('shows what it exposes and nothing of Electron or Node', async () => {
      const seen = await desktop.page.evaluate(() => ({
        name: bridge.name,
        keys: Object.keys(bridge),
        sum: bridge.add(1, 2),
        leaks: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer'].filter(
          (name) => name in globalThis,
        ),
      }));
      expect(seen).toEqual({ name: 'fixture', keys: ['name', 'call', 'add', 'on'], sum: 3, leaks: [] });
    });

    it('cannot be changed by the page', async () => {
      const changed = await desktop.page.evaluate(() => {
        try {
          Object.assign(bridge, { name: 'other' });
        } catch {
          // Frozen.
        }
        return bridge.name;
      });
      expect(changed).toBe('fixture');
    });

    it('carries values both ways as structured cloning does', async () => {
      const returned = await desktop.page.evaluate(async () => {
        const values = [null, 1.5, '中文', [1, [2]], { a: { b: true } }, undefined];
        const back = (await bridge.call('echo', ...values)) as unknown[];
        const bytes = (await bridge.call('echo', new Uint8Array([1, 2, 255]))) as [Uint8Array];
        return {
          back: JSON.stringify(back),
          last: back.at(-1) === undefined,
          bytes: [...bytes[0]],
          date: ((await bridge.call('echo', new Date(5))) as [Date])[0].getTime(),
        };
      });
      expect(returned).toEqual({
        back: JSON.stringify([null, 1.5, '中文', [1, [2]], { a: { b: true } }, null]),
        last: true,
        bytes: [1, 2, 255],
        date: 5,
      });
    });

    it('refuses what cannot be cloned, passes on what was thrown, and knows only channels that are handled', async () => {
      const problems = await desktop.page.evaluate(async () => {
        const of = (call: () => Promise<unknown>) =>
          Promise.resolve()
            .then(call)
            .then(
              () => 'none',
              (problem: unknown) => String(problem),
            );
        return {
          symbol: await of(() => bridge.call('echo', Symbol('x'))),
          thrown: await of(() => bridge.call('fail')),
          unknown: await of(() => bridge.call('no-such-channel')),
          prototype: await of(() => bridge.call('__proto__')),
        };
      });
      expect(problems.symbol).not.toBe('none');
      expect(problems.thrown).toContain('refused on purpose');
      expect(problems.unknown).toContain("No handler registered for 'no-such-channel'");
      expect(problems.prototype).toContain('No handler registered');
    });

    it('tells the main process who calls', async () => {
      await desktop.page.evaluate(() => bridge.call('echo', 'who'));
      const id = await desktop.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.id,
      );
      await tells('sender', id, 'app://desk/index.html', null);
    });

    it('brings messages of the main process to each listener, until it stops', async () => {
      await desktop.page.evaluate(() => {
        const heard: unknown[] = [];
        const stop = bridge.on('news', (...values) => {
          heard.push(values);
          if (heard.length === 2) stop();
        });
        Object.assign(globalThis, { heard });
      });
      const send = (no: number) =>
        desktop.evaluate(({ BrowserWindow }, value) => {
          BrowserWindow.getAllWindows()[0]?.webContents.send('news', value, { a: [null] });
        }, no);
      for (const no of [1, 2, 3]) await send(no);
      await desktop.page.evaluate(() => bridge.call('echo'));
      await expect
        .poll(() => desktop.page.evaluate(() => (globalThis as unknown as { heard: unknown }).heard))
        .toEqual([
          [1, { a: [null] }],
          [2, { a: [null] }],
        ]);
    });

    it('is not there in a frame inside the page', async () => {
      const inside = await desktop.page.evaluate(async () => {
        const frame = document.createElement('iframe');
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        frame.src = '/second.html';
        document.body.append(frame);
        await loaded;
        const has = frame.contentWindow !== null && 'bridge' in frame.contentWindow;
        frame.remove();
        return has;
      });
      expect(inside).toBe(false);
    });
  });

  describe('the protocol', () => {
    it('answers every request of its scheme and obeys its headers', async () => {
      const answers = await desktop.page.evaluate(async () => ({
        json: ((await (await fetch('/data.json')).json()) as { answer: number }).answer,
        missing: (await fetch('/nothing')).status,
        policy: (await fetch('/second.html')).headers.get('content-security-policy')?.slice(0, 11),
        secure: isSecureContext,
      }));
      expect(answers).toEqual({ json: 42, missing: 404, policy: 'default-src', secure: true });
      await tells('request', 'GET', 'app://desk/data.json');
    });

    it('hands on addresses without tricks of the path', async () => {
      await desktop.page.evaluate(() => fetch('/a/../..//%2e%2e/etc/passwd?x#y').catch(() => undefined));
      const requests = (await told()).filter(
        ([name, , url]) => name === 'request' && /passwd/.test(String(url)),
      );
      expect(requests).toHaveLength(1);
      expect(String(requests[0]?.[2])).not.toContain('..');
    });

    it('keeps connections to others out, by policy and by the session', async () => {
      const reached = await desktop.page.evaluate(
        async ([url]) => [
          await fetch(`${url}/policy`).then(
            () => true,
            () => false,
          ),
          await fetch('/data.json?cancelled').then(
            () => true,
            () => false,
          ),
        ],
        [elsewhere] as const,
      );
      expect(reached).toEqual([false, false]);
      expect(asked).toEqual([]);
    });
  });

  it('lets a page without a policy ask others', async () => {
    const load = (page: string) =>
      desktop.evaluate(
        ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.loadURL(`app://desk/${name}.html`),
        page,
      );
    await load('bare');
    await expect.poll(heading).toBe('bare');
    await desktop.page.evaluate((url) => fetch(`${url}/asked`, { mode: 'no-cors' }), elsewhere);
    // Otherwise nothing that is kept in elsewhere would show that it is.
    expect(asked.splice(0)).toEqual(['/asked']);
    await load('index');
    await expect.poll(heading).toBe('start');
  });

  describe('navigation', () => {
    it('is asked for before a page goes elsewhere, and does not happen when it is refused', async () => {
      await desktop.page.evaluate((url) => {
        location.href = `${url}/elsewhere`;
      }, elsewhere);
      await tells('will-frame-navigate', `${elsewhere}/elsewhere`);
      expect(await heading()).toBe('start');
      expect(asked).toEqual([]);
    });

    it('of a frame inside is asked for as well', async () => {
      await desktop.page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = '/framed.html';
        document.body.append(frame);
      });
      await tells('will-frame-navigate', 'app://desk/framed.html');
      expect(
        (await told()).some(([name, , url]) => name === 'request' && url === 'app://desk/framed.html'),
      ).toBe(false);
    });

    it('happens where it is allowed, also by a redirect, and the door is there again', async () => {
      await desktop.page.evaluate(() => {
        location.href = '/moved.html';
      });
      await expect.poll(heading).toBe('second');
      await tells('will-redirect', 'app://desk/second.html');
      expect(await desktop.page.evaluate(() => bridge.call('echo', 1))).toEqual([1]);
      await desktop.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.loadURL('app://desk/index.html'),
      );
      await expect.poll(heading).toBe('start');
    });
  });

  it('asks before a window is opened, and opens none that is refused', async () => {
    await desktop.page.evaluate((url) => void window.open(`${url}/popup`), elsewhere);
    await tells('open', `${elsewhere}/popup`);
    expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect.poll(() => desktop.pages().length).toBe(1);
    expect(asked).toEqual([]);
  });

  it('gives a page no permission that is refused', async () => {
    const states = await desktop.page.evaluate(async () => {
      const geolocation = await new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code === 1 ? 'denied' : 'failed'),
        ),
      );
      const notifications = await Notification.requestPermission();
      return { geolocation, notifications };
    });
    expect(states).toEqual({ geolocation: 'denied', notifications: 'denied' });
  });

  it('prints to PDF, keeps secrets, knows its paths and its screens', async () => {
    const seen = await desktop.evaluate(async ({ app, BrowserWindow, safeStorage, screen }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
      const available = safeStorage.isEncryptionAvailable();
      const sealed = available ? safeStorage.encryptString('geheim 密') : undefined;
      return {
        pdf: pdf?.subarray(0, 5).toString('latin1'),
        opened: sealed === undefined ? 'geheim 密' : safeStorage.decryptString(sealed),
        hidden: sealed?.toString('latin1').includes('geheim') ?? false,
        data: app.getPath('userData'),
        packaged: app.isPackaged,
        screens: screen.getAllDisplays().length > 0,
      };
    });
    expect(seen).toEqual({
      pdf: '%PDF-',
      opened: 'geheim 密',
      hidden: false,
      data,
      packaged: false,
      screens: true,
    });
  });

  it('builds menus whose entries do what they say', async () => {
    const clicked = await desktop.evaluate(({ Menu }) => {
      let clicks = 0;
      const click = () => {
        clicks += 1;
      };
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'A', submenu: [{ label: 'B', click }] }]));
      Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click();
      return clicks;
    });
    expect(clicked).toBe(1);
  });

  it('remembers the size it is given and tells of it', async () => {
    const size = await desktop.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) throw new Error('no window');
      const resized = new Promise<void>((resolve) => window.once('resize', () => resolve()));
      window.setBounds({ width: 1000, height: 720 });
      await resized;
      const { width, height } = window.getNormalBounds();
      return { width, height, visible: window.isVisible(), gone: window.isDestroyed() };
    });
    expect(size).toEqual({ width: 1000, height: 720, visible: true, gone: false });
  });

  it('lets one program on a data folder: a second hands over and ends', async () => {
    if (kind === 'stand-in') {
      const second = await runToEnd({ kind, main, data, args: ['--told-by-second'] });
      expect(second.code).toBe(0);
      await tells('second-instance', '--told-by-second');
    } else {
      expect(await desktop.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
    }
  });

  it('ends in order when it is told to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengcai-contract-'));
    const other = await launch({ kind, main, data: folder });
    await other.page.waitForSelector('h1');
    await other.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await other.ended).toBe(0);
    if (kind === 'stand-in') {
      expect(other.output().trim().split('\n')).toEqual([
        'close',
        'closed',
        'window-all-closed',
        'before-quit',
      ]);
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
