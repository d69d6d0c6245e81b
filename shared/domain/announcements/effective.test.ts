import { describe, expect, it } from 'vitest';
import { aLine } from '#test/builders/announcement-content.ts';
import { effectiveValues, linesOf } from './effective.ts';
import { richTextOf } from './rich-text.ts';
import type { TableLine, Values } from './values.ts';

const original: Values = {
  bidDeadline: '2026-03-24T09:30',
  bidPlace: '第三开标室',
  budgetAmount: 100,
  consortiumAllowed: false,
  requirement: richTextOf('甲'),
};

function correction(...lines: readonly Partial<TableLine['cells']>[]) {
  const corrections = lines.map((cells, index) =>
    aLine(String(index), { field: '', item: '', before: '', after: '', value: null, ...cells }),
  );
  return { frozen: { values: { corrections } } };
}

describe('what holds after corrections', () => {
  it('is the original where there are none', () => {
    expect(effectiveValues(original, [])).toEqual(original);
  });

  it('is what the last of them says', () => {
    const values = effectiveValues(original, [
      correction(
        { field: 'bidDeadline', value: '2026-03-31T09:30' },
        { field: 'bidPlace', after: '第一开标室' },
      ),
      correction({ field: 'bidDeadline', value: '2026-04-02T09:30' }),
    ]);
    expect(values).toEqual({ ...original, bidDeadline: '2026-04-02T09:30', bidPlace: '第一开标室' });
    expect(original['bidDeadline']).toBe('2026-03-24T09:30');
  });

  it('takes amounts and answers from their value alone', () => {
    const values = effectiveValues(original, [
      correction(
        { field: 'budgetAmount', after: '¥2.00', value: 200 },
        { field: 'consortiumAllowed', after: '是', value: true },
      ),
    ]);
    expect(values).toMatchObject({ budgetAmount: 200, consortiumAllowed: true });
  });

  it('takes rich text from the words', () => {
    const values = effectiveValues(original, [correction({ field: 'requirement', after: '乙\n丙' })]);
    expect(values['requirement']).toEqual(richTextOf('乙\n丙'));
  });

  it.each<readonly [string, Partial<TableLine['cells']>]>([
    ['a day said in words', { field: 'bidDeadline', after: '4月2日' }],
    ['a day where a time is', { field: 'bidDeadline', value: '2026-04-02' }],
    ['words for an amount', { field: 'budgetAmount', after: '200', value: '200' }],
    ['what no field holds', { field: '', item: '参数', after: '不少于20点' }],
    ['words for a field that holds nothing', { field: 'unknown', after: 'x' }],
  ])('is not changed by %s', (_, cells) => {
    expect(effectiveValues(original, [correction(cells)])).toEqual(original);
  });

  it('is the whole new result after a 结果变更', () => {
    const awards = [aLine('new', { supplierName: '乙' })];
    const result = { awards: [aLine('old', { supplierName: '甲' })] };
    expect(effectiveValues(result, [{ frozen: { values: { awards } } }])).toEqual({ awards });
  });
});

describe('lines of a correction', () => {
  it('are read whatever is missing in them', () => {
    const values = { corrections: [aLine('1', { item: 'a', before: null, after: 'b' })] };
    expect(linesOf(values)).toEqual([{ field: '', item: 'a', before: '', after: 'b', value: null }]);
    expect(linesOf({})).toEqual([]);
  });
});
