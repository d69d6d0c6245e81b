// Over 100,000 draws with overlapping lines, reserves and refusals nobody is favoured: among those who fit the same lines, seats and reserves are
// spread as chance spreads them. The seeds are fixed, so the test always comes out the same.
import { describe, expect, it } from 'vitest';
import { secretOf, sha256 } from '#test/draw/library.ts';
import { beginCourse, nextCall, takeEvent } from './course.ts';
import { oddsOf } from './odds.ts';
import { type Candidate, candidatesOf, sortedPool } from './pool.ts';
import type { DemandLine, PoolEntry } from './transcript.ts';

const line = (...specialities: string[]): DemandLine => ({
  specialities,
  regions: [],
  level: 0,
  count: 1,
  reserve: 1,
});
const lines = [line('A'), line('A', 'B'), { ...line('B'), count: 2 }];
const groups = [['A'], ['B'], ['A', 'B']];
const pool: readonly PoolEntry[] = sortedPool(
  groups.flatMap((specialities, group) =>
    Array.from({ length: 7 }, (_, no) => ({
      id: sha256(`expert ${group} ${no}`),
      specialities,
      regions: [],
      level: 0,
    })),
  ),
);
const candidates = candidatesOf(pool, lines, []);

/** How often each had a place, and in how many draws how many of their kind had one. */
class Tally {
  readonly times = new Map<string, number>();
  private readonly pairs = new Map<string, number>();
  private draws = 0;

  add(people: readonly Candidate[]): void {
    this.draws += 1;
    const ofKind = new Map<string, number>();
    for (const { id, kind } of people) {
      this.times.set(id, (this.times.get(id) ?? 0) + 1);
      ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
    }
    for (const [kind, m] of ofKind) this.pairs.set(kind, (this.pairs.get(kind) ?? 0) + m * (m - 1));
  }

  /**
   * Chi-square with (size − 1) degrees of freedom for each kind. Places of one draw exclude each other; the divisor takes that into account:
   * variance of one minus covariance of two, which exchangeable people of one kind have in common.
   */
  chiSquare(): { readonly value: number; readonly degrees: number } {
    const kinds = Map.groupBy(candidates, ({ kind }) => kind);
    let value = 0;
    let degrees = 0;
    for (const [kind, people] of kinds) {
      const n = people.length;
      const times = people.map(({ id }) => this.times.get(id) ?? 0);
      const mean = times.reduce((sum, each) => sum + each, 0) / n;
      const spread = mean / this.draws - (this.pairs.get(kind) ?? 0) / this.draws / (n * (n - 1));
      // Of this kind nobody can have a place.
      if (mean === 0) continue;
      value += times.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (this.draws * spread);
      degrees += n - 1;
    }
    return { value, degrees };
  }
}

/** What chance exceeds once in 10,000 times, with 18 degrees of freedom. */
const limit = 49.2;

function drawnBy(run: number, attends: (id: string, at: number) => boolean) {
  let course = beginCourse(sha256, { lines, exclusions: [] }, pool, secretOf(`fairness ${run}`));
  let asked = 0;
  for (let call = nextCall(course); call !== undefined; call = nextCall(course)) {
    const reply = attends(call.id, asked) ? 'attends' : 'declines';
    asked += 1;
    const taken = takeEvent(course, { kind: 'reply', at: 0, ...call, reply });
    if (!taken.ok) throw new Error(taken.fault);
    course = taken.course;
  }
  return course;
}

describe('100,000 draws', () => {
  it('favour nobody, with overlapping lines, reserves and refusals', () => {
    const seats = new Tally();
    const reserves = new Tally();
    const firstCalls = new Tally();
    for (let run = 0; run < 100_000; run++) {
      // Three in ten of those asked do not attend, whoever they are.
      const refusals = secretOf(`refusals ${run}`);
      const course = drawnBy(run, (_id, at) => Number.parseInt(refusals.charAt(at % 64), 16) >= 5);
      seats.add(course.members);
      reserves.add(course.reserves);
      firstCalls.add(course.order.slice(0, 1));
    }
    for (const tally of [seats, reserves, firstCalls]) {
      const { value, degrees } = tally.chiSquare();
      expect(degrees).toBe(18);
      expect(value).toBeLessThan(limit);
    }
  });

  it('would show somebody who is given a seat in four more of a hundred draws', () => {
    const seats = new Tally();
    const [favourite] = candidates;
    for (let run = 0; run < 20_000; run++) {
      const { members } = drawnBy(run, () => true);
      const replaced = members.find(({ id, kind }) => id !== favourite?.id && kind === favourite?.kind);
      const isFavoured = run % 20 === 0 && favourite !== undefined && !members.includes(favourite);
      seats.add(isFavoured ? members.map((each) => (each === replaced ? favourite : each)) : members);
    }
    expect(seats.chiSquare().value).toBeGreaterThan(limit);
  });

  it('seat everybody as often as the odds say', () => {
    const runs = 20_000;
    const seats = new Tally();
    for (let run = 0; run < runs; run++) seats.add(drawnBy(run, () => true).members);
    for (const { lines: of, ppm } of oddsOf(candidates, lines)?.kinds ?? []) {
      const people = candidates.filter(({ kind }) => kind === of.join());
      const seated =
        people.reduce((sum, { id }) => sum + (seats.times.get(id) ?? 0), 0) / people.length / runs;
      const p = ppm / 1e6;
      // Five standard deviations.
      expect(Math.abs(seated - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / runs));
    }
  });
});
