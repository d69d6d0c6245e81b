// The form that narrows a list, and the links to its neighbouring pages. It is a plain GET form: its answer has an address that can be kept.
import type { WebsiteColumn } from '#shared/domain/announcements/model.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { type Html, html, nothing } from '../html.ts';
import { type Choice, columnChoices, methodChoices, regionChoices } from '../names.ts';
import { writePlace } from '../read/cursor.ts';
import { noFilters } from '../read/filters.ts';
import type { Page } from '../read/items.ts';
import { type ListRequest, listAddress } from '../request.ts';

const { filters: text, list, nav } = websiteText;
type PageOf = { readonly column: WebsiteColumn } | undefined;

export function filterForm({ filters, question }: ListRequest, page: PageOf): Html {
  const { column, region, method, from, to, unit } = filters;
  const action = page === undefined ? '/search' : `/columns/${page.column}`;
  const bare = listAddress({ question, filters: noFilters }, page);
  return html`<form class="filters" action="${action}" method="get" aria-label="${text.title}">
${question === '' ? nothing : html`<input type="hidden" name="q" value="${question}">`}
${page === undefined ? choice('column', text.column, columnChoices, column, 'wide') : nothing}
${choice('region', text.region, regionChoices, region)}
${choice('method', text.method, methodChoices, method)}
<p><label for="from">${text.from}</label><input id="from" name="from" type="date" min="2000-01-01" value="${from ?? ''}"></p>
<p><label for="to">${text.to}</label><input id="to" name="to" type="date" min="2000-01-01" value="${to ?? ''}"></p>
<p class="wide"><label for="unit">${text.unit}</label><input id="unit" name="unit" value="${unit ?? ''}" placeholder="${text.unitPlaceholder}"></p>
<p class="acts"><button type="submit">${text.apply}</button><a class="plain" href="${bare}">${text.reset}</a></p>
</form>`;
}

function choice(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  width: 'wide' | '' = '',
): Html {
  return html`<p class="${width}"><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${text.all}</option>${choices.map(
    ({ code, name: shown }) =>
      html`<option value="${code}"${code === chosen ? html` selected` : nothing}>${shown}</option>`,
  )}</select></p>`;
}

export function noticesHtml(notices: readonly string[]): Html {
  if (notices.length === 0) return nothing;
  return html`<ul class="notices">${notices.map((notice) => html`<li>${notice}</li>`)}</ul>`;
}

export function pagerHtml(request: ListRequest, page: PageOf, { older, newer }: Page): Html {
  if (older === undefined && newer === undefined) return nothing;
  const link = (name: string, rel: string, cursor: { before?: string; after?: string }) =>
    html`<a rel="${rel}" href="${listAddress(request, page, cursor)}">${name}</a>`;
  return html`<nav class="pager" aria-label="${nav.pages}">
${newer === undefined ? nothing : html`<a href="${listAddress(request, page)}">${list.newest}</a>${link(list.newer, 'prev', { after: writePlace(newer) })}`}
${older === undefined ? nothing : link(list.older, 'next', { before: writePlace(older) })}
</nav>`;
}
