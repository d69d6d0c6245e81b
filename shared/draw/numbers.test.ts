import { describe, expect, it } from 'vitest';
import { secretOf, sha256 } from '#test/draw/library.ts';
import { below, shuffled, wordsOf } from './numbers.ts';

describe('numbers of a seed', () => {
  it('are the words of its blocks, from the left', () => {
    const next = wordsOf(sha256, 'seed');
    const blocks = [0, 1].map((k) => sha256(`["zhengcai-draw/1 block",["seed",${k}]]`)).join('');
    const words = Array.from({ length: 16 }, (_, at) =>
      Number.parseInt(blocks.slice(8 * at, 8 * at + 8), 16),
    );
    expect(Array.from({ length: 16 }, next)).toEqual(words);
  });

  it('below n throw away what would favour the small ones', () => {
    // 2^32 mod 3 is 1: the last word alone is too many.
    const words = [2 ** 32 - 1, 2 ** 32 - 2, 5];
    const next = () => words.shift() ?? 0;
    expect(below(3, next)).toBe((2 ** 32 - 2) % 3);
    expect(below(3, next)).toBe(2);
    expect(words).toEqual([]);
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('are refused below %s', (n) => {
    expect(() => below(n, () => 0)).toThrow(RangeError);
  });

  it('shuffle into every order equally often', () => {
    const seen = new Map<string, number>();
    const runs = 24_000;
    for (let run = 0; run < runs; run++) {
      const order = shuffled(['a', 'b', 'c', 'd'], wordsOf(sha256, secretOf(`order ${run}`))).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const expected = runs / 24;
    const chiSquare = [...seen.values()].reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);
    // 23 degrees of freedom, one in a thousand.
    expect(chiSquare).toBeLessThan(49.7);
  });
});
