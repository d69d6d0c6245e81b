// Who is ranked, and by whom (87号令 57, 69; 条例 43; 74号令 42).
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { pathRule, type Rule } from '../engine.ts';
import { candidate, example, exampleRanking, exampleUscc, paper } from './example.ts';
import { type AwardFacts, isBlank, twice } from './facts.ts';

export const candidateRules: readonly Rule<AwardFacts>[] = [
  {
    id: 'award.not_evaluated',
    article: 'regulation/43',
    severity: 'error',
    fields: ['winner'],
    appliesTo: () => true,
    holds: ({ evaluated }) => evaluated,
    examples: { passing: [example()], failing: [example({}, { evaluated: false })] },
  },
  {
    id: 'award.evaluation_failed',
    article: 'law/36',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ evaluated }) => evaluated,
    holds: ({ failed }) => !failed,
    examples: { passing: [example()], failing: [example({}, { failed: true })] },
  },
  {
    id: 'award.no_candidates',
    article: 'order87/57',
    severity: 'error',
    fields: ['candidates'],
    appliesTo: () => true,
    holds: ({ ranking }) => ranking.length > 0,
    examples: { passing: [example()], failing: [example({}, { ranking: [] })] },
  },
  pathRule({
    id: 'award.candidate_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.candidates.flatMap(({ supplier, uscc }, index) => [
        ...(isBlank(supplier) ? [`candidates.${index}.supplier`] : []),
        ...(!isBlank(uscc) && !isValidUscc(uscc) ? [`candidates.${index}.uscc`] : []),
      ]),
    examples: {
      passing: [example({ candidates: exampleRanking })],
      failing: [
        example({ candidates: [candidate(' ', 1)] }),
        example({ candidates: [candidate('First', 1, '91410000000000000X')] }),
      ],
    },
  }),
  pathRule({
    id: 'award.candidate_twice',
    article: 'system',
    severity: 'error',
    broken: ({ content: { candidates } }) =>
      candidates.flatMap(({ supplier }, index) =>
        candidates.findIndex((other) => other.supplier === supplier) < index
          ? [`candidates.${index}.supplier`]
          : [],
      ),
    examples: {
      passing: [example({ candidates: exampleRanking })],
      failing: [example({ candidates: [candidate('First', 1), candidate('First', 2)] })],
    },
  }),
  {
    id: 'award.ranking_twice',
    article: 'order87/57',
    severity: 'error',
    fields: ['candidates'],
    appliesTo: ({ ranking }) => ranking.length > 0,
    holds: ({ ranking }) => twice(ranking).length === 0,
    params: ({ ranking }) => ({ suppliers: twice(ranking).join('、') }),
    examples: {
      passing: [example()],
      failing: [
        example({}, { ranking: [candidate('First', 1), candidate('Ｆirst ', 2)] }),
        example({}, { ranking: [candidate('First', 1, exampleUscc), candidate('Second', 2, exampleUscc)] }),
      ],
    },
  },
  {
    id: 'award.first_missing',
    article: 'order87/57',
    severity: 'error',
    fields: ['candidates'],
    appliesTo: ({ ranking }) => ranking.length > 0,
    holds: ({ ranking }) => ranking.some(({ rank }) => rank === 1),
    examples: { passing: [example()], failing: [example({}, { ranking: exampleRanking.slice(1) })] },
  },
  {
    id: 'award.record_missing',
    article: 'order74/42',
    severity: 'error',
    fields: ['records'],
    appliesTo: ({ method }) => method === 'SINGLE_SOURCE',
    holds: ({ content }) => content.records.length > 0,
    examples: {
      passing: [example({ records: [paper] }, { method: 'SINGLE_SOURCE' })],
      failing: [example({}, { method: 'SINGLE_SOURCE' })],
    },
  },
  {
    // Each of the others is told why it was rejected, or its own score and rank: once the result is announced, the letters go out.
    id: 'award.fate_untold',
    article: 'order87/69',
    severity: 'warning',
    fields: ['candidates'],
    appliesTo: () => true,
    holds: ({ untold }) => untold.length === 0,
    params: ({ untold }) => ({ suppliers: untold.join('、') }),
    examples: { passing: [example()], failing: [example({}, { untold: ['Fourth'] })] },
  },
];
