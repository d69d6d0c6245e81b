import { expect, it } from 'vitest';
import { carriedTexts } from './carried-texts.ts';

const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const unreadable = { 'candidates.1.price': '12x', amount: '7y' };
const carried = (after: readonly object[]) =>
  Object.fromEntries(carriedTexts('candidates', [a, b], after, unreadable));

it('a text goes with its line, and nothing else is touched', () => {
  expect(carried([b, a])).toEqual({ 'candidates.1.price': undefined, 'candidates.0.price': '12x' });
  expect(carried([a, c, b])).toEqual({ 'candidates.1.price': undefined, 'candidates.2.price': '12x' });
  expect(carried([a, b, c])).toEqual({ 'candidates.1.price': '12x' });
});

it('a text whose line is gone is gone', () => {
  expect(carried([a])).toEqual({ 'candidates.1.price': undefined });
});
