// For histories written by hand: a world, what happens in it, and then rest and examination as for every other history.
import { expect } from 'vitest';
import { patienceMs } from '#demo/patience.ts';
import { commandReceiptSchema, queries } from '#shared/contract/ipc.ts';
import type {
  Announcement,
  AnnouncementStatus,
  AnnouncementTypeCode,
} from '#shared/domain/announcements/model.ts';
import type { Contract, ContractStatus } from '#shared/domain/contracts/model.ts';
import type { Plan, PlanStatus } from '#shared/domain/plans/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import type { WorldDesk } from './desk.ts';
import { examine } from './examine.ts';
import { type DeskName, desks } from './people.ts';
import { shownRows } from './read-desk.ts';
import { readServer, rowsOf } from './read-server.ts';
import { quiet } from './settle.ts';
import type { World } from './world.ts';
import type { House } from './world-template.ts';

export type SceneOptions = {
  readonly cast?: readonly DeskName[];
  readonly fresh?: DeskName;
  readonly seed?: number;
};

/** Runs the story, lets the world come to rest and expects that nothing is wrong with it; `then` looks closer. */
export async function scene(
  house: House,
  options: SceneOptions,
  story: (world: World) => Promise<void>,
  then?: (world: World) => Promise<void>,
): Promise<void> {
  const { cast = ['clerk', 'clerk2', 'reviewer', 'office', 'admin'], fresh, seed = 1 } = options;
  const world = await house.begin({ seed, cast: desks.filter((name) => cast.includes(name)), fresh });
  try {
    await story(world);
    expect(await quiet(world, { keepRefused: true })).toEqual([]);
    expect(await examine(world)).toEqual([]);
    await then?.(world);
  } finally {
    await house.finish(world);
  }
}

export function deskOf(world: World, name: DeskName): WorldDesk {
  const desk = world.named(name);
  if (desk === undefined) throw new Error(`${name} is not in this scene`);
  return desk;
}

/** The plan of this state that the desk shows, the same one each time. */
export async function planAt(desk: WorldDesk, status: PlanStatus): Promise<Plan> {
  await desk.open();
  const shown = (desk.read('replica.db', (db) => shownRows(db, 'plans')) ?? []) as readonly Plan[];
  const plan = shown.find((each) => each.status === status);
  if (plan === undefined) throw new Error(`${desk.name} shows no plan that is ${status}`);
  return plan;
}

/** An announcement of this type and state that the desk shows. */
export async function announcementAt(
  desk: WorldDesk,
  type: AnnouncementTypeCode,
  status: AnnouncementStatus,
): Promise<Announcement> {
  await desk.open();
  const shown = desk.read('replica.db', (db) => shownRows(db, 'announcements')) ?? [];
  const found = (shown as readonly Announcement[]).find(
    (each) => each.type === type && each.status === status,
  );
  if (found === undefined) throw new Error(`${desk.name} shows no ${type} that is ${status}`);
  return found;
}

/** A contract of this state that the desk shows. */
export async function contractAt(desk: WorldDesk, status: ContractStatus): Promise<Contract> {
  await desk.open();
  const shown = (desk.read('replica.db', (db) => shownRows(db, 'contracts')) ?? []) as readonly Contract[];
  const contract = shown.find((each) => each.status === status);
  if (contract === undefined) throw new Error(`${desk.name} shows no contract that is ${status}`);
  return contract;
}

export async function shownPlan(desk: WorldDesk, id: string): Promise<Plan | undefined> {
  await desk.open();
  const shown = (desk.read('replica.db', (db) => shownRows(db, 'plans')) ?? []) as readonly Plan[];
  return shown.find((each) => each.id === id);
}

export async function serverPlan(world: World, id: string): Promise<Plan | undefined> {
  const server = await readServer(world.house.database);
  return (rowsOf(server, 'plans') as readonly Plan[]).find((plan) => plan.id === id);
}

export const readWarnings = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

/** Says a command that must be taken, and answers with its id. */
export async function say(desk: WorldDesk, name: string, input: unknown): Promise<string> {
  const result = await desk.command(name, input);
  if (result?.ok !== true) throw new Error(`${desk.name} says ${name}: ${JSON.stringify(result)}`);
  return commandReceiptSchema.parse(result.value).commandId;
}

export function edit(plan: Plan, field: 'contact' | 'phone' | 'performancePlace', to: string): object {
  return { id: plan.id, changes: [{ field, from: plan.content[field], to }] };
}

export function refusal(result: Result<unknown> | undefined): string | undefined {
  return result === undefined || result.ok ? undefined : result.error.code;
}

/** Waits until the desk's queue of files has stopped with these files in this state. */
export async function filesRest(
  desk: WorldDesk,
  hashes: readonly string[],
  state: 'here' | 'sent',
): Promise<void> {
  let last = '';
  // The queue works beside the round that set it off; two looks that see the same, apart, mean that it rests.
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const called = await desk.call('files.list', { hashes });
    if (called.kind === 'crashed' || !called.result.ok) throw new Error('no files');
    const { files } = queries['files.list'].output.parse(called.result.value);
    const now = JSON.stringify(files);
    if (now === last && files.length === hashes.length && files.every((file) => file.state === state)) return;
    last = now;
  }
  throw new Error(`the files do not come to be ${state}: ${last}`);
}

/** How a command of this desk stands in its outbox. */
export function stateOf(desk: WorldDesk, commandId: string) {
  return desk.files().outbox.find(({ id }) => id === commandId);
}

/** Runs a scene once for each point at which `who` can die in it, until it comes through alive. The number of points. */
export async function atEveryPoint(
  house: House,
  options: SceneOptions & { readonly who: DeskName | 'server' },
  story: (world: World) => Promise<void>,
): Promise<number> {
  for (let point = 1; ; point += 1) {
    let died = true;
    await scene(house, options, async (world) => {
      const victim = options.who === 'server' ? world.server : deskOf(world, options.who);
      if (options.who === 'server') await world.server.ensureRunning();
      victim.arm(point);
      await story(world);
      died = victim.died;
      victim.spare();
    });
    if (!died) return point - 1;
    if (point > 400) throw new Error('the scene has no end');
  }
}
