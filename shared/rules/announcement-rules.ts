// The rules of an announcement that are no statutory periods (those are in deadlines/): whole, about sections that may be announced, with
// amounts and days that fit each other.
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { type AnnouncementRuleFacts, exampleAnnouncement as example } from './announcement-facts.ts';
import {
  correctedInvitationRules,
  invitationRules,
  recommendationRules,
} from './announcement-invitations.ts';
import { announcementPolicyRules } from './announcement-policies.ts';
import { check, type Finding, pathRule, type Rule } from './engine.ts';
import { terminationRules } from './termination-rules.ts';

type Facts = AnnouncementRuleFacts;
const facts = (parts: Partial<Facts>): Facts => ({ ...example, ...parts });
const apart = (parts: Partial<Facts['apart']>): Facts['apart'] => ({ ...example.apart, ...parts });

type SectionNumbers =
  | 'overPlan'
  | 'underPlan'
  | 'otherPackage'
  | 'otherCatalogue'
  | 'otherEvaluation'
  | 'otherReserve'
  | 'noConsortium';

/** The trading centre says another thing of some sections than the plan: only the plan or the centre can be put right. */
function ofSections(
  id: string,
  article: string,
  severity: Rule<Facts>['severity'],
  key: SectionNumbers,
): Rule<Facts> {
  return {
    id,
    article,
    severity,
    fields: ['sectionIds'],
    appliesTo: () => true,
    holds: ({ apart: { [key]: numbers } }) => numbers.length === 0,
    params: ({ apart: { [key]: numbers } }) => ({ numbers: numbers.join('、') }),
    examples: { passing: [example], failing: [facts({ apart: apart({ [key]: ['B'] }) })] },
  };
}

