// Runs one history from the founding of its world to its rest, and says what is wrong with it then.
import { chanceOf } from './chance.ts';
import { examine } from './examine.ts';
import type { Mutation } from './mutations.ts';
import { announce } from './opening-story.ts';
import { type DeskName, desks } from './people.ts';
import { runStep } from './run-step.ts';
import { quiet } from './settle.ts';
import type { History } from './steps.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';
import type { House } from './world-template.ts';

export type Ran = { readonly problems: readonly string[]; readonly tally: Tally };

/** Without these no plan would ever come far, nothing be edited by two, and no account change. */
const always: readonly DeskName[] = ['clerk', 'clerk2', 'reviewer', 'office', 'admin'];

export function castOf(history: History): readonly DeskName[] {
  const others = history.cast.flatMap((index) => desks[index % desks.length] ?? []);
  return desks.filter((name) => always.includes(name) || others.includes(name));
}

export async function runHistory(house: House, history: History, mutation?: Mutation): Promise<Ran> {
  const cast = castOf(history);
  const fresh = history.fresh ? cast.at(-1) : undefined;
  const world = await house.begin({ seed: history.seed, cast, fresh, mutation });
  const unpatch = mutation?.patch?.();
  try {
    for (const [index, step] of history.steps.entries()) {
      if (house.older) await renewAt(world, index / history.steps.length);
      await runStep(world, step, index);
    }
    const problems = await restAndExamine(world);
    if (house.older && problems.length === 0) {
      await renewAt(world, Number.POSITIVE_INFINITY);
      // Rows of the type that was added reach everybody, unless the history has taken somebody's role or desk for it.
      await announce(world).catch(() => undefined);
      problems.push(...(await restAndExamine(world)));
    }
    return { problems, tally: world.tally };
  } finally {
    unpatch?.();
    await house.finish(world);
  }
}

async function restAndExamine(world: World): Promise<string[]> {
  const restless = await quiet(world);
  return [...restless, ...(await examine(world))];
}

/** Server and desks get the version of now one by one, each at its own share of the history; some only when everything has come to rest. */
async function renewAt(world: World, share: number): Promise<void> {
  const { server, seed, cast, tally } = world;
  const due = (who: string) => share >= chanceOf(seed).of(`renewal ${who}`).int(0, 120) / 100;
  if (server.older && due('server')) await server.renew();
  for (const desk of cast) if (desk.older && due(desk.name)) desk.renew();
  for (const desk of cast) {
    if (desk.older && !server.older) tally.count('older desk, newer server');
    if (!desk.older && server.older) tally.count('newer desk, older server');
  }
}
