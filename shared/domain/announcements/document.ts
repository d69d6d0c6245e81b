// What an announcement says, section by section in the order of its format. Numbers are made here from the sections that have something to say;
// the same values always give the same document.
import type { DocumentBlock, DocumentParagraph, OfficialDocument } from '#shared/documents/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { fieldsOf, isEmpty, isRich, linesIn, textIn, valueAt } from './field-values.ts';
import { listedBlocks } from './listed-lines.ts';
import { paragraphsOf, richBlocks, tableBlock, valueText } from './print-values.ts';
import { withoutTurns } from './published-text.ts';
import type { Template, TemplateField, TemplateSection } from './template.ts';
import { monthsIn } from './title.ts';
import { filesIn, type Value, type Values } from './values.ts';

/** Who signs, and the day of publication, null while it is not published; finance departments sign in the format itself. */
export type Closing = { readonly publishedOn: PlainDate | null; readonly signer: string | null };

type Printed = {
  readonly fields: ReadonlyMap<string, TemplateField>;
  readonly values: Values;
  readonly publishedOn: PlainDate | null;
};

/** `values` are all values, generated or typed. */
export function documentOf(
  template: Template,
  title: string,
  values: Values,
  closing: Closing,
): OfficialDocument {
  const fields = new Map(fieldsOf(template).map((field) => [field.key, field]));
  const printed: Printed = { fields, values, publishedOn: closing.publishedOn };
  const blocks: DocumentBlock[] = [];
  let count = 0;
  for (const section of template.sections) {
    const body = bodyOf(section, printed);
    if (body === undefined) continue;
    if (section.numbered) count++;
    const no = section.numbered ? documentText.heading(count) : '';
    const text = body.heading ?? section.title;
    if (text !== '') blocks.push({ kind: 'heading', no, text });
    blocks.push(...body.blocks);
  }
  return { title: withoutTurns(title), blocks, signature: signatureOf(template, printed, closing) };
}

/** What a generated field says; empty while nothing is known of it. */
export function generatedText(template: Template, field: TemplateField, values: Values): string {
  const fields = new Map(fieldsOf(template).map((each) => [each.key, each]));
  return plainOf(field, { fields, values, publishedOn: null }) ?? '';
}

type Body = { readonly heading?: string; readonly blocks: readonly DocumentBlock[] };

/** Undefined where the section has nothing to say. */
function bodyOf(section: TemplateSection, printed: Printed): Body | undefined {
  if (section.layout === 'signature') return undefined;
  if (section.layout === 'inline') {
    const [field] = section.fields;
    if (field === undefined) return undefined;
    const text = plainOf(field, printed) ?? instead(field);
    return text === undefined ? undefined : { heading: `${labelOf(field)}：${text}`, blocks: [] };
  }
  const blocks: DocumentBlock[] = [];
  let count = 0;
  let group: string | undefined;
  for (const field of section.fields) {
    const counted = section.layout === 'numbered' || field.group !== undefined;
    const no = counted && field.group === undefined ? `${count + 1}.` : '';
    const printedField = blocksOf(field, no, section.layout === 'bare', printed);
    if (printedField.length === 0) continue;
    if (field.group === undefined) {
      if (counted) count++;
    } else if (field.group !== group) {
      count++;
      blocks.push({ kind: 'paragraph', text: [{ text: `${count}.${field.group}` }] });
    }
    group = field.group;
    blocks.push(...printedField);
  }
  return blocks.length === 0 ? undefined : { blocks };
}

