// Why this one: on whose decision, why not those who stand before, how a tie was resolved, in time (条例 40, 43; 87号令 57, 64).

import { pathRule, type Rule } from '../engine.ts';
import { equal, example, paper, passedOver, second } from './example.ts';
import { type AwardFacts, besides, beyond, isBlank, names, unexplained, winnerIn } from './facts.ts';

export const choiceRules: readonly Rule<AwardFacts>[] = [
  pathRule({
    id: 'award.passed_over_unexplained',
    article: 'regulation/43',
    severity: 'error',
    broken: (facts) => (unexplained(facts).length === 0 ? [] : ['passedOver']),
    params: (facts) => names(unexplained(facts)),
    examples: {
      passing: [example(), example({ ...second, passedOver: [passedOver('First')] })],
      failing: [
        example(second),
        example({ ...second, passedOver: [{ ...passedOver('First'), files: [] }] }),
        example({ ...second, passedOver: [{ ...passedOver('First'), reasonCode: null }] }),
      ],
    },
  }),
  {
    // What was written of somebody further down would be told to that supplier as the reason.
    id: 'award.passed_over_beyond',
    article: 'regulation/43',
    severity: 'error',
    fields: ['passedOver'],
    appliesTo: () => true,
    holds: (facts) => beyond(facts).length === 0,
    params: (facts) => ({ suppliers: beyond(facts).join('、') }),
    examples: {
      passing: [example(), example({ ...second, passedOver: [passedOver('First')] })],
      failing: [
        example({ passedOver: [passedOver('Third')] }),
        example({ passedOver: [passedOver('Nobody')] }),
      ],
    },
  },
  {
    id: 'award.winner_passed_over',
    article: 'system',
    severity: 'error',
    fields: ['passedOver'],
    appliesTo: () => true,
    holds: ({ content }) => content.passedOver.every(({ supplier }) => supplier !== content.winner),
    examples: { passing: [example()], failing: [example({ passedOver: [passedOver('First')] })] },
  },
  {
    // As the document says; where it says nothing, by lot (87号令 art 31, 57).
    id: 'award.tie',
    article: 'order87/57',
    severity: 'error',
    fields: ['tie'],
    appliesTo: (facts) => besides(facts).length > 0,
    holds: ({ content: { tie } }) =>
      tie !== null && !isBlank(tie.note) && (tie.by === 'document' || tie.files.length > 0),
    params: (facts) => names(besides(facts)),
    examples: {
      passing: [
        example({ tie: { by: 'lot', note: 'Drawn.', files: [paper] } }, equal),
        example({ tie: { by: 'document', note: 'The lower price.', files: [] } }, equal),
      ],
      failing: [example({}, equal), example({ tie: { by: 'lot', note: 'Drawn.', files: [] } }, equal)],
    },
  },
  {
    id: 'award.authority_missing',
    article: 'regulation/40',
    severity: 'error',
    fields: ['authority'],
    appliesTo: ({ content }) => content.basis === 'committee',
    holds: ({ content }) => content.authority.length > 0,
    examples: {
      passing: [example({ basis: 'committee', authority: [paper] })],
      failing: [example({ basis: 'committee' })],
    },
  },
  {
    // Silence determines the first, and only once the five working days are over.
    id: 'award.not_silent',
    article: 'regulation/43',
    severity: 'error',
    fields: ['basis'],
    appliesTo: ({ content }) => content.basis === 'silence',
    holds: (facts) =>
      facts.silentAfter !== null &&
      facts.today > facts.silentAfter &&
      !facts.hasSpoken &&
      winnerIn(facts)?.rank === 1,
    params: ({ silentAfter }) => ({ due: silentAfter }),
    examples: {
      passing: [example({ basis: 'silence' }, { today: '2026-04-02' })],
      failing: [
        example({ basis: 'silence' }),
        example({ basis: 'silence' }, { today: '2026-04-02', silentAfter: null }),
        example({ basis: 'silence' }, { today: '2026-04-02', hasSpoken: true }),
        example({ ...second, basis: 'silence', passedOver: [passedOver('First')] }, { today: '2026-04-02' }),
      ],
    },
  },
  {
    id: 'award.reported_again',
    article: 'order87/64',
    severity: 'error',
    fields: ['report'],
    appliesTo: ({ evaluatedAgain }) => evaluatedAgain,
    holds: ({ content }) => content.report !== null && content.report.files.length > 0,
    examples: {
      passing: [example({ report: { reportedOn: '2026-03-26', files: [paper] } }, { evaluatedAgain: true })],
      failing: [
        example({}, { evaluatedAgain: true }),
        example({ report: { reportedOn: '2026-03-26', files: [] } }, { evaluatedAgain: true }),
      ],
    },
  },
  {
    id: 'award.report_future',
    article: 'system',
    severity: 'error',
    fields: ['report'],
    appliesTo: ({ content }) => content.report !== null,
    holds: ({ content, today }) => (content.report?.reportedOn ?? today) <= today,
    params: ({ today }) => ({ today }),
    examples: {
      passing: [example({ report: { reportedOn: '2026-03-27', files: [paper] } })],
      failing: [example({ report: { reportedOn: '2026-03-28', files: [paper] } })],
    },
  },
  {
    id: 'award.report_undelivered',
    article: 'regulation/43',
    severity: 'warning',
    fields: ['basis'],
    // 单一来源 is negotiated: there is a record of it, and no report.
    appliesTo: ({ entrusted, evaluated, method }) => entrusted && evaluated && method !== 'SINGLE_SOURCE',
    holds: ({ reportDelivered }) => reportDelivered,
    examples: { passing: [example()], failing: [example({}, { reportDelivered: false })] },
  },
  {
    id: 'award.late',
    article: 'regulation/43',
    severity: 'warning',
    fields: ['basis'],
    appliesTo: ({ due, content }) => due !== null && content.basis === 'purchaser',
    holds: ({ due, today }) => due === null || today <= due,
    params: ({ due }) => ({ due }),
    examples: { passing: [example()], failing: [example({}, { today: '2026-04-02' })] },
  },
];
