// What each step of a history does to a world. A step that makes no sense where it stands (a desk that is not in the cast, nothing to
// discard) does nothing, so that every shortened history still runs.

import { probes } from '#demo/trading-centre/faults.ts';
import { isInForce, wasInForce } from '#shared/domain/contracts/model.ts';
import { availableActions as planActions } from '#shared/domain/plans/workflow.ts';
import { recordEvent, takesEvents } from '#shared/domain/projects/commands/record-event.ts';
import { commands, workflows } from '#shared/domain/registry.ts';
import { stepsFor } from '#shared/domain/workflow.ts';
import { camelCase } from '#shared/kernel/camel-case.ts';
import { unaccepted } from './acceptance-inputs.ts';
import { announcementChanges, beginnings, begun } from './announcement-inputs.ts';
import { undetermined } from './award-inputs.ts';
import { chanceOf, type Random } from './chance.ts';
import { lacksReasons, mayBeChanged, reasonsOf } from './change-inputs.ts';
import { unsigned } from './contract-inputs.ts';
import type { WorldDesk } from './desk.ts';
import { broken, inputs, someChanges } from './inputs.ts';
import type { View } from './inputs-common.ts';
import { deskAccounts, desks, variantsOf } from './people.ts';
import { retaken } from './resubmission.ts';
import type { Step, StepOf } from './steps.ts';
import type { World } from './world.ts';

export async function runStep(world: World, step: Step, index: number): Promise<void> {
  const random = chanceOf(world.seed).of(`step ${index} ${'draw' in step ? step.draw : 0}`);
  switch (step.kind) {
    case 'advance':
      return advance(world, step, random);
    case 'act':
      return act(world, step, random);
    case 'editTogether':
      return editTogether(world, step, random);
    case 'makeAgain':
      return makeAgain(world, step);
    case 'sync':
      await world.syncDesk(world.desk(step.desk));
      return;
    case 'workDuringSync': {
      const desk = world.desk(step.desk);
      if (desk === undefined) return;
      const { requests, place } = step;
      desk.waiting = { requests, place, act: () => advance(world, step, random) };
      await world.syncDesk(desk);
      desk.waiting = undefined;
      return;
    }
    case 'syncTogether':
      return world.syncTogether();
    case 'fate':
      world.link(step.link)?.expect(step.fate, step.count);
      return;
    case 'trouble':
      world.link(step.link)?.trouble(step.percent / 100);
      return;
    case 'partition':
      world.link(step.link)?.partition();
      return;
    case 'heal':
      world.link(step.link)?.heal();
      return;
    case 'arrive':
      await world.link(step.link)?.arrive(step.which);
      return;
    case 'armDesk':
      world.desk(step.desk)?.arm(step.point);
      return;
    case 'killDesk':
      world.desk(step.desk)?.kill();
      return;
    case 'reopenDesk':
      await world.desk(step.desk)?.close();
      await world.desk(step.desk)?.open();
      return;
    case 'armServer':
      world.server.arm(step.point);
      return;
    case 'restartServer':
      return world.server.restart();
    case 'backup':
      return world.server.backup();
    case 'restore':
      return world.server.restore();
    case 'deskClock':
      world.desk(step.desk)?.setClock(step.days);
      return;
    case 'pass':
      return world.pass(step.minutes * 60_000);
    case 'work':
      return world.work();
    case 'account':
      return changeAccount(world, step);
    case 'autoFile':
      return autoFile(world, step);
    case 'disable':
      return disableAccount(world, step);
    case 'centre':
      return centre(world, step);
    case 'centreFault':
      return centreFault(world, step);
    case 'draft':
      await world.desk(step.desk)?.keepDraft(`plan ${step.draw % 3}`, `示例草稿 ${step.draw}`);
      return;
    case 'settle':
      return settleRefused(world, step, random);
    case 'damage':
      world.desk(step.desk)?.damageReplica(step.pick, step.draw);
      return;
    case 'signOut': {
      const desk = world.desk(step.desk);
      await desk?.call('session.signOut', { confirm: true });
      return;
    }
  }
}

