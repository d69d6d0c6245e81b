// 质疑登记 and 质疑答复 (法 52-54, 条例 53-54, 94号令 10-16): what must be there, which day may not lie before which, and what may follow from an answer.
// A supplier's letter is received whatever is wrong with it (94号令 art 13), so what the supplier has left out or sent too late is only told.
import type { ChallengeContent, Reply } from '#shared/domain/challenges/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { readTelephones } from '#shared/kernel/telephone.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { check, type Finding, pathRule, type Rule } from './engine.ts';

export type ChallengeFacts = {
  readonly content: ChallengeContent;
  readonly today: PlainDate;
  /** Of the chosen sections, those of the project that have been announced. */
  readonly announced: readonly string[];
  /** Last day on which the supplier could object; null where it is not known from when. */
  readonly inTimeUntil: PlainDate | null;
};

export const exampleChallenge: ChallengeContent = {
  sectionIds: ['a'],
  stage: 'result',
  supplierName: 'Example Supplier',
  supplierUscc: '',
  supplierContact: 'Zhang',
  supplierPhone: '0374-2961598',
  letterNo: '',
  sentOn: null,
  receivedOn: '2026-03-10',
  knownOn: '2026-03-04',
  matters: 'The bids were not scored as the document says.',
  mayAffectResult: true,
  files: [
    {
      id: '00000000-0000-7000-8000-000000000900',
      fileName: 'letter.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
    },
  ],
};

const example = (
  content: Partial<ChallengeContent> = {},
  facts: Partial<Omit<ChallengeFacts, 'content'>> = {},
): ChallengeFacts => ({
  content: { ...exampleChallenge, ...content },
  today: '2026-03-10',
  announced: ['a'],
  inTimeUntil: '2026-03-13',
  ...facts,
});

/** What a registered challenge says at least. */
export const requiredFields = [
  'sectionIds',
  'stage',
  'supplierName',
  'receivedOn',
  'matters',
  'mayAffectResult',
] as const satisfies readonly (keyof ChallengeContent)[];

function isMissing(value: ChallengeContent[keyof ChallengeContent]): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Both days are known and the first lies behind the second. */
const behind = (first: PlainDate | null, second: PlainDate | null) =>
  first !== null && second !== null && first > second;

export const challengeRules: readonly Rule<ChallengeFacts>[] = [
  pathRule({
    id: 'challenge.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) => requiredFields.filter((field) => isMissing(content[field])),
    examples: { passing: [example()], failing: [example({ stage: null }), example({ matters: ' ' })] },
  }),
  {
    id: 'challenge.sections',
    article: 'system',
    severity: 'error',
    fields: ['sectionIds'],
    appliesTo: ({ content }) => content.sectionIds.length > 0,
    holds: ({ content, announced }) => content.sectionIds.every((id) => announced.includes(id)),
    examples: { passing: [example()], failing: [example({ sectionIds: ['a', 'b'] })] },
  },
  {
    id: 'challenge.uscc',
    article: 'system',
    severity: 'error',
    fields: ['supplierUscc'],
    appliesTo: ({ content }) => content.supplierUscc.trim() !== '',
    holds: ({ content }) => isValidUscc(content.supplierUscc),
    examples: {
      passing: [example({ supplierUscc: '11411000005712349F' })],
      failing: [example({ supplierUscc: '91410000000000000X' })],
    },
  },
  {
    id: 'challenge.phone',
    article: 'system',
    severity: 'warning',
    fields: ['supplierPhone'],
    appliesTo: ({ content }) => content.supplierPhone.trim() !== '',
    holds: ({ content }) => readTelephones(content.supplierPhone).unread.length === 0,
    params: ({ content }) => ({ unread: readTelephones(content.supplierPhone).unread.join('、') }),
    examples: { passing: [example()], failing: [example({ supplierPhone: 'see the letter' })] },
  },
  {
    id: 'challenge.received_future',
    article: 'system',
    severity: 'error',
    fields: ['receivedOn'],
    appliesTo: () => true,
    holds: ({ content, today }) => !behind(content.receivedOn, today),
    params: ({ today }) => ({ today }),
    examples: { passing: [example()], failing: [example({ receivedOn: '2026-03-11' })] },
  },
  {
    id: 'challenge.sent_after_received',
    article: 'system',
    severity: 'error',
    fields: ['sentOn'],
    appliesTo: () => true,
    holds: ({ content }) => !behind(content.sentOn, content.receivedOn),
    examples: { passing: [example({ sentOn: '2026-03-08' })], failing: [example({ sentOn: '2026-03-11' })] },
  },
  {
    id: 'challenge.known_after_received',
    article: 'system',
    severity: 'error',
    fields: ['knownOn'],
    appliesTo: () => true,
    holds: ({ content }) => !behind(content.knownOn, content.receivedOn),
    examples: { passing: [example()], failing: [example({ knownOn: '2026-03-11' })] },
  },
  {
    // A letter that was posted in time is in time (94号令 art 42).
    id: 'challenge.late',
    article: 'law/52',
    severity: 'warning',
    fields: ['receivedOn'],
    appliesTo: ({ inTimeUntil }) => inTimeUntil !== null,
    holds: ({ content, inTimeUntil }) => !behind(content.sentOn ?? content.receivedOn, inTimeUntil),
    params: ({ inTimeUntil }) => ({ until: inTimeUntil }),
    examples: {
      passing: [
        example(),
        example({ sentOn: '2026-03-13', receivedOn: '2026-03-16' }, { today: '2026-03-16' }),
      ],
      failing: [example({ receivedOn: '2026-03-16' }, { today: '2026-03-16' })],
    },
  },
  {
    id: 'challenge.letter',
    article: 'order94/12',
    severity: 'warning',
    fields: ['files'],
    appliesTo: () => true,
    holds: ({ content }) => content.files.length > 0,
    examples: { passing: [example()], failing: [example({ files: [] })] },
  },
];

