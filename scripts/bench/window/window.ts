// The built desktop as a user has it – window, preload, main process, worker – against a server that answers out of its own head. What is measured is
// measured in the page.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { desktopKinds, launch } from '#test/electron-stand-in/driver.ts';
import { build, isBuilt } from '../../build.ts';
import { ensureChromium } from '../../system-packages.ts';
import { serveMadeUp } from '../desk/made-up-http.ts';
import type { Call } from '../desk/protocol.ts';

const root = join(import.meta.dirname, '../../..');
const statusSchema = z.object({ lastContact: z.number().nullable(), state: z.string() });
const indexedSchema = z.object({ notIndexed: z.int() });
const countSchema = z.object({ total: z.int().nullable() });
const longestMs = 600_000;

export type BenchWindow = {
  readonly kind: 'stand-in' | 'electron';
  readonly page: Page;
  sample(calls: readonly Call[], rounds: number): Promise<readonly (readonly number[])[]>;
  restart(call: Call): Promise<number>;
  close(): Promise<void>;
};

/** Signed in as 采购办 of all regions, with everything downloaded and indexed. */
export async function openWindow(folder: string, rows: number): Promise<BenchWindow> {
  await ensureChromium();
  if (!isBuilt()) await build();
  const server = await serveMadeUp(rows);
  const sheet = join(folder, 'demo.json');
  await writeFile(sheet, JSON.stringify({ server: server.origin, accounts: [] }));
  const kind = desktopKinds.at(-1) ?? 'stand-in';
  const desktop = await launch({
    kind,
    main: join(root, 'out/main/main.js'),
    data: join(folder, 'data'),
    args: [`--demo=${sheet}`],
    env: { HOME: folder },
  });
  const close = async () => {
    await desktop.quit();
    await server.close();
  };
  const { page } = desktop;
  const run = (expression: string): Promise<unknown> => page.evaluate(expression);
  const value = (name: string, input: unknown) =>
    run(`bench.value(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  try {
    await page.waitForFunction("'desk' in globalThis");
    await page.setViewportSize({ width: 1366, height: 768 });
    await run(await readFile(new URL('./in-page.js', import.meta.url), 'utf8'));
    await value('session.signIn', { username: 'bench', password: 'bench' });
    await until(async () => {
      const { lastContact, state } = statusSchema.parse(await value('sync.status', {}));
      return lastContact !== null && state !== 'syncing';
    });
    await until(async () => indexedSchema.parse(await value('diagnostics', {})).notIndexed === 0);
    const { total } = countSchema.parse(await value('plans.list', {}));
    if (total !== null && total < rows) throw new Error(`only ${total} of ${rows} rows came`);
  } catch (problem) {
    await close();
    throw problem;
  }
  return {
    kind,
    page,
    sample: async (calls, rounds) =>
      z.array(z.array(z.number())).parse(await run(`bench.sample(${JSON.stringify(calls)}, ${rounds})`)),
    restart: async (call) => z.number().parse(await run(`bench.restart(${JSON.stringify(call)})`)),
    close,
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longestMs;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the desktop was not ready in time');
}
