// A reason for a 终止公告 must be possible by now: nobody knows before the deadline how many will bid. Stages and methods stand with the reasons, in
// shared/codes/outcome-reasons.ts; here each becomes a rule.
import { type CourseStage, courseStages, terminationReasons } from '#shared/codes/outcome-reasons.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { type AnnouncementRuleFacts, exampleAnnouncement } from './announcement-facts.ts';
import type { Rule } from './engine.ts';

type Reason = (typeof terminationReasons)['entries'][number];
type Facts = AnnouncementRuleFacts;

/** `early`: it cannot be true yet; `late`: there is a result; `method`: not under this 采购方式. */
export function reasonRule(kind: 'early' | 'late' | 'method', code: string): string {
  return `announcement.reason_${kind}.${code}`;
}

const at = (stage: CourseStage) => courseStages.indexOf(stage);

function reasonRules({ code, article, from, until, methods }: Reason): readonly Rule<Facts>[] {
  const example: Facts = {
    ...exampleAnnouncement,
    type: 'TERMINATION',
    reason: code,
    method: methods?.[0] ?? 'OPEN_TENDER',
    stages: { first: from, last: from },
    sectionsDeadline: '2026-03-24T09:00',
    sectionsOpening: '2026-03-24T09:00',
  };
  const rule = { article, severity: 'error', fields: ['reasonCode'] } as const;
  const given = ({ reason, stages }: Facts) => reason === code && stages !== null;
  const staged = (stage: CourseStage | undefined): Facts => ({
    ...example,
    stages: stage === undefined ? null : { first: stage, last: stage },
  });
  const early = courseStages[at(from) - 1];
  const late = courseStages[at(until) + 1];
  return [
    ...(early === undefined
      ? []
      : [
          {
            ...rule,
            id: reasonRule('early', code),
            appliesTo: given,
            holds: ({ stages }: Facts) => stages === null || at(stages.first) >= at(from),
            params: ({ sectionsDeadline, sectionsOpening }: Facts) => ({
              at: from === 'opened' ? sectionsOpening : sectionsDeadline,
            }),
            examples: { passing: [example], failing: [staged(early)] },
          },
        ]),
    ...(late === undefined
      ? []
      : [
          {
            ...rule,
            id: reasonRule('late', code),
            appliesTo: given,
            holds: ({ stages }: Facts) => stages === null || at(stages.last) <= at(until),
            examples: { passing: [example], failing: [staged(late)] },
          },
        ]),
    ...(methods === null
      ? []
      : [
          {
            ...rule,
            id: reasonRule('method', code),
            appliesTo: ({ reason }: Facts) => reason === code,
            holds: ({ method }: Facts) => methods.includes(method),
            examples: {
              passing: [example],
              failing: procurementMethods.entries
                .filter((method) => !methods.includes(method.code))
                .map((method) => ({ ...example, method: method.code })),
            },
          },
        ]),
  ];
}

/** The 终止公告 after a filing says no other reason than the filing. */
const refusedRule: Rule<Facts> = {
  id: 'announcement.reason_not_filed',
  article: 'regulation/49',
  severity: 'error',
  fields: ['reasonCode'],
  appliesTo: ({ reason, stages }) => reason === 'WINNER_WITHDREW' && stages?.first === 'awarded',
  holds: ({ winnersRefused }) => winnersRefused,
  examples: {
    passing: [withdrew(true)],
    failing: [withdrew(false)],
  },
};

/** What has failed is bought again or not at all: another 废标 would say nothing new. */
const endedRule: Rule<Facts> = {
  id: 'announcement.reason_failed_before',
  article: 'law/36',
  severity: 'error',
  fields: ['reasonCode'],
  appliesTo: ({ reason, failedBefore }) => failedBefore && reason !== null,
  holds: ({ reason }) => terminationReasons.entries.some(({ code, again }) => code === reason && !again),
  examples: {
    passing: [failedBefore('TASK_CANCELLED')],
    failing: [failedBefore('UNFAIR_ACT'), failedBefore('SUPPLIERS_LT_3')],
  },
};

export const terminationRules: readonly Rule<Facts>[] = [
  ...terminationReasons.entries.flatMap(reasonRules),
  refusedRule,
  endedRule,
];

function failedBefore(reason: string): Facts {
  return { ...exampleAnnouncement, type: 'TERMINATION', reason, failedBefore: true };
}

function withdrew(winnersRefused: boolean): Facts {
  const stages = { first: 'awarded', last: 'opened' } as const;
  return { ...exampleAnnouncement, type: 'TERMINATION', reason: 'WINNER_WITHDREW', stages, winnersRefused };
}
