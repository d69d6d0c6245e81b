// 登记事项 and 撤销登记: what unit or agency know of a section's course. Each side writes down its own and withdraws its own; what the trading centre has
// said nobody here takes back.
import { z } from 'zod';
import { instantSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { checkSectionEvent } from '#shared/rules/section-event-rules.ts';
import type { Actor, Role } from '../../actor.ts';
import { type Change, type Ctx, command, put } from '../../command.ts';
import { mostInReason, reason, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { withStep } from '../../history.ts';
import { type Load, one, where } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { acknowledged, warningsShape } from '../../step.ts';
import { mayActOnProject } from '../access.ts';
import { eventInForce, movedByEvents } from '../events/course.ts';
import { eventFacts } from '../events/facts.ts';
import {
  type EventKind,
  enteredKinds,
  eventKinds,
  type SectionEvent,
  sectionEvents,
} from '../events/model.ts';
import { carriedOut, evaluatedAfter, notCarriedOut } from '../holds.ts';
import { isAnnounced, type Project, projects, type Section, sections } from '../model.ts';
import { resultOf } from '../result.ts';

const recorders = ['purchaser_clerk', 'purchaser_reviewer', 'agency'] as const satisfies readonly Role[];

/** In whose name the actor writes events down. */
export function sourceOf({ role }: Actor): 'purchaser' | 'agency' {
  return role === 'agency' ? 'agency' : 'purchaser';
}

/** Whether events of the section may be written down: once it was announced, until it is cancelled. */
export function takesEvents(section: Section): boolean {
  return isAnnounced(section) && section.schedule !== null;
}

/** Written with a result; beside it nobody enters them by hand. */
const ofResult: ReadonlySet<EventKind> = new Set(['winner_determined', 'notice_issued']);

type Made = Pick<SectionEvent, 'id' | 'noticeId' | 'round' | 'kind' | 'note'>;

/** What happens with a step of a result, written down by that step. */
export function eventMade(section: Section, made: Made, action: string, ctx: Ctx): SectionEvent {
  return {
    ...partsOf(section),
    ...made,
    at: ctx.now,
    source: sourceOf(ctx.actor),
    file: null,
    details: null,
    acknowledgedWarnings: [],
    recordedAt: ctx.now,
    platformVersion: null,
    pushedAt: null,
    withdrawal: null,
    history: withStep([], ctx, action, ''),
  };
}

export const recordEvent = command({
  name: 'sectionEvents.record',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    sectionId: idSchema,
    /** The notice that the section stood in when it was entered: meanwhile it may have been announced anew. */
    noticeId: idSchema,
    kind: z.enum(eventKinds),
    at: instantSchema,
    note: text(mostInReason).default(''),
    file: fileSchema.nullable().default(null),
    ...warningsShape,
  }),
  access: {
    roles: recorders,
    record: isParty,
  },
  *load({ id, sectionId }): Load<Around & { readonly existing: SectionEvent | undefined }> {
    return { existing: yield* one(sectionEvents, id), ...(yield* sectionWithEvents(sectionId)) };
  },
  decide({ existing, section, project, events }, input, ctx) {
    if (section === undefined || project === undefined) return refuse('not_found');
    if (existing !== undefined) return refuse('already_exists', { params: { id: input.id } });
    const { id, kind, at, note, file } = input;
    if (section.schedule === null || !takesEvents(section)) {
      return refuseField('wrong_state', 'sectionId', 'section_not_announced', { status: section.status });
    }
    const { announcementId: noticeId, round } = section.schedule;
    if (ofResult.has(kind) && resultOf(section) !== undefined) {
      return refuseField('wrong_state', 'kind', 'result_stands_on_it');
    }
    if (!enteredKinds.includes(kind)) return refuseField('wrong_state', 'kind', 'result_missing');
    if (input.noticeId !== noticeId) return refuseField('stale', 'sectionId', 'section_announced_anew');
    const found = checkSectionEvent(eventFacts({ kind, at }, project.method, section, events, ctx.now));
    const read = acknowledged(found, input.acknowledged);
    if (!read.ok) return read;
    const event: SectionEvent = {
      ...partsOf(section),
      ...{ id, noticeId, round, kind, at, note, file },
      acknowledgedWarnings: [...read.value.acknowledgedWarnings],
      source: sourceOf(ctx.actor),
      details: null,
      recordedAt: ctx.now,
      platformVersion: null,
      pushedAt: null,
      withdrawal: null,
      history: withStep([], ctx, 'sectionEvents.record', note),
    };
    return ok(withEvents(section, events, [event]));
  },
});

