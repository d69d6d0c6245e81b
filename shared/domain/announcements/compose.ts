// An announcement as it stands: what was typed laid over what is known, its title, and everything the rules say of it. The form asks at every
// change, the submission and the publication ask once more; all three get the same answer from the same facts.

import { toPlainDate } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { isPhone } from '#shared/kernel/text.ts';
import type { AnnouncementRuleFacts } from '#shared/rules/announcement-facts.ts';
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
import { choosableSections, isNotice, noticeTypes, roundOf } from './coverage.ts';
import { datesOf, eventFields, eventsOf, fieldOfEvent } from './dates.ts';
import { effectiveValues, linesOf } from './effective.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { fieldsOf, isEmpty, textIn, valueAt } from './field-values.ts';
import { type Filled, fillIn, withTyped } from './fill-in.ts';
import { fitsMessage } from './messages.ts';
import {
  type Announcement,
  type AnnouncementTypeCode,
  isPublished,
  type PublishedAnnouncement,
} from './model.ts';
import { missingFields } from './parse-values.ts';
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
  const values = withTyped(facts.template, generated.values, draft.content);
  const round = noticeTypes.has(draft.type)
    ? roundOf(draft.sectionIds, facts.announcements)
    : (facts.target?.round ?? 1);
  return {
    generated,
    values,
    round,
    title: titleOf(facts.template, values, { method: facts.project?.method ?? null, round }),
    findings: findingsOf(facts, draft, values),
  };
}

export function findingsOf(facts: AnnouncementFacts, draft: Draft, values: Values): readonly Finding[] {
  const { calendar } = facts;
  const periods = checkDeadlines(deadlineFacts(facts, values), calendar, settingsOf(facts));
  return [
    ...checkAnnouncementRules(ruleFacts(facts, draft, values)),
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

/** Corrections of an announcement that are in force, in the order of their publication. */
export function correctionsOf(
  target: Announcement | undefined,
  others: readonly Announcement[],
): readonly PublishedAnnouncement[] {
  return others
    .filter(isPublished)
    .filter(({ type, status, targetId }) => {
      return (
        type === 'CORRECTION' && status === 'published' && target !== undefined && targetId === target.id
      );
    })
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
}

/** Of a correction: what the corrected announcement says now; undefined for the others. */
export function correctedNow({ template, target, announcements }: AnnouncementFacts): Values | undefined {
  if (template.type !== 'CORRECTION' || target === undefined || !isPublished(target)) return undefined;
  return effectiveValues(target.frozen.values, correctionsOf(target, announcements));
}

/** The corrected notice as it would be with this correction; undefined for what is no correction. */
function correctedValues(facts: AnnouncementFacts, values: Values): Values | undefined {
  const now = correctedNow(facts);
  return now === undefined ? undefined : effectiveValues(now, [{ frozen: { values } }]);
}

/** The type whose fields set the days: of a correction, the corrected one. */
function datedType({ template, target }: AnnouncementFacts): AnnouncementTypeCode {
  return template.type === 'CORRECTION' && target !== undefined ? target.type : template.type;
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
    conditions: values['affectsBids'] === false ? ['immaterialCorrection'] : [],
  };
}

/** Where a finding on an event is shown: the field that sets it, or the line that corrects that field. */
function pathOf(facts: AnnouncementFacts, values: Values, event: string): string {
  const field = fieldOfEvent(datedType(facts), event) ?? event;
  if (facts.template.type !== 'CORRECTION') return field;
  const index = linesOf(values).findIndex((line) => line.field === field);
  return index === -1 ? 'corrections' : `corrections.${index}.after`;
}

function ruleFacts(facts: AnnouncementFacts, draft: Draft, values: Values): AnnouncementRuleFacts {
  const { template, target, allSections, sections, today } = facts;
  const notice = isNotice(draft);
  const dates = datesOf(datedType(facts), correctedValues(facts, values) ?? values);
  return {
    type: draft.type,
    today,
    missing: missingFields(template, values, facts),
    badPhones: fieldsOf(template)
      .filter(({ kind, key }) => kind === 'phone' && !isEmpty(valueAt(values, key)))
      .filter(({ key }) => !isPhone(textIn(valueAt(values, key))))
      .map(({ key }) => key),
    needsSections: template.module === 'announcements' && draft.type !== 'INTENTION',
    sectionIds: draft.sectionIds,
    choosable: choosableSections(draft.type, allSections, target).map(({ id }) => id),
    budget: amountOf(values['budgetAmount']),
    ceiling: amountOf(values['ceilingPrice']),
    sectionsBudget: notice && sections.length > 0 ? sumFen(sections.map(({ budget }) => budget)) : null,
    ...dates,
    deadlineField: fieldOfEvent(datedType(facts), 'deadline') ?? 'submitDeadline',
    idleCorrections:
      draft.type === 'CORRECTION'
        ? linesOf(values).flatMap(({ before, after }, index) =>
            before.trim() === after.trim() ? [index] : [],
          )
        : [],
    correctsResult: draft.type === 'CORRECTION' && values['correctedItem'] === 'RESULT',
    fits: fitsMessage(values),
  };
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
