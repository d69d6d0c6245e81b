// The property suite, in parts that run beside each other. The seeds are fixed, so that the same program always runs the same histories:
// as many as show every class of events in every part. WORLD_SEED sets others, and `npm run simulate` explores new ones.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '#test/support/database.ts';
import { type Simulated, simulate } from './simulation.ts';
import { classes } from './tally.ts';
import { House } from './world-template.ts';

const historiesAPart = 125;
const firstSeed = Number(process.env['WORLD_SEED'] ?? 20_260_302);

/** Part 1 stands on the embedded database, the others on real PostgreSQL where there is one: what histories show stands above SQL. */
export function simulationSuite(part: 1 | 2 | 3 | 4): void {
  const [embedded, real = embedded] = databases();
  const engine = part === 1 ? embedded : real;

  describe(`histories, part ${part}, on ${engine?.name ?? 'nothing'}`, () => {
    let house: House;
    let simulated: Simulated;
    beforeAll(async () => {
      house = await House.open(engine);
    });
    afterAll(() => house.close());

    it(`hold what is promised, ${historiesAPart} times`, async () => {
      simulated = await simulate(house, { runs: historiesAPart, seed: firstSeed + part });
      expect(simulated.failure).toBeNull();
      expect(simulated.runs).toBe(historiesAPart);
    });

    it.each(classes)('have seen: %s', (what) => {
      expect(simulated.tally.get(what)).toBeGreaterThan(0);
    });
  });
}
