// The window of the built desktop and what scenes do with it, as a user would: addresses, buttons by their names, and the one door for what only prepares
// a scene.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '#demo/data/accounts.ts';
import { patienceMs } from '#demo/patience.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/ipc.ts';
import { desktopKinds, launch } from '#test/electron-stand-in/driver.ts';
import type { Colleague, World } from './world.ts';

type Desktop = Awaited<ReturnType<typeof launch>>;
type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string } };
declare const desk: { call(name: string, input: unknown): Promise<Answer> };

const root = join(import.meta.dirname, '../..');
const neverThere = '/-';

export class Stage {
  readonly world: World;
  #desktop: Desktop;

  private constructor(world: World, desktop: Desktop) {
    this.world = world;
    this.#desktop = desktop;
  }

  /** Without the demo's accounts the program is as after its installation. */
  static async open(world: World, demo: boolean): Promise<Stage> {
    return new Stage(world, await start(world, demo));
  }

  async reopen(demo: boolean): Promise<void> {
    await this.#desktop.quit();
    this.#desktop = await start(this.world, demo);
  }

  get page(): Page {
    return this.#desktop.page;
  }

  get desktop(): Desktop {
    return this.#desktop;
  }

  async close(): Promise<void> {
    await this.#desktop.quit();
  }

  /** Answers the value; throws on a refusal. */
  async ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N>> {
    return (await this.call(name, input)) as QueryOutput<N>;
  }

  async call(name: string, input: unknown): Promise<unknown> {
    const answer = await this.page.evaluate(([asks, given]) => desk.call(asks, given), [
      name,
      input,
    ] as const);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.error?.code}`);
    return answer.value;
  }

  /** Away first, so that the page begins anew although it was there. */
  async go(route: string): Promise<void> {
    await this.hash(neverThere);
    await this.hash(route);
  }

  async hash(route: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, route);
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  }

  /** A desk of somebody else, once the server has what this window did before. */
  async colleague(username: string): Promise<Colleague> {
    await this.synced();
    return this.world.colleague(username);
  }

  async signOut(): Promise<void> {
    await this.call('session.signOut', { confirm: true });
  }

  /** Until everything is here. */
  async signIn(username: string, password = demoPassword): Promise<void> {
    await this.signOut();
    await this.hash('/');
    await this.call('session.signIn', { username, password });
    await this.synced();
  }

  async synced(): Promise<void> {
    await this.call('sync.now', {});
    await this.until(async () => {
      const { lastContact, state } = await this.ask('sync.status', {});
      return lastContact !== null && state !== 'syncing';
    });
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      if (await holds()) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error('waited too long');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  async item(name: string): Promise<void> {
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Puts away what lies over the page. */
  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.waitForTimeout(50);
  }

  async offline(): Promise<void> {
    this.world.line.set('cut');
    await this.call('sync.now', {}).catch(() => undefined);
    await this.until(async () => (await this.ask('sync.status', {})).state === 'offline');
  }

  async online(): Promise<void> {
    this.world.line.set('open');
    await this.synced();
  }
}

/** Until what fades and slides has arrived: on the way nothing has its colour yet. What turns without end is not waited for. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function start(world: World, demo: boolean): Promise<Desktop> {
  const keepWorkers = pathToFileURL(join(root, 'test/desktop/keep-workers.js')).href;
  const desktop = await launch({
    kind: desktopKinds.at(-1) ?? 'stand-in',
    main: join(root, 'out/main/main.js'),
    data: join(world.folder, 'window'),
    args: demo ? [`--demo=${world.sheet}`] : [],
    env: { HOME: world.folder, NODE_OPTIONS: `--import ${keepWorkers}` },
  });
  await desktop.page.waitForFunction(() => 'desk' in window);
  return desktop;
}
