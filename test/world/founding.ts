// What has happened before any history begins: every desk has signed in, some plans are on their way, one is filed, pushed to the trading
// centre and has its sections.
import { planRules } from '#shared/rules/plan-rules.ts';
import { someContent } from './contents.ts';
import type { WorldDesk } from './desk.ts';
import type { DeskName } from './people.ts';
import { homeUnit, otherUnit } from './people.ts';
import { quiet } from './quiet.ts';
import type { World } from './world.ts';

const acknowledged = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

export async function foundingStory(world: World): Promise<void> {
  for (const desk of world.cast) {
    must(await desk.signIn(), `${desk.name} signs in`);
    must(await desk.sync(), `${desk.name} synchronises`);
  }
  const clerk = deskOf(world, 'clerk');
  const plans = [];
  for (let number = 0; number < 4; number += 1) plans.push(await create(world, clerk, homeUnit.row.id));
  const others = [await create(world, deskOf(world, 'clerkB'), otherUnit.row.id)];
  // The last of each stays a draft.
  for (const id of plans.slice(0, 3)) await say(clerk, 'plans.submit', { id, acknowledged });
  for (const id of others) await say(deskOf(world, 'clerkB'), 'plans.submit', { id, acknowledged });
  await everybody(world);
  for (const id of plans.slice(0, 2)) await say(deskOf(world, 'reviewer'), 'plans.approve', { id });
  await everybody(world);
  await say(deskOf(world, 'office'), 'plans.file', { id: plans[0] });
  await everybody(world);
  const problems = await quiet(world);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

async function create(world: World, desk: WorldDesk, unitId: string): Promise<string> {
  const random = world.chance.of(`founding ${desk.name}`);
  const id = random.uuid(world.clock.now());
  const content = someContent(unitId, world.clock.now(), random);
  await say(desk, 'plans.create', { id, content });
  return id;
}

async function say(desk: WorldDesk, command: string, input: unknown): Promise<void> {
  must(await desk.command(command, input), `${desk.name} says ${command}`);
}

async function everybody(world: World): Promise<void> {
  for (const desk of world.cast) must(await desk.sync(), `${desk.name} synchronises`);
  await world.pass(61_000);
  for (const desk of world.cast) must(await desk.sync(), `${desk.name} synchronises`);
}

function deskOf(world: World, name: DeskName): WorldDesk {
  const desk = world.named(name);
  if (desk === undefined) throw new Error(`no desk ${name}`);
  return desk;
}

function must(result: Awaited<ReturnType<WorldDesk['sync']>>, what: string): void {
  if (result?.ok !== true) throw new Error(`${what}: ${JSON.stringify(result)}`);
}
