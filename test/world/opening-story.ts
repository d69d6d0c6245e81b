// What has happened before any history begins: every desk has signed in, some plans are on their way, one is filed, pushed to the trading
// centre and has its sections, of another some sections have been announced, of a third one has been evaluated, and of a fourth one a contract is signed.
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { beginnings, begun } from './announcement-inputs.ts';
import { someContent } from './contents.ts';
import type { WorldDesk } from './desk.ts';
import { inputs } from './inputs.ts';
import type { DeskName } from './people.ts';
import { homeUnit, otherUnit } from './people.ts';
import { quiet } from './settle.ts';
import type { World } from './world.ts';

const acknowledged = everyWarning;

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
  if (!world.server.older) {
    await announce(world);
    await evaluate(world);
    await sign(world);
  }
  const problems = await quiet(world);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** A further plan, from its draft to the publication of its first notice, with what may follow on it. */
export async function announce(world: World): Promise<void> {
  const id = await tendered(world);
  // Ready to be published.
  for (const type of ['CORRECTION', 'TERMINATION']) await approved(world, id, type);
}

async function tendered(world: World): Promise<string> {
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
  return id;
}

/** The centre ranks the bidders of one section, and the clerk proposes whom to determine. Answers with the plan. */
async function evaluate(world: World): Promise<string> {
  const clerk = deskOf(world, 'clerk');
  const planId = await tendered(world);
  const announced = (await world.view(clerk))?.sections.find((section) => section.planId === planId);
  if (announced === undefined) throw new Error('no section is announced');
  world.centre.follow('open', announced.lotUid, 5);
  world.centre.follow('evaluate', announced.lotUid, 1);
  await world.centreWork();
  await everybody(world);
  const view = await world.view(clerk);
  const input = inputs.get('awards.create');
  if (view === undefined || input === undefined) throw new Error('nobody may determine a result');
  const random = world.chance.of('founding results');
  await say(clerk, 'awards.create', input({ view, random, pick: 0, fit: true }));
  for (const { id, status } of (await world.view(clerk))?.awards ?? []) {
    if (status === 'draft') await say(clerk, 'awards.submit', { id, acknowledged: everyWarning });
  }
  await everybody(world);
  return planId;
}

/** One more section goes as far as its announced result, and the contract on it is ready to be published. */
async function sign(world: World): Promise<void> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const planId = await evaluate(world);
  const award = (await world.view(reviewer))?.awards.findLast(({ status }) => status === 'review');
  if (award === undefined) throw new Error('no result is to be confirmed');
  const { id, submittedAt } = award;
  await say(reviewer, 'awards.confirm', { id, submittedAt, note: '', acknowledged });
  await everybody(world);
  await say(clerk, 'awards.publish', { id: await approved(world, planId, 'RESULT') });
  await everybody(world);
  const view = await world.view(clerk);
  const input = inputs.get('contracts.create');
  if (view === undefined || input === undefined) throw new Error('nobody may sign a contract');
  const random = world.chance.of('founding contracts');
  const draft = input({ view, random, pick: 0, fit: true }) as { readonly id: string };
  await say(clerk, 'contracts.create', draft);
  await say(clerk, 'contracts.submit', { id: draft.id, acknowledged });
  await everybody(world);
  const contract = (await world.view(reviewer))?.contracts.find((each) => each.id === draft.id);
  const seen = { id: draft.id, submittedAt: contract?.submittedAt, note: '' };
  await say(reviewer, 'contracts.approve', seen);
  await everybody(world);
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
  await say(clerk, 'announcements.submit', { id, acknowledged: everyWarning });
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
