// When the program cannot begin as it should, or something of it dies: said in words, with a way on that works.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { desktopKinds, launch } from '../electron-stand-in/driver.ts';
import { type Desk, main, type Shipped } from './shipped.ts';

declare const desk: Desk;
declare const workers: readonly { terminate(): Promise<number> }[];
const kinds = desktopKinds.filter((kind) => kind === 'stand-in');
const { trouble } = hostText;

describe.each(kinds)('trouble on %s', (kind) => {
  let data: string;
  const running: { quit(): Promise<unknown>; kill(): Promise<void> }[] = [];
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zhengcai-trouble-'));
  });
  afterEach(async () => {
    for (const desktop of running.splice(0)) await desktop.kill();
    rmSync(data, { recursive: true, force: true });
  });

  async function start(env: Readonly<Record<string, string>> = {}, windowless = false) {
    const desktop = await launch({ kind, main, data, windowless, env: { HOME: data, ...env } });
    running.push(desktop);
    return desktop;
  }
  /** The box that says this. */
  async function box(desktop: Pick<Shipped, 'pages'>, says: string): Promise<Page> {
    let found: Page | undefined;
    await expect
      .poll(async () => {
        for (const page of desktop.pages()) {
          const heading = await page
            .locator('h1')
            .textContent({ timeout: 5_000 })
            .catch(() => null);
          if (heading === says) found = page;
        }
        return found !== undefined;
      })
      .toBe(true);
    if (found === undefined) throw new Error('no box');
    return found;
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const hasDoor = (page: Page) => page.waitForFunction(() => 'desk' in window);

  it('a data folder that cannot be written: try again after it was put right', async () => {
    // A file where a folder must be: also for an administrator there is no way to write.
    writeFileSync(join(data, 'desk'), '');
    const desktop = await start({}, true);
    const told = await box(desktop, trouble.folderNotWritable.what);
    expect(await told.locator('p').first().textContent()).toBe(trouble.folderNotWritable.todo);
    rmSync(join(data, 'desk'));
    await press(told, '重试');
    await expect.poll(() => desktop.pages().some((page) => page.url().includes('index.html'))).toBe(true);
  });

  it('a data folder that cannot be written: leave', async () => {
    writeFileSync(join(data, 'desk'), '');
    const desktop = await start({}, true);
    await press(await box(desktop, trouble.folderNotWritable.what), '退出');
    expect(await desktop.ended).toBe(1);
  });

  it('damaged settings: the program begins, says so, and keeps the file', async () => {
    writeFileSync(join(data, 'settings.json'), '{"theme":"dark","server":');
    const desktop = await start();
    const told = await box(desktop, trouble.settingsDamaged.what);
    await hasDoor(desktop.page);
    await press(told, '知道了');
    expect(readFileSync(join(data, 'settings.json.damaged'), 'utf8')).toContain('dark');
    expect(await desktop.page.evaluate(async () => (await desk.call('host.settings', {})).ok)).toBe(true);
  });

  it('the local side dies: it is there again and the window has heard; dying again and again is said', async () => {
    const settings = {
      server: 'http://127.0.0.1:9',
      enrolledAt: 1,
      theme: 'light',
      textSize: 'normal',
      window: null,
    };
    writeFileSync(join(data, 'settings.json'), JSON.stringify(settings));
    const watch = pathToFileURL(join(import.meta.dirname, 'keep-workers.js')).href;
    const desktop = await start({ NODE_OPTIONS: `--import ${watch}` });
    await hasDoor(desktop.page);
    const state = () =>
      desktop.page.evaluate(
        async () => ((await desk.call('host.localState', {})).value as { state: string }).state,
      );
    const current = () => desktop.page.evaluate(async () => (await desk.call('session.current', {})).ok);
    await expect.poll(state).toBe('running');
    await desktop.page.evaluate(() => {
      const heard: string[] = [];
      desk.on((event) => {
        const { type, state: next } = event as { type: string; state?: string };
        if (type === 'host.local' && next !== undefined) heard.push(next);
      });
      Object.assign(globalThis, { heard });
    });
    const die = () => desktop.evaluate(() => workers.at(-1)?.terminate());
    await die();
    await expect.poll(state).toBe('running');
    expect(await current()).toBe(true);
    expect(await desktop.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([
      'restarting',
      'running',
    ]);
    for (let death = 0; death < 3; death += 1) {
      await die();
      if (death < 2) await expect.poll(state).toBe('running');
    }
    await press(await box(desktop, trouble.localFails.what), '重新启动');
    await expect.poll(state).toBe('running');
    expect(await current()).toBe(true);
  });

  it('the page crashes: it is opened again', async () => {
    const desktop = await start();
    const crash = async (page: Page): Promise<void> => {
      await hasDoor(page);
      const cdp = await page.context().newCDPSession(page);
      cdp.send('Page.crash').catch(() => undefined);
    };
    await crash(desktop.page);
    await press(await box(desktop, trouble.pageGone.what), '重新打开');
    const reopened = () =>
      desktop.pages().find((page) => page.url().includes('index.html') && page !== desktop.page);
    await expect.poll(() => reopened() !== undefined).toBe(true);
    const again = reopened();
    if (again === undefined) throw new Error('no page');
    await crash(again);
    await press(await box(desktop, trouble.pageGone.what), '退出');
    expect(await desktop.ended).toBe(0);
  });
});
