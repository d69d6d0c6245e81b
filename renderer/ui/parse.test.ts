import { describe, expect, it } from 'vitest';
import { moved } from './moved.ts';
import { parseDate } from './parse-date.ts';
import { parseInteger, parseQuantity, plainYuan } from './parse-number.ts';

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

describe('numbers as they are typed', () => {
  it('quantities have at most four places and may be full-width', () => {
    expect(parseQuantity('１２．５')).toEqual({ value: '12.5' });
    expect(parseQuantity('1,200')).toEqual({ value: '1200' });
    expect(parseQuantity('1.23456')).toBe('unreadable');
    expect(parseQuantity('-1')).toBe('unreadable');
  });

  it('whole numbers stay within their bounds', () => {
    expect(parseInteger('30', 0, 100)).toEqual({ value: 30 });
    expect(parseInteger('101', 0, 100)).toBe('unreadable');
    expect(parseInteger('3.5', 0, 100)).toBe('unreadable');
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
