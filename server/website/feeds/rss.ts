// RSS 2.0: the newest announcements of all columns or of one.
import { mailTime } from '#shared/text/index.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html, nothing } from '../html.ts';
import { columnNameOf, siteName } from '../names.ts';
import { announcementAddress } from '../pages/items.ts';
import type { Item } from '../read/items.ts';
import { xmlText } from './xml.ts';

const text = websiteText.rssFeed;

/** `beginnings`: how the text of each begins. */
export function rssText(
  origin: string,
  column: string | undefined,
  items: readonly Item[],
  beginnings: ReadonlyMap<string, string>,
): string {
  const title = column === undefined ? text.all(siteName) : text.column(siteName, columnNameOf(column));
  const page = column === undefined ? '/' : `/columns/${column}`;
  const self = column === undefined ? '/rss.xml' : `/rss/${column}.xml`;
  const newest = items[0];
  return xmlText(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${title}</title>
<link>${origin}${page}</link>
<description>${text.description}</description>
<language>zh-cn</language>
<atom:link href="${origin}${self}" rel="self" type="application/rss+xml"/>
${newest === undefined ? nothing : html`<lastBuildDate>${mailTime(newest.publishedAt)}</lastBuildDate>`}
${items.map((item) => {
  const address = `${origin}${announcementAddress(item.id)}`;
  return html`<item>
<title>${item.withdrawnAt === null ? item.title : text.withdrawn(item.title)}</title>
<link>${address}</link>
<guid isPermaLink="false">urn:uuid:${item.id}</guid>
<pubDate>${mailTime(item.publishedAt)}</pubDate>
${
  item.targetId === null
    ? nothing
    : html`<atom:link rel="related" href="${origin}${announcementAddress(item.targetId)}"/>
`
}<category>${columnNameOf(item.columnCode)}</category>
<description>${beginnings.get(item.id) ?? ''}</description>
</item>
`;
})}</channel></rss>
`);
}
