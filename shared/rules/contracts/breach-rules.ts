// 违约处理: what a notice must say, when one may decide without a statement, and what a decision may ask for. Rules with an article stand on the law (民法典 577–585; 政府采购法 art 50; 实施条例
// art 72); those of `system` are ours, and the day of the statement follows from a setting.
import {
  amountFields,
  amountFor,
  type BreachConsequence,
  type BreachContent,
  deductible,
  has,
} from '#shared/domain/contracts/breaches/model.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { check, type Finding, pathRule, type Rule } from '../engine.ts';
import {
  breachFile,
  decisionFacts as decision,
  exampleSilence,
  noticeFacts as notice,
  statementFacts as statement,
} from './breach-example.ts';
import type { BreachFacts } from './breach-facts.ts';

const isNotice = ({ asked }: BreachFacts) => asked === 'notice';
const isStatement = ({ asked }: BreachFacts) => asked === 'statement';
const isDecision = ({ asked }: BreachFacts) => asked === 'decision';
const chosen = ({ content }: BreachFacts, consequence: BreachConsequence) => has(content, consequence);
const hasFile = ({ content }: BreachFacts, wanted: string) =>
  content.files.some(({ purpose }) => purpose === wanted);
const amounts = Object.keys(amountFields) as readonly (keyof typeof amountFields)[];
const penaltyOf = ({ content }: BreachFacts): Fen => amountFor(content, 'penalty');

/** 违约金 is 过分高于 above 130 % of the loss (法释〔2023〕13号 art 65, on 民法典 585). In whole fen. */
const mostOfLoss = ({ content }: BreachFacts): Fen => Math.floor(((content.loss ?? 0) * 130) / 100);

const ofNotice = ['party', 'kind', 'facts', 'happenedOn', 'demand', 'noticeOn', 'delivery'] as const;
/** What only the 采购人 can be late with, and what only a supplier can do. */
const unlike: ReadonlySet<string> = new Set([
  ...['supplier late_payment', 'purchaser delay', 'purchaser quality', 'purchaser quantity'],
  'purchaser transfer',
]);

const isBlank = (value: BreachContent[keyof BreachContent]) =>
  value === null || (typeof value === 'string' && value.trim() === '');

