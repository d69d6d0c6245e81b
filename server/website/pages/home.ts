// The first page: search, the newest of every column, and how to have it all.
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html, nothing } from '../html.ts';
import { columnChoices, siteName } from '../names.ts';
import type { Item } from '../read/items.ts';
import { shortLineHtml } from './items.ts';
import { pageText } from './layout.ts';

export type HomeColumn = { readonly items: readonly Item[]; readonly count: number };

export function homePageText(columns: ReadonlyMap<string, HomeColumn>): string {
  const { homePage, list, more, moreOf, openData, rss } = websiteText;
  const isEmpty = ({ code }: { readonly code: string }) => (columns.get(code)?.count ?? 0) === 0;
  const empty = columnChoices.filter(isEmpty);
  const total = [...columns.values()].reduce((sum, { count }) => sum + count, 0);
  return pageText({
    title: siteName,
    address: '/',
    crumbs: [],
    content: html`<div class="intro"><h1>${siteName}</h1><p>${homePage.intro}</p>
<p class="total">${homePage.numbers} <strong>${grouped(total)}</strong></p></div>
<div class="cards">
${columnChoices
  .filter((choice) => !isEmpty(choice))
  .map(({ code, name }) => {
    const { items, count } = columns.get(code) ?? { items: [], count: 0 };
    return html`<section class="card" aria-labelledby="c-${code}">
<header><h2 class="card-title" id="c-${code}"><a class="card-name" href="/columns/${code}">${name}</a></h2><span class="count">${list.count(grouped(count))}</span><a class="plain" href="/columns/${code}" aria-label="${moreOf(name)}">${more}</a></header>
<ul class="short">${items.map(shortLineHtml)}</ul>
</section>
`;
  })}
</div>
${
  empty.length === 0
    ? nothing
    : html`<section class="machines" aria-labelledby="empty"><h2 id="empty">${homePage.emptyColumns}</h2><ul>${empty.map(
        ({ code, name }) => html`<li><a href="/columns/${code}">${name}</a></li>`,
      )}</ul></section>`
}
<section class="machines" aria-labelledby="machines"><h2 id="machines">${homePage.forMachines}</h2><dl>
<div><dt><a href="/open-data">${openData}</a></dt><dd>${homePage.openDataHint}</dd></div>
<div><dt><a href="/rss.xml">${rss}</a></dt><dd>${homePage.rssHint}</dd></div>
<div><dt><a href="/audit/heads">${homePage.audit}</a></dt><dd>${homePage.auditHint}</dd></div>
</dl></section>`,
  });
}

export const grouped = (count: number): string => count.toLocaleString('en');