/** What the person at this desk would do next with one of the announcements or plans before them. */
async function advance(
  world: World,
  { desk: index, pick }: Pick<StepOf<'advance'>, 'desk' | 'pick'>,
  random: Random,
): Promise<void> {
  const desk = world.desk(index);
  if (desk === undefined) return;
  const view = await world.view(desk);
  if (view === undefined) return;
  const { actor } = view;
  const mayRecord = recordEvent.access.roles.includes(actor.role) && view.sections.some(takesEvents);
  if (mayRecord && random.chance(0.06)) {
    return run(world, desk, 'sectionEvents.record', view, random, pick);
  }
  if (random.chance(0.4) && (await advanceProcedure(world, desk, view, random, pick))) return;
  const choices = view.plans.flatMap((plan) =>
    planActions(actor, plan)
      .filter((command) => wanted.has(command))
      .map((command) => ({ plan, command })),
  );
  const choice = choices[pick % Math.max(1, choices.length)];
  if (
    choice === undefined ||
    (actor.role === 'purchaser_clerk' && view.plans.length < 4 && random.chance(0.3))
  ) {
    if (actor.role === 'purchaser_clerk') await run(world, desk, 'plans.create', view, random, pick);
    return;
  }
  // A change of method waits for what only people know.
  if (choice.command === 'plans.submit' && lacksReasons(choice.plan)) {
    await desk.command('plans.edit', { id: choice.plan.id, changes: reasonsOf(choice.plan, view.now) });
  }
  const only: View = { ...view, plans: [choice.plan] };
  await run(world, desk, choice.command, only, random, 0);
}

/** With one of the announcements and results; false where there is nothing to do with any. */
async function advanceProcedure(
  world: World,
  desk: WorldDesk,
  view: View,
  random: Random,
  pick: number,
): Promise<boolean> {
  const { actor } = view;
  // 采购办 has nothing else to do with announcements.
  if (actor.role === 'procurement_office' && random.chance(0.6)) return false;
  const steps = procedures
    .flatMap((rows) => stepsWith(view, rows))
    .map(
      ({ command, only }) =>
        () =>
          run(world, desk, command, only, random, 0),
    );
  const creations = beginnings(view).map((beginning) => async () => {
    world.tally.count('tried announcements.create');
    await desk.command('announcements.create', begun(view, beginning, random));
  });
  if (actor.role === 'purchaser_clerk' && view.sections.some(mayBeChanged)) {
    creations.push(() => run(world, desk, 'plans.changeMethod', view, random, pick));
  }
  if (undetermined(view).length > 0) {
    creations.push(() => run(world, desk, 'awards.create', view, random, pick));
  }
  if (unsigned(view).length > 0) {
    creations.push(() => run(world, desk, 'contracts.create', view, random, pick));
  }
  if (unaccepted(view).length > 0) {
    creations.push(() => run(world, desk, 'acceptances.create', view, random, pick));
  }
  if (view.actor.role === 'purchaser_clerk' && view.contracts.some(isInForce)) {
    creations.push(() => run(world, desk, 'payments.create', view, random, pick));
  }
  if (view.actor.role === 'purchaser_clerk' && view.contracts.some(wasInForce)) {
    creations.push(() => run(world, desk, 'breaches.create', view, random, pick));
  }
  // What has been begun is more often carried on than something else begun.
  const choices = steps.length > 0 && random.chance(0.7) ? steps : [...steps, ...creations];
  const choice = choices[pick % Math.max(1, choices.length)];
  await choice?.();
  return choice !== undefined;
}

const procedures = [
  'announcements',
  'awards',
  'awardChanges',
  'contracts',
  'contractChanges',
  'acceptances',
  'payments',
  'breaches',
] as const;

type Possible = { readonly command: string; readonly only: View };

