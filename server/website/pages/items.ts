// Lines of lists, in the one form that they have everywhere.
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { dayHtml } from '../dates.ts';
import { type Html, html, nothing } from '../html.ts';
import { columnNameOf, methodName, regionName } from '../names.ts';
import type { Item } from '../read/items.ts';

const { list } = websiteText;

export const announcementAddress = (id: string): string => `/announcements/${id}`;
export const projectAddress = (id: string): string => `/projects/${id}`;

type LineParts = {
  /** The title, where words in it are marked. */
  readonly title?: Html;
  readonly excerpt?: Html | undefined;
  readonly showColumn: boolean;
};

export function lineHtml(item: Item, { title, excerpt, showColumn }: LineParts): Html {
  const { method, projectNo, purchaserName, regionCode } = item;
  const facts = [
    ...(showColumn ? [columnNameOf(item.columnCode)] : []),
    regionName(regionCode),
    ...(method === null ? [] : [methodName(method)]),
    purchaserName,
    projectNo,
  ].filter((fact) => fact !== '');
  return html`<li class="line">
<div class="line-head"><a href="${announcementAddress(item.id)}">${title ?? item.title}</a>${tagsOf(item)}</div>
<div class="line-day">${dayHtml(item.publishedAt)}</div>
${excerpt === undefined ? nothing : html`<p class="line-excerpt">${excerpt}</p>`}
<ul class="line-facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
</li>
`;
}

/** Title and day alone, for the home page. */
export function shortLineHtml(item: Item): Html {
  return html`<li><span class="short-title"><a href="${announcementAddress(item.id)}" title="${item.title}">${item.title}</a>${tagsOf(item)}</span>${dayHtml(item.publishedAt)}</li>
`;
}

export function tagsOf({ about, withdrawnAt }: Pick<Item, 'about' | 'withdrawnAt'>): Html {
  const tags: Html[] = [];
  if (withdrawnAt !== null) tags.push(tag('withdrawn', list.withdrawn));
  if (about.includes('correction')) tags.push(tag('corrected', list.corrected));
  if (about.includes('termination')) tags.push(tag('ended', list.ended));
  if (about.includes('result_change')) tags.push(tag('corrected', list.changed));
  return html`${tags}`;
}

const tag = (kind: 'withdrawn' | 'corrected' | 'ended', name: string): Html =>
  html` <span class="tag tag-${kind}">${name}</span>`;
