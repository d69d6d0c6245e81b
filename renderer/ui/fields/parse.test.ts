import { describe, expect, it } from 'vitest';
import { readQuantity, readWhole, wanToFen } from '#shared/kernel/money.ts';
import { moved } from './moved.ts';
import { parseDate, parseLocalTime, parseMonth } from './parse-date.ts';
import { parsed, plainTenThousands, plainYuan } from './parse-number.ts';

describe('dates as they are typed', () => {
  it.each(['2026-03-22', '2026-3-22', '2026/3/22', '2026.3.22', '20260322', '２０２６－３－２２'])(
    '%s',
    (text) => {
      expect(parseDate(text)).toEqual({ value: '2026-03-22' });
    },
  );

  it('with the signs of year, month and day', () => {
    expect(parseDate('2026\u5e743\u670822\u65e5')).toEqual({ value: '2026-03-22' });
  });

  it.each(['2026-02-30', '22-3-2026', '2026-3', 'soon', '202603221'])('%s is none', (text) => {
    expect(parseDate(text)).toBe('unreadable');
  });
});

describe('times as they are typed', () => {
  it.each([
    '2026-03-22 09:30',
    '2026-3-22 9:30',
    '2026-03-22T09:30',
    '20260322 9:30',
    '２０２６－３－２２　９：３０',
    '2026\u5e743\u670822\u65e59\u65f630\u5206',
    '2026\u5e743\u670822\u65e5 9\u65f630\u5206',
  ])('%s', (text) => {
    expect(parseLocalTime(text)).toEqual({ value: '2026-03-22T09:30' });
  });

  it.each(['2026-03-22', '2026-03-22 24:00', '2026-03-22 9:60', '2026-02-30 9:30', '9:30'])(
    '%s is none',
    (text) => {
      expect(parseLocalTime(text)).toBe('unreadable');
    },
  );

  it('months', () => {
    expect(parseMonth('2026-3')).toEqual({ value: '2026-03' });
    expect(parseMonth('2026\u5e743\u6708')).toEqual({ value: '2026-03' });
    expect(parseMonth('202603')).toEqual({ value: '2026-03' });
    expect(parseMonth('2026-13')).toBe('unreadable');
  });
});

describe('numbers as they are typed', () => {
  it('quantities have at most four places and may be full-width', () => {
    expect(parsed(readQuantity('１２．５'))).toEqual({ value: '12.5' });
    expect(parsed(readQuantity('1,200'))).toEqual({ value: '1200' });
    expect(parsed(readQuantity('1.23456'))).toBe('unreadable');
    expect(parsed(readQuantity('-1'))).toBe('unreadable');
  });

  it('whole numbers stay within their bounds', () => {
    expect(parsed(readWhole('30', 0, 100))).toEqual({ value: 30 });
    expect(parsed(readWhole('101', 0, 100))).toBe('unreadable');
    expect(parsed(readWhole('3.5', 0, 100))).toBe('unreadable');
  });

  it('an amount is edited without separators and needless zeros', () => {
    expect(plainYuan(123_450)).toBe('1234.5');
    expect(plainYuan(150_000_000)).toBe('1500000');
    expect(plainYuan(5)).toBe('0.05');
  });
});

describe('moving a line', () => {
  it('keeps all lines', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('stays where it is at the ends', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});

it('amounts in ten thousands, to the fen', () => {
  expect(parsed(wanToFen('12.5'))).toEqual({ value: 12_500_000 });
  expect(parsed(wanToFen('0.000001'))).toEqual({ value: 1 });
  expect(parsed(wanToFen('0.0000001'))).toBe('unreadable');
  expect(plainTenThousands(12_500_000)).toBe('12.5');
  expect(plainTenThousands(1)).toBe('0.000001');
  expect(plainTenThousands(3_000_000)).toBe('3');
});