/** Of all modules: a result is published by another one than other announcements. */
function stepsWith(view: View, entity: (typeof procedures)[number]): readonly Possible[] {
  return workflows
    .filter(({ kind }) => camelCase(kind.name) === entity)
    .flatMap((workflow) =>
      view[entity].flatMap((row) =>
        stepsFor(workflow, view.actor, row, false)
          .filter((command) => wantedOfProcedures.has(command))
          .map((command) => ({ command, only: { ...view, [entity]: [row] } })),
      ),
    );
}

const wantedOfProcedures: ReadonlySet<string> = new Set([
  'announcements.edit',
  'announcements.submit',
  'announcements.approve',
  'announcements.publish',
  'announcements.withdraw',
  'awards.submit',
  'awards.confirm',
  'awards.reopen',
  'awards.publish',
  'awardChanges.submit',
  'awardChanges.approve',
  'awardChanges.publish',
  'contracts.submit',
  'contracts.approve',
  'contracts.publish',
  'contracts.requestPapers',
  'contracts.handIn',
  'contracts.receive',
  'contractChanges.submit',
  'contractChanges.approve',
  'contractChanges.publish',
  'acceptances.submit',
  'acceptances.approve',
  'acceptances.conclude',
  'payments.submit',
  'payments.pay',
  'payments.amend',
  'breaches.notify',
  'breaches.hear',
  'breaches.edit',
  'breaches.submit',
  'breaches.approve',
  'breaches.return',
  'breaches.withdraw',
]);

const wanted: ReadonlySet<string> = new Set([
  'plans.submit',
  'plans.edit',
  'plans.approve',
  'plans.file',
  'plans.reopen',
  'plans.giveUp',
]);

async function act(world: World, step: StepOf<'act'>, random: Random): Promise<void> {
  const desk = world.desk(step.desk) ?? world.cast[0];
  if (desk === undefined) return;
  const view = await world.view(desk);
  if (view === undefined) return;
  const make = inputs.get(step.command);
  if (make === undefined) throw new Error(`no input for ${step.command}`);
  const input = make({ view, random, pick: step.pick, fit: step.twist === 'fit' });
  world.tally.count(`tried ${step.command}`);
  await desk.command(step.command, step.twist === 'broken' ? broken(input, random) : input);
}

async function run(
  world: World,
  desk: WorldDesk,
  command: string,
  view: View,
  random: Random,
  pick: number,
): Promise<void> {
  const input = inputs.get(command)?.({ view, random, pick, fit: true });
  world.tally.count(`tried ${command}`);
  await desk.command(command, input);
}

const beingWritten: ReadonlySet<string> = new Set(['draft', 'returned']);

/** Two clerks of one unit change the same plan or announcement without having heard of each other. */
async function editTogether(world: World, { pick }: StepOf<'editTogether'>, random: Random): Promise<void> {
  for (const name of ['clerk', 'clerk2'] as const) {
    const desk = world.named(name);
    const view = desk === undefined ? undefined : await world.view(desk);
    const drafts = view?.announcements.filter(({ status }) => beingWritten.has(status)) ?? [];
    const draft = drafts[pick % Math.max(1, drafts.length)];
    if (desk !== undefined && draft !== undefined && pick % 2 === 1) {
      await desk.command('announcements.edit', { id: draft.id, changes: announcementChanges(draft, random) });
      continue;
    }
    const open = view?.plans.filter(({ status }) => beingWritten.has(status)) ?? [];
    const plan = open[pick % Math.max(1, open.length)];
    if (desk === undefined || plan === undefined) continue;
    await desk.command('plans.edit', { id: plan.id, changes: someChanges(plan.content, random) });
  }
}

/** Of clerks alone: nobody else may. */
async function makeAgain(world: World, { desk: index, pick }: StepOf<'makeAgain'>): Promise<void> {
  const clerks = world.cast.filter(({ name }) => deskAccounts[name].role === 'purchaser_clerk');
  const desk = clerks[index % Math.max(1, clerks.length)];
  const view = desk === undefined ? undefined : await world.view(desk);
  const drafts = view?.plans.filter(({ status }) => status === 'draft') ?? [];
  const draft = drafts[pick % Math.max(1, drafts.length)];
  if (desk === undefined || draft === undefined) return;
  const deleted = await desk.command('plans.delete', { id: draft.id });
  if (deleted?.ok !== true) return;
  // In one push the server would know the last version without looking it up.
  await world.syncDesk(desk);
  const made = await desk.command('plans.create', { id: draft.id, content: draft.content });
  if (made?.ok === true) world.tally.count('made again');
}

