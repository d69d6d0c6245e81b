// Fields that repeat the record an announcement stands on: 结果变更公告 says what the 中标结果变更备案 has said, and nobody says otherwise.
import { sameValue } from '../same-value.ts';
import { isEmpty, valueAt } from './field-values.ts';
import type { AnnouncementTypeCode } from './model.ts';
import { parseValues } from './parse-values.ts';
import type { Template } from './template.ts';
import type { Values } from './values.ts';

const fields: ReadonlyMap<AnnouncementTypeCode, readonly string[]> = new Map([
  ['RESULT_CHANGE', ['changeReasonCode', 'changeReason', 'corrections']],
]);

/** Those about which the record says something. */
export function fieldsOfRecord(type: AnnouncementTypeCode, generated: Values): readonly string[] {
  return (fields.get(type) ?? []).filter((key) => !isEmpty(valueAt(generated, key)));
}

/** Those in which something else stands. */
export function apartFromRecord(template: Template, generated: Values, values: Values): readonly string[] {
  return fieldsOfRecord(template.type, generated).filter(
    (key) => !sameValue(stored(template, key, generated), stored(template, key, values)),
  );
}

/** As it is kept. */
function stored(template: Template, key: string, values: Values): unknown {
  const parsed = parseValues(template, { [key]: valueAt(values, key) ?? null });
  return parsed.ok ? (valueAt(parsed.value, key) ?? null) : null;
}
