// Every field and column of every official format, through the tables: what a field takes is what was sent.
import { describe, expect, it } from 'vitest';
import { fieldsOf, holdsValue } from '#shared/domain/announcements/field-values.ts';
import { parseValues } from '#shared/domain/announcements/parse-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { currentTemplates } from '#shared/domain/announcements/templates/index.ts';
import { mostInCell, type Values } from '#shared/domain/announcements/values.ts';
import { describeField } from '#shared/text/index.ts';
import { dateInputs } from './date.ts';
import { numberInputs } from './number.ts';
import { textInputs, wideCharacter } from './text.ts';

const id = '0190a0a0-0000-7000-8000-000000000001';
const texts = [...numberInputs, ...dateInputs, ...textInputs].map(({ typed }) => typed);

/** The places of a field that take what is typed: itself, or the columns of its lines. */
function placesOf(
  field: TemplateField,
): readonly { kind: string; most?: number; values(typed: unknown): Values }[] {
  const { key } = field;
  if (field.kind !== 'table') {
    const most = field.kind === 'text' ? field.max : field.kind === 'phone' ? 50 : undefined;
    return [
      {
        kind: field.kind,
        ...(most === undefined ? {} : { most }),
        values: (typed) => ({ [key]: typed }) as Values,
      },
    ];
  }
  return field.columns
    .filter((column) => column.key !== 'field')
    .map((column) => ({
      kind: column.kind,
      ...(column.kind === 'text' ? { most: column.max ?? mostInCell } : {}),
      values: (typed) => ({ [key]: [{ id, cells: { [column.key]: typed } }] }) as Values,
    }));
}

describe.each(
  currentTemplates.map((template) => [`${template.type} ${template.version}`, template] as const),
)('%s', (_name, template) => {
  const places = fieldsOf(template).filter(holdsValue).flatMap(placesOf);
  const refused = (values: Values) => {
    const parsed = parseValues(template, values);
    if (parsed.ok) expect(parsed.value).toEqual(values);
    const wrong = parsed.ok ? [] : (parsed.error.fields ?? []);
    for (const field of wrong) expect(describeField(field)).not.toMatch(/undefined|（[a-z_]+）/);
    return wrong;
  };

  it('takes texts as they are, up to their length as people count it', () => {
    for (const { most, values } of places) {
      if (most === undefined) continue;
      expect(refused(values(wideCharacter.repeat(most)))).toEqual([]);
      expect(refused(values(wideCharacter.repeat(most + 1)))).toMatchObject([
        { code: 'too_big', params: { most } },
      ]);
    }
  });

  it('answers everything, and takes no text for a number or a day', () => {
    for (const { kind, values } of places) {
      for (const typed of texts) {
        const wrong = refused(values(typed));
        if (kind === 'money' || kind === 'moneyInTenThousands') expect(wrong).not.toEqual([]);
        if (kind === 'date' && typed !== '') {
          const canonical = dateInputs.some((input) => input.typed === typed && input.day === typed);
          expect(wrong.length === 0).toBe(canonical);
        }
      }
    }
  });
});
