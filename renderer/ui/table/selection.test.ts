import { describe, expect, it } from 'vitest';
import { chosenIn, viewOf } from './selection.ts';

describe('chosen rows', () => {
  const look = { tab: 'draft', filters: { method: 'OPEN', year: '2026' }, search: '课桌' };
  const selection = { view: viewOf(look), ids: new Set(['a', 'b']) };

  it.each([
    ['tab', { ...look, tab: 'filed' }],
    ['filter', { ...look, filters: { method: 'OPEN' } }],
    ['search', { ...look, search: '' }],
  ])('are chosen no more under another %s, where they may not be seen', (_what, other) => {
    expect(chosenIn(selection, viewOf(other))).toEqual(new Set());
  });

  it('stay where the same rows are shown', () => {
    const same = { ...look, filters: { year: '2026', method: 'OPEN' } };
    expect(chosenIn(selection, viewOf(same))).toEqual(selection.ids);
  });
});