/** The findings on a challenge to be registered. */
export function checkChallenge(facts: ChallengeFacts): readonly Finding[] {
  return check(challengeRules, facts);
}

export type ReplyFacts = {
  readonly reply: Reply;
  readonly stage: ChallengeContent['stage'];
  readonly mayAffectResult: ChallengeContent['mayAffectResult'];
  readonly receivedOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly today: PlainDate;
};

export const exampleReply: Reply = {
  conclusion: 'dismissed',
  consequence: null,
  text: 'It is not so.',
  repliedOn: '2026-03-12',
  servedOn: '2026-03-12',
  service: 'direct',
  files: exampleChallenge.files,
};

const answered = (
  reply: Partial<Reply> = {},
  facts: Partial<Omit<ReplyFacts, 'reply'>> = {},
): ReplyFacts => ({
  reply: { ...exampleReply, ...reply },
  stage: 'result',
  mayAffectResult: true,
  receivedOn: '2026-03-10',
  due: '2026-03-19',
  today: '2026-03-12',
  ...facts,
});

/** 94号令 art 16: what may follow from an upheld challenge, by what it was about. */
const possible: {
  readonly [S in NonNullable<ReplyFacts['stage']>]: readonly NonNullable<Reply['consequence']>[];
} = {
  document: ['go_on', 'amend_and_go_on', 'amend_and_restart'],
  process: ['go_on', 'next_candidate', 'restart'],
  result: ['go_on', 'next_candidate', 'restart'],
};

export function consequencesFor(stage: ReplyFacts['stage']): readonly NonNullable<Reply['consequence']>[] {
  return stage === null ? [] : possible[stage];
}

const goOn: ReadonlySet<Reply['consequence']> = new Set(['go_on', 'amend_and_go_on']);

const upheld = ({ reply }: ReplyFacts) => reply.conclusion !== 'dismissed';

