// What the lines of a correction say and what they do are one and the same: the words of a corrected field are made from the value that it will hold,
// and what it says now is read from the announcement itself.
import { shortened } from '#shared/kernel/text.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { correctedValue, linesOf } from './effective.ts';
import { fieldsOf, isRich, linesIn, valueAt } from './field-values.ts';
import { parseValues } from './parse-values.ts';
import { valueText } from './print-values.ts';
import { plainTextOf } from './rich-text.ts';
import type { Template, TemplateField } from './template.ts';
import { mostInCell, type TableLine, type Value, type Values } from './values.ts';

/** Of a correction: the format of the corrected announcement, and what it says now. */
export type Corrected = { readonly template: Template; readonly now: Values };

/** The values of a correction, its lines in the words of the document. Lines that correct nothing stay as they were typed. */
export function withWords(values: Values, { template, now }: Corrected): Values {
  const lines = linesIn(valueAt(values, 'corrections'));
  if (lines.length === 0) return values;
  const corrections = lines.map((line): TableLine => {
    const [entry] = linesOf({ corrections: [line] });
    const field = fieldsOf(template).find(({ key }) => key === entry?.field);
    const before = valueAt(now, entry?.field ?? '');
    const after = entry === undefined ? undefined : correctedValue(before, entry.value, entry.after);
    if (field === undefined || after === undefined) return line;
    const words = { before: wordsOf(field, before) || documentText.none, after: wordsOf(field, after) };
    return { ...line, cells: { ...line.cells, ...words } };
  });
  return { ...values, corrections };
}

/**
 * The lines, by index, that correct nothing: what is said stays the same, the announcement has no such field, the field cannot hold what is said, or
 * another line corrects the same field.
 */
export function idleLines(values: Values, { template, now }: Corrected): readonly number[] {
  const lines = linesOf(values);
  return lines.flatMap((line, index) => {
    if (line.before.trim() === line.after.trim()) return [index];
    if (line.field === '') return [];
    const twice = lines.slice(0, index).some(({ field }) => field === line.field);
    const after = correctedValue(valueAt(now, line.field), line.value, line.after);
    const suits = after !== undefined && parseValues(template, { [line.field]: after }).ok;
    return suits && !twice ? [] : [index];
  });
}

function wordsOf(field: TemplateField, value: Value | undefined): string {
  return shortened(isRich(value) ? plainTextOf(value) : valueText(field, value), mostInCell);
}
