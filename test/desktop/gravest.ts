// What axe finds that is serious or critical, in the page as it stands.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { still } from '../../scripts/screenshots/stage.ts';

const grave: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);

/** One line for each rule that is broken: how badly, by what. `parts`: of the page, where not all of it is meant. */
export async function gravest(
  page: Page,
  parts: readonly string[] = [],
  rules?: string[],
): Promise<readonly string[]> {
  // What runs in the page comes over the debugging protocol, which its CSP does not bind; without the legacy mode a second page would be opened.
  // The page never reloads while a program runs: axe itself is sent over once, the second source is empty.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'undefined' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules(rules);
  for (const part of parts) axe.include(part);
  await still(page);
  let { violations } = await axe.analyze();
  // What fades away meanwhile has no colour of its own: only what is found in a page at rest counts.
  if (violations.length > 0) {
    await still(page);
    ({ violations } = await axe.analyze());
  }
  return violations
    .filter(({ impact }) => grave.has(impact))
    .map(({ id, impact, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      const more = nodes.length > 3 ? ` and ${nodes.length - 3} more` : '';
      return `${impact} ${id} at ${places.join(' | ')}${more}`;
    });
}