async function changeAccount(world: World, { who, variant }: StepOf<'account'>): Promise<void> {
  const name = desks[who % desks.length];
  const admin = world.named('admin');
  if (name === undefined || admin === undefined) return;
  const variants = variantsOf(name);
  const account = variants[variant % variants.length] ?? deskAccounts[name];
  await admin.command('accounts.save', { account: { ...account, active: true } });
}

async function autoFile(world: World, { hours }: StepOf<'autoFile'>): Promise<void> {
  const admin = world.named('admin');
  for (const value of [true, false]) {
    await admin?.command('settings.set', { key: 'plans.autoFile', value });
    await world.syncDesk(admin);
    if (value) await world.pass(hours * 3_600_000);
  }
}

/** Never the administrator's own: it could not be switched on again. */
async function disableAccount(world: World, { who }: StepOf<'disable'>): Promise<void> {
  const others = world.cast.filter(({ name }) => name !== 'admin');
  const desk = others[who % Math.max(1, others.length)];
  if (desk === undefined) return;
  await world.named('admin')?.command('accounts.disable', { id: deskAccounts[desk.name].id });
}

async function settleRefused(world: World, step: StepOf<'settle'>, random: Random): Promise<void> {
  const found = [];
  for (const desk of world.cast) {
    await desk.open();
    const refused = desk.signedIn ? desk.files().outbox.filter(({ state }) => state === 'rejected') : [];
    if (refused.length > 0) found.push({ desk, refused });
  }
  const at = found[step.desk % Math.max(1, found.length)];
  if (at === undefined) return;
  const { desk, refused } = at;
  const chosen = refused[step.pick % Math.max(1, refused.length)];
  if (chosen === undefined) return;
  if (step.way === 'discard') return desk.discard(chosen);
  await desk.resubmit(chosen, await retaken(world, desk, chosen, random));
}

async function centre(world: World, { deed, pick }: StepOf<'centre'>): Promise<void> {
  if (deed === 'restart') {
    world.centre.restart();
  } else if (deed === 'probe') {
    const probe = probes[pick % probes.length];
    if (probe !== undefined) await world.centre.probe(probe);
  } else if (deed === 'open' || deed === 'evaluate') {
    const { sections } = world.centre.state();
    const lotUid = sections[pick % Math.max(1, sections.length)]?.lotUid;
    if (lotUid !== undefined) world.centre.follow(deed, lotUid, pick);
  }
  await world.centreWork();
}

async function centreFault(world: World, { fault, count }: StepOf<'centreFault'>): Promise<void> {
  switch (fault) {
    case 'delay':
      return world.centre.control({ delayMs: count * 45 * 60_000, answerDelayMs: count * 60_000 });
    case 'refuse':
      return world.centre.control({ refuse: { code: 'centre_says_no', field: null, times: count } });
    case 'repeat':
      return world.centre.control({ repeat: count });
    case 'reorder':
      return world.centre.control({ reorder: true });
    case 'lose':
      return world.centre.control({ lose: { rate: 0.2 * count } });
    case 'sign_wrongly':
      return world.centre.control({ signWrongly: count });
    case 'answer_instead':
      return world.centre.control({ answerStatus: { status: 503, times: count } });
    case 'silent':
      return world.centre.control({ silent: true });
    case 'wrong_clock':
      return world.centre.control({ wrongClock: count * 3_600_000 });
  }
}

/** Names of commands that nothing here can make an input for. */
export function commandsWithoutInput(): readonly string[] {
  return [...commands.keys()].filter((name) => !inputs.has(name));
}