export const withdrawEvent = command({
  name: 'sectionEvents.withdraw',
  authority: 'local',
  input: z.strictObject({ id: idSchema, reason }),
  access: {
    roles: recorders,
    record: isOwnSide,
  },
  *load({ id }): Load<AroundEvent> {
    const event = yield* one(sectionEvents, id);
    if (event === undefined) return { event, section: undefined, project: undefined, events: [] };
    return { event, ...(yield* sectionWithEvents(event.sectionId)) };
  },
  decide({ event, section, events }, input, ctx) {
    if (event === undefined || section === undefined) return refuse('not_found');
    if (event.withdrawal !== null) return refuseField('wrong_state', 'id', 'event_withdrawn');
    if (event.history[0]?.action !== 'sectionEvents.record' && event.source !== 'centre') {
      return refuseField('wrong_state', 'id', 'result_stands_on_it');
    }
    const withdrawn: SectionEvent = {
      ...event,
      withdrawal: { reason: input.reason, at: ctx.now, name: ctx.actor.name },
      history: withStep(event.history, ctx, 'sectionEvents.withdraw', input.reason),
    };
    return ok(withEvents(section, events, [withdrawn]));
  },
});

type Around = {
  readonly section: Section | undefined;
  readonly project: Project | undefined;
  /** All of the section. */
  readonly events: readonly SectionEvent[];
};

function isParty(actor: Actor, { project }: Around): boolean {
  return project !== undefined && mayActOnProject(actor, project);
}

type AroundEvent = Around & { readonly event: SectionEvent | undefined };

function isOwnSide(actor: Actor, state: AroundEvent): boolean {
  return isParty(actor, state) && state.event?.source === sourceOf(actor);
}

function* sectionWithEvents(sectionId: string): Load<Around> {
  const section = yield* one(sections, sectionId);
  if (section === undefined) return { section, project: undefined, events: [] };
  return {
    section,
    project: yield* one(projects, section.projectId),
    events: yield* where(sectionEvents, { sectionId }),
  };
}

/** What an event repeats of its section. */
export function partsOf(section: Section) {
  const { id: sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode } = section;
  return { sectionId, projectId, purchaserId, purchaserName, agencyId, regionCode };
}

/** The events, and the section as it is with them. */
export function withEvents(
  section: Section,
  before: readonly SectionEvent[],
  changed: readonly SectionEvent[],
): readonly Change[] {
  const others = before.filter(({ id }) => changed.every((event) => event.id !== id));
  const all = [...others, ...changed];
  const held = notEvaluated(section, changed);
  const moved = evaluatedAnew(movedByEvents(held, all) ?? held, all);
  const events = changed.map((event) => put(sectionEvents, event));
  return sameValue(moved, section) ? events : [...events, put(sections, moved)];
}

/** An evaluation that was withdrawn lets go of nothing; what the result of now does for itself stays done. */
function notEvaluated(section: Section, changed: readonly SectionEvent[]): Section {
  const result = resultOf(section);
  const restored = changed
    .filter(({ kind, withdrawal }) => kind === 'evaluation_ended' && withdrawal !== null)
    .reduce((before, { recordedAt }) => notCarriedOut(before, recordedAt), section);
  return restored === section || result === undefined
    ? restored
    : carriedOut(restored, result.supplierName, result.determinedAt);
}

/** Where no result is published yet, another evaluation is what an upheld 质疑 leads to. */
function evaluatedAnew(section: Section, events: readonly SectionEvent[]): Section {
  const ended = eventInForce(section, events, 'evaluation_ended');
  if (ended === undefined || (resultOf(section)?.announcementId ?? null) !== null) return section;
  return evaluatedAfter(section, ended.at, ended.recordedAt);
}
