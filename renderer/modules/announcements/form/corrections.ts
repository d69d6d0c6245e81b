// The lines of 更正内容 as they are made in the form: which fields can be corrected, what a line begins with, how a new value is said.
import { fieldsOf, holdsValue, isRich, valueAt } from '#shared/domain/announcements/field-values.ts';
import { isInviting } from '#shared/domain/announcements/invitation.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import { plainTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { asNamedToday, templateOf } from '#shared/domain/announcements/templates/index.ts';
import { mostInCell, type TableLine, type Value } from '#shared/domain/announcements/values.ts';
import { shortened } from '#shared/kernel/text.ts';
import { documentText } from '#shared/text/index.ts';
import { nameIn } from './field-names.ts';
import type { Corrected } from './form-context.ts';

type Cells = TableLine['cells'];

/** In the picker: what no field holds. */
export const otherField = 'other-content';

/** Fields of the corrected announcement that can be named; tables and files are corrected in words, and who is invited not at all. */
export function correctableFields(corrected: Corrected | null): readonly TemplateField[] {
  if (corrected === null) return [];
  return fieldsOf(corrected.template).filter(
    (field) =>
      holdsValue(field) && field.kind !== 'table' && field.kind !== 'files' && !isInviting(field.key),
  );
}

/** A new line about this field: what it says now is filled in. */
export function beginLine(code: string, corrected: Corrected | null): Cells {
  const field = correctableFields(corrected).find(({ key }) => key === code);
  if (field === undefined || corrected === null) {
    return { field: '', item: '', before: '', after: '', value: null };
  }
  const before =
    shortened(wordsOf(field, valueAt(corrected.values, field.key)), mostInCell) || documentText.none;
  const item = nameIn(templateOf(corrected.template.type), asNamedToday(corrected.template, field));
  return { field: field.key, item, before, after: '', value: null };
}

/** A new value, as the field will hold it and in the words of the document; text is both at once. */
export function afterOf(field: TemplateField, value: string | number | boolean | null): Cells {
  if (value === null) return { after: '', value: null };
  const isText = field.kind === 'text' || field.kind === 'phone' || field.kind === 'rich';
  if (isText) return { after: String(value), value: null };
  return { after: wordsOf(field, value), value };
}

function wordsOf(field: TemplateField, value: Value | undefined): string {
  return isRich(value) ? plainTextOf(value) : valueText(field, value);
}
