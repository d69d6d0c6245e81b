// The first page: search, the newest of every column, and how to have it all.
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html } from '../html.ts';
import { columnChoices, siteName } from '../names.ts';
import type { Item } from '../read/items.ts';
import { shortLineHtml } from './items.ts';
import { pageText } from './layout.ts';

export type HomeColumn = { readonly items: readonly Item[]; readonly count: number };

export function homePageText(columns: ReadonlyMap<string, HomeColumn>): string {
  const { homePage, list, more, moreOf, openData, rss } = websiteText;
  const total = [...columns.values()].reduce((sum, { count }) => sum + count, 0);
  return pageText({
    title: siteName,
    crumbs: [],
    content: html`<div class="intro"><h1>${siteName}</h1><p>${homePage.intro}</p>
<p class="total">${homePage.numbers} <strong>${grouped(total)}</strong></p></div>
<div class="cards">
${columnChoices.map(({ code, name }) => {
  const { items, count } = columns.get(code) ?? { items: [], count: 0 };
  return html`<section class="card" aria-labelledby="c-${code}">
<header><h2 class="card-title" id="c-${code}"><a class="card-name" href="/columns/${code}">${name}</a></h2><span class="count">${list.count(grouped(count))}</span><a class="plain" href="/columns/${code}" aria-label="${moreOf(name)}">${more}</a></header>
${items.length === 0 ? html`<p class="none">${list.nothingYet}</p>` : html`<ul class="short">${items.map(shortLineHtml)}</ul>`}
</section>
`;
})}
</div>
<section class="machines" aria-labelledby="machines"><h2 id="machines">${homePage.forMachines}</h2><dl>
<div><dt><a href="/open-data">${openData}</a></dt><dd>${homePage.openDataHint}</dd></div>
<div><dt><a href="/rss.xml">${rss}</a></dt><dd>${homePage.rssHint}</dd></div>
<div><dt><a href="/audit/heads">${homePage.audit}</a></dt><dd>${homePage.auditHint}</dd></div>
</dl></section>`,
  });
}

export const grouped = (count: number): string => count.toLocaleString('en');
