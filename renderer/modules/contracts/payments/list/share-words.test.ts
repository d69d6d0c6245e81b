import { expect, it } from 'vitest';
import { shareWords } from './share-words.ts';

it.each([
  [0, 0, '暂无已付款'],
  [0, 3, '0.0%'],
  [2, 3, '66.6%'],
  [1999, 2000, '99.9%'],
  [3, 3, '100.0%'],
])('%i of %i is %s', (inTime, all, words) => {
  expect(shareWords(inTime, all)).toBe(words);
});
