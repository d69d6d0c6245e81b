// 中标结果变更备案 (条例 49, 71; 74号令 22; 87号令 64, 67, 70; 94号令 16, 32): why a published result may be changed, into what, and with which papers.
import { fewestSuppliers } from '#shared/codes/fewest-suppliers.ts';
import {
  type ChangeAction,
  type ChangeContent,
  type ChangePurpose,
  emptyChange,
  isSameBargain,
} from '#shared/domain/award-changes/model.ts';
import type { AwardFacts } from './awards/facts.ts';
import { checkKept, checkSuccessor } from './awards/rules.ts';
import { check, type Finding, pathRule, type Rule } from './engine.ts';

type ReasonCode = NonNullable<ChangeContent['reasonCode']>;
type Way = {
  readonly article: string;
  readonly actions: readonly ChangeAction[];
  /** Papers that it demands. */
  readonly papers: readonly ChangePurpose[];
  /** Whether it follows from a document with a number. */
  readonly numbered?: true;
};

/** What each reason allows and demands. */
export const changeWays: Readonly<Record<ReasonCode, Way>> = {
  SUPPLIER_REFUSED: {
    article: 'regulation/49',
    actions: ['next_candidate', 'procure_again'],
    papers: ['refusal', 'liability'],
  },
  RE_EVALUATION: {
    article: 'order87/64',
    actions: ['next_candidate', 'procure_again', 'invalid'],
    papers: ['evaluation'],
  },
  NEW_COMMITTEE: {
    article: 'order87/67',
    actions: ['next_candidate', 'procure_again', 'invalid'],
    papers: ['evaluation'],
  },
  CHALLENGE_UPHELD: {
    article: 'order94/16',
    actions: ['next_candidate', 'procure_again'],
    papers: ['reply'],
    numbered: true,
  },
  COMPLAINT_UPHELD: {
    article: 'order94/32',
    actions: ['next_candidate', 'procure_again', 'invalid'],
    papers: ['decision'],
    numbered: true,
  },
  ILLEGAL_ACT: {
    article: 'regulation/71',
    actions: ['next_candidate', 'procure_again', 'invalid'],
    papers: ['decision'],
    numbered: true,
  },
  OTHER: { article: 'system', actions: ['correct', 'procure_again'], papers: ['proof'] },
};

export function actionsFor(reasonCode: ChangeContent['reasonCode']): readonly ChangeAction[] {
  return reasonCode === null ? [] : changeWays[reasonCode].actions;
}

/** 顺延 after an upheld 质疑 or 投诉 only where enough qualified suppliers are left (94号令 art 16, 32); after a refusal nobody asks. */
export function asksQualified({ reasonCode, action }: Pick<ChangeContent, 'reasonCode' | 'action'>): boolean {
  return (
    action === 'next_candidate' && (reasonCode === 'CHALLENGE_UPHELD' || reasonCode === 'COMPLAINT_UPHELD')
  );
}

/** 合格供应商符合法定数量, of the method. */
const fewestQualified = ({ winner }: AwardChangeFacts) => (winner === null ? 3 : fewestSuppliers(winner));

export type AwardChangeFacts = {
  readonly content: ChangeContent;
  /** The section has a published result in force, and it is the one that the filing was begun for. */
  readonly announced: boolean;
  /** Of a contract of the section that is in force. */
  readonly contractNo: string | null;
  /** Price of the result that it changes. */
  readonly bargain: { readonly amount: number | null; readonly rate: string };
  /** Another filing of the section is open. */
  readonly otherOpen: boolean;
  /** Who is next among the ranked and has not been excluded; several where they are tied. */
  readonly next: readonly string[];
  /** Whoever wins after it; null where nobody is determined by it. */
  readonly winner: AwardFacts | null;
};

const paper = (purpose: ChangePurpose): ChangeContent['files'][number] => ({
  id: '00000000-0000-7000-8000-000000000902',
  fileName: 'paper.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
  purpose,
});

export const exampleChange: ChangeContent = {
  ...emptyChange,
  reasonCode: 'SUPPLIER_REFUSED',
  reason: 'The winner has refused to sign in writing.',
  action: 'next_candidate',
  contractState: 'unsigned',
  winner: 'Second',
  address: 'Xuchang',
  sizeClass: 'small',
  amount: 90_000_002,
  files: [paper('refusal'), paper('liability')],
};

