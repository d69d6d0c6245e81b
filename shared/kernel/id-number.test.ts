import { expect, it } from 'vitest';
import { readIdNumber } from './id-number.ts';

it.each([
  ['11010519491231002X', '11010519491231002X'],
  [' 110105 19491231 002x ', '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ['440524188001010014', undefined],
  ['110105194912310021', undefined],
  ['110105194913310021', undefined],
  ['11010519491231002', undefined],
  ['', undefined],
])('reads %j as %j', (typed, number) => {
  expect(readIdNumber(typed)).toBe(number);
});

it('finds every digit that was mistyped', () => {
  const number = '11010519491231002X';
  for (let place = 0; place < 17; place += 1) {
    for (const digit of '0123456789') {
      if (number[place] === digit) continue;
      expect(readIdNumber(number.slice(0, place) + digit + number.slice(place + 1))).toBeUndefined();
    }
  }
});
