import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRmbUppercase } from './rmb-uppercase.ts';

describe('大写金额', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [15, '壹角伍分'],
    [1_000, '壹拾元整'],
    [100_456, '壹仟零肆元伍角陆分'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [1_000_100, '壹万零壹元整'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'],
    [101_000_000, '壹佰零壹万元整'],
    [150_865_800, '壹佰伍拾万零捌仟陆佰伍拾捌元整'],
    [1_234_567_890, '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_001_000_010, '壹亿零壹万元壹角整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_010_000_000_000, '壹万零壹亿元整'],
    [10 ** 15, '壹拾万亿元整'],
  ])('%i fen', (fen, expected) => {
    expect(toRmbUppercase(fen)).toBe(expected);
  });

  it.each([-1, 0.5, 10 ** 15 + 1, 10 ** 17 + 100, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d',
    (fen) => {
      expect(() => toRmbUppercase(fen)).toThrow(RangeError);
    },
  );

  it('means the amount it was written from', () => {
    const anyFen = fc.oneof(
      fc.integer({ min: 0, max: 10 ** 15 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      // many zeros, where the rules are
      fc
        .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 })
        .map((digits) => Number(digits.join(''))),
    );
    fc.assert(
      fc.property(anyFen, (fen) => {
        const text = toRmbUppercase(fen);
        expect(readUppercase(text)).toBe(fen);
        expect(text).not.toMatch(/零零|零[元万亿拾佰仟角]..|亿万/);
        expect(text.endsWith('整')).toBe(!text.endsWith('分'));
      }),
      { numRuns: 500 },
    );
  });
});

/** Reads by multiplication, knowing nothing of where zeros are written. */
function readUppercase(text: string): number {
  const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [total, group, digit, fen] = [0, 0, 0, 0];
  for (const character of text) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    const unit = units[character];
    if (value >= 0) digit = value;
    else if (unit !== undefined) [group, digit] = [group + digit * unit, 0];
    else if (character === '万') [total, group, digit] = [total + (group + digit) * 10_000, 0, 0];
    else if (character === '亿') [total, group, digit] = [(total + group + digit) * 100_000_000, 0, 0];
    else if (character === '元') [fen, group, digit] = [(total + group + digit) * 100, 0, 0];
    else if (character === '角') [fen, digit] = [fen + digit * 10, 0];
    else if (character === '分') [fen, digit] = [fen + digit, 0];
  }
  return fen;
}
