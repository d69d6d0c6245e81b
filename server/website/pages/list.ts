// The page of a column, and the page of all announcements, narrowed by filters.
import type { WebsiteColumn } from '#shared/domain/announcements/model.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html, nothing } from '../html.ts';
import { columnNameOf, siteName } from '../names.ts';
import { writePlace } from '../read/cursor.ts';
import type { Page } from '../read/items.ts';
import { type ListRequest, listAddress } from '../request.ts';
import { filterForm, noticesHtml, pagerHtml } from './filters.ts';
import { lineHtml } from './items.ts';
import { pageText } from './layout.ts';

export function listPageText(request: ListRequest, column: WebsiteColumn, page: Page): string {
  const name = columnNameOf(column);
  const place = { column };
  const isNarrowed = listAddress(request, place) !== `/columns/${column}`;
  return pageText({
    title: name,
    address: listAddress(request, place, cursorIn(request)),
    column,
    crumbs: [{ name }],
    head: html`<meta name="ColumnName" content="${name}">
<link rel="alternate" type="application/rss+xml" title="${websiteText.rssFeed.column(siteName, name)}" href="/rss/${column}.xml">`,
    content: html`<div class="title-row"><h1>${name}</h1><a class="plain" href="/rss/${column}.xml">${websiteText.rss}</a></div>
${filterForm(request, place)}
${noticesHtml(request.notices)}
${page.items.length === 0 ? emptyHtml(isNarrowed) : html`<ol class="lines">${page.items.map((item) => lineHtml(item, { showColumn: false }))}</ol>`}
${pagerHtml(request, place, page)}`,
  });
}

function cursorIn({ cursor }: ListRequest): { readonly before?: string; readonly after?: string } {
  if (cursor === undefined) return {};
  const place = writePlace(cursor.place);
  return cursor.side === 'older' ? { before: place } : { after: place };
}

export function emptyHtml(isNarrowed: boolean) {
  const { empty, emptyHint, nothingYet } = websiteText.list;
  return html`<div class="empty"><p><strong>${isNarrowed ? empty : nothingYet}</strong></p>${isNarrowed ? html`<p>${emptyHint}</p>` : nothing}</div>`;
}
