// 标段推送: sections come from the trading centre alone. A message is taken as a whole or refused as a whole; the same message again
// changes nothing; a plan of another centre does not exist for this one.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { maxFen } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { type Change, type Ctx, command, put } from '../../command.ts';
import { reason, text } from '../../fields.ts';
import { type Load, one, where } from '../../load.ts';
import { type Plan, plans } from '../../plans/model.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { mayActOnProject } from '../access.ts';
import { arrivalSchema, arrived, newSection, withSections } from '../arrival.ts';
import { withCompletion } from '../completion.ts';
import { findProject, namesPlan, type PlanKey, planKeyShape } from '../find-project.ts';
import { isAnnounced, isLive, type Project, projects, type Section, sections } from '../model.ts';
import { planMoved } from '../plan-of-project.ts';
import { changedBy } from '../succession.ts';
import { succession, withoutPlace } from '../take-place.ts';

type State = {
  readonly project: Project | undefined;
  readonly plan: Plan | undefined;
  readonly own: readonly Section[];
  /** Sections of this platform that carry a key of the message, whatever their project. */
  readonly byUid: readonly Section[];
  /** Of a plan that changes the method: the sections that failed. */
  readonly failed: readonly Section[];
};

function isPushedTo(actor: Actor, { project }: State): boolean {
  return actor.role === 'trading_platform' && project !== undefined && mayActOnProject(actor, project);
}

/** section.push: any number of sections of one plan. `id` is the id to give to a section that is new. */
export const receiveSections = command({
  name: 'sections.receive',
  authority: 'server',
  input: z
    .strictObject({
      ...planKeyShape,
      sections: z
        .array(arrivalSchema.extend({ id: idSchema }))
        .min(1)
        .max(200),
    })
    .refine(namesPlan, 'plan_not_named')
    .refine((input) => unique(input.sections.map(({ lotUid }) => lotUid)), 'section_twice')
    .refine((input) => unique(input.sections.map(({ id }) => id)), 'section_twice'),
  access: { roles: ['trading_platform'], record: isPushedTo },
  load: (input, ctx) =>
    loadSections(
      input,
      input.sections.map(({ lotUid }) => lotUid),
      ctx.actor,
    ),
  decide(state, input, ctx) {
    const { project, plan, own, byUid, failed } = state;
    const platformId = ctx.actor.platformId;
    if (project === undefined || plan === undefined || platformId === null) return refuse('not_found');
    const open = mayReceive(plan, project);
    if (!open.ok) return open;
    const changed = new Map<string, Section>();
    for (const [index, arrival] of input.sections.entries()) {
      const path = `sections.${index}`;
      const held = byUid.find(({ lotUid }) => lotUid === arrival.lotUid);
      if (held === undefined) {
        if (own.some(({ id }) => id === arrival.id)) return refuse('already_exists', { params: { path } });
        changed.set(arrival.id, newSection(arrival.id, project, platformId, arrival, ctx.now));
        continue;
      }
      if (held.projectId !== project.id) return elsewhere(path, arrival.lotUid);
      const kept = arrived(held, arrival, ctx.now, path);
      if (!kept.ok) return kept;
      if (kept.value !== undefined) changed.set(held.id, kept.value);
    }
    const named = input.sections.map((arrival, index) => ({ ...arrival, path: `sections.${index}` }));
    const succeeded = succession({ plan, own, failed, changed }, named);
    if (!succeeded.ok) return succeeded;
    return settle(project, plan, own, changed, succeeded.value, ctx, (lotUid) => {
      return `sections.${input.sections.findIndex((each) => each.lotUid === lotUid)}.content`;
    });
  },
});

/** section.change: one section that we hold already. */
export const changeSection = command({
  name: 'sections.change',
  authority: 'server',
  input: z.strictObject({ ...planKeyShape, section: arrivalSchema }).refine(namesPlan, 'plan_not_named'),
  access: { roles: ['trading_platform'], record: isPushedTo },
  load: (input, ctx) => loadSections(input, [input.section.lotUid], ctx.actor),
  decide({ project, plan, own, byUid, failed }, { section: arrival }, ctx) {
    const held = byUid[0];
    if (project === undefined || plan === undefined || held === undefined) return unknownSection();
    if (held.projectId !== project.id) return elsewhere('section', arrival.lotUid);
    const open = mayReceive(plan, project);
    if (!open.ok) return open;
    const kept = arrived(held, arrival, ctx.now, 'section');
    if (!kept.ok) return kept;
    const changed = new Map(kept.value === undefined ? [] : [[held.id, kept.value]]);
    const succeeded = succession({ plan, own, failed, changed }, [{ ...arrival, path: 'section' }]);
    if (!succeeded.ok) return succeeded;
    return settle(project, plan, own, changed, succeeded.value, ctx, () => 'section.content');
  },
});

