import { expect, it } from 'vitest';
import { type ItemLine, taken, whereAlready } from './imported-items.ts';

const line = (id: string, parts: Partial<ItemLine> = {}): ItemLine => ({
  ...{ id, name: '分析仪', spec: '', requirement: '', qty: '1台', unitPrice: 100 },
  ...parts,
});
const [first, second] = [line('a'), line('b', { name: '离心机' })];

it('puts lines of a file behind those that are there, and in the place of empty ones', () => {
  const empty = line('c', { name: '', qty: '', unitPrice: null });
  expect(taken([second], [first, empty], 'append')).toEqual([first, second]);
  expect(taken([second], [first, empty], 'replace')).toEqual([second]);
});

it('knows a line that is there already by what it says', () => {
  expect(whereAlready(line('x', { name: '离心机' }), [first, second], 'append')).toBe(2);
  expect(whereAlready(line('x', { name: '离心机', unitPrice: 1 }), [first, second], 'append')).toBeNull();
  expect(whereAlready(line('x'), [first], 'replace')).toBeNull();
});
