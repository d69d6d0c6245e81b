// The document of every format, made from a believable record. After an intended change renew the files with
// `npx vitest run shared/domain/announcements/golden.test.ts -u` and read what changed in them before committing.
import { describe, expect, it } from 'vitest';
import { type AnnouncementType, announcementTypes } from '#shared/codes/announcement-types.ts';
import type { DocumentBlock, DocumentParagraph, OfficialDocument } from '#shared/documents/model.ts';
import { recordFacts, recordPublished, recordValues } from '#test/builders/announcement-record.ts';
import { announcementDocument } from './document-of-row.ts';
import { fieldsOf } from './field-values.ts';
import { announcementTypeCodes } from './model.ts';
import { missingFields, parseValues } from './parse-values.ts';
import type { Template, TemplateField, TemplateSection } from './template.ts';
import { currentTemplates, templateOf } from './templates/index.ts';
import { titleOf } from './title.ts';
import { valuesSchema } from './values.ts';

/** What the printed formats say to whoever fills them in. */
const instruction = /如有）|是\/否|填写|不得少于|（应当|（适用于|（或/u;

function goldenOf(template: Template) {
  const facts = recordFacts(template.type);
  const values = recordValues(template.type);
  const title = titleOf(template, values, { method: facts.project?.method ?? null, round: 1 });
  const row = recordPublished(template.type, undefined, values);
  const document = announcementDocument({ ...row, frozen: { ...row.frozen, title } });
  if (!document.ok) throw new Error(document.error.code);
  return { facts, values, document: document.value };
}

describe.each(currentTemplates.map((template) => [template.type, template] as const))(
  '%s',
  (type, template) => {
    const { facts, values, document } = goldenOf(template);
    const fileName = type.toLowerCase().replaceAll('_', '-');

    it('reads as its golden document', async () => {
      await expect(textOf(document)).toMatchFileSnapshot(`golden/${fileName}.txt`);
    });

    it('tells suppliers what holds, not clerks what to fill in', () => {
      expect(textOf(document).match(instruction)).toBeNull();
    });

    it('is complete, and every value suits its field', () => {
      expect(missingFields(template, values, facts)).toEqual([]);
      expect(parseValues(template, values)).toEqual({ ok: true, value: values });
      expect(valuesSchema.parse(values)).toEqual(values);
    });

    it('has its numbered sections in order, without gaps', () => {
      const printed = headingsOf(document).filter(({ no }) => no !== '');
      const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
      expect(printed.map(({ no }) => no)).toEqual(numerals.slice(0, printed.length).map((no) => `${no}、`));
      const titles = template.sections.filter(({ numbered }) => numbered).map(({ title }) => title);
      expect(titles.filter((title) => printed.some(({ text }) => text.startsWith(title)))).toEqual(
        printed.map(({ text }) => titles.find((title) => text.startsWith(title))),
      );
    });
  },
);

describe('the formats and the official list', () => {
  it('are of the same types', () => {
    expect(currentTemplates.map(({ type }) => type)).toEqual([...announcementTypeCodes]);
    expect(announcementTypes.map(({ code }) => code)).toEqual([...announcementTypeCodes]);
  });

  it.each(announcementTypes.map((official) => [official.code, official] as const))(
    '%s has the official sections in the official order, and their fields',
    (code, official) => {
      const type = announcementTypeCodes.find((each) => each === code);
      const template = type === undefined ? undefined : templateOf(type);
      expect(template).toBeDefined();
      if (template === undefined) return;
      expect(differences(template, official)).toEqual([]);
    },
  );

  it.each(currentTemplates.map((template) => [template.type, template] as const))(
    '%s names each key once',
    (_, template) => {
      const keys = fieldsOf(template).map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
      const sectionKeys = template.sections.map(({ key }) => key);
      expect(sectionKeys).toEqual([...new Set(sectionKeys)]);
    },
  );

  it('say how long an announcement is displayed', () => {
    for (const { type, displayWorkdays } of currentTemplates) {
      const official = announcementTypes.find(({ code }) => code === type);
      expect([type, displayWorkdays]).toEqual([type, official?.displayPeriod?.workdays ?? null]);
    }
  });
});

