// A late delivery as it is noticed, answered and decided, from which the examples of the rules differ in one thing each.
import {
  type BreachContent,
  type BreachPurpose,
  emptyBreach,
  type Statement,
} from '#shared/domain/contracts/breaches/model.ts';
import type { BreachFacts } from './breach-facts.ts';

export const breachFile = (purpose: BreachPurpose): BreachContent['files'][number] => ({
  id: `00000000-0000-7000-8000-0000000009${purpose === 'evidence' ? '51' : '52'}`,
  ...{ fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1, sha256: 'e'.repeat(64) },
  purpose,
});

export const exampleNotice: BreachContent = {
  ...emptyBreach,
  party: 'supplier',
  kind: 'delay',
  clause: '8.1',
  facts: 'Not delivered by the day agreed.',
  happenedOn: '2026-10-08',
  demand: 'Deliver all machines.',
  demandUntil: '2026-10-20',
  noticeOn: '2026-10-09',
  delivery: 'post',
  statementUntil: '2026-10-16',
  files: [breachFile('evidence'), breachFile('delivery')],
};

export const exampleStatement: Statement = {
  silent: false,
  statedOn: '2026-10-14',
  statement: 'The factory was closed.',
};
export const exampleSilence: Statement = { silent: true, statedOn: null, statement: '' };

export const exampleDecision: Partial<BreachContent> = {
  upheld: true,
  consequences: ['remedy', 'penalty'],
  remedyUntil: '2026-10-30',
  penalty: 1_300,
  loss: 1_000,
  amountBasis: '8.2',
  reason: 'Five days late without a reason that the contract knows.',
  articles: ['civil-code/577', 'civil-code/585'],
};

type Content = Partial<BreachContent>;
type Parts = Partial<Omit<BreachFacts, 'content'>>;

export const noticeFacts = (content: Content = {}, facts: Parts = {}): BreachFacts => ({
  asked: 'notice',
  content: { ...exampleNotice, ...content },
  statement: null,
  contract: 'in_force',
  signedOn: '2026-09-20',
  secret: false,
  amount: 90_000_002,
  owed: 45_000_001,
  bond: 4_500_000,
  usualStatementDay: '2026-10-16',
  today: '2026-10-20',
  ...facts,
});

export const statementFacts = (statement: Partial<Statement> = {}, facts: Parts = {}): BreachFacts =>
  noticeFacts({}, { asked: 'statement', statement: { ...exampleStatement, ...statement }, ...facts });

export const decisionFacts = (content: Content = {}, facts: Parts = {}): BreachFacts =>
  noticeFacts(
    { ...exampleDecision, ...content },
    { asked: 'decision', statement: exampleStatement, ...facts },
  );