export const replyRules: readonly Rule<ReplyFacts>[] = [
  {
    // Whether it may affect the result decides what it holds: nobody answers before it was said.
    id: 'reply.effect_unsaid',
    article: 'regulation/54',
    severity: 'error',
    fields: ['conclusion'],
    appliesTo: () => true,
    holds: ({ mayAffectResult }) => mayAffectResult !== null,
    examples: { passing: [answered()], failing: [answered({}, { mayAffectResult: null })] },
  },
  {
    id: 'reply.future',
    article: 'system',
    severity: 'error',
    fields: ['repliedOn'],
    appliesTo: () => true,
    holds: ({ reply, today }) => !behind(reply.repliedOn, today),
    params: ({ today }) => ({ today }),
    examples: { passing: [answered()], failing: [answered({ repliedOn: '2026-03-13', servedOn: null })] },
  },
  {
    id: 'reply.before_received',
    article: 'system',
    severity: 'error',
    fields: ['repliedOn'],
    appliesTo: () => true,
    holds: ({ reply, receivedOn }) => !behind(receivedOn, reply.repliedOn),
    params: ({ receivedOn }) => ({ receivedOn }),
    examples: { passing: [answered()], failing: [answered({ repliedOn: '2026-03-09' })] },
  },
  {
    id: 'reply.served_before',
    article: 'system',
    severity: 'error',
    fields: ['servedOn'],
    appliesTo: () => true,
    holds: ({ reply, today }) => !behind(reply.repliedOn, reply.servedOn) && !behind(reply.servedOn, today),
    examples: {
      passing: [answered()],
      failing: [answered({ servedOn: '2026-03-11' }), answered({ servedOn: '2026-03-13' })],
    },
  },
  {
    id: 'reply.late',
    article: 'order94/13',
    severity: 'warning',
    fields: ['repliedOn'],
    appliesTo: () => true,
    holds: ({ reply, due }) => !behind(reply.repliedOn, due),
    params: ({ due }) => ({ due }),
    examples: {
      passing: [answered()],
      failing: [answered({ repliedOn: '2026-03-20', servedOn: null }, { today: '2026-03-20' })],
    },
  },
  {
    id: 'reply.consequence_missing',
    article: 'order94/16',
    severity: 'error',
    fields: ['consequence'],
    appliesTo: upheld,
    holds: ({ reply }) => reply.consequence !== null,
    examples: {
      passing: [answered({ conclusion: 'upheld', consequence: 'restart' })],
      failing: [answered({ conclusion: 'upheld' }), answered({ conclusion: 'partly_upheld' })],
    },
  },
  {
    id: 'reply.consequence_unfit',
    article: 'order94/16',
    severity: 'error',
    fields: ['consequence'],
    appliesTo: ({ reply }) => reply.consequence !== null,
    holds: (facts) =>
      upheld(facts) && consequencesFor(facts.stage).some((each) => each === facts.reply.consequence),
    examples: {
      passing: [answered({ conclusion: 'upheld', consequence: 'next_candidate' })],
      failing: [
        answered({ consequence: 'restart' }),
        answered({ conclusion: 'upheld', consequence: 'amend_and_go_on' }),
        answered({ conclusion: 'upheld', consequence: 'next_candidate' }, { stage: 'document' }),
      ],
    },
  },
  {
    // Only what affects the result, or may, changes it (94号令 art 16); by that, too, the sections are held until it is done.
    id: 'reply.effect_denied',
    article: 'order94/16',
    severity: 'error',
    fields: ['consequence'],
    appliesTo: ({ mayAffectResult }) => mayAffectResult === false,
    holds: ({ reply: { consequence } }) => consequence === null || goOn.has(consequence),
    examples: {
      passing: [
        answered({ conclusion: 'upheld', consequence: 'go_on' }, { mayAffectResult: false }),
        answered({}, { mayAffectResult: false }),
      ],
      failing: [
        answered({ conclusion: 'upheld', consequence: 'restart' }, { mayAffectResult: false }),
        answered({ conclusion: 'upheld', consequence: 'next_candidate' }, { mayAffectResult: false }),
      ],
    },
  },
  {
    id: 'reply.letter',
    article: 'order94/15',
    severity: 'warning',
    fields: ['files'],
    appliesTo: () => true,
    holds: ({ reply }) => reply.files.length > 0,
    examples: { passing: [answered()], failing: [answered({ files: [] })] },
  },
];

/** The findings on an answer to a challenge. */
export function checkReply(facts: ReplyFacts): readonly Finding[] {
  return check(replyRules, facts);
}
