// Passing notices: each is kept from the moment it is shown, so that a test that looks later than the notice lasts has not missed it.
import type { Page } from '@playwright/test';

declare const notices: Element[];

/** Before the first of them; the page must be there. */
export async function keepNotices(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown: Element[] = [];
    Object.assign(globalThis, { notices: shown });
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      const alerts = [...node.querySelectorAll('[role="alert"]')];
      if (node.matches('[role="alert"]')) alerts.push(node);
      shown.push(...alerts.filter((alert) => alert.checkVisibility()));
    };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Waits for the next notice with these words and takes it away, so that it is not taken for a later one. Answers its whole text. */
export async function takeNotice(page: Page, words: string | RegExp): Promise<string> {
  const wanted = typeof words === 'string' ? { text: words } : { pattern: words.source };
  const taken = await page.waitForFunction((given) => {
    const fits = ({ textContent }: Element) =>
      'text' in given ? textContent.includes(given.text) : new RegExp(given.pattern, 'u').test(textContent);
    const at = notices.findIndex(fits);
    return at === -1 ? undefined : notices.splice(at, 1)[0]?.textContent;
  }, wanted);
  return (await taken.jsonValue()) ?? '';
}
