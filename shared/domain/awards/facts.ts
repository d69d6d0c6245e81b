// What has to be known to determine a result: the section with its events, the ranking, until when, and whether the supplier is excluded.

import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { addWorkdays } from '#shared/kernel/workdays.ts';
import type { AwardFacts } from '#shared/rules/awards/facts.ts';
import { loadCalendar } from '../admin/load-calendar.ts';
import { loadSetting } from '../admin/settings.ts';
import { correctionsOf } from '../announcements/coverage.ts';
import { effectiveValues } from '../announcements/effective.ts';
import { invitedIn } from '../announcements/invitation.ts';
import { type Announcement, announcements } from '../announcements/model.ts';
import type { Values } from '../announcements/values.ts';
import { type Load, one, where } from '../load.ts';
import { courseClocks } from '../projects/events/clocks.ts';
import { evaluationInForce, eventInForce, isOfCourse } from '../projects/events/course.ts';
import { type SectionEvent, sectionEvents } from '../projects/events/model.ts';
import { gate } from '../projects/gates.ts';
import { type Project, projects, type Section, sections } from '../projects/model.ts';
import { planOf } from '../projects/plan-of-project.ts';
import { refusalBy } from '../projects/refusals.ts';
import { sameValue } from '../same-value.ts';
import { banOn, type Supplier, supplierIdOf, suppliers } from '../suppliers/model.ts';
import { type Award, type AwardContent, awards, type Candidate } from './model.ts';

export type Around = {
  readonly project: Project;
  readonly section: Section;
  /** Of the section. */
  readonly events: readonly SectionEvent[];
  readonly calendar: Calendar;
  /** The record of the winner, where there is one. */
  readonly supplier: Supplier | undefined;
  /** Those of the other members of a 联合体. */
  readonly members: readonly Supplier[];
  /** The notice says that no 联合体 is accepted. */
  readonly noConsortium: boolean;
  /** Of a section that was announced by invitation: who was invited; else null. */
  readonly invited: AwardFacts['invited'];
  /** The 采购人 has confirmed or returned a result of this course. */
  readonly spokenBefore: boolean;
  /** 采购方式适用情形 of the plan, where the plan is known here. */
  readonly methodReasonCode: string | null;
  readonly refuserBarredInTenders: boolean;
};

/** Undefined where section or project are not there. */
export function* loadAround(
  { sectionId, content }: Pick<Award, 'sectionId' | 'content'>,
  { now }: { readonly now: Instant },
): Load<Around | undefined> {
  const section = yield* one(sections, sectionId);
  const notice = section === undefined ? undefined : yield* noticeOf(section);
  const project = section === undefined ? undefined : yield* one(projects, section.projectId);
  if (section === undefined || project === undefined) return undefined;
  const events = yield* where(sectionEvents, { sectionId });
  const winner = winnerOf(content, rankingOf(content, section, events));
  const members: Supplier[] = [];
  for (const { uscc, name } of content.members) {
    const known = yield* supplierKnown(uscc, name);
    if (known !== undefined) members.push(known);
  }
  return {
    project,
    section,
    events,
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
    supplier: winner === undefined ? undefined : yield* supplierKnown(winner.uscc, winner.supplier),
    members,
    noConsortium: notice?.values['consortiumAllowed'] === false,
    invited: invitedBy(notice),
    spokenBefore: (yield* where(awards, { sectionId })).some((award) => isSpokenOf(award, section)),
    methodReasonCode: (yield* planOf(project))?.content.methodReasonCode ?? null,
    refuserBarredInTenders: yield* loadSetting('results.refuserBarredInTenders'),
  };
}

type Notice = { readonly type: Announcement['type']; readonly values: Values };

/** The notice in which the section stands, with what its corrections say of the section. */
function* noticeOf({ id, schedule }: Section): Load<Notice | undefined> {
  const notice = schedule === null ? undefined : yield* one(announcements, schedule.announcementId);
  if (notice === undefined) return undefined;
  const corrections = correctionsOf(notice, yield* where(announcements, { targetId: notice.id }));
  const own = corrections.filter(({ sectionIds }) => sectionIds.includes(id));
  return { type: notice.type, values: effectiveValues(notice.frozen?.values ?? {}, own) };
}

/** Null where it was no invitation. */
function invitedBy(notice: Notice | undefined): AwardFacts['invited'] {
  if (notice === undefined || !invitationTypes.has(notice.type)) return null;
  return invitedIn(notice.values).map(({ name, uscc }) => ({ name, uscc }));
}

/** The 采购人 has decided on a result of the same course, whatever became of it. */
function isSpokenOf({ noticeId, history }: Award, { schedule }: Section): boolean {
  return noticeId === schedule?.announcementId && hasSpoken(history);
}

export function hasSpoken(history: Award['history']): boolean {
  return history.some(({ role }) => role === 'purchaser_reviewer');
}

/** By its code, else by its name. */
export function* supplierKnown(uscc: string, name: string): Load<Supplier | undefined> {
  if (isValidUscc(uscc)) return yield* one(suppliers, supplierIdOf(uscc));
  const [known] = name === '' ? [] : yield* where(suppliers, { name });
  return known;
}

/** Of the evaluation in force, else as it was typed; by rank. */
export function rankingOf(
  { candidates }: Pick<AwardContent, 'candidates'>,
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
): readonly Candidate[] {
  const told = evaluationInForce(section, events)?.ranking ?? [];
  const all =
    told.length === 0 ? candidates : told.map(({ uscc, ...line }) => ({ ...line, uscc: uscc ?? '' }));
  return all.toSorted((a, b) => a.rank - b.rank);
}

