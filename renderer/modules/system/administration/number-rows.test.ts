import { expect, it } from 'vitest';
import { builtInPatterns, numberKinds } from '#shared/domain/admin/next-number.ts';
import { systemText } from '#shared/text/index.ts';
import { exampleOf, kindOf, patternName, patternRows, placeName } from './number-rows.ts';

const set = (id: string, pattern: string) => ({ id, pattern, updatedAt: 1, mark: 'synced' as const });

it('shows what is built in until a default is set', () => {
  expect(patternRows([])).toEqual(
    builtInPatterns.map((row) => ({ ...row, updatedAt: null, mark: 'synced' })),
  );
  const own = [set('letter/411081', 'YZ-{yyyy}-{seq}'), set('letter/default', 'T-{yyyy}-{seq}')];
  expect(patternRows(own).map(({ id, updatedAt }) => [id, updatedAt])).toEqual([
    ['letter/411081', 1],
    ['letter/default', 1],
    ['change/default', null],
    ['contract/default', null],
    ['acceptance/default', null],
  ]);
});

it('has a name for every kind, and an example of every built-in pattern', () => {
  for (const kind of numberKinds) expect(systemText.numbers.kinds[kind], kind).not.toBe('');
  for (const row of builtInPatterns) expect(exampleOf(row), row.id).toMatch(/^411000-/);
  expect(exampleOf({ id: 'letter/411081', pattern: '{region}-{yyyy}' })).toBeUndefined();
});

it('tells kind and place of a pattern by its id', () => {
  expect([kindOf('change/411081'), placeName('change/default')]).toEqual([
    'change',
    systemText.numbers.default,
  ]);
  expect(patternName('letter/411081')).toBe('中标（成交）通知书编号（禹州市）');
});
