// 系统设置, 节假日 and 编号规则: what differs by place and year, kept by the administrator.
import { z } from 'zod';
import { regions } from '#shared/codes/regions.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { calendarYearSchema } from '#shared/kernel/workdays.ts';
import { command, put } from '../../command.ts';
import { text } from '../../fields.ts';
import { type Load, nothing, one } from '../../load.ts';
import { parsePattern } from '../../numbering.ts';
import { refuseField } from '../../refuse.ts';
import { calendarYears, type NumberPattern, numberPatterns, settings } from '../model.ts';
import { builtInPatterns, numberKinds } from '../next-number.ts';
import { isSettingKey, settingDefinitions } from '../settings.ts';

export const setSetting = command({
  name: 'settings.set',
  authority: 'server',
  input: z.strictObject({ key: text(80), value: jsonSchema }),
  access: { roles: ['administrator'], record: () => true },
  load: nothing,
  decide(_state, { key, value }, ctx) {
    if (!isSettingKey(key)) return refuseField('unknown_name', 'key', 'unknown_setting');
    const parsed = settingDefinitions[key].schema.safeParse(value);
    if (!parsed.success) {
      return err(
        invalidInput(parsed.error.issues.map((issue) => ({ ...issue, path: ['value', ...issue.path] }))),
      );
    }
    // What the schema does not know is not kept.
    return ok([put(settings, { id: key, value: z.json().parse(parsed.data), updatedAt: ctx.now })]);
  },
});

/** A year as 国务院办公厅 publishes it; publishing it again corrects it. */
export const publishHolidays = command({
  name: 'holidays.publish',
  authority: 'server',
  input: z.strictObject({ calendar: calendarYearSchema, source: text(200).min(1) }),
  access: { roles: ['administrator'], record: () => true },
  load: nothing,
  decide(_state, { calendar, source }, ctx) {
    return ok([put(calendarYears, { id: String(calendar.year), calendar, source, publishedAt: ctx.now })]);
  },
});

const patternIds = numberKinds.flatMap((kind) => [
  `${kind}/default`,
  ...regions.entries.map(({ code }) => `${kind}/${code}`),
]);

/** `<kind>/<region>`, or `<kind>/default` for regions without a pattern of their own. */
export const setNumberPattern = command({
  name: 'numberPatterns.set',
  authority: 'server',
  input: z.strictObject({ id: text(80), pattern: text(64).min(1) }),
  access: { roles: ['administrator'], record: () => true },
  load: loadPatterns,
  decide(existing, { id, pattern }, ctx) {
    if (!patternIds.includes(id)) return refuseField('unknown_name', 'id', 'unknown_pattern');
    const parsed = parsePattern(pattern);
    if (!parsed.ok) return parsed;
    const namesRegion = parsed.value.some(({ kind }) => kind === 'region');
    // Two series of one pattern would give one number twice; numbers of two kinds are told apart by nothing else.
    const twin = inForceBeside(existing, id).find(
      (other) => other.pattern === pattern && !(namesRegion && kindOf(other) === kindOf({ id })),
    );
    if (twin !== undefined) {
      return refuseField('already_exists', 'pattern', 'pattern_taken', { id: twin.id });
    }
    return ok([put(numberPatterns, { id, pattern, updatedAt: ctx.now })]);
  },
});

type Pattern = Pick<NumberPattern, 'id' | 'pattern'>;

const kindOf = ({ id }: Pick<Pattern, 'id'>) => id.split('/')[0];

/** All but the one of this id, the built-in ones among them. */
function inForceBeside(existing: readonly NumberPattern[], id: string): readonly Pattern[] {
  const builtIn = builtInPatterns.filter((each) => existing.every((row) => row.id !== each.id));
  return [...existing, ...builtIn].filter((other) => other.id !== id);
}

function* loadPatterns(): Load<readonly NumberPattern[]> {
  const found: NumberPattern[] = [];
  for (const id of patternIds) {
    const row = yield* one(numberPatterns, id);
    if (row !== undefined) found.push(row);
  }
  return found;
}
