import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDigest, rowDigest, sameDigest, xorDigest } from './digest.ts';
import { uuidV7 } from './ids.ts';

const idOf = (n: number) =>
  uuidV7(
    1_774_000_000_000 + n,
    Uint8Array.from({ length: 10 }, (_, place) => (n >> (place % 4)) & 255),
  );
const row = fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 2 ** 40 }));
const total = (rows: readonly (readonly [string, number])[]) =>
  rows.map(([id, version]) => rowDigest(id, version)).reduce(xorDigest, emptyDigest);

describe('digests of rows', () => {
  it('stay what they were, for they are compared between versions of the program', () => {
    expect(rowDigest('0196f0a0-0000-7000-8000-000000000001', 1)).toEqual({ hi: -1877966107, lo: 2137095102 });
    expect(rowDigest('plan/411000/2026', 2 ** 40 + 7)).toEqual({ hi: 547871759, lo: -725946322 });
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(row), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows
          .map((value) => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(total(shuffled)).toEqual(total(rows));
      }),
    );
  });

  it('let a row be taken out again', () => {
    fc.assert(
      fc.property(fc.array(row), row, (rows, [id, version]) => {
        const digest = rowDigest(id, version);
        expect(xorDigest(xorDigest(total(rows), digest), digest)).toEqual(total(rows));
      }),
    );
  });

  it('are 32-bit halves, and all different for 200,000 like rows', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 50_000; n++) {
      for (const version of [1, 2, n + 3, 2 ** 32 + n + 3]) {
        const { hi, lo } = rowDigest(idOf(n), version);
        expect(hi === (hi | 0) && lo === (lo | 0)).toBe(true);
        seen.add(`${hi},${lo}`);
      }
    }
    expect(seen.size).toBe(200_000);
  });

  it('change about half of their bits with any one bit of the version', () => {
    const flips: number[] = [];
    for (let n = 0; n < 500; n++) {
      for (const bit of [0, 1, 7, 16, 30, 33, 50]) {
        const a = rowDigest(idOf(n), n + 1);
        const b = rowDigest(idOf(n), n + 1 + 2 ** bit);
        flips.push(bitCount(a.hi ^ b.hi), bitCount(a.lo ^ b.lo));
      }
    }
    const mean = flips.reduce((sum, count) => sum + count, 0) / flips.length;
    expect(mean).toBeGreaterThan(15.5);
    expect(mean).toBeLessThan(16.5);
  });

  it('tell apart sets in which two rows changed places or versions', () => {
    const exchanged = new Set<string>();
    for (let n = 0; n < 2_000; n++) {
      const before = total([
        [idOf(n), 1],
        [idOf(n + 1), 2],
      ]);
      const after = total([
        [idOf(n), 2],
        [idOf(n + 1), 1],
      ]);
      expect(sameDigest(before, after)).toBe(false);
      exchanged.add(`${before.hi ^ after.hi},${before.lo ^ after.lo}`);
    }
    expect(exchanged.size).toBe(2_000);
  });

  it('tell an empty id, a longer id and a zero unit apart', () => {
    const digests = ['', '\u0000', '\u0000\u0000', 'a', 'aa'].map((id) => rowDigest(id, 0));
    expect(new Set(digests.map(({ hi, lo }) => `${hi},${lo}`)).size).toBe(5);
  });
});

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}
