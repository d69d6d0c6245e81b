// For search engines: an index of maps, each with the most addresses that a map may have.

import type { Instant } from '#shared/kernel/dates.ts';
import { zonedTime } from '#shared/text/index.ts';
import { html } from '../html.ts';
import { announcementAddress } from '../pages/items.ts';
import { xmlText } from './xml.ts';

export const addressesPerMap = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function sitemapIndexText(origin: string, announcements: number): string {
  const maps = Math.max(1, Math.ceil(announcements / addressesPerMap));
  return xmlText(html`<sitemapindex xmlns="${namespace}">
${Array.from({ length: maps }, (_, index) => html`<sitemap><loc>${origin}/sitemaps/${index + 1}.xml</loc></sitemap>\n`)}</sitemapindex>
`);
}

export function sitemapText(
  origin: string,
  rows: readonly { readonly id: string; readonly changedAt: Instant }[],
): string {
  return xmlText(html`<urlset xmlns="${namespace}">
${rows.map(
  ({ id, changedAt }) =>
    html`<url><loc>${origin}${announcementAddress(id)}</loc><lastmod>${zonedTime(changedAt)}</lastmod></url>\n`,
)}</urlset>
`);
}

export function robotsText(origin: string): string {
  return `User-agent: *\nDisallow: /search\nSitemap: ${origin}/sitemap.xml\n`;
}
