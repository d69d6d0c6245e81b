// Starts a main process and takes hold of its window, on the stand-in or on real Electron: the same for the tests on both.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { _electron, chromium, type Page } from 'playwright-core';
import { longPatienceMs, patienceMs } from '#demo/patience.ts';
import { desktopKind, electronBinary } from '#demo/start/desktop.ts';
import { knowScheme, toBrowser } from './addresses.ts';
import { decode, encode } from './codec.ts';

export type DesktopKind = 'stand-in' | 'electron';

export type LaunchOptions = {
  readonly kind: DesktopKind;
  /** The main process's file. */
  readonly main: string;
  /** The program's data folder; handed on as `--data`. */
  readonly data: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Starting ends without a window: nobody waits for one. */
  readonly windowless?: boolean;
};

export type Desktop = {
  readonly kind: DesktopKind;
  readonly pid: number;
  readonly page: Page;
  /** Other pages of the program: boxes, on the stand-in. */
  pages(): readonly Page[];
  /** The address as the browser knows it. */
  address(url: string): string;
  /** Runs in the main process. The function's text goes there: it sees its arguments and nothing else. */
  evaluate<R, A = undefined>(
    run: (electron: typeof Electron, value: A) => R | Promise<R>,
    value?: A,
  ): Promise<R>;
  /** As a user ends it. */
  quit(): Promise<number>;
  /** SIGKILL, without a chance to tidy up. */
  kill(): Promise<void>;
  readonly ended: Promise<number>;
  output(): string;
};

/** Those that can be had here. */
export const desktopKinds: readonly DesktopKind[] =
  desktopKind() === 'electron' ? ['stand-in', 'electron'] : ['stand-in'];

knowScheme('app');
const register = fileURLToPath(new URL('./register.ts', import.meta.url));

export function launch(options: LaunchOptions): Promise<Desktop> {
  return options.kind === 'electron' ? launchElectron(options) : launchStandIn(options);
}

/** Starts it and tells how it ended, for what is not meant to stay. */
export async function runToEnd(
  options: LaunchOptions,
): Promise<{ readonly code: number; readonly output: string }> {
  const { ended, output } = spawnStandIn(options);
  return { code: await ended, output: output() };
}

async function launchElectron({ main, data, args = [], env = {} }: LaunchOptions): Promise<Desktop> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error("Electron's binary is not here");
  const app = await _electron.launch({
    executablePath,
    args: [main, `--data=${data}`, ...args],
    env: { ...process.env, ...env } as Record<string, string>,
    timeout: longPatienceMs,
  });
  app.context().setDefaultTimeout(patienceMs);
  const running = app.process();
  const ended = endOf(running);
  return {
    kind: 'electron',
    pid: running.pid ?? 0,
    page: await app.firstWindow({ timeout: longPatienceMs }),
    pages: () => app.windows(),
    address: (url) => url,
    evaluate: (run, value) => app.evaluate(run as never, value as never),
    async quit() {
      await app.close();
      return ended;
    },
    async kill() {
      running.kill('SIGKILL');
      await ended;
    },
    ended,
    output: () => '',
  };
}

function spawnStandIn({ main, data, args = [], env = {} }: LaunchOptions) {
  const port = args.some((argument) => argument.startsWith('--remote-debugging-port='));
  const process_ = spawn(
    process.execPath,
    ['--import', register, main, `--data=${data}`, ...(port ? [] : ['--remote-debugging-port=0']), ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, DISPLAY: undefined, ...env } },
  );
  let text = '';
  const take = (piece: Buffer): void => {
    text += piece.toString('utf8');
  };
  process_.stdout?.on('data', take);
  process_.stderr?.on('data', take);
  return { process: process_, ended: endOf(process_), output: () => text };
}

async function launchStandIn(options: LaunchOptions): Promise<Desktop> {
  // The browser of a desktop that was killed may answer a moment longer.
  await rm(portFile(options.data), { force: true });
  const { process: running, ended, output } = spawnStandIn(options);
  const orders = ordersTo(running);
  const origin = await debuggingOrigin(options.data, ended, output);
  const browser = await chromium.connectOverCDP(origin, { timeout: longPatienceMs });
  const context = browser.contexts()[0];
  context?.setDefaultTimeout(patienceMs);
  const page = context?.pages()[0];
  if (context === undefined || page === undefined) throw new Error('Chromium has no page');
  if (options.windowless !== true) {
    await page.waitForURL((url) => url.href !== 'about:blank');
  }
  return {
    kind: 'stand-in',
    pid: running.pid ?? 0,
    page,
    pages: () => context.pages(),
    address: toBrowser,
    evaluate: (run, value) => orders(run, value) as never,
    async quit() {
      running.kill('SIGTERM');
      return ended;
    },
    async kill() {
      running.kill('SIGKILL');
      await ended;
    },
    ended,
    output,
  };
}

const portFile = (data: string): string => join(data, 'browser', 'DevToolsActivePort');

/** Chromium writes the port it has chosen into its profile. */
async function debuggingOrigin(data: string, ended: Promise<number>, output: () => string): Promise<string> {
  const file = portFile(data);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const until = performance.now() + longPatienceMs;
  while (!over && performance.now() < until) {
    const port = await readFile(file, 'utf8').then(
      (text) => text.split('\n')[0],
      () => undefined,
    );
    if (port !== undefined && (await isListening(port))) return `http://127.0.0.1:${port}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the desktop did not open: ${output()}`);
}

/** The file comes a moment before the port answers. */
async function isListening(port: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/json/version`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function ordersTo(running: ChildProcess) {
  let no = 0;
  return (run: unknown, value: unknown): Promise<unknown> => {
    no += 1;
    const mine = no;
    return new Promise((resolve, reject) => {
      const take = (message: unknown): void => {
        const answer = message as { no: number; ok: boolean; text: string };
        if (answer.no !== mine) return;
        running.off('message', take);
        if (answer.ok) resolve(decode(answer.text));
        else reject(new Error(String(decode(answer.text))));
      };
      running.on('message', take);
      running.send({ no: mine, source: String(run), text: encode(value) });
    });
  };
}

function endOf(running: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    running.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}
