// What holds of an announcement after its corrections. The original is never changed: corrections are laid over it in the order in which they
// were published.
import { isRich, linesIn, textIn, valueAt } from './field-values.ts';
import { richTextOf } from './rich-text.ts';
import type { Value, Values } from './values.ts';

/** A line of 更正内容. */
export type CorrectionEntry = {
  /** Key of the corrected field, or empty for what no field holds. */
  readonly field: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
  /** What the field holds from now on, as the field itself would hold it; null where only the words say it. */
  readonly value: string | number | boolean | null;
};

type Correcting = { readonly frozen: { readonly values: Values } };

/** The lines of 更正内容 of a correction with these values. */
export function linesOf(values: Values): readonly CorrectionEntry[] {
  return linesIn(valueAt(values, 'corrections')).map(({ cells }) => ({
    field: textIn(cells['field']),
    item: textIn(cells['item']),
    before: textIn(cells['before']),
    after: textIn(cells['after']),
    value: cells['value'] ?? null,
  }));
}

/** `corrections` in the order of their publication. What a line says in words alone, of a day or an amount, changes no value. */
export function effectiveValues(original: Values, corrections: readonly Correcting[]): Values {
  const values: Record<string, Value> = { ...original };
  for (const { frozen } of corrections) {
    for (const { field, after, value } of linesOf(frozen.values)) {
      const corrected = correctedValue(valueAt(values, field), value, after);
      if (field !== '' && corrected !== undefined) values[field] = corrected;
    }
    // A change of the result says the whole of the new one.
    const awards = valueAt(frozen.values, 'awards');
    if (awards !== undefined && awards !== null && valueAt(values, 'awards') !== undefined)
      values['awards'] = awards;
  }
  return values;
}

const shapes = [/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, /^\d{4}-\d\d-\d\d$/, /^\d{4}-\d\d$/] as const;

/** What a field holds after a line about it; undefined where nothing of the right shape is said. */
export function correctedValue(
  before: Value | undefined,
  value: CorrectionEntry['value'],
  after: string,
): Value | undefined {
  if (isRich(before)) return richTextOf(typeof value === 'string' && value !== '' ? value : after);
  if (before === undefined || before === null) return value ?? undefined;
  if (typeof before === 'string') {
    const said = typeof value === 'string' && value !== '' ? value : after;
    const shape = shapes.find((each) => each.test(before));
    return shape === undefined || shape.test(said) ? said : undefined;
  }
  return typeof value === typeof before ? (value ?? undefined) : undefined;
}