export function winnerOf(
  { winner }: Pick<AwardContent, 'winner'>,
  ranking: readonly Candidate[],
): Candidate | undefined {
  return ranking.find(({ supplier }) => supplier === winner);
}

export function awardFacts(
  around: Around,
  { content, history = [] }: Pick<Award, 'content'> & Partial<Pick<Award, 'history'>>,
  now: Instant,
): AwardFacts {
  const { project, section, events, supplier } = around;
  const today = toPlainDate(now);
  const ranking = rankingOf(content, section, events);
  const evaluation = evaluationInForce(section, events);
  const due = dueOf(around);
  const member = bannedAmong({ supplier: undefined, members: around.members }, today);
  const ban = supplier === undefined ? undefined : banOn(supplier, today);
  return {
    content,
    ranking,
    suitable: suitableOf(around, ranking),
    method: project.method,
    methodReasonCode: around.methodReasonCode,
    refusal: refusalAmong(section, content, winnerOf(content, ranking)),
    refuserBarredInTenders: around.refuserBarredInTenders,
    // Its own result, once it is confirmed, is none that is in the way.
    evaluated: gate(section, 'determine', project).refused.every(({ kind }) => kind === 'section_has_result'),
    failed: evaluation?.outcome.result === 'failed',
    smeReserved: section.smeReserved,
    ceiling: section.ceiling ?? section.budget,
    due,
    reportDelivered: eventInForce(section, events, 'report_delivered') !== undefined,
    // Who determines by themselves receives no report.
    entrusted: project.agencyId !== null,
    evaluatedAgain: isEvaluatedAgain(section, events),
    knownName: supplier?.name ?? null,
    ban: ban === undefined ? null : { document: ban.document, until: ban.until },
    memberBan: member === undefined ? null : { ...member, name: member.supplier },
    rejected: evaluation?.rejected.map((each) => each.supplier) ?? [],
    untold: untoldOf(around, content),
    invited: around.invited,
    acceptsConsortium: around.noConsortium ? false : section.acceptsConsortium,
    silentAfter: silentAfter(around, due),
    hasSpoken: around.spokenBefore || hasSpoken(history),
    today,
  };
}

/** Whether who is to win, or a member of it, has won this before and refused to sign. */
function refusalAmong(
  { refusals }: Section,
  { members }: Pick<AwardContent, 'members'>,
  winner: Candidate | undefined,
): AwardFacts['refusal'] {
  const own = winner === undefined ? [] : [{ name: winner.supplier, uscc: winner.uscc }];
  for (const each of [...own, ...members]) {
    const refusal = refusalBy(refusals, each);
    if (refusal !== undefined) return { supplier: each.name, document: refusal.document };
  }
  return null;
}

/** A report may rank fewer than have met the requirements. */
function suitableOf({ section, events }: Around, ranking: readonly Candidate[]): number {
  const opening = eventInForce(section, events, 'opening')?.details;
  const bidders = opening?.of === 'opening' ? opening.bidders.length : 0;
  return Math.max(ranking.length, bidders - (evaluationInForce(section, events)?.rejected.length ?? 0));
}

/** Who has bid, and is neither ranked nor rejected nor a member of the 联合体 that wins. */
function untoldOf({ section, events }: Around, content: AwardContent): readonly string[] {
  const opening = eventInForce(section, events, 'opening')?.details;
  const bidders = opening?.of === 'opening' ? opening.bidders : [];
  const told = [
    ...rankingOf(content, section, events).map(({ supplier }) => supplier),
    ...(evaluationInForce(section, events)?.rejected.map(({ supplier }) => supplier) ?? []),
    ...content.members.map(({ name }) => name),
  ].map(normaliseName);
  return bidders.map(({ name }) => name).filter((name) => !told.includes(normaliseName(name)));
}

/** Who of winner and members is excluded on that day, and by which decision. */
export function bannedAmong(
  { supplier, members }: Pick<Around, 'supplier' | 'members'>,
  today: PlainDate,
): { readonly supplier: string; readonly document: string; readonly until: PlainDate } | undefined {
  for (const each of supplier === undefined ? members : [supplier, ...members]) {
    const ban = banOn(each, today);
    if (ban !== undefined) return { supplier: each.name, document: ban.document, until: ban.until };
  }
  return undefined;
}

/** The five working days, counted again from the day on which the 采购人 could read that the report was delivered. */
function silentAfter({ section, events, calendar }: Around, due: PlainDate | null): PlainDate | null {
  const ended = eventInForce(section, events, 'evaluation_ended');
  const report = eventInForce(section, events, 'report_delivered');
  const delivered = report ?? ended;
  if (due === null || delivered === undefined) return null;
  // What was delivered before the evaluation in force is the report of another one.
  if (report !== undefined && ended !== undefined && report.at < ended.at) return null;
  const known = addWorkdays(toPlainDate(delivered.recordedAt), 5, calendar).date;
  return due > known ? due : known;
}

export function dueOf(around: Pick<Around, 'project' | 'section' | 'events' | 'calendar'>): PlainDate | null {
  const clock = courseClocks(around.project, around.section, around.events, around.calendar);
  return clock.find(({ kind }) => kind === 'winner_determined')?.explanation.result.date ?? null;
}

/** The centre has told of more than one evaluation of this course, and they rank otherwise. */
function isEvaluatedAgain(section: Section, events: readonly SectionEvent[]): boolean {
  const order = (event: SectionEvent) =>
    event.details?.of === 'evaluation'
      ? event.details.ranking.map(({ supplier, rank }) => `${rank} ${supplier}`).toSorted()
      : [];
  const [first, ...more] = events
    .filter((event) => event.kind === 'evaluation_ended' && event.source === 'centre')
    .filter((event) => isOfCourse(section, event))
    .map(order);
  return more.some((each) => !sameValue(each, first));
}
