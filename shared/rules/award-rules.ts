// 确定中标（成交）供应商 (法 36, 77; 条例 40, 43; 87号令 57, 64, 68; 74号令 36, 49; 财库〔2020〕46号): from whom, why not the first, and what has to be there.
import type { AwardContent, Candidate } from '#shared/domain/awards/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { check, type Finding, type Params, pathRule, type Rule } from './engine.ts';

type Excluded = { readonly document: string; readonly until: PlainDate };

export type AwardFacts = {
  readonly content: AwardContent;
  /** By rank. */
  readonly ranking: readonly Candidate[];
  readonly method: string;
  /** The section has been evaluated, and nothing has ended it since. */
  readonly evaluated: boolean;
  /** The committee has found 废标. */
  readonly failed: boolean;
  /** 专门面向中小企业. */
  readonly smeReserved: boolean;
  /** 最高限价, else the budget; fen. */
  readonly ceiling: number;
  /** Last day of the 采购人's five working days; null where nothing is recorded that they could begin with. */
  readonly due: PlainDate | null;
  readonly reportDelivered: boolean;
  readonly entrusted: boolean;
  /** The centre has told of evaluations that rank otherwise. */
  readonly evaluatedAgain: boolean;
  /** The name under which the winner's code is known. */
  readonly knownName: string | null;
  readonly ban: Excluded | null;
  /** Of the other members of a 联合体. */
  readonly memberBan: (Excluded & { readonly name: string }) | null;
  /** Whom the committee has rejected. */
  readonly rejected: readonly string[];
  /** False where the section takes no 联合体; null where nobody has said. */
  readonly acceptsConsortium: boolean | null;
  /** Silence counts from the day after; null where nothing is recorded that it could begin with. */
  readonly silentAfter: PlainDate | null;
  /** The 采购人 has confirmed, returned or taken back: that is not silence. */
  readonly hasSpoken: boolean;
  readonly today: PlainDate;
};

