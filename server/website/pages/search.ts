// What a search found, with the words marked in titles and in a passage of the text.
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { type Html, html } from '../html.ts';
import type { Item, Page } from '../read/items.ts';
import type { ListRequest } from '../request.ts';
import { filterForm, noticesHtml, pagerHtml } from './filters.ts';
import { lineHtml } from './items.ts';
import { pageText } from './layout.ts';
import { emptyHtml } from './list.ts';

const before = 36;
const excerptLength = 130;

export function searchPageText(request: ListRequest, page: Page<Item & { readonly body?: string }>): string {
  const { search, allAnnouncements } = websiteText;
  const { question, words } = request;
  const title = question === '' ? allAnnouncements : search.resultsOf(question);
  const pattern = patternOf(words);
  return pageText({
    title,
    question,
    crumbs: [{ name: question === '' ? allAnnouncements : search.title }],
    head: html`<meta name="robots" content="noindex, follow">`,
    content: html`<h1>${title}</h1>
<p class="hint">${search.hint}</p>
${filterForm(request, undefined)}
${noticesHtml(request.notices)}
${
  page.items.length === 0
    ? emptyHtml(true)
    : html`<ol class="lines">${page.items.map((item) =>
        lineHtml(item, {
          showColumn: true,
          title: marked(item.title, pattern),
          excerpt: item.body === undefined ? undefined : marked(excerptOf(item.body, pattern), pattern),
        }),
      )}</ol>`
}
${pagerHtml(request, undefined, page)}`,
  });
}

/** Any of the words, the longest first. */
function patternOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(${longestFirst.map(literally).join('|')})`, 'giu');
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function marked(text: string, pattern: RegExp | undefined): Html {
  if (pattern === undefined) return html`${text}`;
  // Split by a pattern in brackets, every second part is a hit.
  return html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
}

function excerptOf(body: string, pattern: RegExp | undefined): string {
  const at = pattern === undefined ? -1 : body.search(pattern);
  const start = Math.max(0, at - before);
  const part = body.slice(start, start + excerptLength).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${part.toWellFormed()}${start + excerptLength < body.length ? '…' : ''}`;
}
