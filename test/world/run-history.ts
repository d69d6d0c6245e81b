// Runs one history from the founding of its world to its rest, and says what is wrong with it then.
import { examine } from './examine.ts';
import type { House } from './house.ts';
import { type DeskName, desks } from './people.ts';
import { quiet } from './quiet.ts';
import { runStep } from './run-step.ts';
import type { History } from './steps.ts';
import type { Tally } from './tally.ts';

export type Ran = { readonly problems: readonly string[]; readonly tally: Tally };

const always: readonly DeskName[] = ['clerk', 'reviewer', 'office'];

export function castOf(history: History): readonly DeskName[] {
  const others = history.cast.flatMap((index) => desks[index % desks.length] ?? []);
  return desks.filter((name) => always.includes(name) || others.includes(name));
}

export async function runHistory(house: House, history: History): Promise<Ran> {
  const world = await house.begin(history.seed, castOf(history));
  try {
    for (const [index, step] of history.steps.entries()) await runStep(world, step, index);
    const restless = await quiet(world);
    const problems = [...restless, ...(await examine(world))];
    return { problems, tally: world.tally };
  } finally {
    await house.finish(world);
  }
}
