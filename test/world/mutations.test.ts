import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutations } from './mutations.ts';
import { simulate } from './simulation.ts';
import { House } from './world-template.ts';

describe.each([
  { worlds: 'a world', mixed: false },
  { worlds: 'a world of mixed versions', mixed: true },
])('a fault that is put into $worlds', ({ mixed }) => {
  let house: House;
  beforeAll(async () => {
    house = await House.open(undefined, mixed);
  });
  afterAll(() => house.close());

  const own = mutations.filter((mutation) => (mutation.mixed ?? false) === mixed);
  it.each(own)('is found: $name', async (mutation) => {
    const { failure } = await simulate(house, { runs: 120, seed: 5, mutation, shrink: false });
    expect(failure).toMatch(mutation.seen);
  });
});