/** section.cancel: only what has not been announced; after that it takes a 终止公告. */
export const cancelSection = command({
  name: 'sections.cancel',
  authority: 'server',
  input: z
    .strictObject({
      ...planKeyShape,
      lotUid: text(64).min(1),
      version: z.int().min(1),
      reason,
    })
    .refine(namesPlan, 'plan_not_named'),
  access: { roles: ['trading_platform'], record: isPushedTo },
  load: (input, ctx) => loadSections(input, [input.lotUid], ctx.actor),
  decide({ project, plan, own, byUid, failed }, input, ctx) {
    const held = byUid[0];
    if (project === undefined || plan === undefined || held === undefined) return unknownSection();
    if (held.projectId !== project.id) return elsewhere('', input.lotUid);
    if (held.status === 'cancelled') return ok([]);
    if (input.version < held.platformVersion) {
      return refuseField('stale', 'version', 'stale', { held: held.platformVersion });
    }
    if (isAnnounced(held)) {
      return refuseField('wrong_state', 'lotUid', 'section_announced', {
        section: held.sectionNo,
        status: held.status,
      });
    }
    const cancelled: Section = {
      ...held,
      status: 'cancelled',
      platformVersion: input.version,
      cancelReason: input.reason,
    };
    return settle(
      project,
      plan,
      own,
      new Map([[held.id, cancelled]]),
      withoutPlace(failed, held),
      ctx,
      () => '',
    );
  },
});

function* loadSections(key: PlanKey, lotUids: readonly string[], actor: Actor): Load<State> {
  const project = yield* findProject(key);
  if (project === undefined) return { project, plan: undefined, own: [], byUid: [], failed: [] };
  const byUid: Section[] = [];
  for (const lotUid of lotUids) {
    byUid.push(...(yield* where(sections, { platformId: actor.platformId, lotUid })));
  }
  return {
    project,
    plan: yield* one(plans, project.planId),
    own: yield* where(sections, { projectId: project.id }),
    byUid,
    failed:
      project.predecessor === null
        ? []
        : changedBy(yield* where(sections, { projectId: project.predecessor.projectId }), project.planId),
  };
}

/** Sections are taken while the plan stands: not before it is filed, not while it is being changed, not after it was cancelled. */
function mayReceive(plan: Plan, project: Project): Result<null> {
  const open: readonly Plan['status'][] = ['filed', 'pushed', 'sections_received', 'in_execution'];
  if (open.includes(plan.status) && project.status !== 'cancelled') return ok(null);
  return refuseField('wrong_state', 'planNo', 'plan_not_open', { status: plan.status });
}

/** Numbers unique, counts right, project and plan moved on. */
function settle(
  project: Project,
  plan: Plan,
  own: readonly Section[],
  changed: ReadonlyMap<string, Section>,
  /** Sections that failed, with what now stands in their place. */
  succeeded: readonly Section[],
  ctx: Ctx,
  /** Where the content of a section stands in the input. */
  pathOf: (lotUid: string) => string,
): Result<readonly Change[]> {
  if (changed.size === 0) return ok([]);
  const after = [...own.filter(({ id }) => !changed.has(id)), ...changed.values()];
  const taken = numberTwice(after.filter(isLive), changed);
  if (taken !== undefined) {
    const { sectionNo, lotUid } = taken;
    const path = `${pathOf(lotUid)}.sectionNo`;
    return refuseField('already_exists', path, 'section_no_taken', { sectionNo });
  }
  // What was left of it may have been cancelled.
  const next = withCompletion(withSections(project, after, ctx.now), after);
  if (next.sectionBudgetTotal > maxFen) {
    const [first] = changed.values();
    return refuseField('too_large', `${pathOf(first?.lotUid ?? '')}.budget`, 'money_too_large');
  }
  const changes: Change[] = [put(projects, next)];
  for (const section of [...changed.values(), ...succeeded]) changes.push(put(sections, section));
  changes.push(...planMoved(plan, next, ctx.now));
  const status = planStatusAfter(plan, next);
  if (status !== plan.status) changes.push(put(plans, { ...plan, status, updatedAt: ctx.now }));
  return ok(changes);
}

function planStatusAfter(plan: Plan, project: Project): Plan['status'] {
  const { status } = plan;
  if (status === 'filed' || status === 'pushed' || status === 'sections_received') {
    if (project.sectionCount > 0) return 'sections_received';
    return status === 'sections_received' ? 'pushed' : status;
  }
  return status;
}

/** A changed section whose 标段编号 another live section of the project has, as it is or as it is announced to become. */
function numberTwice(live: readonly Section[], changed: ReadonlyMap<string, Section>): Section | undefined {
  const numbersOf = (section: Section) => [section.sectionNo, section.difference?.content.sectionNo];
  return [...changed.values()].find(
    (section) =>
      isLive(section) &&
      live.some(
        (other) =>
          other.id !== section.id &&
          numbersOf(other).some((no) => no !== undefined && numbersOf(section).includes(no)),
      ),
  );
}

function elsewhere(path: string, lotUid: string) {
  return refuseField('already_exists', path === '' ? 'lotUid' : `${path}.lotUid`, 'section_elsewhere', {
    lotUid,
  });
}

function unknownSection() {
  return refuseField('not_found', 'lotUid', 'unknown_section');
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
