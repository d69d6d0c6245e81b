// What the data files hold, and where they are.
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { openDataFields } from '../feeds/open-data.ts';
import { lotFields } from '../feeds/open-data-lots.ts';
import { type Html, html } from '../html.ts';
import type { Count } from '../read/records.ts';
import { grouped } from './home.ts';
import { pageText } from './layout.ts';

const text = websiteText.openDataPage;

export function openDataPageText(months: readonly Count[]): string {
  return pageText({
    title: text.title,
    address: '/open-data',
    crumbs: [{ name: text.title }],
    content: html`<h1>${text.title}</h1>
<p>${text.intro}</p>
<h2 class="part-title" id="files">${text.filesTitle}</h2>
${
  months.length === 0
    ? html`<p>${text.none}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="files"><table class="data data-fit"><thead><tr><th scope="col">${text.month}</th><th scope="col" class="number">${text.count}</th><th scope="col">${text.files}</th><th scope="col">${text.lots}</th></tr></thead><tbody>
${months.map(
  ({ key, count }) =>
    html`<tr><th scope="row">${key}</th><td class="number">${grouped(count)}</td><td><a href="/open-data/${key}.csv" aria-label="${key} CSV">CSV</a> <a href="/open-data/${key}.json" aria-label="${key} JSON">JSON</a></td><td><a href="/open-data/lots/${key}.csv" aria-label="${key} ${text.lots} CSV">CSV</a> <a href="/open-data/lots/${key}.json" aria-label="${key} ${text.lots} JSON">JSON</a></td></tr>
`,
)}</tbody></table></div>`
}
<h2 class="part-title" id="fields">${text.fieldsTitle}</h2>
<ul class="plain-list"><li>${text.csv}</li><li>${text.json}</li></ul>
${fieldsTable(
  'fields',
  openDataFields.map(({ name }) => ({ name, ...text.fields[name] })),
)}
<h2 class="part-title" id="lot-fields">${text.lotFieldsTitle}</h2>
<p>${text.lotsHint}</p>
${fieldsTable(
  'lot-fields',
  lotFields.map(({ name }) => ({ name, ...text.lotFields[name] })),
)}`,
  });
}

type Described = { readonly name: string; readonly meaning: string; readonly format: string };

function fieldsTable(labelledBy: string, fields: readonly Described[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${labelledBy}"><table class="data"><thead><tr><th scope="col">${text.field}</th><th scope="col">${text.meaning}</th><th scope="col">${text.format}</th></tr></thead><tbody>
${fields.map(
  ({ name, meaning, format }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td><td>${format}</td></tr>
`,
)}</tbody></table></div>`;
}
