// What every page has around it. The order in the source is the order of reading: skip link, site, search, columns, where one is, the page.
import type { WebsiteColumn } from '#shared/domain/announcements/model.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { assetAddress, documentStyle, mark, siteStyle } from '../assets.ts';
import { type Html, html, nothing, textOf } from '../html.ts';
import { columnChoices, columnNameOf, siteName } from '../names.ts';

export type Crumb = { readonly name: string; readonly href?: string };

export type PageParts = {
  readonly title: string;
  /** The one address of this page among those under which it can be reached; without it, search engines are told none. */
  readonly address?: string;
  readonly description?: string;
  /** The column that is marked as the present one. */
  readonly column?: WebsiteColumn | undefined;
  readonly crumbs: readonly Crumb[];
  readonly content: Html;
  /** The style of announcements as well. */
  readonly hasDocument?: boolean;
  /** Further elements of the head. */
  readonly head?: Html;
  /** What the search field holds. */
  readonly question?: string;
};

const text = websiteText;

export function pageText(parts: PageParts): string {
  const {
    title,
    address,
    description,
    column,
    crumbs,
    content,
    hasDocument = false,
    head,
    question = '',
  } = parts;
  const heading = title === siteName ? title : text.titleOf(title, siteName);
  return textOf(html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<meta name="description" content="${description ?? text.slogan}">
${address === undefined ? nothing : html`<link rel="canonical" href="${address}">`}
<meta name="SiteName" content="${siteName}">
<link rel="icon" href="${assetAddress(mark)}" type="image/svg+xml">
<link rel="stylesheet" href="${assetAddress(siteStyle)}">
${hasDocument ? html`<link rel="stylesheet" href="${assetAddress(documentStyle)}">` : nothing}
<link rel="alternate" type="application/rss+xml" title="${text.rssFeed.all(siteName)}" href="/rss.xml">
${head ?? nothing}
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
<header class="top">
<div class="inner top-row">
<a class="brand" href="/"><img src="${assetAddress(mark)}" alt="" width="40" height="40"><span class="brand-names"><span class="brand-name">${siteName}</span><span class="brand-product">${text.product}</span></span></a>
${searchForm(question)}
</div>
<nav class="columns" aria-label="${text.nav.main}"><ul class="inner">
<li><a href="/"${crumbs.length === 0 ? current : nothing}>${text.home}</a></li>
${columnChoices.map(
  ({ code, name }) =>
    html`<li><a href="/columns/${code}"${code === column ? current : nothing}>${name}</a></li>
`,
)}</ul></nav>
</header>
<div class="inner page">
${crumbs.length === 0 ? nothing : crumbsHtml(crumbs)}
<main id="main" tabindex="-1">
${content}
</main>
</div>
<footer class="bottom"><div class="inner">
<nav aria-label="${text.nav.footer}"><ul>
<li><a href="/search">${text.allAnnouncements}</a></li>
<li><a href="/open-data">${text.openData}</a></li>
<li><a href="/rss.xml">${text.rss}</a></li>
<li><a href="/audit/heads">${text.homePage.audit}</a></li>
</ul></nav>
<p>${siteName} · ${text.slogan}</p>
</div></footer>
</body>
</html>
`);
}

const current = html` aria-current="page"`;

function searchForm(question: string): Html {
  const { label, placeholder, button } = text.search;
  return html`<form class="find" role="search" action="/search" method="get">
<label class="unseen" for="q">${label}</label>
<input id="q" name="q" type="search" value="${question}" placeholder="${placeholder}" enterkeyhint="search">
<button type="submit">${button}</button>
</form>`;
}

function crumbsHtml(crumbs: readonly Crumb[]): Html {
  return html`<nav class="crumbs" aria-label="${text.nav.crumbs}"><ol>
<li><a href="/">${text.home}</a></li>
${crumbs.map(({ name, href }) =>
  href === undefined
    ? html`<li aria-current="page">${name}</li>`
    : html`<li><a href="${href}">${name}</a></li>`,
)}
</ol></nav>`;
}

/** The link to a column, for crumbs. */
export const columnCrumb = (code: string): Crumb => ({
  name: columnNameOf(code),
  href: `/columns/${code}`,
});
