// 验收方案: which contract, which part of it, when and where, and that the supplier was answered.
import { stagesOf } from '#shared/domain/contracts/acceptances/model.ts';
import { isWhole } from '#shared/domain/contracts/acceptances/outcome.ts';
import { cleanText } from '#shared/kernel/text.ts';
import { pathRule, type Rule } from '../../engine.ts';
import { type AcceptanceFacts, example, exampleAcceptance, publicService } from './facts.ts';

/** Not in force here: a custom of other places that is told as such. */
export const customary = 'custom';

const texts = ['requestedBy', 'method', 'place', 'standards', 'groupOpinion', 'purchaserOpinion'] as const;
const chosen = ['requestedOn', 'part', 'stage', 'heldOn', 'conclusion', 'supplierAnswer'] as const;

export const acceptancePlanRules: readonly Rule<AcceptanceFacts>[] = [
  {
    id: 'acceptance.not_in_force',
    article: 'system',
    severity: 'error',
    fields: ['part'],
    appliesTo: () => true,
    holds: ({ inForce }) => inForce,
    examples: { passing: [example()], failing: [example({}, { inForce: false })] },
  },
  {
    id: 'acceptance.nothing_left',
    article: 'system',
    severity: 'error',
    fields: ['part'],
    appliesTo: ({ inForce }) => inForce,
    holds: ({ accepted }) => !accepted,
    examples: { passing: [example()], failing: [example({}, { accepted: true })] },
  },
  {
    id: 'acceptance.other_open',
    article: 'system',
    severity: 'error',
    fields: ['part'],
    appliesTo: () => true,
    holds: ({ otherOpen }) => !otherOpen,
    examples: { passing: [example()], failing: [example({}, { otherOpen: true })] },
  },
  pathRule({
    id: 'acceptance.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) => [
      ...texts.filter((field) => cleanText(content[field]) === ''),
      ...chosen.filter((field) => content[field] === null),
      ...(content.stage === 'period'
        ? (['periodFrom', 'periodUntil'] as const).filter((field) => content[field] === null)
        : []),
      ...(content.supplierAnswer === 'refused' && cleanText(content.supplierReason) === ''
        ? ['supplierReason']
        : []),
    ],
    examples: {
      passing: [example(), publicService()],
      failing: [
        example({ method: ' ' }),
        example({ conclusion: null }),
        publicService({ periodUntil: null }),
        example({ supplierAnswer: 'refused' }),
      ],
    },
  }),
  {
    id: 'acceptance.stage_unfit',
    article: 'system',
    severity: 'error',
    fields: ['stage'],
    appliesTo: ({ content }) => content.stage !== null,
    holds: ({ content, category }) => content.stage === null || stagesOf[category].includes(content.stage),
    examples: { passing: [example()], failing: [example({ stage: 'completion' })] },
  },
  {
    // 到货 or 安装调试 ends nothing: the contract is accepted by the last stage of its kind.
    id: 'acceptance.stage_not_last',
    article: 'regulation/45',
    severity: 'error',
    fields: ['stage'],
    appliesTo: ({ content, category }) =>
      isWhole(content) && content.stage !== null && stagesOf[category].includes(content.stage),
    holds: ({ content, category }) => content.stage === stagesOf[category].at(-1),
    examples: { passing: [example(), publicService()], failing: [example({ stage: 'arrival' })] },
  },
  {
    id: 'acceptance.period_order',
    article: 'system',
    severity: 'error',
    fields: ['periodUntil'],
    appliesTo: ({ content: { stage, periodFrom, periodUntil } }) =>
      stage === 'period' && periodFrom !== null && periodUntil !== null,
    holds: ({ content: { periodFrom, periodUntil } }) => (periodFrom ?? '') <= (periodUntil ?? ''),
    examples: { passing: [publicService()], failing: [publicService({ periodUntil: '2026-09-19' })] },
  },
  pathRule({
    id: 'acceptance.later',
    article: 'system',
    severity: 'error',
    broken: ({ content, today }) =>
      (['requestedOn', 'answeredOn', 'heldOn'] as const).filter((field) => (content[field] ?? '') > today),
    examples: { passing: [example()], failing: [example({ heldOn: '2026-10-22' })] },
  }),
  {
    id: 'acceptance.before_contract',
    article: 'system',
    severity: 'error',
    fields: ['heldOn'],
    appliesTo: ({ content, signedOn }) => content.heldOn !== null && signedOn !== null,
    holds: ({ content, signedOn }) => (content.heldOn ?? '') >= (signedOn ?? ''),
    params: ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
    examples: { passing: [example()], failing: [example({ heldOn: '2026-09-19', requestedOn: null })] },
  },
  {
    // Acceptances of a contract stand on one another.
    id: 'acceptance.before_last',
    article: 'system',
    severity: 'error',
    fields: ['heldOn'],
    appliesTo: ({ content, lastHeldOn }) => content.heldOn !== null && lastHeldOn !== null,
    holds: ({ content, lastHeldOn }) => (content.heldOn ?? '') >= (lastHeldOn ?? ''),
    params: ({ lastHeldOn }) => ({ heldOn: lastHeldOn ?? '' }),
    examples: {
      passing: [example({}, { lastHeldOn: '2026-10-20' })],
      failing: [example({}, { lastHeldOn: '2026-10-21' })],
    },
  },
  pathRule({
    id: 'acceptance.before_request',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      (['answeredOn', 'heldOn'] as const).filter(
        (field) => content[field] !== null && (content[field] ?? '') < (content.requestedOn ?? ''),
      ),
    examples: { passing: [example()], failing: [example({ answeredOn: '2026-10-11' })] },
  }),
  {
    // Whoever holds the acceptance in time has answered.
    id: 'acceptance.answered_late',
    article: customary,
    severity: 'warning',
    fields: ['answeredOn'],
    appliesTo: ({ answerUntil }) => answerUntil !== null,
    holds: ({ content, answerUntil, today }) =>
      (content.answeredOn ?? content.heldOn ?? today) <= (answerUntil ?? ''),
    params: ({ answerUntil }) => ({ until: answerUntil ?? '' }),
    examples: {
      passing: [example(), example({ answeredOn: null, heldOn: '2026-10-19' })],
      failing: [example({ answeredOn: '2026-10-20' }), example({ answeredOn: null, heldOn: null })],
    },
  },
  {
    id: 'acceptance.public_of_services',
    article: 'regulation/45',
    severity: 'error',
    fields: ['publicService'],
    appliesTo: ({ content }) => content.publicService,
    holds: ({ category }) => category === 'C',
    examples: { passing: [publicService()], failing: [example({ publicService: true })] },
  },
  pathRule({
    // Learnt while it is written, not when everything has been reviewed and is to be published.
    id: 'acceptance.notice_unfit',
    article: 'system',
    severity: 'error',
    broken: ({ unfit }) => unfit,
    examples: {
      passing: [example()],
      failing: [example(exampleAcceptance, { unfit: ['groupOpinion'] })],
    },
  }),
];
