// An announcement as it stands: what was typed laid over what is known, its title, and everything the rules say of it. The form asks at every
// change, the submission and the publication ask once more; all three get the same answer from the same facts.

import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type LocalTime, toPlainDate } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { readTelephones } from '#shared/kernel/telephone.ts';
import {
  type AnnouncementRuleFacts,
  type Contradictions,
  noContradictions,
} from '#shared/rules/announcement-facts.ts';
import { checkAnnouncementRules } from '#shared/rules/announcement-rules.ts';
import {
  checkDeadlines,
  displayUntil,
  type EarliestLawful,
  earliestLawful,
} from '#shared/rules/deadlines/check.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';
import type { DeadlineFacts } from '#shared/rules/deadlines/facts.ts';
import { type DeadlineSettings, defaultDeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { asLastPushed } from '../projects/arrival.ts';
import { winnerRefused } from '../projects/refusals.ts';
import { contradictionsOf } from './contradictions.ts';
import { type Corrected, idleLines, withWords } from './correction-lines.ts';
import { choosableSections, correctionsOf, isNotice, noticeTypes, roundOf, stagesOf } from './coverage.ts';
import { datesOf, eventFields, eventsOf, fieldOfEvent } from './dates.ts';
import { effectiveValues, linesOf } from './effective.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { fieldsOf, isEmpty, textIn, valueAt } from './field-values.ts';
import { standingOfSections } from './fill-in/earlier.ts';
import { ceilingOf } from './fill-in/project.ts';
import { type Filled, fillIn, withTyped } from './fill-in.ts';
import { invitationFacts, linesAboutInvited, recommendationFacts } from './invitation.ts';
import { fitsMessage } from './messages.ts';
import { type Announcement, type AnnouncementTypeCode, isPublished } from './model.ts';
import { missingFields } from './parse-values.ts';
import { policyFacts } from './policies.ts';
import { datesOfSection } from './publication.ts';
import { apartFromRecord } from './record-fields.ts';
import type { PublishingModule } from './template.ts';
import { templateOf } from './templates/index.ts';
import { reasonIn } from './termination.ts';
import { titleOf } from './title.ts';
import type { Values } from './values.ts';

export type Draft = Pick<Announcement, 'type' | 'sectionIds' | 'content'>;
export type Composed = {
  readonly generated: Filled;
  /** Every field's value. */
  readonly values: Values;
  readonly title: string;
  readonly round: number;
  readonly findings: readonly Finding[];
};

export function compose(facts: AnnouncementFacts, draft: Draft): Composed {
  const generated = fillIn(facts.template, facts, draft.content);
  const values = inWords(facts, withTyped(facts.template, generated.values, draft.content));
  const round = facts.target?.round ?? (noticeTypes.has(draft.type) ? roundOf(draft.sectionIds, facts) : 1);
  return {
    generated,
    values,
    round,
    title: titleOf(facts.template, values, { method: facts.project?.method ?? null, round }),
    findings: findingsOf(facts, draft, values),
  };
}

/** What is published word for word: of a correction, what its lines do is what they say. */
export function inWords(facts: AnnouncementFacts, values: Values): Values {
  const corrected = correctedOf(facts);
  return corrected === undefined ? values : withWords(values, corrected);
}

export function findingsOf(facts: AnnouncementFacts, draft: Draft, values: Values): readonly Finding[] {
  const { calendar } = facts;
  const periods = checkDeadlines(deadlineFacts(facts, values), calendar, settingsOf(facts));
  return [
    ...checkAnnouncementRules(ruleFacts(facts, draft, values)).map((finding) => ({
      ...finding,
      paths: finding.paths.map((field) => lineOf(facts, values, field) ?? field),
    })),
    ...periods.map((finding) => ({
      ...finding,
      paths: finding.paths.map((event) => pathOf(facts, values, event)),
    })),
  ];
}

export type EarliestOfField = EarliestLawful & { readonly field: string };

/** For each field that sets a day on which a period bears, the first lawful one. Of a correction: the fields of the corrected notice. */
export function earliestOf(facts: AnnouncementFacts, values: Values): readonly EarliestOfField[] {
  const asked = deadlineFacts(facts, values);
  return eventFields(datedType(facts)).flatMap(({ field, event }) => {
    const earliest = earliestLawful(event, asked, facts.calendar, settingsOf(facts));
    return earliest === undefined ? [] : [{ field, ...earliest }];
  });
}

/** 公告期限 if it were published today. */
export function displayOf(facts: AnnouncementFacts): DeadlineExplanation | undefined {
  const { type } = facts.template;
  const asked = { type, method: methodOf(facts), values: { published: facts.today } };
  return displayUntil(asked, facts.calendar, settingsOf(facts));
}

/** Of a correction: what the corrected announcement says now; undefined for the others. */
export function correctedNow(facts: AnnouncementFacts): Values | undefined {
  return correctedOf(facts)?.now;
}

function correctedOf(facts: AnnouncementFacts): Corrected | undefined {
  const { template: own, target } = facts;
  if (!correctionTypes.has(own.type) || target === undefined || !isPublished(target)) return undefined;
  const template = templateOf(target.type, target.templateVersion);
  return template === undefined ? undefined : { template, now: standingOfSections(target, template, facts) };
}

/** The corrected notice as it would be with this correction; undefined for what is no correction. */
function correctedValues(facts: AnnouncementFacts, values: Values): Values | undefined {
  const now = correctedNow(facts);
  return now === undefined ? undefined : effectiveValues(now, [{ frozen: { values } }]);
}

/** The type whose fields set the days: of a correction, the corrected one. */
function datedType({ template, target }: AnnouncementFacts): AnnouncementTypeCode {
  return correctionTypes.has(template.type) && target !== undefined ? target.type : template.type;
}

function deadlineFacts(facts: AnnouncementFacts, values: Values): DeadlineFacts {
  const { template, target, today } = facts;
  const method = methodOf(facts);
  const corrected = correctedValues(facts, values);
  if (corrected === undefined || target?.publishedAt == null) {
    return { type: template.type, method, values: { ...eventsOf(template.type, values), published: today } };
  }
  return {
    type: template.type,
    method,
    values: {
      ...eventsOf(target.type, corrected),
      published: toPlainDate(target.publishedAt),
      correctionPublished: today,
    },
    conditions:
      values['affectsBids'] === false && !comesEarlier(facts, corrected) ? ['immaterialCorrection'] : [],
  };
}

/** Whatever the clerk says of it, less time to prepare concerns everybody. */
function comesEarlier(facts: AnnouncementFacts, corrected: Values): boolean {
  const type = datedType(facts);
  const before = datesOf(type, correctedNow(facts) ?? {}).deadline;
  const after = datesOf(type, corrected).deadline;
  return before !== null && (after === null || after < before);
}

/** Where a finding on an event is shown: the field that sets it, or the line that corrects that field. */
function pathOf(facts: AnnouncementFacts, values: Values, event: string): string {
  const field = fieldOfEvent(datedType(facts), event) ?? event;
  if (!correctionTypes.has(facts.template.type)) return field;
  return lineOf(facts, values, field) ?? 'corrections';
}

/** Of a correction: the line about a field of the corrected announcement, where there is one. */
function lineOf({ template }: AnnouncementFacts, values: Values, field: string): string | undefined {
  if (!correctionTypes.has(template.type) || fieldsOf(template).some(({ key }) => key === field))
    return undefined;
  const index = linesOf(values).findIndex((line) => line.field === field);
  return index === -1 ? undefined : `corrections.${index}.after`;
}

/** Modules whose announcements are about sections of a project. */
const ofSections: ReadonlySet<PublishingModule> = new Set(['announcements', 'awards', 'award-changes']);

function ruleFacts(facts: AnnouncementFacts, draft: Draft, values: Values): AnnouncementRuleFacts {
  const { template, target, allSections, sections, today } = facts;
  const notice = isNotice(draft);
  const corrected = correctedOf(facts);
  const setsCeiling = linesOf(values).some(({ field }) => field === 'ceilingPrice');
  const after = correctedValues(facts, values) ?? values;
  return {
    type: draft.type,
    today,
    missing: missingFields(template, values, facts),
    badPhones: fieldsOf(template)
      .filter(({ kind, key }) => kind === 'phone' && !isEmpty(valueAt(values, key)))
      .filter(({ key }) => readTelephones(textIn(valueAt(values, key))).unread.length > 0)
      .map(({ key }) => key),
    reason: draft.type === 'TERMINATION' ? (reasonIn(values)?.code ?? null) : null,
    failedBefore: draft.type === 'TERMINATION' && sections.some(({ status }) => status === 'failed'),
    method: methodOf(facts),
    stages: stagesOf(sections, facts.now) ?? null,
    winnersRefused: sections.every(winnerRefused),
    sectionsDeadline: latest(sections.map(({ schedule }) => schedule?.deadline ?? null)),
    sectionsOpening: latest(sections.map(({ schedule }) => schedule?.opening ?? schedule?.deadline ?? null)),
    needsSections: ofSections.has(template.module) && draft.type !== 'INTENTION',
    sectionIds: draft.sectionIds,
    choosable: choosableSections(draft.type, allSections, target, facts.project).map(({ id }) => id),
    budget: amountOf(after['budgetAmount']),
    // Where the centre lowers a budget alone, its correction is not held up for the ceiling.
    ceiling: corrected === undefined || setsCeiling ? amountOf(after['ceilingPrice']) : null,
    sectionsBudget: notice && sections.length > 0 ? sumFen(sections.map(({ budget }) => budget)) : null,
    sectionsCeiling: notice ? (ceilingOf(sections) ?? null) : null,
    ...datesOf(datedType(facts), after),
    deadlineField: fieldOfEvent(datedType(facts), 'deadline') ?? 'submitDeadline',
    aboutInvited: linesAboutInvited(facts, values),
    idleCorrections: corrected === undefined ? [] : idleLines(values, corrected),
    datesApart: datesApart(facts, values),
    apartFromRecord: apartFromRecord(template, fillIn(template, facts, draft.content).values, values),
    correctsResult: correctionTypes.has(draft.type) && values['correctedItem'] === 'RESULT',
    ...policyFacts(facts, values),
    fits: fitsMessage(values),
    apart:
      notice && sections.length > 0 ? contradictionsOf(facts, values) : contradictionsAfter(facts, values),
    consortium: typeof after['consortiumAllowed'] === 'boolean' ? after['consortiumAllowed'] : null,
    inviteRule: typeof values['inviteRule'] === 'string' ? values['inviteRule'] : null,
    invitation: invitationFacts(facts, values),
    recommendation: recommendationFacts(facts, values),
  };
}

/**
 * What a correction would make the notice say against its sections, of the fields that it corrects: all else was published, and the centre may still
 * push what settles it.
 */
function contradictionsAfter(facts: AnnouncementFacts, values: Values): Contradictions {
  const { target, allSections, sections } = facts;
  const after = correctedValues(facts, values);
  if (after === undefined || target === undefined || !isNotice(target)) return noContradictions;
  const touched = new Set(linesOf(values).map(({ field }) => field));
  const told = allSections
    .filter(({ schedule }) => schedule?.announcementId === target.id)
    .map((section) => (sections.some(({ id }) => id === section.id) ? asLastPushed(section) : section));
  const found = contradictionsOf({ ...facts, sections: told }, after);
  // Of sections that have ended or were announced again meanwhile, its text still tells.
  const whole = told.length === target.sectionIds.length;
  const ofTouched = (fields: readonly string[]) => fields.filter((field) => touched.has(field));
  return {
    ...noContradictions,
    consortium: touched.has('consortiumAllowed') ? found.consortium : null,
    wordsOnReserve: ofTouched(found.wordsOnReserve),
    unsaidReserve: touched.has('policyQualification') ? found.unsaidReserve : [],
    openReserve: ofTouched(found.openReserve),
    linesApart: whole ? ofTouched(found.linesApart) : [],
  };
}

/** Whether the sections of a correction would have different days after it: then each needs one of its own. */
function datesApart(facts: AnnouncementFacts, values: Values): boolean {
  const { template, target, announcements, sections } = facts;
  if (!correctionTypes.has(template.type) || target === undefined || !isPublished(target)) return false;
  const corrections = correctionsOf(target, announcements);
  const after = sections.map(({ id }) =>
    canonicalJson(datesOfSection(target, [...corrections, { sectionIds: [id], frozen: { values } }], id)),
  );
  return new Set(after).size > 1;
}

function latest(times: readonly (LocalTime | null)[]): LocalTime | null {
  return times.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)).at(-1) ?? null;
}

function amountOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function methodOf({ project, plan }: AnnouncementFacts): string {
  return project?.method ?? plan?.content.method ?? '';
}

function settingsOf({ settings }: AnnouncementFacts): DeadlineSettings {
  return {
    ...defaultDeadlineSettings,
    countPublicationDay: settings.countPublicationDay,
    extraDay: settings.extraDay ? 1 : 0,
  };
}
