// All announcements of one project, in the order in which they were published.
import type { Id } from '#shared/kernel/ids.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { html, nothing } from '../html.ts';
import { methodName, regionName } from '../names.ts';
import type { ProjectState } from '../projects/course.ts';
import type { Shown } from '../read/records.ts';
import { stepHtml } from './announcement.ts';
import { projectAddress } from './items.ts';
import { pageText } from './layout.ts';

const { announcement, project: text } = websiteText;

/** The announcements of another project that this one is bought before or after, since the method was changed. */
export type Course = { readonly projectId: Id; readonly announcements: readonly Shown[] };
type Around = { readonly before: Course | undefined; readonly after: readonly Course[] };

/** `last`: what the newest of them says of the project. */
export function projectPageText(
  id: Id,
  all: readonly Shown[],
  last: Shown,
  { before, after }: Around = { before: undefined, after: [] },
  { isCompleted, sections }: ProjectState = { isCompleted: false, sections: [] },
): string {
  const { method, planNo, projectName, projectNo, purchaserName, regionCode } = last;
  const facts = [
    [announcement.purchaser, purchaserName],
    [announcement.region, regionName(regionCode)],
    [announcement.method, method === null ? '' : methodName(method)],
    [announcement.projectNo, projectNo],
    [announcement.planNo, planNo],
    [text.state, isCompleted ? text.completed : ''],
  ] as const;
  return pageText({
    title: projectName,
    address: projectAddress(id),
    crumbs: [{ name: text.title }],
    content: html`<h1>${projectName}</h1>
<dl class="facts" aria-label="${text.facts}">${facts.map(([name, value]) =>
      value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>
${sections.length === 0 ? nothing : sectionsHtml(sections)}
<p class="hint">${text.listed(all.length)}</p>
${before === undefined ? nothing : courseHtml(before, text.before)}
<ol class="steps steps-large">${all.map((each) => stepHtml(each, false))}</ol>
${after.map((course) => courseHtml(course, text.after))}`,
  });
}

function sectionsHtml(sections: ProjectState['sections']) {
  return html`<h2 class="part-title" id="sections">${text.sections}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="sections"><table class="data data-fit"><thead><tr><th scope="col">${text.sectionNo}</th><th scope="col">${text.sectionName}</th><th scope="col">${text.state}</th></tr></thead><tbody>
${sections.map(({ no, name, state }) => html`<tr><td>${no}</td><td>${name}</td><td>${state}</td></tr>`)}</tbody></table></div>`;
}

/** Linked, with its announcements: whoever reads of the failure finds what became of it, and the other way round. */
function courseHtml({ projectId, announcements }: Course, words: (method: string, planNo: string) => string) {
  const last = announcements.at(-1);
  if (last === undefined) return nothing;
  const title = words(last.method === null ? '' : methodName(last.method), last.planNo);
  return html`<section><h2 class="part-title"><a href="${projectAddress(projectId)}">${title}</a></h2>
<ol class="steps steps-large">${announcements.map((each) => stepHtml(each, false))}</ol></section>`;
}
