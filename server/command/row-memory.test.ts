import { describe, expect, it } from 'vitest';
import type { Stored } from './row-memory.ts';
import { RowMemory } from './row-memory.ts';

const row = (id: string, version: number, size = 10): Stored => ({
  id,
  version,
  scopes: [],
  text: 'x'.repeat(size),
  row: { id },
});

describe('rows read lately', () => {
  it('are given for the version they have, and no other', () => {
    const memory = new RowMemory();
    memory.enter('one life');
    memory.keep('plans', [row('a', 3)]);
    expect(memory.get('plans', 'a', 3)).toEqual(row('a', 3));
    expect(memory.get('plans', 'a', 4)).toBeUndefined();
    expect(memory.get('projects', 'a', 3)).toBeUndefined();
    memory.keep('plans', [row('a', 4)]);
    expect(memory.get('plans', 'a', 3)).toBeUndefined();
  });

  it('are forgotten with the life of the database they belong to', () => {
    const memory = new RowMemory();
    memory.enter('one life');
    memory.keep('plans', [row('a', 3)]);
    memory.enter('one life');
    expect(memory.get('plans', 'a', 3)).toBeDefined();
    memory.enter('another life');
    expect(memory.get('plans', 'a', 3)).toBeUndefined();
  });

  it('never take more than their room: the oldest go', () => {
    const memory = new RowMemory();
    for (let index = 0; index < 10; index += 1) memory.keep('plans', [row(`k${index}`, 1, 10_000_000)]);
    const kept = Array.from({ length: 10 }, (_, index) => memory.get('plans', `k${index}`, 1) !== undefined);
    expect(kept).toEqual([...Array(8).fill(false), true, true]);
  });
});
