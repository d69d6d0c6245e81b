// A year's holidays as an administrator types or pastes them from the notice, one line each. Read into the shape of the command; what cannot be
// read is said by its line.
import { type CalendarYear, calendarYearSchema } from '#shared/kernel/workdays.ts';
import { describeField, systemText } from '#shared/text/index.ts';

const words = systemText.holidays;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

export type HolidayText =
  | { readonly ok: true; readonly calendar: CalendarYear }
  | { readonly ok: false; readonly problems: readonly string[] };

type Line =
  | {
      readonly kind: 'holiday';
      readonly no: number;
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'makeUp'; readonly no: number; readonly dates: readonly string[] }
  | { readonly kind: 'bad'; readonly no: number };

export function readHolidays(year: number, text: string): HolidayText {
  const lines = text.split('\n').flatMap((line, index) => readLine(line, index + 1));
  const bad = lines.filter(({ kind }) => kind === 'bad');
  if (bad.length > 0) return { ok: false, problems: bad.map(({ no }) => words.badLine(no)) };
  const holidays = lines.filter((line) => line.kind === 'holiday');
  const makeUps = lines.flatMap((line) =>
    line.kind === 'makeUp' ? line.dates.map((date) => ({ date, no: line.no })) : [],
  );
  if (holidays.length === 0) return { ok: false, problems: [words.noHoliday] };
  const parsed = calendarYearSchema.safeParse({
    year,
    holidays: holidays.map(({ name, from, to }) => ({ name, from, to })),
    makeUpWorkdays: makeUps.map(({ date }) => date),
  });
  if (parsed.success) return { ok: true, calendar: parsed.data };
  const lineOf = (list: unknown, index: unknown) =>
    (list === 'holidays' ? holidays : makeUps)[Number(index)]?.no ?? 0;
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path: [list, index], code, message }) => {
      if (list === 'year') return words.badYear;
      const why = describeField({ path: '', code: code === 'custom' ? message : code });
      return words.problem(lineOf(list, index), why);
    }),
  };
}

/** The same text for a year that is known already, to be corrected. */
export function writeHolidays({ holidays, makeUpWorkdays }: CalendarYear): string {
  return [
    ...holidays.map(({ name, from, to }) => `${name} ${from} ${to}`),
    ...(makeUpWorkdays.length === 0 ? [] : [[words.makeUpWord, ...makeUpWorkdays].join(' ')]),
  ].join('\n');
}

/** The name ends where the first date begins: it may hold a comma of its own, as 国庆节、中秋节 does. */
function readLine(line: string, no: number): readonly Line[] {
  const text = line.trim();
  if (text === '') return [];
  const begin = text.search(/\d{4}-/);
  const name = text.slice(0, Math.max(begin, 0)).trim();
  const dates = begin < 0 ? [] : text.slice(begin).split(/[\s,，、]+/);
  if (name === '' || !dates.every((date) => datePattern.test(date))) return [{ kind: 'bad', no }];
  if (name === words.makeUpWord) return [{ kind: 'makeUp', no, dates }];
  const [from, to = from, ...more] = dates;
  if (from === undefined || to === undefined || more.length > 0) return [{ kind: 'bad', no }];
  return [{ kind: 'holiday', no, name, from, to }];
}
