import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenSchema, formatWan, formatYuan, maxFen, multiplyRoundHalfUp, sumFen, yuanToFen } from './money.ts';
import type { Result } from './result.ts';

const fen = fc.integer({ min: 0, max: maxFen });
const valueOrCode = <T>(result: Result<T>) => (result.ok ? result.value : result.error.fields?.[0]?.code);

describe('reading yuan', () => {
  it.each([
    ['0', 0],
    ['1,234,567.8', 123_456_780],
    ['1234567.80', 123_456_780],
    ['１，２３４．５６', 123_456],
    ['￥ 12.05', 1_205],
    ['12.05 元', 1_205],
    ['007', 700],
    ['1.000', 100],
    ['9999999999999.99', maxFen],
  ])('%s', (text, expected) => {
    expect(valueOrCode(yuanToFen(text))).toBe(expected);
  });

  it.each([
    ['1.005', 'money_decimals'],
    ['10000000000000.00', 'money_too_large'],
    ['9'.repeat(5000), 'money_too_large'],
    ['', 'money_format'],
    ['-1', 'money_format'],
    ['1,23', 'money_format'],
    ['1,2345', 'money_format'],
    ['1.', 'money_format'],
    ['.5', 'money_format'],
    ['1e3', 'money_format'],
    ['0x10', 'money_format'],
    ['NaN', 'money_format'],
    ['壹元', 'money_format'],
  ])('refuses %s', (text, code) => {
    expect(valueOrCode(yuanToFen(text))).toBe(code);
  });
});

describe('showing amounts', () => {
  it('groups thousands and keeps two decimals', () => {
    expect(formatYuan(0)).toBe('¥0.00');
    expect(formatYuan(5)).toBe('¥0.05');
    expect(formatYuan(123_456_700)).toBe('¥1,234,567.00');
    expect(formatYuan(-100_050)).toBe('-¥1,000.50');
    expect(formatYuan(maxFen)).toBe('¥9,999,999,999,999.99');
    expect(() => formatYuan(0.5)).toThrow(RangeError);
  });

  it('shows 万元 without losing a digit', () => {
    expect(formatWan(123_456_700)).toBe('123.4567');
    expect(formatWan(200_000_000)).toBe('200');
    expect(formatWan(1)).toBe('0.000001');
    expect(formatWan(0)).toBe('0');
    expect(formatWan(1_234_000_000_000)).toBe('1,234,000');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(valueOrCode(yuanToFen(formatYuan(amount)))).toBe(amount);
      }),
    );
  });
});

describe('quantity × unit price', () => {
  it.each([
    ['3', 1999, 5997],
    ['0.5', 1, 1],
    ['0.4999', 1, 0],
    ['1.005', 100, 101],
    [1.005, 100, 101],
    [0.1, 30, 3],
    ['2.5', 3, 8],
    ['0', 500, 0],
    ['9999999999', 100_000, 999_999_999_900_000],
  ])('%s × %i', (qty, price, expected) => {
    expect(valueOrCode(multiplyRoundHalfUp(qty, price))).toBe(expected);
  });

  it.each([
    ['1.00001', 1, 'quantity_format'],
    ['-1', 1, 'quantity_format'],
    [Number.NaN, 1, 'quantity_format'],
    [1e-7, 1, 'quantity_format'],
    ['', 1, 'quantity_format'],
    ['1', 0.5, 'money_format'],
    ['1', -1, 'money_format'],
    ['2', maxFen, 'money_too_large'],
  ])('refuses %s × %d', (qty, price, code) => {
    expect(valueOrCode(multiplyRoundHalfUp(qty, price))).toBe(code);
  });

  it('is never more than half a fen off', () => {
    const tenThousandths = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(tenThousandths, fc.integer({ min: 0, max: 9_999_999 }), (quantity, price) => {
        const qty = `${Math.floor(quantity / 10_000)}.${String(quantity % 10_000).padStart(4, '0')}`;
        const product = valueOrCode(multiplyRoundHalfUp(qty, price));
        const doubled = 2n * (BigInt(Number(product)) * 10_000n - BigInt(quantity) * BigInt(price));
        expect(doubled > -10_000n && doubled <= 10_000n).toBe(true);
      }),
    );
  });
});

describe('sums', () => {
  it('are exact, and too large ones are larger than any amount', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([1, 2, maxFen])).toBe(maxFen + 3);
    expect(sumFen(Array<number>(5000).fill(maxFen))).toBeGreaterThan(maxFen);
  });
});

it('takes only whole, non-negative amounts of at most 15 digits', () => {
  expect([0, 1, maxFen].every((amount) => fenSchema.safeParse(amount).success)).toBe(true);
  for (const amount of [-1, 0.5, maxFen + 1, Number.NaN, '1', null]) {
    expect(fenSchema.safeParse(amount).success).toBe(false);
  }
});
