import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { House } from './house.ts';
import { mutations } from './mutations.ts';
import { simulate } from './simulation.ts';

describe('a fault that is put in', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it.each(mutations)('is found: $name', async (mutation) => {
    const { failure } = await simulate(house, { runs: 60, seed: 5, mutation, shrink: false });
    expect(failure).toMatch(mutation.seen);
  });
});
