// One announcement: what became of it since, its facts, the document exactly as the preview shows it, and the others of its project.
import { type WebsiteColumn, websiteColumns } from '#shared/domain/announcements/model.ts';
import { fileSize, formatInstant } from '#shared/text/index.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { dayHtml, timeHtml } from '../dates.ts';
import { type Html, html, nothing, trusted } from '../html.ts';
import { columnNameOf, methodName, regionName, siteName } from '../names.ts';
import { fileAddress } from '../public-files.ts';
import type { Shown, ShownWhole } from '../read/records.ts';
import { announcementAddress, projectAddress, tagsOf } from './items.ts';
import { columnCrumb, pageText } from './layout.ts';

const text = websiteText.announcement;

/** `others`: those of its project, or those that it names or that name it, in the order of their publication. */
export function announcementPageText(
  shown: ShownWhole,
  others: readonly Shown[],
  description: string,
): string {
  const { columnCode, title, publishedAt } = shown;
  return pageText({
    title,
    address: announcementAddress(shown.id),
    description,
    column: websiteColumns.find((column): column is WebsiteColumn => column === columnCode),
    hasDocument: true,
    crumbs: [columnCrumb(columnCode), { name: text.crumb }],
    head: html`<meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="${formatInstant(publishedAt)}">
<meta name="ContentSource" content="${shown.purchaserName}">
<meta name="ColumnName" content="${columnNameOf(columnCode)}">
<meta property="og:site_name" content="${siteName}">`,
    content: html`${bannersHtml(shown, others)}
${factsHtml(shown)}
<div class="sheet">${trusted(shown.html)}</div>
${filesHtml(shown)}
${othersHtml(shown, others)}`,
  });
}

function bannersHtml(shown: Shown, others: readonly Shown[]): Html {
  const { columnCode: own, id, targetId, withdrawnAt, withdrawnReason } = shown;
  const inForce = others.filter((other) => other.targetId === id && other.withdrawnAt === null);
  const about = (column: WebsiteColumn) => inForce.filter(({ columnCode }) => columnCode === column);
  const target = others.filter((other) => other.id === targetId);
  return html`${
    withdrawnAt === null
      ? nothing
      : html`<div class="banner banner-withdrawn"><h2 class="banner-title">${text.withdrawnTitle}</h2><p>${text.withdrawn(formatInstant(withdrawnAt), withdrawnReason ?? '')}</p></div>`
  }${banner('ended', text.endedTitle, text.ended, about('termination'))}${banner(
    'corrected',
    text.correctedTitle,
    text.corrected,
    about('correction'),
  )}${banner('corrected', text.changedTitle, text.changed, about('result_change'))}${banner(
    'about',
    text.aboutTitle,
    wordsAbout(own),
    target,
  )}`;
}

function wordsAbout(column: string): string {
  if (column === 'correction') return text.about.correction;
  return column === 'termination' ? text.about.termination : text.about.other;
}

function banner(kind: string, title: string, words: string, links: readonly Shown[]): Html {
  if (links.length === 0) return nothing;
  return html`<div class="banner banner-${kind}"><h2 class="banner-title">${title}</h2><p>${words}</p><ul>${links.map(
    (link) =>
      html`<li><a href="${announcementAddress(link.id)}">${link.title}</a> ${dayHtml(link.publishedAt)}${tagsOf({ about: [], withdrawnAt: link.withdrawnAt })}</li>`,
  )}</ul></div>`;
}

function factsHtml(shown: Shown): Html {
  const { method, planNo, projectId, projectName, projectNo, round } = shown;
  const facts: (readonly [string, Html | string])[] = [
    [text.publishedAt, timeHtml(shown.publishedAt)],
    ...(shown.displayUntil === null ? [] : [[text.displayUntil, shown.displayUntil] as const]),
    [text.purchaser, shown.purchaserName],
    [text.region, regionName(shown.regionCode)],
    ...(method === null ? [] : [[text.method, methodName(method)] as const]),
    ...(projectNo === '' ? [] : [[text.projectNo, projectNo] as const]),
    ...(planNo === '' ? [] : [[text.planNo, planNo] as const]),
    ...(projectId === null
      ? []
      : [[text.project, html`<a href="${projectAddress(projectId)}">${projectName}</a>`] as const]),
  ];
  const again = round > 1 ? html` <span class="tag tag-round">${text.round(round)}</span>` : nothing;
  return html`<dl class="facts" aria-label="${text.facts}">${facts.map(
    ([name, value], index) =>
      html`<div${name === text.project ? html` class="wide"` : nothing}><dt>${name}</dt><dd>${value}${index === 0 ? again : nothing}</dd></div>`,
  )}</dl>`;
}

/** Of what was withdrawn the words alone remain. Links without `download`: a browser shall show the page that says a file is not here yet. */
function filesHtml({ id, files, withdrawnAt }: ShownWhole): Html {
  if (files.length === 0 || withdrawnAt !== null) return nothing;
  return html`<section class="related files" aria-labelledby="files"><h2 id="files">${websiteText.files.title}</h2><ul>${files.map(
    (file) =>
      html`<li><a href="${fileAddress(id, file)}">${file.name}</a> <span class="size">${fileSize(file.size)}</span></li>
`,
  )}</ul></section>`;
}

function othersHtml(shown: Shown, others: readonly Shown[]): Html {
  if (shown.projectId === null || others.length === 0) return nothing;
  const all = [...others, shown].toSorted((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  return html`<section class="related" aria-labelledby="related"><h2 id="related">${text.ofProject}</h2><ol class="steps">${all.map(
    (each) => stepHtml(each, each.id === shown.id),
  )}</ol><p><a href="${projectAddress(shown.projectId)}">${text.wholeProject}</a></p></section>`;
}

/** One announcement in the course of its project. */
export function stepHtml(each: Shown, isThis: boolean): Html {
  return html`<li><span class="step-day">${dayHtml(each.publishedAt)}</span><span class="step-column">${columnNameOf(each.columnCode)}</span><span class="step-title">${
    isThis
      ? html`<strong aria-current="page">${each.title}</strong> <span class="tag tag-round">${text.thisOne}</span>`
      : html`<a href="${announcementAddress(each.id)}">${each.title}</a>`
  }${tagsOf(each)}</span></li>
`;
}
