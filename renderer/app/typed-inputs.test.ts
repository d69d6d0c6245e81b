// What people type is never cut: no input of the window limits it, and every form keeps it in its draft as it was typed, also where it is too long to
// be saved. Forms are found by the definitions that modules export.
import { describe, expect, it } from 'vitest';
import { announcementContents } from '#renderer/modules/announcements/form/form-content.ts';
import { parseDate, parseLocalTime, parseMonth } from '#renderer/ui/fields/parse-date.ts';
import type { FormDefinition, Recorded } from '#renderer/ui/form/record-form.ts';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { currentTemplates } from '#shared/domain/announcements/templates/index.ts';
import { dateInputs } from '#test/inputs/date.ts';
import { textInputs, wideCharacter } from '#test/inputs/text.ts';

type AnyForm = FormDefinition<Recorded, Record<string, unknown>, string, unknown>;

const sources = import.meta.glob<string>(
  ['/renderer/**/*.{ts,tsx}', '/server/website/**/*.ts', '!/**/*.test.ts'],
  { eager: true, query: '?raw', import: 'default' },
);

/** Of every module that has a form of a record. */
const forms: readonly (readonly [string, AnyForm])[] = Object.values(
  import.meta.glob<object>('/renderer/modules/*/form/*-record.ts', { eager: true }),
).flatMap((exported) =>
  Object.values(exported).flatMap((each: unknown) => (isForm(each) ? [[each.module, each] as const] : [])),
);

function isForm(value: unknown): value is AnyForm {
  return typeof value === 'object' && value !== null && 'contents' in value && 'readDraft' in value;
}

const tooLong = wideCharacter.repeat(30_000);
const typedTexts = [tooLong, ...textInputs.map(({ typed }) => typed)];

it('no input cuts what is typed', () => {
  const cutting = /\bmaxLength=|\bmaxlength="/;
  expect(cutting.test('<TextInput maxLength={200} />')).toBe(true);
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  const cut = Object.entries(sources).filter(([, text]) => cutting.test(text));
  expect(cut.map(([path]) => path)).toEqual([]);
});

it('every form of a record is found', () => {
  expect(forms.map(([module]) => module).toSorted()).toEqual(
    expect.arrayContaining(['announcements', 'plans']),
  );
});

/** Chosen from a few answers, one of which it has from the beginning. */
const chosen: ReadonlySet<string> = new Set(['awards basis']);
const texts = forms.flatMap(([module, form]) =>
  Object.entries(form.empty).flatMap(([field, value]) =>
    typeof value === 'string' && !chosen.has(`${module} ${field}`) ? [[module, field, form] as const] : [],
  ),
);

it.each(texts)('the form of %s keeps %s as it was typed in its draft', (_module, field, form) => {
  for (const typed of typedTexts) {
    const kept: unknown = JSON.parse(JSON.stringify({ ...form.empty, [field]: typed }));
    expect(form.contents.read(kept)[field]).toBe(typed);
    // And of a refused command that is opened to be mended.
    expect(form.contents.put(form.empty, field, typed)[field]).toBe(typed);
  }
});

describe.each(currentTemplates.map((template) => [template.type, template] as const))(
  'the form of %s',
  (_type, template) => {
    it('keeps all of its texts as they were typed', () => {
      for (const field of fieldsOf(template)) {
        if (field.kind !== 'text' && field.kind !== 'phone' && field.kind !== 'rich') continue;
        const value = field.kind === 'rich' ? richTextOf(tooLong) : tooLong;
        const values = { [field.key]: value };
        expect(announcementContents.read({ sectionIds: [], values }).values).toEqual(values);
      }
    });

    it('keeps the texts of its tables as they were typed', () => {
      for (const field of fieldsOf(template)) {
        if (field.kind !== 'table') continue;
        for (const column of field.columns.filter(({ kind }) => kind === 'text')) {
          const line = { id: '0190a0a0-0000-7000-8000-000000000001', cells: { [column.key]: tooLong } };
          const values = { [field.key]: [line] };
          expect(announcementContents.read({ sectionIds: [], values }).values).toEqual(values);
        }
      }
    });
  },
);

describe('days, months and times as they are typed', () => {
  const valueIn = (read: { readonly value: string } | 'unreadable') =>
    read === 'unreadable' ? null : read.value;

  it.each(dateInputs)('$typed', ({ typed, day, month, time }) => {
    expect([parseDate, parseMonth, parseLocalTime].map((read) => valueIn(read(typed)))).toEqual([
      day,
      month,
      time,
    ]);
  });
});
