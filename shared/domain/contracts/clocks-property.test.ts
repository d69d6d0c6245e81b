// The periods of a contract from any day: until when it is to be signed, announced and filed is what a person would count in the calendar, day by day.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publishedCalendar as calendar } from '#shared/codes/holidays.ts';
import { dayKind, isWorkday } from '#shared/kernel/calendar.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { defaultDeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import { type ContractClock, clockOf } from './facts.ts';

const first = '2026-01-01' as PlainDate;
/** Of years whose holidays are published and of one whose are not. */
const days = fc.integer({ min: 0, max: 680 }).map((after) => addDays(first, after));
const workdays: readonly (readonly [ContractClock, number])[] = [
  ['CONTRACT_PUB', 2],
  ['CONTRACT_FILE', 7],
  ['CONTRACT_CHG', 2],
];

it('every clock equals its recount', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 5, max: 30 }), (from, contractSignDays) => {
      const around = { calendar, settings: { ...defaultDeadlineSettings, contractSignDays } };
      const until = (clock: ContractClock) => clockOf(around, clock, from)?.result.date;
      let signed = from;
      for (let left = contractSignDays; left > 0; left -= 1) signed = addDays(signed, 1);
      // A period ends after an official holiday; a weekend is pointed out and moves nothing.
      while (dayKind(signed, calendar).kind === 'holiday') signed = addDays(signed, 1);
      expect(until('CONTRACT_SIGN')).toBe(signed);
      for (const [clock, length] of workdays) {
        let due = from;
        for (let left = length; left > 0; ) {
          due = addDays(due, 1);
          if (isWorkday(due, calendar)) left -= 1;
        }
        expect(until(clock), clock).toBe(due);
      }
    }),
  );
});

it('nothing is counted from a day that is not known', () => {
  const around = { calendar, settings: defaultDeadlineSettings };
  expect(clockOf(around, 'CONTRACT_SIGN', null)).toBeUndefined();
});