const example = (
  content: Partial<ChangeContent> = {},
  facts: Partial<Omit<AwardChangeFacts, 'content'>> = {},
): AwardChangeFacts => ({
  content: { ...exampleChange, ...content },
  announced: true,
  contractNo: null,
  bargain: { amount: 90_000_001, rate: '' },
  otherOpen: false,
  next: ['Second'],
  winner: null,
  ...facts,
});
const upheld: Partial<ChangeContent> = {
  reasonCode: 'COMPLAINT_UPHELD',
  documentNo: 'No 3',
  qualified: 3,
  files: [paper('decision')],
};
const corrected: Partial<ChangeContent> = {
  reasonCode: 'OTHER',
  action: 'correct',
  corrections: [{ item: 'Amount', before: '1', after: '2' }],
  files: [paper('proof')],
};
const isBlank = (text: string) => text.trim() === '';

export const awardChangeRules: readonly Rule<AwardChangeFacts>[] = [
  {
    // 已签订未履行的, 撤销合同: first the contract ends, then the result changes.
    id: 'change.contract_in_force',
    article: 'order94/32',
    severity: 'error',
    fields: ['reasonCode'],
    // What the announcement says wrongly is put right without touching the contract.
    appliesTo: ({ content }) => content.action !== 'correct',
    holds: ({ contractNo }) => contractNo === null,
    params: ({ contractNo }) => ({ contractNo: contractNo ?? '' }),
    examples: { passing: [example()], failing: [example({}, { contractNo: 'HT-1' })] },
  },
  {
    id: 'change.bargain_stays',
    article: 'law/50',
    severity: 'error',
    fields: ['amount'],
    appliesTo: ({ content, contractNo }) => content.action === 'correct' && contractNo !== null,
    holds: ({ content, bargain }) => isSameBargain(content, bargain),
    params: ({ contractNo }) => ({ contractNo: contractNo ?? '' }),
    examples: {
      passing: [example({ ...corrected, amount: 90_000_001 }, { contractNo: 'HT-1' })],
      failing: [
        example({ ...corrected, amount: 90_000_002 }, { contractNo: 'HT-1' }),
        example({ ...corrected, amount: 90_000_001, rate: '95%' }, { contractNo: 'HT-1' }),
      ],
    },
  },
  {
    id: 'change.not_announced',
    article: 'system',
    severity: 'error',
    fields: ['reasonCode'],
    appliesTo: ({ contractNo, content }) => contractNo === null || content.action === 'correct',
    holds: ({ announced }) => announced,
    examples: { passing: [example()], failing: [example({}, { announced: false })] },
  },
  {
    id: 'change.other_open',
    article: 'system',
    severity: 'error',
    fields: ['reasonCode'],
    appliesTo: () => true,
    holds: ({ otherOpen }) => !otherOpen,
    examples: { passing: [example()], failing: [example({}, { otherOpen: true })] },
  },
  pathRule({
    id: 'change.required',
    article: 'system',
    severity: 'error',
    broken: ({ content: { reasonCode, reason, action, contractState } }) => [
      ...(reasonCode === null ? ['reasonCode'] : []),
      ...(isBlank(reason) ? ['reason'] : []),
      ...(action === null ? ['action'] : []),
      ...(contractState === null ? ['contractState'] : []),
    ],
    examples: {
      passing: [example()],
      failing: [
        example({ reasonCode: null }),
        example({ reason: ' ' }),
        example({ action: null }),
        example({ contractState: null }),
      ],
    },
  }),
  {
    id: 'change.action_unfit',
    article: 'system',
    severity: 'error',
    fields: ['action'],
    appliesTo: ({ content }) => content.reasonCode !== null && content.action !== null,
    holds: ({ content: { reasonCode, action } }) => actionsFor(reasonCode).some((each) => each === action),
    examples: {
      passing: [example(), example(corrected)],
      failing: [example({ action: 'correct' }), example({ ...corrected, action: 'next_candidate' })],
    },
  },
  {
    id: 'change.document_missing',
    article: 'system',
    severity: 'error',
    fields: ['documentNo'],
    appliesTo: ({ content: { reasonCode } }) =>
      reasonCode !== null && changeWays[reasonCode].numbered === true,
    holds: ({ content }) => !isBlank(content.documentNo),
    examples: { passing: [example(upheld)], failing: [example({ ...upheld, documentNo: '' })] },
  },
  {
    id: 'change.paper_missing',
    article: 'system',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => content.reasonCode !== null,
    holds: ({ content }) => missingPapers(content).length === 0,
    params: ({ content }) => ({ purposes: missingPapers(content).join(' ') }),
    examples: {
      passing: [example(), example(upheld)],
      failing: [example({ files: [] }), example({ files: [paper('refusal')] })],
    },
  },
  {
    id: 'change.winner_missing',
    article: 'regulation/49',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ content }) => content.action === 'next_candidate',
    holds: ({ content }) => !isBlank(content.winner),
    examples: { passing: [example()], failing: [example({ winner: '' })] },
  },
  {
    // 按照评审报告推荐的候选人名单排序: whoever follows, and nobody further down.
    id: 'change.not_next',
    article: 'regulation/49',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ content }) => content.action === 'next_candidate' && !isBlank(content.winner),
    holds: ({ content, next }) => next.includes(content.winner),
    params: ({ next }) => ({ next: next.join('、') }),
    examples: {
      passing: [example()],
      failing: [example({ winner: 'Third' }), example({}, { next: [] })],
    },
  },
  {
    id: 'change.qualified_missing',
    article: 'order94/32',
    severity: 'error',
    fields: ['qualified'],
    appliesTo: ({ content }) => asksQualified(content),
    holds: ({ content }) => content.qualified !== null,
    examples: { passing: [example(upheld)], failing: [example({ ...upheld, qualified: null })] },
  },
  {
    id: 'change.too_few_qualified',
    article: 'order94/32',
    severity: 'error',
    fields: ['qualified'],
    appliesTo: ({ content }) => asksQualified(content) && content.qualified !== null,
    holds: (facts) => (facts.content.qualified ?? 0) >= fewestQualified(facts),
    params: (facts) => ({ fewest: fewestQualified(facts) }),
    examples: {
      passing: [example(upheld)],
      failing: [example({ ...upheld, qualified: 2 })],
    },
  },
  {
    // 已履行的, only damages are left (94号令 art 32).
    id: 'change.performed',
    article: 'order94/32',
    severity: 'error',
    fields: ['contractState'],
    appliesTo: ({ content }) => content.contractState !== null && content.action !== 'correct',
    holds: ({ content }) => content.contractState !== 'performed',
    examples: { passing: [example()], failing: [example({ contractState: 'performed' })] },
  },
  {
    id: 'change.nothing_corrected',
    article: 'system',
    severity: 'error',
    fields: ['corrections'],
    appliesTo: ({ content }) => content.action === 'correct',
    holds: ({ content }) => content.corrections.length > 0,
    examples: { passing: [example(corrected)], failing: [example({ ...corrected, corrections: [] })] },
  },
  pathRule({
    id: 'change.correction_incomplete',
    article: 'system',
    severity: 'error',
    broken: ({ content: { corrections } }) =>
      corrections.flatMap((line, index) =>
        (['item', 'before', 'after'] as const)
          .filter((key) => isBlank(line[key]))
          .map((key) => `corrections.${index}.${key}`),
      ),
    examples: {
      passing: [example(corrected)],
      failing: [example({ ...corrected, corrections: [{ item: 'Amount', before: '', after: '2' }] })],
    },
  }),
];

function missingPapers({ reasonCode, files }: ChangeContent): readonly ChangePurpose[] {
  if (reasonCode === null) return [];
  return changeWays[reasonCode].papers.filter((purpose) => !files.some((file) => file.purpose === purpose));
}

/** The findings on a filing, those on its winner included. */
export function checkAwardChange(facts: AwardChangeFacts): readonly Finding[] {
  return [...check(awardChangeRules, facts), ...checkWinner(facts)];
}

function checkWinner({ content, winner }: AwardChangeFacts): readonly Finding[] {
  if (winner === null) return [];
  return content.action === 'correct' ? checkKept(winner) : checkSuccessor(winner);
}
