import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Coverage,
  coverageOf,
  coverageSchema,
  difference,
  fullCoverage,
  intersection,
  ofTypes,
  sameCoverage,
  scopesByType,
  scopesIn,
  union,
} from './coverage.ts';

const types = ['plans', 'projects', 'sections', 'settings'];
const scopes = ['admin', 'all', 'office:411000', 'unit:a'];

/** As it may come from outside: groups that overlap, in any order. */
const arbitraryCoverage: fc.Arbitrary<Coverage> = fc.array(
  fc.record({
    types: fc
      .subarray(types, { minLength: 1 })
      .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
    scopes: fc.subarray(scopes, { minLength: 1 }),
  }),
  { maxLength: 5 },
);

function pairs(coverage: Coverage): ReadonlySet<string> {
  return new Set(
    coverage.flatMap((group) =>
      group.types.flatMap((type) => group.scopes.map((scope) => `${type} ${scope}`)),
    ),
  );
}

function has(coverage: Coverage, pair: string): boolean {
  return pairs(coverage).has(pair);
}

const every = pairs(fullCoverage(types, scopes));

describe('what is held by type and scope', () => {
  it('is counted in pairs', () => {
    fc.assert(
      fc.property(arbitraryCoverage, arbitraryCoverage, (a, b) => {
        for (const pair of every) {
          expect(has(union(a, b), pair)).toBe(has(a, pair) || has(b, pair));
          expect(has(intersection(a, b), pair)).toBe(has(a, pair) && has(b, pair));
          expect(has(difference(a, b), pair)).toBe(has(a, pair) && !has(b, pair));
          const [type = '', scope = ''] = pair.split(' ');
          expect(scopesByType(a).get(type)?.has(scope) ?? false).toBe(has(a, pair));
          expect(has(ofTypes(a, ['plans']), pair)).toBe(has(a, pair) && type === 'plans');
        }
        expect(scopesIn(a)).toEqual(
          scopes.filter((scope) => [...pairs(a)].some((pair) => pair.endsWith(` ${scope}`))),
        );
      }),
    );
  });

  it('has one text, however it was put together', () => {
    fc.assert(
      fc.property(arbitraryCoverage, (a) => {
        const again = coverageOf([...pairs(a)].reverse().map((pair) => pair.split(' ') as [string, string]));
        expect(JSON.stringify(union(a, []))).toBe(JSON.stringify(again));
        expect(sameCoverage(a, again)).toBe(true);
        expect(again.flatMap((group) => group.scopes).length).toBe(scopesIn(again).length);
      }),
    );
  });

  it('takes one list of each for a thousand scopes and all types', () => {
    const many = Array.from({ length: 1000 }, (_, no) => `unit:${String(no).padStart(36, '0')}`);
    const all = fullCoverage(
      Array.from({ length: 25 }, (_, no) => `type_${no}`),
      many,
    );
    expect(all).toHaveLength(1);
    expect(JSON.stringify(all).length).toBeLessThan(50_000);
  });

  it('names no type that could be anything but a table', () => {
    for (const type of ['__proto__', 'Plans', 'plans; drop', '', 'p'.repeat(64)]) {
      expect(coverageSchema.safeParse([{ types: [type], scopes: ['all'] }]).success).toBe(false);
    }
  });
});
