import { expect, it } from 'vitest';
import { placeFor, usualSize } from './place.ts';

const office = [{ x: 0, y: 0, width: 1366, height: 728 }];
const two = [...office, { x: 1366, y: -200, width: 1920, height: 1040 }];

it('is where it was, on either screen', () => {
  const left = { x: 40, y: 30, width: 1100, height: 650 };
  const right = { x: 1500, y: -150, width: 1600, height: 900 };
  expect(placeFor(left, two)).toEqual(left);
  expect(placeFor(right, two)).toEqual(right);
});

it.each([
  ['the screen is gone', { x: 1500, y: -150, width: 1600, height: 900 }],
  ['it is all but outside', { x: 1300, y: 100, width: 1000, height: 600 }],
  ['its title bar is above the screen', { x: 100, y: -50, width: 1000, height: 600 }],
])('is the usual one when %s', (_why, last) => {
  expect(placeFor(last, office)).toEqual({ width: 1280, height: 728 });
});

it('is the usual one at first', () => {
  expect(placeFor(undefined, two.slice(1))).toEqual(usualSize);
  expect(placeFor(undefined, [])).toEqual(usualSize);
});
