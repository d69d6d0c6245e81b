// What has happened before any history begins: every desk has signed in, some plans are on their way, one is filed, pushed to the trading
// centre and has its sections, and of another some sections have been announced.
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import { announcementWarnings } from '#test/support/announcement-warnings.ts';
import { beginnings, begun } from './announcement-inputs.ts';
import { someContent } from './contents.ts';
import type { WorldDesk } from './desk.ts';
import type { DeskName } from './people.ts';
import { homeUnit, otherUnit } from './people.ts';
import { quiet } from './settle.ts';
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
  if (!world.server.older) await announce(world);
  const problems = await quiet(world);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** A further plan, from its draft to the publication of its first notice. */
export async function announce(world: World): Promise<void> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const id = await create(world, clerk, homeUnit.row.id, ({ method }) => method === 'OPEN_TENDER');
  await say(clerk, 'plans.submit', { id, acknowledged });
  await everybody(world);
  await say(reviewer, 'plans.approve', { id });
  await everybody(world);
  await say(deskOf(world, 'office'), 'plans.file', { id });
  await everybody(world);
  await everybody(world);
  const notice = await approved(world, id, 'TENDER');
  await say(clerk, 'announcements.publish', { id: notice });
  await everybody(world);
  // Ready to be published.
  for (const type of ['CORRECTION', 'TERMINATION']) await approved(world, id, type);
}

/** An announcement of the plan's project, drafted by the clerk and approved. */
async function approved(world: World, planId: string, type: string): Promise<string> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const view = await world.view(clerk);
  const beginning =
    view === undefined
      ? undefined
      : beginnings(view).find(({ project, start }) => project.planId === planId && start.type === type);
  if (view === undefined || beginning === undefined) throw new Error(`nobody may begin a ${type}`);
  const input = begun(view, beginning, world.chance.of('founding announcements'));
  const { id } = input;
  await say(clerk, 'announcements.create', input);
  await say(clerk, 'announcements.submit', { id, acknowledged: announcementWarnings });
  await everybody(world);
  await say(reviewer, 'announcements.approve', { id });
  await everybody(world);
  return id;
}

async function create(
  world: World,
  desk: WorldDesk,
  unitId: string,
  fits: (content: PlanContent) => boolean = () => true,
): Promise<string> {
  const random = world.chance.of(`founding ${desk.name}`);
  const id = random.uuid(world.clock.now());
  let content = someContent(unitId, world.clock.now(), random);
  while (!fits(content)) content = someContent(unitId, world.clock.now(), random);
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
