import { describe, expect, it } from 'vitest';
import { slotsFor } from './row-slots.ts';

const start = slotsFor(new Map(), ['a', 'b', 'c', 'd']);

describe('elements of rows', () => {
  it('are handed to the rows of another list, in their order', () => {
    expect([...slotsFor(start, ['e', 'f', 'g', 'h'])]).toEqual([
      ['e', 0],
      ['f', 1],
      ['g', 2],
      ['h', 3],
    ]);
  });

  it('are made where the other list is longer', () => {
    expect([...slotsFor(start, ['e', 'f', 'g', 'h', 'i', 'j']).values()]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('stay with rows that stay, so that none changes places', () => {
    const down = slotsFor(start, ['b', 'c', 'd', 'e']);
    expect([...down.values()]).toEqual([1, 2, 3, 4]);
    expect([...slotsFor(down, ['a', 'b', 'c', 'd']).values()]).toEqual([5, 1, 2, 3]);
  });

  it('are never shared by two rows', () => {
    let slots = new Map<string, number>();
    let seed = 7;
    for (let round = 0; round < 500; round += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const first = seed % 60;
      const ids = Array.from({ length: 1 + (seed % 13) }, (_, index) => `row-${first + index}`);
      slots = slotsFor(slots, ids);
      expect([...slots.keys()]).toEqual(ids);
      expect(new Set(slots.values()).size).toBe(ids.length);
    }
  });
});