function blocksOf(
  field: TemplateField,
  no: string,
  bare: boolean,
  printed: Printed,
): readonly DocumentBlock[] {
  if (field.printed === 'elsewhere') return [];
  if (field.kind === 'fixed') return [{ kind: 'paragraph', text: [{ text: `${no}${field.text}` }] }];
  const value = valueAt(printed.values, field.key);
  const label = bare || sentenceOf(field, value) !== undefined ? '' : labelOf(field);
  if (patternOf(field, value) === undefined && !isEmpty(value)) {
    if (field.kind === 'table') {
      const lines = linesIn(value);
      const body =
        field.listed === undefined ? [tableBlock(field, lines)] : listedBlocks(field, field.listed, lines);
      return label === '' ? body : [fieldBlock(no, label, []), ...body];
    }
    if (field.kind === 'files') {
      return [{ kind: 'files', label, names: filesIn(value).map(nameOf) }];
    }
    if (isRich(value)) return withLead(no, label, richBlocks(value));
  }
  const text = plainOf(field, printed) ?? instead(field);
  if (text === undefined) return [];
  const paragraphs = paragraphsOf(text);
  if (label !== '') return [fieldBlock(no, label, paragraphs)];
  return paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}

function nameOf({ fileName }: { readonly fileName: string }): string {
  return withoutTurns(fileName);
}

/** The first paragraphs stand beside the label; a list or a table, and what follows it, stands below. */
function withLead(no: string, label: string, blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  if (label === '') return blocks;
  const end = blocks.findIndex(({ kind }) => kind !== 'paragraph');
  const lead = end === -1 ? blocks : blocks.slice(0, end);
  const beside = lead.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  // A line in bold is a heading of its own.
  const headed = beside[0]?.[0]?.bold === true;
  return [fieldBlock(no, label, headed ? [[], ...beside] : beside), ...blocks.slice(lead.length)];
}

function fieldBlock(no: string, label: string, value: readonly DocumentParagraph[]): DocumentBlock {
  return { kind: 'field', no, label, value: [...value] };
}

function labelOf(field: TemplateField): string {
  return field.printed === 'elsewhere' ? '' : (field.printed?.label ?? field.label);
}

/** What it is printed as, with places for values; undefined for what is printed as it stands. */
function patternOf(field: TemplateField, value: Value | undefined): string | undefined {
  if (field.kind === 'generated') return field.pattern;
  const pattern = field.printed === 'elsewhere' ? undefined : field.printed?.pattern;
  return sentenceOf(field, value) ?? pattern;
}

function sentenceOf({ printed }: TemplateField, value: Value | undefined): string | undefined {
  const { sentences = {} } = printed === undefined || printed === 'elsewhere' ? {} : printed;
  const answer = typeof value === 'boolean' ? (value ? 'yes' : 'no') : textIn(value);
  return Object.hasOwn(sentences, answer) ? sentences[answer] : undefined;
}

/** One text of the whole field; undefined where nothing is known of it. */
function plainOf(field: TemplateField, printed: Printed): string | undefined {
  const value = valueAt(printed.values, field.key);
  const pattern = patternOf(field, value);
  if (pattern === undefined) {
    const text = valueText(field, value);
    return text === '' ? undefined : text;
  }
  // A sentence is there because its answer is.
  let known = sentenceOf(field, value) !== undefined;
  const text = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    const words = placeText(key, printed);
    known ||= words !== '';
    return words === '' ? documentText.blank : words;
  });
  return known ? text : undefined;
}

function placeText(key: string, { fields, values, publishedOn }: Printed): string {
  if (key === 'publishedOn') return publishedOn === null ? '' : documentText.date(publishedOn);
  if (key === 'months') return monthsIn(values);
  const field = fields.get(key);
  return field === undefined ? '' : valueText(field, valueAt(values, key));
}

/** What stands where nothing is filled in; undefined where the line is left out. */
function instead({ empty, required }: TemplateField): string | undefined {
  if (empty === 'none') return documentText.none;
  return required === 'always' ? documentText.blank : undefined;
}

function signatureOf(
  { sections }: Template,
  printed: Printed,
  { signer, publishedOn }: Closing,
): OfficialDocument['signature'] {
  const own = sections.find(({ layout }) => layout === 'signature');
  if (own !== undefined) {
    const [name, day] = own.fields;
    return {
      name: name === undefined ? '' : (plainOf(name, printed) ?? ''),
      date: day === undefined ? '' : (plainOf(day, printed) ?? ''),
    };
  }
  if (signer === null) return null;
  return { name: withoutTurns(signer), date: publishedOn === null ? '' : documentText.date(publishedOn) };
}
