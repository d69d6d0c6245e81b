// What changed between two contents of a plan, field by field and line by line: what a reviewer has to look at again after a return.
import { type PlanContent, planContentSchema } from '#shared/domain/plans/model.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import {
  cellWords,
  fieldWords,
  isListField,
  type Line,
  type ListField,
  lineKeys,
  lineWords,
  type Names,
} from '../content/value-words.ts';

export type FieldDifference = {
  /** Of the later content; of the earlier one for a line that was removed. */
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** '' when there was nothing. */
  readonly before: string;
  readonly after: string;
};

const fields = planContentSchema.keyof().options;

/** In the order of the form. */
export function changedFields(
  before: PlanContent,
  after: PlanContent,
  names: Names,
): readonly FieldDifference[] {
  return fields.flatMap((field) => {
    if (sameValue(before[field], after[field])) return [];
    if (isListField(field)) return changedLines(field, before[field], after[field], names);
    const words = { before: fieldWords(field, before, names), after: fieldWords(field, after, names) };
    return [{ path: field, kind: 'changed' as const, ...words }];
  });
}

/** The fields that the differences are in. */
export function fieldsOf(differences: readonly FieldDifference[]): ReadonlySet<string> {
  return new Set(differences.map(({ path }) => path.split('.')[0] ?? path));
}

function changedLines(
  field: ListField,
  before: readonly Line[],
  after: readonly Line[],
  names: Names,
): readonly FieldDifference[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  const present = after.flatMap((line, index): readonly FieldDifference[] => {
    const was = old.get(line.id);
    const path = `${field}.${index}`;
    if (was === undefined) return [{ path, kind: 'added', before: '', after: lineWords(field, line, names) }];
    return changedCells(field, path, was, line, names);
  });
  const removed = before.flatMap((line, index): readonly FieldDifference[] =>
    kept.has(line.id)
      ? []
      : [{ path: `${field}.${index}`, kind: 'removed', before: lineWords(field, line, names), after: '' }],
  );
  return [...present, ...removed];
}

function changedCells(
  field: ListField,
  path: string,
  was: Line,
  line: Line,
  names: Names,
): readonly FieldDifference[] {
  return lineKeys[field].flatMap((key): readonly FieldDifference[] => {
    const words = { before: cellWords(was, key, names), after: cellWords(line, key, names) };
    return words.before === words.after ? [] : [{ path: `${path}.${key}`, kind: 'changed', ...words }];
  });
}
