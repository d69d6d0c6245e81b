// What the host does beside the page: settings and places that last, dialogs, printing, menu, notifications, one program at a time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostText, waitingTip } from '#shared/text/zh-CN/host.ts';
import { desktopKinds, runToEnd } from '../electron-stand-in/driver.ts';
import { type Desk, main, type Shipped, shipped } from './shipped.ts';

declare const desk: Desk;
/** Dialogs and the system's own signs are only within reach of a test on the stand-in. */
const kinds = desktopKinds.filter((kind) => kind === 'stand-in');

describe.each(kinds)('the host on %s', (kind) => {
  let desktop: Shipped;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.end(JSON.stringify({ status: 'ok', protocol: 1, oldestProtocol: 1, now: 0 })),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    desktop = await open();
  });
  afterAll(async () => {
    await desktop.remove();
    server.closeAllConnections();
    server.close();
  });

  async function open(data?: string): Promise<Shipped> {
    const opened = await shipped({ kind, ...(data === undefined ? {} : { data }) });
    await opened.page.waitForFunction(() => 'desk' in window);
    return opened;
  }
  const call = (name: string, input: unknown = {}) =>
    desktop.page.evaluate(([asked, given]) => desk.call(asked, given), [name, input] as const);
  /** The events that the page hears while something is done. */
  async function hearing(act: () => Promise<unknown>, type: string): Promise<unknown> {
    await desktop.page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard, stop: desk.on((event) => heard.push(event)) });
    });
    await act();
    await expect
      .poll(() => desktop.page.evaluate(() => (globalThis as unknown as { heard: { type: string }[] }).heard))
      .toContainEqual(expect.objectContaining({ type }));
    return desktop.page.evaluate(
      (wanted) =>
        (globalThis as unknown as { heard: { type: string }[] }).heard.find((event) => event.type === wanted),
      type,
    );
  }

  it('tells what it is', async () => {
    const about = await call('host.about');
    expect(about).toMatchObject({
      ok: true,
      value: { name: '政采互联', standIn: true, dataFolder: desktop.data, keepsSecrets: true },
    });
    expect(await call('host.demoAccounts')).toEqual({ ok: true, value: { accounts: [] } });
    expect(await call('host.localState')).toEqual({ ok: true, value: { state: 'none' } });
  });

  it('takes a server only after it has answered, and starts the local side with it', async () => {
    expect(await call('host.enrol', { server: 'http://127.0.0.1:9' })).toMatchObject({
      error: { code: 'server_unreachable' },
    });
    expect(await call('host.enrol', { server: 'ftp://127.0.0.1' })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    const event = await hearing(() => call('host.enrol', { server: `${origin}/` }), 'host.settings');
    expect(event).toMatchObject({ settings: { server: origin } });
    expect(await call('host.localState')).toEqual({ ok: true, value: { state: 'running' } });
    expect(await call('session.current')).toMatchObject({ ok: true, value: { actor: null } });
  });

  it('chooses files itself: the window learns what became of them, never where they are', async () => {
    const file = join(desktop.home, '采购需求.pdf');
    writeFileSync(file, '%PDF-1.7');
    const chooser = desktop.page.waitForEvent('filechooser');
    const attached = call('host.attachFiles', { multiple: true });
    await (await chooser).setFiles(file);
    expect(await attached).toEqual({
      ok: true,
      value: { files: [], refused: [{ fileName: '采购需求.pdf', code: 'not_signed_in' }] },
    });
    expect(await call('host.openFile', { sha256: 'a'.repeat(64), fileName: 'program.exe' })).toMatchObject({
      error: { code: 'not_allowed' },
    });
  });

  it('prints the page to a PDF where the user wants it', async () => {
    expect(await call('host.printToPdf', { fileName: '../采购计划' })).toEqual({
      ok: true,
      value: { saved: true, fileName: '_采购计划.pdf' },
    });
    const written = readFileSync(join(desktop.home, 'Downloads', '_采购计划.pdf'));
    expect(written.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(await call('host.print')).toEqual({ ok: true, value: { printed: false } });
  });

  it('writes diagnostics and a log without anyone in them', async () => {
    await call('session.signIn', { username: 'zhangsan-geheim', password: 'password-geheim' });
    await call('host.enrol', { server: 'http://geheim:secret@127.0.0.1:9' });
    expect(await call('host.diagnosticsBundle')).toMatchObject({ ok: true, value: { saved: true } });
    const text = readFileSync(join(desktop.home, 'Downloads', hostText.diagnosticsFileName), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ localState: 'running', log: expect.any(Array) });
    const log = readFileSync(join(desktop.data, 'logs', 'desk.log'), 'utf8');
    for (const written of [text, log]) expect(written).not.toMatch(/geheim/);
    expect(text).not.toContain(desktop.home);
    const tail = await call('host.logTail');
    expect((tail.value as { lines: string[] }).lines.length).toBeGreaterThan(0);
  });

  it('has a menu in the words of the product that leads to pages', async () => {
    const labels = await desktop.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
    );
    const { menu } = hostText;
    expect(labels).toEqual([menu.file, menu.edit, menu.view, menu.help]);
    const event = await hearing(
      () =>
        desktop.evaluate(({ Menu }, label) => {
          const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(
            ({ submenu }) => submenu?.items ?? [],
          );
          items.find((item) => item.label === label)?.click();
        }, menu.about),
      'host.navigate',
    );
    expect(event).toMatchObject({ route: '/system/about' });
  });

  it('notifies only who is looking elsewhere, and leads to the page', async () => {
    const notice = { title: '计划被退回', body: '许昌市示例第一实验小学', route: '/plans' };
    expect(await call('host.notify', notice)).toEqual({ ok: true, value: { shown: false } });
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
    expect(await call('host.notify', notice)).toEqual({ ok: true, value: { shown: true } });
    expect(await call('host.notify', { ...notice, route: 'https://x' })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    const event = await hearing(
      () =>
        desktop.evaluate(({ Notification }) => {
          const { shown } = Notification as unknown as { shown: { emit(name: string): void }[] };
          shown.at(-1)?.emit('click');
        }),
      'host.navigate',
    );
    expect(event).toMatchObject({ route: '/plans' });
    expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())).toBe(
      true,
    );
  });

  it('shows how much waits', async () => {
    await call('host.badge', { count: 12 });
    expect(await desktop.evaluate(({ app }) => app.getBadgeCount())).toBe(12);
    expect(waitingTip(12)).toBe('政采互联：12 项待办');
  });

  it('opens the data folder and nothing else', async () => {
    await call('host.openDataFolder');
    const opened = await desktop.evaluate(({ shell }) => (shell as unknown as { opened: string[] }).opened);
    expect(opened).toEqual([desktop.data]);
  });

  it('comes to the front when it is started a second time, which then ends', async () => {
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = await runToEnd({ kind, main, data: desktop.data });
    expect(second.code).toBe(0);
    await expect
      .poll(() =>
        desktop.evaluate(({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows();
          return { minimized: window?.isMinimized(), focused: window?.isFocused() };
        }),
      )
      .toEqual({ minimized: false, focused: true });
    expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('finds settings, place and size again, and leaves no process behind', async () => {
    await call('host.saveSettings', { theme: 'dark', textSize: 'large' });
    await desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1100, height: 650 });
    });
    expect(await desktop.quit()).toBe(0);
    await expect.poll(() => processesOn(desktop.data)).toEqual([]);
    desktop = await open(desktop.data);
    expect(await call('host.settings')).toMatchObject({
      value: { server: origin, theme: 'dark', textSize: 'large' },
    });
    const again = await desktop.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      theme: nativeTheme.themeSource,
    }));
    expect(again).toEqual({ bounds: { x: 30, y: 40, width: 1100, height: 650 }, theme: 'dark' });
    const dark = await desktop.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(dark).toBe(true);
  });

  it('begins again after it was killed', async () => {
    await desktop.kill();
    await expect.poll(() => processesOn(desktop.data)).toEqual([]);
    desktop = await open(desktop.data);
    expect(await call('host.settings')).toMatchObject({ value: { theme: 'dark' } });
  });
});

/** Command lines of running processes that name this folder. */
function processesOn(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}
