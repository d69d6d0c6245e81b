import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as times from './zh-CN/times.ts';

const noon = Date.parse('2026-03-22T10:32:05+08:00');

describe('a time', () => {
  it('is read in Shanghai, to the minute or the second', () => {
    expect(times.formatInstant(noon)).toBe('2026-03-22 10:32');
    expect(times.exactTime(noon)).toBe('2026-03-22 10:32:05');
    expect(times.timeInYear(noon)).toBe('03-22 10:32');
    expect(times.clockTime(noon)).toBe('10:32');
    expect(times.dayOfTime(noon)).toBe('2026-03-22');
    expect(times.machineTime(noon)).toBe('2026-03-22T02:32:05.000Z');
    expect(times.zonedTime(noon)).toBe('2026-03-22T10:32:05+08:00');
    expect(times.mailTime(noon)).toBe('Sun, 22 Mar 2026 02:32:05 GMT');
  });

  it.each([
    [noon, noon, '刚刚'],
    [noon, noon - 5000, '刚刚'],
    [noon, noon + 120_000, '2分钟前'],
    [noon, noon + 2 * 3_600_000, '2小时前'],
    [noon, noon + 24 * 3_600_000, '2026-03-22 10:32'],
    // A time of the desk's wrong clock is not a moment ago.
    [2 ** 53 - 1, noon, '时间有误'],
    [Number.NaN, noon, '时间有误'],
  ])('%d at %d is %s', (instant, now, words) => {
    expect(times.relativeTime(instant, now)).toBe(words);
  });
});

const formatters = Object.entries(times).filter(([, format]) => typeof format === 'function');

it.each(formatters)('%s never throws, and says of what cannot be that it is wrong', (name, format) => {
  const formatted = (instant: number): unknown => format(instant, noon);
  const impossible = [
    2 ** 53 - 1,
    -(2 ** 53),
    8.64e15,
    8.64e15 + 1,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ];
  for (const instant of impossible) {
    const forPeople = formatted(instant) === '时间有误';
    const forPrograms = formatted(instant) === '' || formatted(instant) === false;
    expect([name, instant, forPeople || forPrograms]).toEqual([name, instant, true]);
  }
  fc.assert(
    fc.property(fc.double(), (instant) => {
      formatted(instant);
    }),
  );
});
