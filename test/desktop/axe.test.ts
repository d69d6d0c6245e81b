// axe finds nothing serious on any page and in any state of the window, light and dark. The list is that of the screenshots: what can be looked at
// is also gone through here. The frame around the pages is gone through once.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPictureOnly } from '../../scripts/screenshots/acts/index.ts';
import type { Scene } from '../../scripts/screenshots/scene.ts';
import { type Theme, themes, wear } from '../../scripts/screenshots/shoot.ts';
import { walk } from '../../scripts/screenshots/walk.ts';
import { openWorld, type World } from '../../scripts/screenshots/world.ts';

const grave: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);
/** The page, and what floats above it. */
const inside = ['main', '[data-portal="true"]'];
/** Of all rules the only one that a theme can change. */
const ofTheme = ['color-contrast'];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('nothing serious or critical, wherever one goes', async () => {
  const found: string[] = [];
  const framed: string[] = [];
  // Each scene begins in the theme that the one before it ended in.
  let order: readonly Theme[] = themes;
  const failures = await walk(
    world,
    (scene) => !isPictureOnly(scene),
    async (stage, scene) => {
      const hasFrame = (await stage.page.locator('main').count()) > 0;
      for (const [index, theme] of order.entries()) {
        // The scene begins in the first of them.
        if (index > 0 || !(await wears(stage.page, theme))) await wear(stage, theme);
        const parts = scene.part !== undefined ? [scene.part] : framed.length > 0 && hasFrame ? inside : [];
        found.push(...(await gravest(stage.page, scene, theme, parts, index === 0 ? undefined : ofTheme)));
      }
      if (hasFrame && scene.part === undefined) framed.push(scene.name);
      order = order.toReversed();
    },
  );
  expect(failures).toEqual([]);
  expect(found).toEqual([]);
});

function wears(page: Page, theme: Theme): Promise<boolean> {
  return page.evaluate(
    (name) => document.documentElement.getAttribute('data-mantine-color-scheme') === name,
    theme,
  );
}

/** One line for each rule that is broken: where, how badly, by what. */
async function gravest(
  page: Page,
  { name }: Scene,
  theme: Theme,
  parts: readonly string[],
  rules: string[] | undefined,
): Promise<readonly string[]> {
  // What runs in the page comes over the debugging protocol, which its CSP does not bind; without the legacy mode a second page would be opened.
  // The page never reloads while a program runs: axe itself is sent over once, the second source is empty.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'undefined' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => grave.has(impact))
    .map(({ id, impact, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      const more = nodes.length > 3 ? ` and ${nodes.length - 3} more` : '';
      return `${name}, ${theme}: ${impact} ${id} at ${places.join(' | ')}${more}`;
    });
}
