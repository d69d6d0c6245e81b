// How the value of a field is written in a document, and in a title, a pattern or a correction.
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { DocumentBlock, DocumentParagraph } from '#shared/documents/model.ts';
import { isPlainDate, localTimeSchema } from '#shared/kernel/dates.ts';
import { type Fen, fenSchema, formatWan, formatYuan } from '#shared/kernel/money.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { isEmpty, isRich, linesIn } from './field-values.ts';
import { withoutTurns } from './published-text.ts';
import { plainTextOf, type RichBlock, type RichParagraph, type RichText } from './rich-text.ts';
import type { Option, TableColumn, TableKind, TemplateField } from './template.ts';
import { filesIn, type TableLine, type Value } from './values.ts';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;
type Cell = TableBlock['rows'][number][number];

/** The value in words, empty where nothing is in it; rich text and lines without their form. */
export function valueText(field: TemplateField, value: Value | undefined): string {
  if (value === undefined || isEmpty(value)) return '';
  if (isRich(value)) return withoutTurns(plainTextOf(value));
  if (typeof value === 'boolean') return documentText.yesNo(value);
  if (Array.isArray(value)) return arrayText(field, value);
  if (typeof value === 'number') return numberText(field, value);
  switch (field.kind) {
    case 'date':
      return isPlainDate(String(value)) ? documentText.date(String(value)) : withoutTurns(String(value));
    case 'time':
      return localTimeSchema.safeParse(value).success
        ? documentText.time(String(value))
        : withoutTurns(String(value));
    case 'month':
      return monthText(String(value));
    case 'choice':
      return optionName(field.options, String(value));
    case 'code':
      return codeName(procurementMethods, String(value)) ?? withoutTurns(String(value));
    default:
      return withoutTurns(String(value));
  }
}

export function paragraphsOf(text: string): DocumentParagraph[] {
  return text.split('\n').map((line) => (line === '' ? [] : [{ text: line }]));
}

/** Columns in which nothing need be, and nothing is, are left out. */
export function tableBlock(field: TableKind, lines: readonly TableLine[]): TableBlock {
  const columns = field.columns.filter(({ key, required, printed, hidden }) => {
    const always = required === true && printed !== 'ifFilled';
    return hidden !== true && (always || lines.some(({ cells }) => !isEmpty(cells[key])));
  });
  const { rowNumbers } = field;
  const head = columns.map(({ label }) => label);
  const rows = lines.map(({ cells }) => columns.map((column) => cellOf(column, cells[column.key])));
  if (rowNumbers === undefined) return { kind: 'table', head, rows };
  return {
    kind: 'table',
    head: [rowNumbers, ...head],
    rows: rows.map((row, index) => [{ text: [[{ text: String(index + 1) }]] }, ...row]),
  };
}

/** Paragraphs, lists and tables of rich text, one after another. */
export function richBlocks(doc: RichText): DocumentBlock[] {
  return doc.content.map(richBlock);
}

function richBlock(block: RichBlock): DocumentBlock {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', text: runsOf(block) };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        ordered: block.type === 'orderedList',
        items: block.content.map((item) => item.content.map(runsOf)),
      };
    case 'table':
      return richTable(block);
  }
}

function richTable({ content }: Extract<RichBlock, { type: 'table' }>): TableBlock {
  const [first] = content;
  const headed = first?.content.every(({ type }) => type === 'tableHeader') ?? false;
  const words = (paragraphs: readonly RichParagraph[]) =>
    plainTextOf({ type: 'doc', content: [...paragraphs] });
  const rows = headed ? content.slice(1) : content;
  return {
    kind: 'table',
    head: headed ? (first?.content.map((cell) => withoutTurns(words(cell.content))) ?? []) : [],
    rows: rows.map((row) => row.content.map((cell) => ({ text: cell.content.map(runsOf) }))),
  };
}

function runsOf({ content = [] }: RichParagraph): DocumentParagraph {
  return content.map((node) => {
    if (node.type === 'hardBreak') return { text: '\n' };
    const text = withoutTurns(node.text);
    return node.marks?.some(({ type }) => type === 'bold') === true ? { text, bold: true } : { text };
  });
}

function cellOf(column: TableColumn, value: TableLine['cells'][string] | undefined): Cell {
  if (value === undefined || value === null || value === '') return { text: [[]] };
  if (column.kind === 'money' && isAmount(value)) {
    const capitals = column.uppercase === true ? [[{ text: documentText.uppercase(value) }]] : [];
    return { text: [[{ text: formatYuan(value) }], ...capitals], amount: true };
  }
  if (column.kind === 'moneyInTenThousands' && isAmount(value)) {
    return { text: [[{ text: formatWan(value) }]], amount: true };
  }
  return { text: paragraphsOf(cellText(column, value)) };
}

function cellText({ kind, options = [] }: TableColumn, value: string | number | boolean): string {
  if (typeof value === 'boolean') return documentText.yesNo(value);
  const text = withoutTurns(String(value));
  switch (kind) {
    case 'month':
      return monthText(text);
    case 'date':
      return isPlainDate(text) ? documentText.date(text) : text;
    case 'choice':
      return optionName(options, text);
    default:
      return text;
  }
}

function numberText(field: TemplateField, value: number): string {
  if (field.kind === 'moneyInTenThousands' && isAmount(value)) return formatWan(value);
  if (field.kind !== 'money' || !isAmount(value)) return String(value);
  return field.uppercase === true ? documentText.amount(value) : formatYuan(value);
}

function arrayText(field: TemplateField, value: Value): string {
  if (field.kind !== 'table') {
    return documentText.listed(filesIn(value).map(({ fileName }) => withoutTurns(fileName)));
  }
  const { rows } = tableBlock(field, linesIn(value));
  return rows.map((row) => row.map(wordsIn).join(' ')).join('\n');
}

/** A cell in words, empty where nothing is in it. */
export function cellWords(column: TableColumn, { cells }: TableLine): string {
  return wordsIn(cellOf(column, cells[column.key]));
}

function wordsIn({ text }: Cell): string {
  return text
    .flat()
    .map((run) => run.text)
    .join('');
}

function optionName(options: readonly Option[], code: string): string {
  return options.find((option) => option.code === code)?.name ?? withoutTurns(code);
}

// A draft is shown as it is typed, so what suits its field no better is written as it stands.
function isAmount(value: unknown): value is Fen {
  return fenSchema.safeParse(value).success;
}

function monthText(text: string): string {
  return /^\d{4}-\d\d$/.test(text) ? documentText.month(text) : withoutTurns(text);
}
