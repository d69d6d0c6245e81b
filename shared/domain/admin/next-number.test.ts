// The next official number: above all that was given, whichever pattern gave it, found by looks into an index and not by going through them.
import { describe, expect, it } from 'vitest';
import type { Load } from '../load.ts';
import { numberPatterns, numberSeries } from './model.ts';
import { type NumberKind, nextNumbers } from './next-number.ts';

type Given = {
  readonly patterns?: Readonly<Record<string, string>>;
  readonly series?: Readonly<Record<string, number>>;
  readonly taken?: (number: string) => boolean;
  readonly count?: number;
  readonly kind?: NumberKind;
};

function given({ patterns = {}, series = {}, taken = () => false, count = 1, kind = 'letter' }: Given) {
  let asked = 0;
  const rows = new Map<string, unknown>([
    ...Object.entries(patterns).map(
      ([id, pattern]) => [`${numberPatterns.name}/${id}`, { id, pattern }] as const,
    ),
    ...Object.entries(series).map(([id, last]) => [`${numberSeries.name}/${id}`, { id, last }] as const),
  ]);
  const wanted = {
    ...{ kind, regionCode: '411002', year: 2026, count },
    // biome-ignore lint/correctness/useYield: the index is asked here, not the store
    *isTaken(number: string): Load<boolean> {
      asked += 1;
      return taken(number);
    },
  };
  const load = nextNumbers(wanted);
  let step = load.next();
  while (step.done !== true) {
    const { value } = step;
    step = load.next(value.kind === 'one' ? rows.get(`${value.entity}/${value.id}`) : []);
  }
  return { answer: step.value, asked };
}
const numbersOf = (of: Given) => {
  const { answer } = given(of);
  return answer.ok ? answer.value.numbers : answer.error.code;
};
const upTo =
  (last: number, pattern = '411002-TZ-2026-') =>
  (number: string) =>
    number.startsWith(pattern) && Number(number.slice(pattern.length)) <= last;

describe('the next number', () => {
  it('is the first of its year, and then the one after the last', () => {
    expect(numbersOf({})).toEqual(['411002-TZ-2026-00001']);
    expect(numbersOf({ series: { 'letter/411002/2026': 7, 'letter/411002/2025': 90 } })).toEqual([
      '411002-TZ-2026-00008',
    ]);
    expect(numbersOf({ count: 3 })).toEqual([
      '411002-TZ-2026-00001',
      '411002-TZ-2026-00002',
      '411002-TZ-2026-00003',
    ]);
  });

  it('goes on where another pattern takes the place of the one before', () => {
    const series = { 'letter/411002/2026': 1200 };
    const patterns = { 'letter/default': 'TZ-{yyyy}-{seq:4}' };
    const { answer } = given({ series, patterns });
    expect(answer).toEqual({
      ok: true,
      value: { numbers: ['TZ-2026-1201'], series: { id: 'letter/default/2026', last: 1201 } },
    });
    // And back to one of the region.
    expect(
      numbersOf({
        series: { ...series, 'letter/default/2026': 1300 },
        patterns: { ...patterns, 'letter/411002': '魏都-{yyyy}-{seq}' },
      }),
    ).toEqual(['魏都-2026-1301']);
  });

  it('passes over what an import has used, by few looks and not by one for each', () => {
    const { answer, asked } = given({ taken: upTo(25_000) });
    expect(answer.ok && answer.value.numbers).toEqual(['411002-TZ-2026-25001']);
    expect(asked).toBeLessThan(60);
  });

  it('fills no gap below the last, and uses none twice', () => {
    const holes = new Set(['411002-TZ-2026-00005', '411002-TZ-2026-00006']);
    const taken = (number: string) => holes.has(number);
    expect(numbersOf({ series: { 'letter/411002/2026': 4 }, taken, count: 2 })).toEqual([
      '411002-TZ-2026-00007',
      '411002-TZ-2026-00008',
    ]);
  });

  it('is refused where none is left, and where there is no pattern', () => {
    expect(numbersOf({ taken: () => true })).toBe('already_exists');
    expect(numbersOf({ kind: 'plan' })).toBe('reference_missing');
  });
});
