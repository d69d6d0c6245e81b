import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '#shared/domain/registry.ts';
import { databases } from '#test/support/database.ts';
import { inputs } from './inputs.ts';
import { readServer } from './read-server.ts';
import { runHistory } from './run-history.ts';
import { commandsWithoutInput } from './run-step.ts';
import { histories } from './steps.ts';
import { House } from './world-template.ts';

describe('histories', () => {
  it('know an input for every command, and for nothing else', () => {
    expect(commandsWithoutInput()).toEqual([]);
    expect([...inputs.keys()].filter((name) => !commands.has(name))).toEqual([]);
  });

  describe.each(databases())('run again on $name', (engine) => {
    let house: House;
    beforeAll(async () => {
      house = await House.open(engine);
    });
    afterAll(() => house.close());

    it('leave the same feed, the same outcomes and the same messages', async () => {
      for (const history of fc.sample(histories(40), { numRuns: 12, seed: 99 })) {
        const traces = [];
        for (let time = 0; time < 2; time += 1) {
          const { tally } = await runHistory(house, history);
          const { feed, history: versions, outcomes, messages } = await readServer(house.database);
          traces.push({ feed, versions, outcomes, messages, tally: tally.entries() });
        }
        expect(traces[1]).toEqual(traces[0]);
      }
    });
  });
});