export const announcementRules: readonly Rule<Facts>[] = [
  {
    id: 'announcement.sections_chosen',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ needsSections }) => needsSections,
    holds: ({ sectionIds }) => sectionIds.length > 0,
    examples: { passing: [example], failing: [facts({ sectionIds: [] })] },
  },
  {
    id: 'announcement.sections_free',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ needsSections }) => needsSections,
    holds: ({ sectionIds, choosable }) => sectionIds.every((id) => choosable.includes(id)),
    examples: { passing: [example], failing: [facts({ sectionIds: ['a', 'c'] })] },
  },
  pathRule({
    id: 'announcement.required',
    article: 'system',
    severity: 'error',
    broken: ({ missing }) => missing,
    examples: { passing: [example], failing: [facts({ missing: ['docPlace'] })] },
  }),
  ...terminationRules,
  ...invitationRules,
  ...correctedInvitationRules,
  ...recommendationRules,
  pathRule({
    id: 'announcement.phone',
    article: 'system',
    severity: 'warning',
    broken: ({ badPhones }) => badPhones,
    examples: { passing: [example], failing: [facts({ badPhones: ['contactPhone'] })] },
  }),
  {
    // 条例 art 30: the budget is published in the document.
    id: 'announcement.budget',
    article: 'regulation/30',
    severity: 'error',
    fields: ['budgetAmount'],
    appliesTo: ({ budget }) => budget !== null,
    holds: ({ budget }) => budget !== null && budget > 0,
    examples: { passing: [example], failing: [facts({ budget: 0 })] },
  },
  {
    id: 'announcement.budget_sections',
    article: 'regulation/30',
    severity: 'error',
    fields: ['budgetAmount'],
    appliesTo: ({ budget, sectionsBudget }) => budget !== null && sectionsBudget !== null,
    holds: ({ budget, sectionsBudget }) => budget === sectionsBudget,
    params: ({ budget, sectionsBudget }) => ({ budget, sum: sectionsBudget }),
    examples: { passing: [example], failing: [facts({ budget: 90_000_00 })] },
  },
  ofSections('announcement.section_over_plan', 'law/6', 'error', 'overPlan'),
  ofSections('announcement.section_under_plan', 'law/6', 'warning', 'underPlan'),
  ofSections('announcement.section_package', 'system', 'error', 'otherPackage'),
  ofSections('announcement.section_catalogue', 'caiku-2022-31', 'error', 'otherCatalogue'),
  // The document says which one is used; that it is not the one that was filed, somebody answers for.
  ofSections('announcement.section_evaluation', 'system', 'warning', 'otherEvaluation'),
  ofSections('announcement.section_reserved', 'caiku-2020-46/8', 'error', 'otherReserve'),
  ofSections('announcement.section_consortium', 'caiku-2020-46/8', 'error', 'noConsortium'),
  {
    id: 'announcement.consortium',
    article: 'law/24',
    severity: 'error',
    fields: ['consortiumAllowed'],
    appliesTo: ({ consortium, apart }) => consortium !== null && apart.consortium !== null,
    holds: ({ consortium, apart }) => consortium === apart.consortium,
    params: ({ apart }) => ({ demanded: apart.consortium }),
    examples: {
      passing: [facts({ consortium: true, apart: apart({ consortium: true }) })],
      failing: [facts({ consortium: false, apart: apart({ consortium: true }) })],
    },
  },
  pathRule({
    id: 'announcement.reserve_words',
    article: 'caiku-2020-46/12',
    severity: 'error',
    broken: ({ apart: { wordsOnReserve } }) => wordsOnReserve,
    examples: {
      passing: [example],
      failing: [facts({ apart: apart({ wordsOnReserve: ['policyQualification'] }) })],
    },
  }),
  {
    id: 'announcement.reserve_unsaid',
    article: 'caiku-2020-46/12',
    severity: 'error',
    fields: ['policyQualification'],
    appliesTo: () => true,
    holds: ({ apart: { unsaidReserve } }) => unsaidReserve.length === 0,
    params: ({ apart: { unsaidReserve } }) => ({ numbers: unsaidReserve.join('、') }),
    examples: { passing: [example], failing: [facts({ apart: apart({ unsaidReserve: ['B'] }) })] },
  },
  pathRule({
    id: 'announcement.reserve_open',
    article: 'caiku-2020-46/12',
    severity: 'error',
    broken: ({ apart: { openReserve } }) => openReserve,
    examples: { passing: [example], failing: [facts({ apart: apart({ openReserve: ['requirement'] }) })] },
  }),
  pathRule({
    id: 'announcement.section_lines',
    article: 'system',
    severity: 'error',
    broken: ({ apart: { linesApart } }) => linesApart,
    examples: { passing: [example], failing: [facts({ apart: apart({ linesApart: ['requirement'] }) })] },
  }),
  {
    id: 'announcement.ceiling',
    article: 'order87/12',
    severity: 'error',
    fields: ['ceilingPrice'],
    appliesTo: ({ budget, ceiling }) => budget !== null && ceiling !== null,
    holds: ({ budget, ceiling }) => budget !== null && ceiling !== null && ceiling <= budget,
    params: ({ budget }) => ({ budget }),
    examples: { passing: [facts({ ceiling: 100_000_00 })], failing: [facts({ ceiling: 100_000_01 })] },
  },
  {
    id: 'announcement.ceiling_sections',
    article: 'order87/12',
    severity: 'error',
    fields: ['ceilingPrice'],
    appliesTo: ({ ceiling, sectionsCeiling }) => ceiling !== null && sectionsCeiling !== null,
    holds: ({ ceiling, sectionsCeiling }) => ceiling === sectionsCeiling,
    params: ({ ceiling, sectionsCeiling }) => ({ ceiling, sum: sectionsCeiling }),
    examples: {
      passing: [facts({ ceiling: 90_000_00, sectionsCeiling: 90_000_00 })],
      failing: [facts({ ceiling: 80_000_00, sectionsCeiling: 90_000_00 })],
    },
  },
  {
    id: 'announcement.documents_order',
    article: 'system',
    severity: 'error',
    fields: ['docTo'],
    appliesTo: ({ documentsFrom, documentsUntil }) => documentsFrom !== null && documentsUntil !== null,
    holds: ({ documentsFrom, documentsUntil }) => (documentsFrom ?? '') <= (documentsUntil ?? ''),
    examples: { passing: [example], failing: [facts({ documentsUntil: '2026-03-02' })] },
  },
  {
    id: 'announcement.documents_past',
    article: 'system',
    severity: 'error',
    fields: ['docFrom'],
    appliesTo: ({ type, documentsFrom }) => !correctionTypes.has(type) && documentsFrom !== null,
    holds: ({ documentsFrom, today }) => (documentsFrom ?? '') >= today,
    params: ({ today }) => ({ today }),
    examples: { passing: [example], failing: [facts({ documentsFrom: '2026-03-01' })] },
  },
  {
    id: 'announcement.documents_until',
    article: 'system',
    severity: 'error',
    fields: ['docTo'],
    appliesTo: ({ documentsUntil, deadline }) => documentsUntil !== null && deadline !== null,
    holds: ({ documentsUntil, deadline }) => (documentsUntil ?? '') <= (deadline ?? '').slice(0, 10),
    examples: { passing: [example], failing: [facts({ documentsUntil: '2026-03-25' })] },
  },
  pathRule({
    id: 'announcement.deadline_past',
    article: 'system',
    severity: 'error',
    broken: ({ deadline, deadlineField, today }) =>
      deadline !== null && deadline.slice(0, 10) <= today ? [deadlineField] : [],
    examples: { passing: [example], failing: [facts({ deadline: '2026-03-02T09:00' })] },
  }),
  {
    id: 'announcement.opening',
    article: 'system',
    severity: 'error',
    fields: ['openTime'],
    appliesTo: ({ opening, deadline }) => opening !== null && deadline !== null,
    holds: ({ opening, deadline }) => (opening ?? '') >= (deadline ?? ''),
    examples: { passing: [example], failing: [facts({ opening: '2026-03-24T08:59' })] },
  },
  pathRule({
    id: 'announcement.correction_idle',
    article: 'system',
    severity: 'error',
    broken: ({ idleCorrections }) => idleCorrections.map((index) => `corrections.${index}`),
    examples: { passing: [example], failing: [facts({ type: 'CORRECTION', idleCorrections: [0] })] },
  }),
  {
    // What is said of several sections at once must hold for each of them.
    id: 'announcement.dates_apart',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ type }) => correctionTypes.has(type),
    holds: ({ datesApart }) => !datesApart,
    examples: {
      passing: [facts({ type: 'CORRECTION' })],
      failing: [facts({ type: 'CORRECTION', datesApart: true })],
    },
  },
  {
    // A published result is changed only after 中标结果变更备案, by an announcement of that module.
    id: 'announcement.result_change',
    article: 'system',
    severity: 'error',
    fields: ['correctedItem'],
    appliesTo: ({ type }) => correctionTypes.has(type),
    holds: ({ correctsResult }) => !correctsResult,
    examples: {
      passing: [facts({ type: 'CORRECTION' })],
      failing: [facts({ type: 'CORRECTION', correctsResult: true })],
    },
  },
  pathRule({
    id: 'announcement.apart_from_record',
    article: 'system',
    severity: 'error',
    broken: ({ apartFromRecord }) => apartFromRecord,
    examples: {
      passing: [example],
      failing: [facts({ type: 'RESULT_CHANGE', apartFromRecord: ['changeReason'] })],
    },
  }),
  {
    id: 'announcement.too_long',
    article: 'system',
    severity: 'error',
    fields: ['requirement'],
    appliesTo: () => true,
    holds: ({ fits }) => fits,
    examples: { passing: [example], failing: [facts({ fits: false })] },
  },
];

export function checkAnnouncementRules(given: Facts): readonly Finding[] {
  return check([...announcementRules, ...announcementPolicyRules(given.policies)], given);
}
