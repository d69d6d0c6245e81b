// What has happened before any history begins: every desk has signed in, some plans are on their way, one is filed, pushed to the trading
// centre and has its sections, of another some sections have been announced, of a third one has been evaluated, of a fourth one a contract is signed and a
// failed section is to be bought by another method, and of a fifth one a contract is performed.
import { isWhole } from '#shared/domain/contracts/acceptances/outcome.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { beginnings, begun } from './announcement-inputs.ts';
import { reasonsOf } from './change-inputs.ts';
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
    const { planId } = await sign(world);
    await changeMethod(world, planId);
    await perform(world);
  }
  const problems = await quiet(world);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** A further plan, from its draft to the publication of its first notice, with what may follow on it. */
export async function announce(world: World): Promise<void> {
  const id = await tendered(world, anyPlan);
  // Ready to be published.
  for (const type of ['CORRECTION', 'TERMINATION']) await approved(world, id, type);
}

type Fits = (content: PlanContent) => boolean;
const anyPlan: Fits = () => true;

async function tendered(world: World, fits: Fits): Promise<string> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const isTender: Fits = (content) => content.method === 'OPEN_TENDER' && fits(content);
  const id = await create(world, clerk, homeUnit.row.id, isTender);
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
async function evaluate(world: World, fits: Fits = anyPlan): Promise<string> {
  const clerk = deskOf(world, 'clerk');
  const planId = await tendered(world, fits);
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

type Drafted = { readonly id: string; readonly content: Readonly<Record<string, unknown>> };

/** What the clerk would begin now, of the kind that is wanted. */
async function drafted(world: World, command: string, wanted: (draft: Drafted) => boolean): Promise<Drafted> {
  const view = await world.view(deskOf(world, 'clerk'));
  const input = inputs.get(command);
  if (view === undefined || input === undefined) throw new Error(`nobody may say ${command}`);
  const random = world.chance.of(`founding ${command}`);
  const draw = () => input({ view, random, pick: 0, fit: true }) as Drafted;
  let draft = draw();
  while (!wanted(draft)) draft = draw();
  return draft;
}

/** Drafted by the clerk and approved by the reviewer. Answers with its id. */
async function reviewed(
  world: World,
  entity: 'contracts' | 'contractChanges' | 'acceptances',
  wanted: (draft: Drafted) => boolean,
): Promise<string> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const draft = await drafted(world, `${entity}.create`, wanted);
  await say(clerk, `${entity}.create`, draft);
  await say(clerk, `${entity}.submit`, { id: draft.id, acknowledged });
  await everybody(world);
  const row = (await world.view(reviewer))?.[entity].find((each) => each.id === draft.id);
  await say(reviewer, `${entity}.approve`, { id: draft.id, submittedAt: row?.submittedAt, note: '' });
  await everybody(world);
  return draft.id;
}

type Signed = { readonly planId: string; readonly contractId: string };

/** One more section goes as far as its announced result, and the contract on it is ready to be published. */
async function sign(world: World, fits: Fits = anyPlan): Promise<Signed> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const planId = await evaluate(world, fits);
  const view = await world.view(reviewer);
  const own = new Set(view?.sections.filter((section) => section.planId === planId).map(({ id }) => id));
  const award = view?.awards.find(({ status, sectionId }) => status === 'review' && own.has(sectionId));
  if (award === undefined) throw new Error('no result is to be confirmed');
  const { id, submittedAt } = award;
  await say(reviewer, 'awards.confirm', { id, submittedAt, note: '', acknowledged });
  await everybody(world);
  await say(clerk, 'awards.publish', { id: await approved(world, planId, 'RESULT') });
  await everybody(world);
  const contractId = await reviewed(
    world,
    'contracts',
    ({ content }) => content['several'] === null && content['secret'] === false,
  );
  return { planId, contractId };
}

