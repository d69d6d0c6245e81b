// Old and new versions of desks and server live together, and a record type is added in between. Histories begin with the version before on
// every side; server and desks are renewed one by one, in every order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '#test/support/database.ts';
import { type Simulated, simulate } from './simulation.ts';
import { House } from './world-template.ts';

const histories = 30;
const seed = Number(process.env['WORLD_SEED'] ?? 20_261_129);

describe.each(databases())('histories of mixed versions on $name', (engine) => {
  let house: House;
  let simulated: Simulated;
  beforeAll(async () => {
    house = await House.open(engine, true);
  });
  afterAll(() => house.close());

  it(`need no repair and lose nothing, ${histories} times`, async () => {
    simulated = await simulate(house, { runs: histories, seed });
    expect(simulated.failure).toBeNull();
    expect(simulated.runs).toBe(histories);
  });

  it.each([
    'older desk, newer server',
    'newer desk, older server',
    'announced',
    'desk crash',
    'server crash',
    'server restore',
    'scopes changed',
    'answer lost',
  ])('have seen: %s', (what) => {
    expect(simulated.tally.get(what)).toBeGreaterThan(0);
  });
});