/** Official keys that stand for several of ours, or that have another name here. */
const standsFor = new Map<string, readonly string[]>([
  ['partyA', ['purchaserName', 'purchaserAddress', 'purchaserContact']],
  ['partyB', ['supplierName', 'supplierAddress', 'supplierContact']],
  ['contacts', ['purchaserPerson', 'purchaserAddress', 'purchaserPhone', 'officePerson', 'officePhone']],
  ['from/to', ['publicityFrom', 'publicityTo']],
  // The number of a line is made when it is printed.
  ['rowNo', ['intentions']],
]);
/** Required by the official list in some cases alone, which its own words name; ours are left to the one who publishes. */
const sometimes = new Set(['docFile', 'uscc', 'lotNo', 'attachments']);

function differences(template: Template, official: AnnouncementType): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const section of official.sections) {
    const own = template.sections.findIndex((each, index) => index >= from && isSame(each, section));
    const named = section.title !== '' && section.no !== '表' && section.no !== '落款';
    if (named && own === -1) found.push(`section ${section.title}`);
    const ownSection = template.sections[own];
    if (named && ownSection !== undefined) {
      from = own + 1;
      if (ownSection.numbered !== /^[一二三四五六七八九十]+$/.test(section.no))
        found.push(`number ${section.title}`);
    }
    const fields = named && ownSection !== undefined ? ownSection.fields : fieldsOf(template);
    for (const field of section.fields) {
      const keys = standsFor.get(field.key) ?? field.key.split('/');
      for (const key of keys) {
        const holder = fields.find((each) => each.key === key || columnOf(each, key) !== undefined);
        if (holder === undefined) found.push(`field ${section.title} ${key}`);
        else if (field.required === true && !isRequired(holder, key)) found.push(`required ${key}`);
      }
    }
  }
  return found;
}

function isSame({ title }: TemplateSection, official: AnnouncementType['sections'][number]): boolean {
  if (official.no === '附件') return title === '附件';
  return title === official.title || (title !== '' && official.title.startsWith(`${title}（`));
}

function columnOf(field: TemplateField, key: string) {
  return field.kind === 'table' ? field.columns.find((column) => column.key === key) : undefined;
}

function isRequired(field: TemplateField, key: string): boolean {
  return sometimes.has(key) || (field.required !== 'never' && columnOf(field, key)?.required !== false);
}

function headingsOf({ blocks }: OfficialDocument) {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
}

function textOf({ title, blocks, signature }: OfficialDocument): string {
  const closing = signature === null ? [] : ['', signature.name, signature.date];
  return `${[title, '', ...blocks.flatMap(linesOf), ...closing].join('\n')}\n`;
}

function linesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.no}${block.text}`];
    case 'field':
      return `${block.no}${block.label === '' ? '' : `${block.label}：`}${block.value.map(words).join('\n')}`
        .split('\n')
        .map((line) => `  ${line}`);
    case 'paragraph':
      return [`  ${words(block.text)}`];
    case 'list':
      return block.items.map(
        (item, index) => `  ${block.ordered ? `${index + 1})` : '-'} ${item.map(words).join(' ')}`,
      );
    case 'table':
      return [block.head, ...block.rows.map((row) => row.map(({ text }) => text.map(words).join(' ')))].map(
        (cells) => `  | ${cells.join(' | ')} |`,
      );
    case 'files':
      return [`  ${block.label}：`, ...block.names.map((name) => `  [${name}]`)];
    case 'number':
    case 'addressee':
      return [block.text];
  }
}

function words(paragraph: DocumentParagraph): string {
  return paragraph.map(({ text, bold }) => (bold === true ? `*${text}*` : text)).join('');
}
