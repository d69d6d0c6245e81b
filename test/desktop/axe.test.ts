// axe finds nothing serious on any page and in any state of the window, light and dark. The list is that of the screenshots: what can be looked at
// is also gone through here. The frame around the pages is gone through once.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPictureOnly } from '../../scripts/screenshots/acts/index.ts';
import { type Theme, themes, wear } from '../../scripts/screenshots/shoot.ts';
import { walk } from '../../scripts/screenshots/walk.ts';
import { openWorld, type World } from '../../scripts/screenshots/world.ts';
import { gravest } from './gravest.ts';

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
        const worst = await gravest(stage.page, parts, index === 0 ? undefined : ofTheme);
        found.push(...worst.map((line) => `${scene.name}, ${theme}: ${line}`));
      }
      if (hasFrame && scene.part === undefined) framed.push(scene.name);
      order = order.toReversed();
    },
  );
  expect({ failures, found }).toEqual({ failures: [], found: [] });
});

function wears(page: Page, theme: Theme): Promise<boolean> {
  return page.evaluate(
    (name) => document.documentElement.getAttribute('data-mantine-color-scheme') === name,
    theme,
  );
}
