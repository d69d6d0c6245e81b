// `npm start` as a newcomer uses it: it opens, each role signs in with one click, it stops without a trace, and everything is there again.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longPatienceMs } from '#demo/patience.ts';
import type { Desk } from './shipped.ts';

declare const desk: Desk;
type Account = { readonly username: string; readonly password: string; readonly role: string };
type Counts = { readonly all: number };

const script = join(import.meta.dirname, '../../scripts/start.ts');
const ready = 'Sign in with one click';
let folder: string;
let running: Start | undefined;

type Start = { readonly process: ChildProcess; readonly ended: Promise<number>; output(): string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-start-'));
});
afterAll(async () => {
  running?.process.kill('SIGTERM');
  await running?.ended;
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: readonly string[]): Start {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const started = spawn(process.execPath, [script, `--data=${folder}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let text = '';
  const take = (piece: Buffer): void => {
    text += piece.toString('utf8');
  };
  started.stdout.on('data', take);
  started.stderr.on('data', take);
  const ended = new Promise<number>((resolve) => started.once('exit', (code) => resolve(code ?? 1)));
  return { process: started, ended, output: () => text };
}

async function opened(...args: readonly string[]): Promise<{ readonly start: Start; readonly page: Page }> {
  const begun = start('--remote-debugging-port=0', ...args);
  running = begun;
  // One that ends instead has said why.
  const there = () => begun.output().includes(ready) || begun.process.exitCode !== null;
  await expect.poll(there, { timeout: longPatienceMs }).toBe(true);
  expect(begun.output()).toContain(ready);
  const file = join(folder, 'desktop', 'browser', 'DevToolsActivePort');
  await expect
    .poll(async () => {
      const port = portIn(file);
      return (
        port !== undefined &&
        (await fetch(`http://127.0.0.1:${port}/json/version`).then(
          ({ ok }) => ok,
          () => false,
        ))
      );
    })
    .toBe(true);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${portIn(file)}`, {
    timeout: longPatienceMs,
  });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no page');
  await page.waitForFunction(() => 'desk' in window, undefined, { timeout: longPatienceMs });
  return { start: begun, page };
}

function portIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}

async function stopped({ process: started, ended }: Start): Promise<void> {
  started.kill('SIGINT');
  expect(await ended).toBe(0);
  // The last of them may be gone a moment later.
  await expect.poll(() => processesOn(folder)).toEqual([]);
}

const accountsOf = (page: Page) =>
  page.evaluate(
    async () => ((await desk.call('host.demoAccounts', {})).value as { accounts: Account[] }).accounts,
  );
const countOf = (page: Page) =>
  page.evaluate(async () => {
    const result = await desk.call('plans.counts', {});
    return result.ok ? (result.value as Counts).all : -1;
  });

it('opens with everything, signs in each role, stops without a trace, and goes on where it was', async () => {
  const first = await opened();
  for (const part of [
    'central server',
    'public website',
    'trading centre',
    'desktop client',
    'headless',
    folder,
  ]) {
    expect(first.start.output()).toContain(part);
  }
  const accounts = await accountsOf(first.page);
  expect(accounts.map(({ role }) => role)).toEqual([
    'purchaser_clerk',
    'purchaser_reviewer',
    'agency',
    'procurement_office',
    'supervisor',
    'administrator',
  ]);
  for (const account of accounts.toReversed()) {
    const signedIn = await first.page.evaluate(async ({ username, password }) => {
      await desk.call('session.signOut', { confirm: true });
      return desk.call('session.signIn', { username, password });
    }, account);
    expect(signedIn, account.username).toMatchObject({ ok: true, value: { actor: { role: account.role } } });
  }
  await expect.poll(() => countOf(first.page)).toBeGreaterThan(10);
  const plans = await countOf(first.page);

  const second = start();
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain('already running');

  await stopped(first.start);
  const again = await opened();
  expect(again.start.output()).not.toContain('making the demo data');
  await expect.poll(() => countOf(again.page)).toBe(plans);
  await stopped(again.start);
});

it('starts over when it is told to', async () => {
  const over = await opened('--reset');
  expect(over.start.output()).toContain('making the demo data');
  expect(await countOf(over.page)).toBe(-1);
  await stopped(over.start);
});

/** Command lines of running processes that name this folder. */
function processesOn(named: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(named));
}
