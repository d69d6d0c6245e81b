// Runs one history from the founding of its world to its rest, and says what is wrong with it then.
import { examine } from './examine.ts';
import type { House } from './house.ts';
import type { Mutation } from './mutations.ts';
import { type DeskName, desks } from './people.ts';
import { quiet } from './quiet.ts';
import { runStep } from './run-step.ts';
import type { History } from './steps.ts';
import type { Tally } from './tally.ts';

export type Ran = { readonly problems: readonly string[]; readonly tally: Tally };

/** Without these no plan would ever come far, nothing be edited by two, and no account change. */
const always: readonly DeskName[] = ['clerk', 'clerk2', 'reviewer', 'office', 'admin'];

export function castOf(history: History): readonly DeskName[] {
  const others = history.cast.flatMap((index) => desks[index % desks.length] ?? []);
  return desks.filter((name) => always.includes(name) || others.includes(name));
}

export async function runHistory(house: House, history: History, mutation?: Mutation): Promise<Ran> {
  const unpatch = mutation?.patch?.();
  const cast = castOf(history);
  const fresh = history.fresh ? cast.at(-1) : undefined;
  const world = await house.begin({ seed: history.seed, cast, fresh, mutation });
  try {
    for (const [index, step] of history.steps.entries()) await runStep(world, step, index);
    const restless = await quiet(world);
    const problems = [...restless, ...(await examine(world))];
    return { problems, tally: world.tally };
  } finally {
    await house.finish(world);
    unpatch?.();
  }
}
