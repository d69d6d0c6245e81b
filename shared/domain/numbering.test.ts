import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parsePattern } from './numbering.ts';

const values = { year: 2026, seq: 7, region: '411000' };

describe('official numbers', () => {
  it.each([
    ['许财采购-{yyyy}-{seq:4}', '许财采购-2026-0007'],
    ['{region}〔{yyyy}〕{seq}号', '411000〔2026〕7号'],
    ['A.B({yyyy})*{seq:6}', 'A.B(2026)*000007'],
  ])('%s gives %s', (pattern, number) => {
    expect(formatNumber(pattern, values)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['{yyyy}', 'pattern_no_seq'],
    ['{seq}', 'pattern_no_year'],
    ['{yyyy}{seq}{seq:2}', 'pattern_twice'],
    ['{yyyy}-{seq', 'pattern_placeholder'],
    ['{yyyy}-{seq:9}', 'pattern_placeholder'],
    ['{yyyy}-{seq}-{month}', 'pattern_placeholder'],
    [`${'X'.repeat(55)}{yyyy}{seq:8}`, 'pattern_too_long'],
  ])('%s is no pattern: %s', (pattern, code) => {
    expect(parsePattern(pattern)).toMatchObject({ error: { fields: [{ path: 'pattern', code }] } });
  });

  it('grow past their digits without repeating', () => {
    expect(formatNumber('{yyyy}-{seq:2}', { ...values, seq: 100 })).toEqual({ ok: true, value: '2026-100' });
  });

  it('property: every number has the year and the serial in their places', () => {
    const text = fc.stringMatching(/^[^{}\d]{0,10}$/u);
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (a, b, digits, seq) => {
          const pattern = `${a}{yyyy}-${b}{seq:${digits}}`;
          const value = `${a}2026-${b}${String(seq).padStart(digits, '0')}`;
          expect(formatNumber(pattern, { ...values, seq })).toEqual({ ok: true, value });
        },
      ),
    );
  });
});
