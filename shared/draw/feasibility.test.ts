import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine, sha256 } from '#test/draw/library.ts';
import { feasibility } from './feasibility.ts';
import type { Candidate } from './pool.ts';
import { seat } from './seating.ts';

const people = (...fitting: readonly (readonly number[])[]): readonly Candidate[] =>
  fitting.map((lines, no) => ({ id: sha256(String(no)), lines, kind: lines.join() }));

describe('demand lines that cannot be met', () => {
  it('are named with the lines that want the same experts', () => {
    const lines = [aLine(), aLine(), aLine(), aLine()];
    // Two experts for the first three lines, each of which alone is possible; the fourth has its own.
    const { members } = feasibility(people([1, 2, 3], [1, 2, 3], [4], [4]), lines);
    expect(members).toEqual([{ lines: [1, 2, 3], needed: 3, available: 2 }]);
  });

  it('are told apart where they have nothing to do with each other', () => {
    const lines = [aLine({ count: 2 }), aLine({ count: 3 })];
    expect(feasibility(people([1], [2]), lines).members).toEqual([
      { lines: [1], needed: 2, available: 1 },
      { lines: [2], needed: 3, available: 1 },
    ]);
  });

  it('count the reserves apart from the seats', () => {
    const found = feasibility(people([1], [1]), [aLine({ count: 2, reserve: 1 })]);
    expect(found).toEqual({ members: [], withReserves: [{ lines: [1], needed: 3, available: 2 }] });
  });

  const fitting = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 });

  it('are told exactly when too few people can be seated, and what is told is true', () => {
    fc.assert(
      fc.property(fc.array(fitting, { maxLength: 10 }), counts, (crowd, seats) => {
        const candidates = people(...crowd.map((lines) => lines.sort((a, b) => a - b)));
        const { members } = feasibility(
          candidates,
          seats.map((count) => aLine({ count })),
        );
        const seated: Candidate[] = [];
        for (const each of candidates) if (seat([...seated, each], seats) !== undefined) seated.push(each);
        const isFull = seated.length === seats.reduce((sum, each) => sum + each, 0);
        expect(members.length === 0).toBe(isFull);
        for (const { lines, needed, available } of members) {
          expect(available).toBeLessThan(needed);
          expect(needed).toBe(lines.reduce((sum, line) => sum + (seats[line - 1] ?? 0), 0));
          const fits = candidates.filter((each) => each.lines.some((line) => lines.includes(line)));
          expect(available).toBe(fits.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
