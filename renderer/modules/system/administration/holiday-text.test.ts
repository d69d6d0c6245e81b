import { describe, expect, it } from 'vitest';
import { publishedYears } from '#shared/codes/holidays.ts';
import { readHolidays, writeHolidays } from './holiday-text.ts';

describe('holidays as they are typed', () => {
  it('are read line by line', () => {
    const text = '元旦 2027-01-01 2027-01-03\n\n清明节　2027-04-05\n调休 2027-01-09、2027-01-10';
    expect(readHolidays(2027, text)).toEqual({
      ok: true,
      calendar: {
        year: 2027,
        holidays: [
          { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
          { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
        ],
        makeUpWorkdays: ['2027-01-09', '2027-01-10'],
      },
    });
  });

  it.each(publishedYears.map(({ calendar }) => [calendar.year, calendar] as const))(
    'of %i are the same when written and read again',
    (year, calendar) => {
      expect(readHolidays(year, writeHolidays(calendar))).toEqual({ ok: true, calendar });
    },
  );

  it('name the line that cannot be read', () => {
    const answer = readHolidays(2027, '元旦 2027-01-01 2027-01-03\n春节 二月五日');
    expect(answer).toMatchObject({ ok: false, problems: [expect.stringContaining('第2行')] });
  });

  it('name the line that cannot be right', () => {
    const answer = readHolidays(2027, '元旦 2027-01-01 2027-01-03\n调休 2027-01-09 2027-01-06');
    expect(answer).toMatchObject({ ok: false, problems: [expect.stringContaining('第2行')] });
    expect(readHolidays(2027, '')).toMatchObject({ ok: false });
    expect(readHolidays(27, '元旦 2027-01-01')).toMatchObject({ ok: false });
  });
});
