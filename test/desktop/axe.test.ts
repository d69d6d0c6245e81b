// axe finds nothing serious on any page and in any state of the window, light and dark. The list is that of the screenshots: what can be looked at
// is also gone through here.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scene } from '../../scripts/screenshots/scene.ts';
import { wear } from '../../scripts/screenshots/shoot.ts';
import type { Stage } from '../../scripts/screenshots/stage.ts';
import { walk } from '../../scripts/screenshots/walk.ts';
import { openWorld, type World } from '../../scripts/screenshots/world.ts';

const grave: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);
/** Of all rules the only one that a theme can change. */
const ofTheme = ['color-contrast'];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('nothing serious or critical, wherever one goes', async () => {
  const found: string[] = [];
  const failures = await walk(world, undefined, async (stage, scene) => {
    await wear(stage, 'light');
    found.push(...(await gravest(stage, scene, 'light')));
    await wear(stage, 'dark');
    found.push(...(await gravest(stage, scene, 'dark', ofTheme)));
  });
  expect(failures).toEqual([]);
  expect(found).toEqual([]);
});

/** One line for each rule that is broken: where, how badly, by what. */
async function gravest(
  { page }: Stage,
  { name, part }: Scene,
  theme: string,
  rules?: string[],
): Promise<readonly string[]> {
  // What runs in the page comes over the debugging protocol, which its CSP does not bind; without the legacy mode a second page would be opened.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules !== undefined) axe.withRules(rules);
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => grave.has(impact))
    .map(({ id, impact, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      return `${name}, ${theme}: ${impact} ${id} at ${places.join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`;
    });
}