const paper = {
  id: '00000000-0000-7000-8000-000000000901',
  fileName: 'paper.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};
const candidate = (supplier: string, rank: number, uscc = ''): Candidate => {
  return { supplier, uscc, price: 90_000_000 + rank, score: 95 - rank, reviewPrice: null, rank };
};
const exampleUscc = '11411000005712349F';
export const exampleRanking = [
  candidate('First', 1, exampleUscc),
  candidate('Second', 2),
  candidate('Third', 3),
];

export const exampleAward: AwardContent = {
  basis: 'purchaser',
  authority: [],
  candidates: [],
  records: [],
  winner: 'First',
  address: 'Xuchang',
  sizeClass: 'small',
  members: [],
  amount: 90_000_001,
  rate: '',
  passedOver: [],
  tie: null,
  report: null,
  note: '',
};

const example = (
  content: Partial<AwardContent> = {},
  facts: Partial<Omit<AwardFacts, 'content'>> = {},
): AwardFacts => ({
  content: { ...exampleAward, ...content },
  ranking: exampleRanking,
  method: 'OPEN_TENDER',
  evaluated: true,
  failed: false,
  smeReserved: false,
  ceiling: 100_000_000,
  due: '2026-04-01',
  reportDelivered: true,
  entrusted: true,
  evaluatedAgain: false,
  knownName: null,
  ban: null,
  memberBan: null,
  rejected: [],
  acceptsConsortium: null,
  silentAfter: '2026-04-01',
  hasSpoken: false,
  today: '2026-03-27',
  ...facts,
});
const passedOver = (supplier: string): AwardContent['passedOver'][number] => {
  return { supplier, reasonCode: 'GAVE_UP', reason: 'It has given up in writing.', files: [paper] };
};
const oneMember = { name: 'Member', uscc: '', share: 'Half' };
const second: Partial<AwardContent> = { winner: 'Second', amount: 90_000_002 };
const equal = { ranking: [candidate('First', 1), candidate('Second', 1), candidate('Third', 3)] };

const isBlank = (text: string) => text.trim() === '';
export const winnerIn = ({ content, ranking }: Pick<AwardFacts, 'content' | 'ranking'>) =>
  ranking.find(({ supplier }) => supplier === content.winner);

/** Everybody who stands before the winner. */
function before(facts: AwardFacts): readonly Candidate[] {
  const winner = winnerIn(facts);
  return winner === undefined ? [] : facts.ranking.filter(({ rank }) => rank < winner.rank);
}

/** Others with the winner's rank who were not passed over. */
function besides(facts: AwardFacts): readonly Candidate[] {
  const winner = winnerIn(facts);
  return facts.ranking.filter(
    (each) => each.rank === winner?.rank && each.supplier !== winner.supplier && !explains(facts, each),
  );
}

/** Whoever stands before the winner, or beside and is said to be out. */
function unexplained(facts: AwardFacts): readonly Candidate[] {
  const rank = winnerIn(facts)?.rank;
  const named = facts.content.passedOver.map(({ supplier }) => supplier);
  const beside = facts.ranking.filter((each) => each.rank === rank && named.includes(each.supplier));
  return [...before(facts), ...beside].filter((each) => !explains(facts, each));
}

/** Named as passed over although it does not stand before the winner or beside. */
function beyond(facts: AwardFacts): readonly string[] {
  const winner = winnerIn(facts);
  if (winner === undefined) return [];
  return facts.content.passedOver
    .map(({ supplier }) => supplier)
    .filter((name) => name !== winner.supplier)
    .filter((name) => !facts.ranking.some(({ supplier, rank }) => supplier === name && rank <= winner.rank));
}

/** Names, or codes, that stand for two. */
function twice(ranking: readonly Candidate[]): readonly string[] {
  const keys = (of: (candidate: Candidate) => string) => {
    const all = ranking.map(of);
    return ranking.filter((_, at) => all[at] !== '' && all.indexOf(all[at] ?? '') < at);
  };
  const found = [
    ...keys(({ supplier }) => normaliseName(supplier)),
    ...keys(({ uscc }) => normaliseUscc(uscc)),
  ];
  return [...new Set(found.map(({ supplier }) => supplier))];
}

const names = (candidates: readonly Candidate[]): Params => ({
  suppliers: candidates.map(({ supplier }) => supplier).join('、'),
});

function explains(facts: AwardFacts, { supplier }: Candidate): boolean {
  const line = facts.content.passedOver.find((each) => each.supplier === supplier);
  return line !== undefined && line.reasonCode !== null && !isBlank(line.reason) && line.files.length > 0;
}

export const awardRules: readonly Rule<AwardFacts>[] = [
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
    id: 'award.winner_rejected',
    article: 'order87/57',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ content }) => !isBlank(content.winner),
    holds: ({ content, rejected }) => {
      const winner = normaliseName(content.winner);
      return rejected.every((name) => normaliseName(name) !== winner);
    },
    examples: { passing: [example()], failing: [example({}, { rejected: ['First'] })] },
  },
  {
    id: 'award.member_banned',
    article: 'law/77',
    severity: 'error',
    fields: ['members'],
    appliesTo: ({ content }) => content.members.length > 0,
    holds: ({ memberBan }) => memberBan === null,
    params: ({ memberBan }) => ({
      name: memberBan?.name ?? '',
      document: memberBan?.document ?? '',
      until: memberBan?.until ?? null,
    }),
    examples: {
      passing: [example({ members: [oneMember] })],
      failing: [
        example(
          { members: [oneMember] },
          { memberBan: { name: 'Member', document: 'No 7', until: '2027-01-01' } },
        ),
      ],
    },
  },
  pathRule({
    // 法 art 24: whoever is in a 联合体 takes part in nothing else of it.
    id: 'award.member_ranked',
    article: 'law/24',
    severity: 'error',
    broken: ({ content, ranking }) => {
      const taken = new Set([content.winner, ...ranking.map(({ supplier }) => supplier)].map(normaliseName));
      return content.members.flatMap(({ name }, index) =>
        taken.has(normaliseName(name)) ? [`members.${index}.name`] : [],
      );
    },
    examples: {
      passing: [example({ members: [oneMember] })],
      failing: [
        example({ members: [{ ...oneMember, name: 'First' }] }),
        example({ members: [{ ...oneMember, name: 'Third' }] }),
      ],
    },
  }),
  {
    id: 'award.no_consortium',
    article: 'law/24',
    severity: 'error',
    fields: ['members'],
    appliesTo: ({ content }) => content.members.length > 0,
    holds: ({ acceptsConsortium }) => acceptsConsortium !== false,
    examples: {
      passing: [example({ members: [oneMember] }, { acceptsConsortium: true })],
      failing: [example({ members: [oneMember] }, { acceptsConsortium: false })],
    },
  },
  {
    id: 'award.winner_missing',
    article: 'regulation/43',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ ranking }) => ranking.length > 0,
    holds: (facts) => winnerIn(facts) !== undefined,
    examples: { passing: [example()], failing: [example({ winner: '' }), example({ winner: 'Fourth' })] },
  },
  {
    // A supplier who is excluded is no candidate, whatever the committee did not know.
    id: 'award.banned',
    article: 'law/77',
    severity: 'error',
    fields: ['winner'],
    appliesTo: () => true,
    holds: ({ ban }) => ban === null,
    params: ({ ban }) => ({ document: ban?.document ?? '', until: ban?.until ?? null }),
    examples: {
      passing: [example()],
      failing: [example({}, { ban: { document: 'No 7', until: '2027-01-01' } })],
    },
  },
  {
    id: 'award.known_otherwise',
    article: 'system',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ knownName }) => knownName !== null,
    holds: ({ knownName, content }) => normaliseName(knownName ?? '') === normaliseName(content.winner),
    params: ({ knownName }) => ({ name: knownName }),
    examples: {
      passing: [example({}, { knownName: 'First' })],
      failing: [example({}, { knownName: 'First before' })],
    },
  },
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
    id: 'award.amount_missing',
    article: 'order87/69',
    severity: 'error',
    fields: ['amount'],
    appliesTo: () => true,
    holds: ({ content: { amount, rate } }) => amount !== null || !isBlank(rate),
    examples: {
      passing: [example(), example({ amount: null, rate: '95%' })],
      failing: [example({ amount: null })],
    },
  },
  {
    id: 'award.over_ceiling',
    article: 'law/36',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content }) => content.amount !== null,
    holds: ({ content, ceiling }) => (content.amount ?? 0) <= ceiling,
    params: ({ ceiling }) => ({ ceiling }),
    examples: { passing: [example({ amount: 90_000_001 })], failing: [example({ amount: 100_000_001 })] },
  },
  {
    id: 'award.address_missing',
    article: 'order87/69',
    severity: 'error',
    fields: ['address'],
    appliesTo: () => true,
    holds: ({ content }) => !isBlank(content.address),
    examples: { passing: [example()], failing: [example({ address: ' ' })] },
  },
  pathRule({
    id: 'award.member_incomplete',
    article: 'law/24',
    severity: 'error',
    broken: ({ content }) =>
      content.members.flatMap(({ name, uscc, share }, index) => [
        ...(isBlank(name) ? [`members.${index}.name`] : []),
        ...(!isBlank(uscc) && !isValidUscc(uscc) ? [`members.${index}.uscc`] : []),
        ...(isBlank(share) ? [`members.${index}.share`] : []),
      ]),
    examples: {
      passing: [example({ members: [{ name: 'Member', uscc: exampleUscc, share: 'Half' }] })],
      failing: [
        example({ members: [{ name: '', uscc: '', share: 'Half' }] }),
        example({ members: [{ name: 'Member', uscc: '', share: '' }] }),
      ],
    },
  }),
  {
    id: 'award.not_sme',
    article: 'caiku-2020-46/6',
    severity: 'error',
    fields: ['sizeClass'],
    appliesTo: ({ smeReserved }) => smeReserved,
    holds: ({ content }) => content.sizeClass !== 'large',
    examples: {
      passing: [example({}, { smeReserved: true })],
      failing: [example({ sizeClass: 'large' }, { smeReserved: true })],
    },
  },
  {
    id: 'award.size_unsaid',
    article: 'caiku-2020-46/11',
    severity: 'error',
    fields: ['sizeClass'],
    appliesTo: ({ smeReserved }) => smeReserved,
    holds: ({ content }) => content.sizeClass !== null,
    examples: {
      passing: [example({}, { smeReserved: true })],
      failing: [example({ sizeClass: null }, { smeReserved: true })],
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
    // 磋商 of services may go on with two (财库〔2015〕124号), 谈判 with two by permission (74号令 art 27): somebody answers for it.
    id: 'award.too_few',
    article: 'law/36',
    severity: 'warning',
    fields: ['candidates'],
    appliesTo: ({ method, ranking }) => method !== 'SINGLE_SOURCE' && ranking.length > 0,
    holds: ({ ranking }) => ranking.length >= 3,
    params: ({ ranking }) => ({ count: ranking.length }),
    examples: { passing: [example()], failing: [example({}, { ranking: exampleRanking.slice(0, 2) })] },
  },
  {
    id: 'award.amount_differs',
    article: 'order87/69',
    severity: 'warning',
    fields: ['amount'],
    appliesTo: (facts) => facts.content.amount !== null && (winnerIn(facts)?.price ?? null) !== null,
    holds: (facts) => winnerIn(facts)?.price === facts.content.amount,
    params: (facts) => ({ price: winnerIn(facts)?.price ?? null }),
    examples: { passing: [example()], failing: [example({ amount: 90_000_000 })] },
  },
  {
    id: 'award.uscc_missing',
    article: 'system',
    severity: 'warning',
    fields: ['winner'],
    appliesTo: (facts) => winnerIn(facts) !== undefined,
    holds: (facts) => isValidUscc(winnerIn(facts)?.uscc ?? ''),
    examples: { passing: [example()], failing: [example({ ...second, passedOver: [passedOver('First')] })] },
  },
  {
    id: 'award.report_undelivered',
    article: 'regulation/43',
    severity: 'warning',
    fields: ['basis'],
    appliesTo: ({ entrusted, evaluated }) => entrusted && evaluated,
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

/** The findings on a result that is to be determined. */
export function checkAward(facts: AwardFacts): readonly Finding[] {
  return check(awardRules, facts);
}

const ofWinner: ReadonlySet<string> = new Set([
  'award.banned',
  'award.known_otherwise',
  'award.amount_missing',
  'award.over_ceiling',
  'award.address_missing',
  'award.member_incomplete',
  'award.not_sme',
  'award.size_unsaid',
  'award.amount_differs',
  'award.uscc_missing',
]);

/** What is asked of whoever is determined, also in place of another. */
export function checkWinner(facts: AwardFacts): readonly Finding[] {
  return check(
    awardRules.filter(({ id }) => ofWinner.has(id)),
    facts,
  );
}