export const breachRules: readonly Rule<BreachFacts>[] = [
  {
    id: 'breach.not_in_force',
    article: 'system',
    severity: 'error',
    fields: ['party'],
    appliesTo: () => true,
    holds: ({ contract }) => contract !== 'not_yet',
    examples: {
      passing: [notice(), notice({}, { contract: 'terminated' })],
      failing: [notice({}, { contract: 'not_yet' })],
    },
  },
  pathRule({
    id: 'breach.required',
    article: 'system',
    severity: 'error',
    appliesTo: isNotice,
    broken: ({ content }) => ofNotice.filter((field) => isBlank(content[field])),
    examples: { passing: [notice()], failing: ofNotice.map((field) => notice({ [field]: null })) },
  }),
  {
    id: 'breach.clause_missing',
    article: 'civil-code/577',
    severity: 'warning',
    fields: ['clause'],
    appliesTo: isNotice,
    holds: ({ content }) => !isBlank(content.clause),
    examples: { passing: [notice()], failing: [notice({ clause: '' })] },
  },
  {
    id: 'breach.kind_of_other',
    article: 'system',
    severity: 'error',
    fields: ['kind'],
    appliesTo: isNotice,
    holds: ({ content }) => !unlike.has(`${content.party} ${content.kind}`),
    examples: {
      passing: [notice({ party: 'purchaser', kind: 'late_payment' }), notice({ kind: 'transfer' })],
      failing: [notice({ kind: 'late_payment' }), notice({ party: 'purchaser', kind: 'transfer' })],
    },
  },
  pathRule({
    id: 'breach.later',
    article: 'system',
    severity: 'error',
    appliesTo: isNotice,
    broken: ({ content, today }) =>
      (['happenedOn', 'noticeOn'] as const).filter((field) => (content[field] ?? '') > today),
    examples: {
      passing: [notice({}, { today: '2026-10-09' })],
      failing: [notice({}, { today: '2026-10-08' }), notice({ happenedOn: '2026-10-21' })],
    },
  }),
  {
    id: 'breach.before_contract',
    article: 'system',
    severity: 'error',
    fields: ['happenedOn'],
    appliesTo: ({ content, signedOn, asked }) =>
      asked === 'notice' && signedOn !== null && content.happenedOn !== null,
    holds: ({ content, signedOn }) => (content.happenedOn ?? '') >= (signedOn ?? ''),
    params: ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
    examples: {
      passing: [notice({ happenedOn: '2026-09-20' })],
      failing: [notice({ happenedOn: '2026-09-19' })],
    },
  },
  {
    id: 'breach.notice_before',
    article: 'system',
    severity: 'error',
    fields: ['noticeOn'],
    appliesTo: ({ content, asked }) =>
      asked === 'notice' && content.noticeOn !== null && content.happenedOn !== null,
    holds: ({ content }) => (content.noticeOn ?? '') >= (content.happenedOn ?? ''),
    examples: {
      passing: [notice({ noticeOn: '2026-10-08' })],
      failing: [notice({ noticeOn: '2026-10-07' })],
    },
  },
  pathRule({
    id: 'breach.day_before_notice',
    article: 'system',
    severity: 'error',
    appliesTo: ({ content, asked }) => asked === 'notice' && content.noticeOn !== null,
    broken: ({ content }) =>
      (['demandUntil', 'statementUntil'] as const).filter(
        (field) => (content[field] ?? content.noticeOn ?? '') < (content.noticeOn ?? ''),
      ),
    examples: {
      passing: [notice({ demandUntil: '2026-10-09' }), notice({ demandUntil: null, statementUntil: null })],
      failing: [notice({ demandUntil: '2026-10-08' }), notice({ statementUntil: '2026-10-08' })],
    },
  }),
  {
    id: 'breach.statement_short',
    article: 'system',
    severity: 'warning',
    fields: ['statementUntil'],
    appliesTo: ({ content, asked, usualStatementDay }) =>
      asked === 'notice' && content.statementUntil !== null && usualStatementDay !== null,
    holds: ({ content, usualStatementDay }) => (content.statementUntil ?? '') >= (usualStatementDay ?? ''),
    params: ({ usualStatementDay }) => ({ until: usualStatementDay ?? '' }),
    examples: { passing: [notice()], failing: [notice({ statementUntil: '2026-10-15' })] },
  },
  {
    id: 'breach.evidence_missing',
    article: 'system',
    severity: 'warning',
    fields: ['files'],
    appliesTo: (facts) => isNotice(facts) && !facts.secret,
    holds: (facts) => hasFile(facts, 'evidence'),
    examples: {
      passing: [notice(), notice({ files: [] }, { secret: true })],
      failing: [notice({ files: [breachFile('delivery')] })],
    },
  },
  {
    id: 'breach.proof_to_come',
    article: 'system',
    severity: 'warning',
    fields: ['files'],
    appliesTo: (facts) => isNotice(facts) && !facts.secret,
    holds: (facts) => hasFile(facts, 'delivery'),
    examples: {
      passing: [notice(), notice({ files: [] }, { secret: true })],
      failing: [notice({ files: [breachFile('evidence')] })],
    },
  },
  {
    // As of its contract: the papers are kept as such papers are.
    id: 'breach.secret_files',
    article: 'order101/19',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ secret }) => secret,
    holds: ({ content }) => content.files.length === 0,
    examples: {
      passing: [notice({ files: [] }, { secret: true }), decision()],
      failing: [notice({}, { secret: true }), decision({}, { secret: true })],
    },
  },
  {
    // Until its day the other side may still speak.
    id: 'breach.unheard',
    article: 'system',
    severity: 'error',
    fields: ['silent'],
    appliesTo: (facts) => !isNotice(facts),
    holds: ({ statement: said, content, today }) =>
      said !== null && (!said.silent || today > (content.statementUntil ?? today)),
    params: ({ content }) => ({ until: content.statementUntil ?? '' }),
    examples: {
      passing: [
        decision(),
        decision({}, { statement: exampleSilence, today: '2026-10-17' }),
        statement({}, { today: '2026-10-14' }),
      ],
      failing: [
        decision({}, { statement: null }),
        decision({}, { statement: exampleSilence, today: '2026-10-16' }),
        statement(exampleSilence, { today: '2026-10-16' }),
      ],
    },
  },
  pathRule({
    id: 'breach.statement_incomplete',
    article: 'system',
    severity: 'error',
    appliesTo: isStatement,
    broken: ({ statement: said }) =>
      said === null || said.silent
        ? []
        : [
            ...(said.statedOn === null ? ['statedOn'] : []),
            ...(said.statement.trim() === '' ? ['statement'] : []),
          ],
    examples: {
      passing: [statement(), statement(exampleSilence)],
      failing: [statement({ statedOn: null }), statement({ statement: ' ' })],
    },
  }),
  {
    id: 'breach.silent_though_said',
    article: 'system',
    severity: 'error',
    fields: ['silent'],
    appliesTo: (facts) => isStatement(facts) && facts.statement?.silent === true,
    holds: ({ statement: said }) => said?.statedOn === null && said.statement === '',
    examples: {
      passing: [statement(exampleSilence)],
      failing: [statement({ silent: true }), statement({ ...exampleSilence, statement: 'No.' })],
    },
  },
  {
    id: 'breach.stated_when',
    article: 'system',
    severity: 'error',
    fields: ['statedOn'],
    appliesTo: (facts) => isStatement(facts) && typeof facts.statement?.statedOn === 'string',
    holds: ({ statement: said, content, today }) =>
      (said?.statedOn ?? '') >= (content.noticeOn ?? '') && (said?.statedOn ?? '') <= today,
    params: ({ content }) => ({ noticeOn: content.noticeOn ?? '' }),
    examples: {
      passing: [statement({ statedOn: '2026-10-09' })],
      failing: [statement({ statedOn: '2026-10-08' }), statement({ statedOn: '2026-10-21' })],
    },
  },
  {
    // What comes late is weighed too, as long as nothing is decided.
    id: 'breach.stated_late',
    article: 'system',
    severity: 'warning',
    fields: ['statedOn'],
    appliesTo: (facts) =>
      isStatement(facts) &&
      typeof facts.statement?.statedOn === 'string' &&
      facts.content.statementUntil !== null,
    holds: ({ statement: said, content }) => (said?.statedOn ?? '') <= (content.statementUntil ?? ''),
    params: ({ content }) => ({ until: content.statementUntil ?? '' }),
    examples: {
      passing: [statement({ statedOn: '2026-10-16' })],
      failing: [statement({ statedOn: '2026-10-17' })],
    },
  },
  pathRule({
    id: 'breach.decision_required',
    article: 'system',
    severity: 'error',
    appliesTo: isDecision,
    broken: ({ content: { upheld, reason, consequences } }) => [
      ...(upheld === null ? ['upheld'] : []),
      ...(isBlank(reason) ? ['reason'] : []),
      ...(upheld === true && consequences.length === 0 ? ['consequences'] : []),
    ],
    examples: {
      passing: [decision(), decision({ upheld: false, consequences: [] })],
      failing: [decision({ upheld: null }), decision({ reason: '' }), decision({ consequences: [] })],
    },
  }),
  {
    id: 'breach.articles_missing',
    article: 'civil-code/577',
    severity: 'error',
    fields: ['articles'],
    appliesTo: (facts) => isDecision(facts) && facts.content.upheld === true,
    holds: ({ content }) => content.articles.length > 0,
    examples: {
      passing: [decision(), decision({ upheld: false, articles: [] })],
      failing: [decision({ articles: [] })],
    },
  },
  {
    id: 'breach.proof_missing',
    article: 'system',
    severity: 'error',
    fields: ['files'],
    appliesTo: (facts) => isDecision(facts) && !facts.secret,
    holds: (facts) => hasFile(facts, 'delivery'),
    examples: {
      passing: [decision(), decision({ files: [] }, { secret: true })],
      failing: [decision({ files: [breachFile('evidence')] })],
    },
  },
  {
    id: 'breach.consequence_of_other',
    article: 'system',
    severity: 'error',
    fields: ['consequences'],
    appliesTo: (facts) => isDecision(facts) && facts.content.party === 'purchaser',
    holds: (facts) => !chosen(facts, 'reduction') && !chosen(facts, 'bond'),
    examples: {
      passing: [decision({ party: 'purchaser' }), decision({ consequences: ['bond'], withheld: 1 })],
      failing: [
        decision({ party: 'purchaser', consequences: ['reduction'] }),
        decision({ party: 'purchaser', consequences: ['bond'] }),
      ],
    },
  },
  {
    id: 'breach.remedy_day',
    article: 'civil-code/582',
    severity: 'error',
    fields: ['remedyUntil'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'remedy'),
    holds: ({ content, today }) => (content.remedyUntil ?? '') >= today,
    examples: {
      passing: [decision({ remedyUntil: '2026-10-20' })],
      failing: [decision({ remedyUntil: null }), decision({ remedyUntil: '2026-10-19' })],
    },
  },
  pathRule({
    id: 'breach.amount_missing',
    article: 'system',
    severity: 'error',
    appliesTo: isDecision,
    broken: (facts) =>
      amounts
        .filter((each) => chosen(facts, each) && amountFor(facts.content, each) === 0)
        .map((each) => amountFields[each]),
    examples: {
      passing: [decision()],
      failing: [
        decision({ penalty: null }),
        decision({ consequences: ['reduction'], reduction: 0 }),
        decision({ consequences: ['damages'] }),
        decision({ consequences: ['bond'] }),
      ],
    },
  }),
  {
    id: 'breach.basis_missing',
    article: 'civil-code/585',
    severity: 'error',
    fields: ['amountBasis'],
    appliesTo: (facts) => isDecision(facts) && amounts.some((each) => chosen(facts, each)),
    holds: ({ content }) => !isBlank(content.amountBasis),
    examples: {
      passing: [decision(), decision({ consequences: ['remedy'], amountBasis: '' })],
      failing: [decision({ amountBasis: '' })],
    },
  },
  {
    id: 'breach.penalty_above_loss',
    article: 'civil-code/585',
    severity: 'warning',
    fields: ['penalty'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'penalty') && facts.content.loss !== null,
    holds: (facts) => penaltyOf(facts) <= mostOfLoss(facts),
    params: (facts) => ({ loss: facts.content.loss ?? 0, most: mostOfLoss(facts) }),
    examples: { passing: [decision()], failing: [decision({ penalty: 1_301 })] },
  },
  {
    id: 'breach.loss_unknown',
    article: 'civil-code/585',
    severity: 'warning',
    fields: ['loss'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'penalty'),
    holds: ({ content }) => content.loss !== null,
    examples: { passing: [decision({ loss: 1_000 })], failing: [decision({ loss: null })] },
  },
  {
    id: 'breach.above_owed',
    article: 'system',
    severity: 'warning',
    fields: ({ content }) =>
      (['reduction', 'penalty', 'damages'] as const).filter((each) => amountFor(content, each) > 0),
    appliesTo: ({ asked, content, owed }) =>
      asked === 'decision' && content.party === 'supplier' && owed !== null,
    holds: ({ content, owed }) => deductible(content) <= (owed ?? 0),
    params: ({ content, owed }) => ({ together: deductible(content), owed: owed ?? 0 }),
    examples: {
      passing: [decision({}, { owed: 1_300 })],
      failing: [decision({}, { owed: 1_299 })],
    },
  },
  pathRule({
    id: 'breach.above_contract',
    article: 'system',
    severity: 'error',
    appliesTo: ({ asked, amount }) => asked === 'decision' && amount !== null,
    broken: ({ content, amount }) =>
      (['reduction', 'penalty'] as const).filter((each) => amountFor(content, each) > (amount ?? 0)),
    params: ({ amount }) => ({ amount: amount ?? 0 }),
    examples: {
      passing: [decision({}, { amount: 1_300 })],
      failing: [
        decision({}, { amount: 1_299 }),
        decision({ consequences: ['reduction'], reduction: 90_000_003 }),
      ],
    },
  }),
  {
    id: 'breach.bond_above',
    article: 'system',
    severity: 'error',
    fields: ['withheld'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'bond'),
    holds: ({ content, bond }) => amountFor(content, 'bond') <= (bond ?? 0),
    params: ({ bond }) => ({ bond: bond ?? 0 }),
    examples: {
      passing: [decision({ consequences: ['bond'], withheld: 4_500_000 })],
      failing: [
        decision({ consequences: ['bond'], withheld: 4_500_001 }),
        decision({ consequences: ['bond'], withheld: 1 }, { bond: null }),
      ],
    },
  },
  {
    id: 'breach.ended_before',
    article: 'system',
    severity: 'error',
    fields: ['consequences'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'termination'),
    holds: ({ contract }) => contract !== 'terminated',
    examples: {
      passing: [decision({ consequences: ['termination'], articles: ['law/50'] })],
      failing: [
        decision({ consequences: ['termination'], articles: ['law/50'] }, { contract: 'terminated' }),
      ],
    },
  },
  {
    // A contract of public procurement is not ended at will.
    id: 'breach.end_unfounded',
    article: 'law/50',
    severity: 'warning',
    fields: ['articles'],
    appliesTo: (facts) => isDecision(facts) && chosen(facts, 'termination'),
    holds: ({ content: { articles } }) => articles.includes('law/50') || articles.includes('civil-code/563'),
    examples: {
      passing: [decision({ consequences: ['termination'], articles: ['civil-code/563'] })],
      failing: [decision({ consequences: ['termination'] })],
    },
  },
  {
    // 财政部门 punishes transfer (实施条例 art 72 with 政府采购法 art 77): it has to know.
    id: 'breach.transfer_unreported',
    article: 'regulation/72',
    severity: 'warning',
    fields: ['consequences'],
    appliesTo: (facts) =>
      isDecision(facts) && facts.content.kind === 'transfer' && facts.content.upheld === true,
    holds: (facts) => chosen(facts, 'report'),
    examples: {
      passing: [decision({ kind: 'transfer', consequences: ['report'] })],
      failing: [decision({ kind: 'transfer' })],
    },
  },
];

export function checkBreach(facts: BreachFacts): readonly Finding[] {
  return check(breachRules, facts);
}
