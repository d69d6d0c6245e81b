import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLibrary, aLine, sha256 } from '#test/draw/library.ts';
import { guessability } from './guessability.ts';
import { oddsOf } from './odds.ts';
import type { Candidate } from './pool.ts';
import { seat } from './seating.ts';
import type { PoolEntry } from './transcript.ts';

const people = (...fitting: readonly (readonly number[])[]): readonly Candidate[] =>
  fitting.map((lines, no) => ({ id: String(no), lines, kind: lines.join() }));
const times = (n: number, lines: readonly number[]) => Array.from({ length: n }, () => lines);

describe('the odds', () => {
  it('of one line are seats by candidates, and the panel is one of all that are possible', () => {
    const odds = oddsOf(people(...times(10, [1])), [aLine({ count: 3 })]);
    expect(odds?.kinds).toEqual([{ lines: [1], candidates: 10, ppm: 300_000 }]);
    // One of 120.
    expect([odds?.entropy, odds?.guess]).toEqual([6907, 6907]);
  });

  it('are certain where everybody is needed', () => {
    const odds = oddsOf(people([1], [1]), [aLine({ count: 4 })]);
    expect(odds).toEqual({ kinds: [{ lines: [1], candidates: 2, ppm: 1_000_000 }], entropy: 0, guess: 0 });
  });

  it('are those of going through every order', () => {
    const fitting = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
    const counts = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fitting, { minLength: 1, maxLength: 6 }), counts, (crowd, seats) => {
        const candidates = people(...crowd.map((lines) => lines.sort((a, b) => a - b)));
        const odds = oddsOf(
          candidates,
          seats.map((count) => aLine({ count })),
        );
        const panels = new Map<string, number>();
        const orders = ordersOf(candidates);
        for (const order of orders) {
          const seated: Candidate[] = [];
          for (const each of order) if (seat([...seated, each], seats) !== undefined) seated.push(each);
          const key = seated
            .map(({ id }) => id)
            .sort()
            .join();
          panels.set(key, (panels.get(key) ?? 0) + 1 / orders.length);
        }
        const chances = [...panels.values()];
        const entropy = chances.reduce((sum, p) => sum - p * Math.log2(p), 0);
        expect(Math.abs((odds?.entropy ?? -9) - 1000 * entropy)).toBeLessThan(1);
        expect(Math.abs((odds?.guess ?? -9) + 1000 * Math.log2(Math.max(...chances)))).toBeLessThan(1);
        for (const { id, kind } of candidates) {
          const seatedIn = [...panels].filter(([key]) => key.split(',').includes(id));
          const chance = seatedIn.reduce((sum, [, p]) => sum + p, 0);
          const ppm = odds?.kinds.find(({ lines }) => lines.join() === kind)?.ppm ?? -9;
          expect(Math.abs(ppm - 1e6 * chance)).toBeLessThan(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are not given where there are too many ways to compute them', () => {
    const kinds = Array.from({ length: 63 }, (_, at) =>
      [1, 2, 3, 4, 5, 6].filter((line) => (at + 1) & (1 << (line - 1))),
    );
    const crowd = people(...kinds.flatMap((lines) => times(3, lines)));
    expect(
      oddsOf(
        crowd,
        Array.from({ length: 6 }, () => aLine()),
      ),
    ).toBeNull();
  });
});

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, at) =>
    ordersOf(items.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

describe('before a draw', () => {
  const experts = (n: number, given: Partial<PoolEntry>): PoolEntry[] =>
    Array.from({ length: n }, (_, no) => ({
      id: sha256(JSON.stringify([no, given])),
      specialities: ['A0201'],
      regions: ['411000'],
      level: 2,
      ...given,
    }));
  const adviceOf = (pool: readonly PoolEntry[], ...lines: Parameters<typeof aLine>) =>
    guessability(pool, lines.map(aLine), []).advice.map(({ code, line }) => `${code} ${line ?? '-'}`);

  it('nothing is advised where the names are hard to guess', () => {
    expect(adviceOf(aLibrary('large', 200).pool, { count: 4, reserve: 2 })).toEqual([]);
  });

  it('other regions or a lower level are advised where they bring experts, otherwise another speciality', () => {
    const pool = [
      ...experts(2, {}),
      ...experts(9, { regions: ['410100'], level: 3 }),
      ...experts(9, { level: 1 }),
    ];
    const reserve = { count: 4, reserve: 2 };
    expect(adviceOf(pool, { ...reserve, regions: ['411000'], level: 2 })).toEqual(
      expect.arrayContaining(['widen_region 1', 'lower_level 1']),
    );
    expect(adviceOf(experts(3, {}), reserve)).toContain('widen_speciality 1');
  });

  it('reserves are advised, and a person or panel that can be guessed is told', () => {
    const advice = adviceOf(experts(4, {}), { count: 3 });
    expect(advice).toEqual(
      expect.arrayContaining(['add_reserves -', 'likely_person -', 'guessable_panel -']),
    );
  });

  it('who is excluded brings no uncertainty', () => {
    const pool = experts(12, {});
    const excluded = pool.slice(0, 11).map(({ id }) => ({ id, reason: 'leave' as const }));
    expect(guessability(pool, [aLine()], excluded).odds?.guess).toBe(0);
    expect(guessability(pool, [aLine()], []).odds?.guess).toBe(3585);
  });
});
