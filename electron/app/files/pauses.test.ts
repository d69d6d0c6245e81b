import { expect, it } from 'vitest';
import { Pauses } from './pauses.ts';

let now = 1_000_000;
const pauses = new Pauses(() => now);
const minute = 60_000;

/** How long it takes until it is tried again. */
function pauseOf(name: string): number {
  const start = now;
  while (!pauses.isOver(name)) now += minute;
  return (now - start) / minute;
}

it('grows from failure to failure, up to an hour', () => {
  const lengths = Array.from({ length: 10 }, () => {
    pauses.failed('a');
    return pauseOf('a');
  });
  expect(lengths).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

it('ends when somebody asks for it, and grows on from there', () => {
  pauses.failed('a');
  pauses.endAll();
  expect(pauses.isOver('a')).toBe(true);
  pauses.failed('a');
  expect(pauseOf('a')).toBe(60);
  pauses.end('a');
  pauses.failed('a');
  expect(pauseOf('a')).toBe(0);
});

it('is no longer for a clock that was put back', () => {
  for (let failures = 0; failures < 9; failures += 1) pauses.failed('b');
  expect(pauses.isOver('b')).toBe(false);
  now -= 24 * 60 * minute;
  expect(pauses.isOver('b')).toBe(true);
  now += 24 * 60 * minute;
});

it('puts what has failed behind what has not', () => {
  const names = ['b', 'a', 'c'].map((sha256) => ({ sha256 }));
  expect(pauses.inOrder(names).map(({ sha256 }) => sha256)).toEqual(['c', 'a', 'b']);
});
