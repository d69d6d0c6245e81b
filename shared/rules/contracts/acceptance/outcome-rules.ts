// 验收情况 and 验收结论: every requirement is answered for, the conclusion is what was found, and what did not pass is put right by a day (条例 art 45).
import type { AcceptanceContent } from '#shared/domain/contracts/acceptances/model.ts';
import {
  acceptsItems,
  isProven,
  isWhole,
  itemsClaimed,
} from '#shared/domain/contracts/acceptances/outcome.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { pathRule, type Rule } from '../../engine.ts';
import { type AcceptanceFacts, example, exampleAddition, exampleItem, exampleRow, failing } from './facts.ts';

const failed = ({ rows }: AcceptanceContent) => rows.filter(({ passed }) => passed === false);
const isOpen = ({ conclusion }: AcceptanceContent) => conclusion === 'failed' || conclusion === 'partial';
const left = ({ items, acceptedItems }: AcceptanceFacts) => items.filter((id) => !acceptedItems.includes(id));
/** Said to pass, without a line of its own that did. What failed is told by another rule. */
const unproven = (facts: AcceptanceFacts) =>
  itemsClaimed(facts.content, left(facts)).filter(
    (id) =>
      !isProven(facts.content, id) &&
      facts.content.rows.every(({ itemId, passed }) => itemId !== id || passed === true),
  );
const named = (facts: AcceptanceFacts) => facts.content.passedItems.filter((id) => left(facts).includes(id));

export const acceptanceOutcomeRules: readonly Rule<AcceptanceFacts>[] = [
  {
    id: 'acceptance.rows_missing',
    article: 'regulation/45',
    severity: 'error',
    fields: ['rows'],
    appliesTo: () => true,
    holds: ({ content }) => content.rows.length > 0,
    examples: { passing: [example()], failing: [example({ rows: [] })] },
  },
  pathRule({
    id: 'acceptance.row_incomplete',
    article: 'regulation/45',
    severity: 'error',
    broken: ({ content }) =>
      content.rows.flatMap((row, index) => [
        ...(['item', 'requirement', 'found'] as const)
          .filter((field) => cleanText(row[field]) === '')
          .map((field) => `rows.${index}.${field}`),
        ...(row.passed === null ? [`rows.${index}.passed`] : []),
      ]),
    examples: {
      passing: [example()],
      failing: [
        example({ rows: [exampleRow({ found: '' })] }),
        example({ rows: [exampleRow({ passed: null })] }),
      ],
    },
  }),
  pathRule({
    id: 'acceptance.evidence_gone',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.rows.flatMap(({ evidenceId }, index) =>
        evidenceId === null || content.files.some(({ id }) => id === evidenceId)
          ? []
          : [`rows.${index}.evidenceId`],
      ),
    examples: {
      passing: [example()],
      failing: [example({ rows: [exampleRow({ evidenceId: exampleItem })] })],
    },
  }),
  {
    id: 'acceptance.passed_though_failed',
    article: 'regulation/45',
    severity: 'error',
    fields: ['conclusion'],
    appliesTo: ({ content }) => content.conclusion === 'passed',
    holds: ({ content }) => failed(content).length === 0,
    params: ({ content }) => ({ count: failed(content).length }),
    examples: { passing: [example()], failing: [example({ rows: [exampleRow({ passed: false })] })] },
  },
  {
    id: 'acceptance.failed_though_passed',
    article: 'system',
    severity: 'warning',
    fields: ['conclusion'],
    appliesTo: ({ content }) => isOpen(content) && content.rows.every(({ passed }) => passed !== null),
    holds: ({ content }) => failed(content).length > 0,
    examples: { passing: [failing()], failing: [failing({ rows: [exampleRow()] })] },
  },
  {
    id: 'acceptance.items_unnamed',
    article: 'system',
    severity: 'error',
    fields: ['passedItems'],
    appliesTo: ({ content }) => content.conclusion === 'partial',
    holds: (facts) => !acceptsItems(facts.content) || named(facts).length > 0,
    examples: {
      passing: [
        failing({
          conclusion: 'partial',
          passedItems: [exampleItem],
          rows: [exampleRow(), exampleRow({ itemId: null, passed: false })],
        }),
        failing({ conclusion: 'partial', stage: 'arrival' }),
      ],
      failing: [failing({ conclusion: 'partial' })],
    },
  },
  {
    // Whose requirements are not all met is not paid for.
    id: 'acceptance.item_not_met',
    article: 'regulation/45',
    severity: 'error',
    fields: ['passedItems'],
    appliesTo: ({ content }) => content.conclusion !== 'failed',
    holds: ({ content }) =>
      failed(content).every(({ itemId }) => itemId === null || !content.passedItems.includes(itemId)),
    examples: {
      passing: [example()],
      failing: [failing({ conclusion: 'partial', passedItems: [exampleItem] })],
    },
  },
  pathRule({
    id: 'acceptance.item_unproven',
    article: 'regulation/45',
    severity: 'error',
    appliesTo: ({ content }) => content.rows.length > 0,
    broken: (facts) =>
      unproven(facts).length === 0 ? [] : [isWhole(facts.content) ? 'rows' : 'passedItems'],
    params: (facts) => ({ count: unproven(facts).length }),
    examples: {
      passing: [
        example(),
        example({ rows: [exampleRow({ itemId: null })] }, { acceptedItems: [exampleItem] }),
      ],
      failing: [
        example({ rows: [exampleRow({ itemId: null })] }),
        example({}, { items: [exampleItem, exampleAddition] }),
        example({ part: 'part', passedItems: [exampleItem], rows: [exampleRow({ itemId: null })] }),
        failing({
          conclusion: 'partial',
          passedItems: [exampleItem],
          rows: [exampleRow({ itemId: null, passed: false })],
        }),
      ],
    },
  }),
  pathRule({
    id: 'acceptance.rectification',
    article: 'system',
    severity: 'error',
    appliesTo: ({ content }) => isOpen(content),
    broken: ({ content }) => [
      ...(cleanText(content.rectification) === '' ? ['rectification'] : []),
      ...(content.rectifyUntil === null ? ['rectifyUntil'] : []),
    ],
    examples: {
      passing: [failing()],
      failing: [failing({ rectifyUntil: null }), failing({ rectification: '' })],
    },
  }),
  {
    id: 'acceptance.rectify_before',
    article: 'system',
    severity: 'error',
    fields: ['rectifyUntil'],
    appliesTo: ({ content }) => isOpen(content) && content.rectifyUntil !== null,
    holds: ({ content }) => (content.rectifyUntil ?? '') >= (content.heldOn ?? ''),
    examples: { passing: [failing()], failing: [failing({ rectifyUntil: '2026-10-19' })] },
  },
  pathRule({
    id: 'acceptance.third_party_unnamed',
    article: 'system',
    severity: 'error',
    broken: ({ content: { thirdParty, thirdPartyOpinion } }) => {
      const [who, what] = [cleanText(thirdParty) !== '', cleanText(thirdPartyOpinion) !== ''];
      return who === what ? [] : [who ? 'thirdPartyOpinion' : 'thirdParty'];
    },
    examples: {
      passing: [example(), example({ thirdParty: 'Institute', thirdPartyOpinion: 'Sound.' })],
      failing: [example({ thirdPartyOpinion: 'Sound.' }), example({ thirdParty: 'Institute' })],
    },
  }),
];