/** 废标 of another section of the plan; 采购办 has returned the plan that buys it by another method, which may now be given up. */
async function changeMethod(world: World, planId: string): Promise<void> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const section = (await world.view(clerk))?.sections.find(
    (each) => each.planId === planId && each.status === 'announced',
  );
  if (section === undefined) throw new Error('no section is left that could fail');
  const { id: sectionId, sectionNo: lotNo, name: lotName } = section;
  const cells = { section: sectionId, lotNo, lotName, explanation: '质疑经核实成立（示例）。' };
  const reason = [{ id: world.chance.of('founding failure').uuid(world.clock.now()), cells }];
  const failing = { sectionIds: [sectionId], content: { reasonCode: 'COMPLAINT_UPHELD', reason } };
  await say(clerk, 'announcements.publish', { id: await approved(world, planId, 'TERMINATION', failing) });
  await everybody(world);
  const now = world.clock.now();
  const id = world.chance.of('founding change of method').uuid(now);
  const { projectId } = section;
  const begin = { id, projectId, sectionIds: [sectionId], method: 'COMPETITIVE_CONSULTATION' };
  await say(clerk, 'plans.changeMethod', begin);
  const plan = (await world.view(clerk))?.plans.find((each) => each.id === id);
  if (plan === undefined) throw new Error('no plan changes the method');
  await say(clerk, 'plans.edit', { id, changes: reasonsOf(plan, now) });
  await say(clerk, 'plans.submit', { id, acknowledged });
  await everybody(world);
  await say(reviewer, 'plans.approve', { id });
  await everybody(world);
  await say(deskOf(world, 'office'), 'plans.officeReturn', { id, reason: '示例原因：请另行论证。' });
  await everybody(world);
}

/** 100万元: below it the centre makes one section of a plan that names no packages. */
const oneSection = 100_000_000;
const undivided: Fits = ({ budgetAmount, plannedSections }) =>
  budgetAmount !== null && budgetAmount < oneSection && plannedSections.length <= 1;

/** A contract is in force: all of it is to be accepted next, all of it to be paid, or it ends before. */
async function perform(world: World): Promise<void> {
  const clerk = deskOf(world, 'clerk');
  const { contractId } = await sign(world, undivided);
  await say(clerk, 'contracts.publish', { id: contractId, acknowledged });
  await everybody(world);
  const view = await world.view(clerk);
  const amount = view?.contracts.find(({ id }) => id === contractId)?.content.amount;
  await reviewed(world, 'acceptances', ({ content: { conclusion, part } }) =>
    isWhole({ conclusion, part } as Parameters<typeof isWhole>[0]),
  );
  const payment = await drafted(
    world,
    'payments.create',
    ({ content }) => content['kind'] === 'progress' && content['amount'] === amount,
  );
  await say(clerk, 'payments.create', payment);
  await say(clerk, 'payments.submit', { id: payment.id, acknowledged });
  await reviewed(world, 'contractChanges', ({ content }) => content['kind'] === 'termination');
}

/** An announcement of the plan's project, drafted by the clerk and approved. */
async function approved(
  world: World,
  planId: string,
  type: string,
  parts: { readonly sectionIds?: readonly string[]; readonly content?: object } = {},
): Promise<string> {
  const [clerk, reviewer] = [deskOf(world, 'clerk'), deskOf(world, 'reviewer')];
  const view = await world.view(clerk);
  const beginning =
    view === undefined
      ? undefined
      : beginnings(view).find(({ project, start }) => project.planId === planId && start.type === type);
  if (view === undefined || beginning === undefined) throw new Error(`nobody may begin a ${type}`);
  const drawn = begun(view, beginning, world.chance.of('founding announcements'));
  const { id } = drawn;
  const input = { ...drawn, ...parts, content: Object.assign({}, drawn['content'], parts.content) };
  await say(clerk, 'announcements.create', input);
  await say(clerk, 'announcements.submit', { id, acknowledged: everyWarning });
  await everybody(world);
  await say(reviewer, 'announcements.approve', { id });
  await everybody(world);
  return id;
}

async function create(world: World, desk: WorldDesk, unitId: string, fits: Fits = anyPlan): Promise<string> {
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
