// A document as HTML: one <article class="doc"> for preview, print, PDF and website, styled by resources/documents/announcement.css. Tags, classes
// and attributes are constants of this file; of the document there is text alone, escaped, so that nothing anybody typed can be a tag.
import type { DocumentBlock, DocumentParagraph, OfficialDocument } from './model.ts';
import { cellKind, columnsOf, fitOf } from './table-fit.ts';
import { leadOf } from './typesetting.ts';

type Block<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>;
type Cell = Block<'table'>['rows'][number][number];

/** `titleLevel`: of the title's heading, where the page around it has one of its own; sections are one level below. */
export function documentHtml(document: OfficialDocument, titleLevel: 1 | 2 | 3 = 1): string {
  const { title, blocks, signature, stamp } = document;
  const parts = [
    stamp === undefined ? '' : stampHtml(stamp),
    `<h${titleLevel} class="doc-title">${textHtml(title)}</h${titleLevel}>`,
    ...blocks.map((block) => blockHtml(block, titleLevel + 1)),
    signature === null ? '' : signatureHtml(signature),
  ];
  return `<article class="doc" lang="zh-CN">${parts.join('')}</article>`;
}

/** The word is drawn across the page by the style sheet: it is no text, and need not be read. What it means is said in words above the title. */
function stampHtml({ word, text }: NonNullable<OfficialDocument['stamp']>): string {
  return `<div class="doc-void" aria-hidden="true" data-word="${textHtml(word)}"></div><p class="doc-stamp">${textHtml(text)}</p>`;
}

function blockHtml(block: DocumentBlock, level: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level} class="doc-heading">${textHtml(block.no + block.text)}</h${level}>`;
    case 'field':
      return fieldHtml(block);
    case 'paragraph':
      return paragraphHtml(block.text);
    case 'list':
      return listHtml(block);
    case 'table':
      return tableHtml(block);
    case 'files':
      return filesHtml(block);
    case 'number':
    case 'addressee':
      return `<p class="doc-${block.kind}">${textHtml(block.text)}</p>`;
  }
}

/** The first paragraph stands on the line of the label. */
function fieldHtml({ no, label, value: [first = [], ...more] }: Block<'field'>): string {
  const lead = leadOf({ no, label });
  const start = lead === '' ? '' : `<span class="doc-label">${textHtml(lead)}</span>`;
  return `<div class="doc-field"><p>${start}${runsHtml(first)}</p>${paragraphsHtml(more)}</div>`;
}

function listHtml({ ordered, items }: Block<'list'>): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag} class="doc-list">${items.map((item) => `<li>${paragraphsHtml(item)}</li>`).join('')}</${tag}>`;
}

/** It can be scrolled by keys where it is wider than the screen. */
function tableHtml(table: Block<'table'>): string {
  if (columnsOf(table) === 0) return '';
  const head = table.head.map((text) => `<th scope="col">${textHtml(text)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  const parts = `${head === '' ? '' : `<thead><tr>${head}</tr></thead>`}<tbody>${rows}</tbody>`;
  return `<div class="doc-scroll" tabindex="0"><table class="${tableClasses[fitOf(table)]}">${parts}</table></div>`;
}

const tableClasses = {
  plain: 'doc-table',
  wide: 'doc-table doc-wide',
  dense: 'doc-table doc-wide doc-dense',
} as const;

function cellHtml(cell: Cell): string {
  return `<td${cellClasses[cellKind(cell)]}>${paragraphsHtml(cell.text)}</td>`;
}

const cellClasses = {
  amount: ' class="doc-amount"',
  word: ' class="doc-word"',
  long: ' class="doc-long"',
  text: '',
} as const;

function filesHtml({ label, names }: Block<'files'>): string {
  const lead = `<span class="doc-label">${textHtml(leadOf({ no: '', label }))}</span>`;
  const [only, ...more] = names;
  if (more.length === 0) return `<div class="doc-files"><p>${lead}${textHtml(only ?? '')}</p></div>`;
  const items = names.map((name) => `<li>${textHtml(name)}</li>`).join('');
  return `<div class="doc-files"><p>${lead}</p><ol>${items}</ol></div>`;
}

function signatureHtml({ name, date }: NonNullable<OfficialDocument['signature']>): string {
  const day = date === '' ? '' : `<p>${textHtml(date)}</p>`;
  return `<div class="doc-signature"><p>${textHtml(name)}</p>${day}</div>`;
}

function paragraphsHtml(paragraphs: readonly DocumentParagraph[]): string {
  return paragraphs.map(paragraphHtml).join('');
}

function paragraphHtml(paragraph: DocumentParagraph): string {
  return `<p>${runsHtml(paragraph)}</p>`;
}

function runsHtml(paragraph: DocumentParagraph): string {
  return paragraph
    .map(({ text, bold }) => (bold === true ? `<strong>${textHtml(text)}</strong>` : textHtml(text)))
    .join('');
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function textHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? '').replace(/\r\n?|\n/g, '<br>');
}
