// Who is invited: by 资格预审公告, from a library or on recommendation (87号令 art 14; 74号令 art 12; 财库〔2014〕214号 art 6). An invited tender draws three or more
// by lot from those who qualify; an open tender is open to all who qualify.
import { isDrawn, recommendedByBoth } from '#shared/codes/announcement-kinds.ts';
import {
  type AnnouncementRuleFacts,
  exampleAnnouncement,
  type InvitationFacts,
  type InvitedFact,
} from './announcement-facts.ts';
import { pathRule, type Rule } from './engine.ts';

type Facts = AnnouncementRuleFacts;
const prequalification = (parts: Partial<Facts>): Facts => ({
  ...exampleAnnouncement,
  ...{ type: 'PREQUALIFICATION', method: 'INVITED_TENDER', inviteRule: 'RANDOM_N' },
  ...parts,
});

/** 法 art 34 and the decrees: no fewer are invited, whatever the method. */
const fewest = 3;

const candidate = (no: number, parts: Partial<InvitedFact> = {}): InvitedFact => ({
  name: `Supplier ${no}`,
  uscc: `code ${no}`,
  wrongCode: false,
  invited: no <= fewest,
  recommendedBy: null,
  otherName: null,
  ban: null,
  ...parts,
});
const candidates = (count: number, of: (no: number) => Partial<InvitedFact> = () => ({})) =>
  Array.from({ length: count }, (_, index) => candidate(index + 1, of(index + 1)));

const drawn: InvitationFacts = {
  source: 'LIBRARY',
  prequalified: false,
  applying: null,
  number: fewest,
  candidates: candidates(2 * fewest),
  purchaserStaff: 2,
  drawnLater: false,
};
const invited = (parts: Partial<InvitationFacts>, method = 'INVITED_TENDER'): Facts => ({
  ...exampleAnnouncement,
  type: 'TENDER_INVITATION',
  method,
  invitation: { ...drawn, ...parts },
});
const passed = (parts: Partial<InvitationFacts>, method = 'INVITED_TENDER') =>
  invited({ source: 'PREQUALIFICATION', prequalified: true, ...parts }, method);

type Group = {
  readonly key: string;
  readonly article: string;
  readonly methods: readonly [string, ...string[]];
};
const tenders: Group = { key: 'tender', article: 'order87/14', methods: ['INVITED_TENDER', 'OPEN_TENDER'] };
const negotiations: readonly Group[] = [
  { key: 'negotiation', article: 'order74/12', methods: ['COMPETITIVE_NEGOTIATION', 'INQUIRY'] },
  { key: 'consultation', article: 'caiku-2014-214/6', methods: ['COMPETITIVE_CONSULTATION'] },
];
const groups: readonly Group[] = [tenders, ...negotiations];

/** Each method has a decree of its own: a rule for each of them. */
export function invitationRule(id: string, key: string): string {
  return `${id}.${key}`;
}
export const invitationGroups: readonly string[] = groups.map(({ key }) => key);
/** Of these purchaser and reviewers recommend, each for themselves. */
export const recommendingGroups: readonly string[] = negotiations.map(({ key }) => key);

type Asked = (invitation: InvitationFacts, facts: Facts) => boolean;
type Definition = {
  readonly id: string;
  readonly fields: readonly string[];
  readonly applies?: Asked;
  readonly holds: Asked;
  readonly params?: (invitation: InvitationFacts) => Readonly<Record<string, string | number>>;
};

function rule(
  { id, fields, applies = () => true, holds, params }: Definition,
  article: string,
  examples: Rule<Facts>['examples'],
  methods: readonly string[] = [],
): Rule<Facts> {
  return {
    id,
    article,
    severity: 'error',
    fields,
    appliesTo: (facts) =>
      facts.invitation !== null &&
      (methods.length === 0 || methods.includes(facts.method)) &&
      applies(facts.invitation, facts),
    holds: (facts) => facts.invitation === null || holds(facts.invitation, facts),
    params: ({ invitation }) => (invitation === null ? {} : (params?.(invitation) ?? {})),
    examples,
  };
}

function countOf({ candidates: all }: InvitationFacts): number {
  return all.filter((each) => each.invited === true).length;
}

const purchaserCount = ({ candidates: all }: InvitationFacts) =>
  all.filter(({ recommendedBy }) => recommendedBy === 'PURCHASER').length;
const saidOfAll = ({ candidates: all }: InvitationFacts) =>
  all.length > 0 && all.every((each) => each.invited !== null);
const recommended = (count: number, purchaser: number, method: string) =>
  invited(
    {
      source: 'RECOMMENDED',
      candidates: candidates(count, (no) => ({
        recommendedBy: no <= purchaser ? 'PURCHASER' : 'REVIEWER',
      })),
    },
    method,
  );

export const invitationRules: readonly Rule<Facts>[] = [
  {
    id: 'announcement.invited_at_random',
    article: 'order87/14',
    severity: 'error',
    fields: ['inviteRule'],
    appliesTo: ({ type, method, inviteRule }) =>
      type === 'PREQUALIFICATION' && method === 'INVITED_TENDER' && inviteRule !== null,
    holds: ({ inviteRule }) => inviteRule === 'RANDOM_N',
    examples: { passing: [prequalification({})], failing: [prequalification({ inviteRule: 'ALL' })] },
  },
  {
    id: 'announcement.open_to_all',
    article: 'order87/14',
    severity: 'error',
    fields: ['inviteRule'],
    appliesTo: ({ type, method, inviteRule }) =>
      type === 'PREQUALIFICATION' && method === 'OPEN_TENDER' && inviteRule !== null,
    holds: ({ inviteRule }) => inviteRule === 'ALL',
    examples: {
      passing: [prequalification({ method: 'OPEN_TENDER', inviteRule: 'ALL' })],
      failing: [prequalification({ method: 'OPEN_TENDER' })],
    },
  },
  rule(
    {
      id: 'announcement.invited_prequalified',
      fields: ['inviteSource'],
      applies: ({ prequalified, source }) => prequalified && source !== null,
      holds: ({ source }) => source === 'PREQUALIFICATION',
    },
    'order87/14',
    { passing: [passed({})], failing: [passed({ source: 'LIBRARY' })] },
  ),
  rule(
    {
      // Who passed is known of a published 资格预审公告 alone; the other methods have no such notice.
      id: 'announcement.invited_unqualified',
      fields: ['inviteSource'],
      applies: ({ prequalified }) => !prequalified,
      holds: ({ source }) => source !== 'PREQUALIFICATION',
    },
    'system',
    { passing: [invited({})], failing: [invited({ source: 'PREQUALIFICATION' })] },
  ),
  rule(
    {
      id: 'announcement.invited_early',
      fields: ['inviteSource'],
      holds: ({ applying }) => applying === null,
      params: ({ applying }) => ({ until: applying ?? '' }),
    },
    'order87/14',
    { passing: [passed({})], failing: [passed({ applying: '2026-03-12T09:30' })] },
  ),
  ...groups.map(({ key, article, methods }) =>
    rule(
      {
        id: invitationRule('announcement.invited_fewest', key),
        fields: ['candidates'],
        applies: saidOfAll,
        holds: (invitation) => countOf(invitation) >= fewest,
        params: (invitation) => ({ count: countOf(invitation), fewest }),
      },
      article,
      {
        passing: [invited({}, methods[0])],
        failing: [invited({ candidates: candidates(fewest - 1) }, methods[0])],
      },
      methods,
    ),
  ),
  rule(
    {
      id: 'announcement.invited_twice_as_many',
      fields: ['candidates'],
      applies: ({ source, number }) => source !== null && source !== 'PREQUALIFICATION' && number !== null,
      holds: ({ candidates: all, number }) => all.length >= 2 * (number ?? 0),
      params: ({ candidates: all, number }) => ({ count: all.length, least: 2 * (number ?? 0) }),
    },
    'order87/14',
    {
      passing: [invited({}), invited({ source: 'RECOMMENDED' })],
      failing: [
        invited({ candidates: candidates(2 * fewest - 1) }),
        invited({ source: 'RECOMMENDED', number: fewest + 1 }),
      ],
    },
    ['INVITED_TENDER'],
  ),
  rule(
    {
      // Where fewer have passed than were to be drawn, all of them may be invited, as their notice has said.
      id: 'announcement.invited_number',
      fields: ['candidates'],
      applies: (invitation, { method }) =>
        isDrawn(method, invitation.source) && invitation.number !== null && saidOfAll(invitation),
      holds: (invitation) => {
        const { number, candidates: all, source } = invitation;
        const wanted = source === 'PREQUALIFICATION' ? Math.min(number ?? 0, all.length) : number;
        return countOf(invitation) === wanted;
      },
      params: (invitation) => ({ count: countOf(invitation), number: invitation.number ?? 0 }),
    },
    'system',
    {
      passing: [
        invited({}),
        passed({ number: 5, candidates: candidates(4, () => ({ invited: true })) }),
        invited({ source: 'RECOMMENDED', number: 5 }, 'COMPETITIVE_NEGOTIATION'),
      ],
      failing: [invited({ number: 4, candidates: candidates(8) }), passed({ number: 4 })],
    },
  ),
  rule(
    {
      id: 'announcement.invited_all_passed',
      fields: ['candidates'],
      applies: saidOfAll,
      holds: ({ candidates: all }) => all.every((each) => each.invited === true),
    },
    'order87/14',
    {
      passing: [passed({ candidates: candidates(4, () => ({ invited: true })) }, 'OPEN_TENDER')],
      failing: [passed({}, 'OPEN_TENDER')],
    },
    ['OPEN_TENDER'],
  ),
  ...negotiations.map(({ key, article, methods }) =>
    rule(
      {
        id: invitationRule('announcement.invited_half', key),
        fields: ['candidates'],
        applies: (invitation, { method }) =>
          recommendedByBoth(method, invitation.source) &&
          invitation.candidates.length > 0 &&
          invitation.candidates.every(({ recommendedBy }) => recommendedBy !== null),
        holds: (invitation) =>
          purchaserCount(invitation) > 0 && 2 * purchaserCount(invitation) <= invitation.candidates.length,
        params: (invitation) => ({
          count: purchaserCount(invitation),
          all: invitation.candidates.length,
        }),
      },
      article,
      {
        passing: [recommended(4, 2, methods[0]), recommended(5, 1, methods[0])],
        failing: [recommended(3, 2, methods[0]), recommended(3, 0, methods[0])],
      },
      methods,
    ),
  ),
  rule(
    {
      id: 'announcement.invited_witnesses',
      fields: ['drawWitnesses'],
      holds: ({ purchaserStaff }) => purchaserStaff >= 2,
      params: ({ purchaserStaff }) => ({ count: purchaserStaff }),
    },
    'order87/14',
    { passing: [invited({})], failing: [invited({ purchaserStaff: 1 })] },
    ['INVITED_TENDER'],
  ),
  rule(
    {
      id: 'announcement.invited_draw_later',
      fields: ['drawAt'],
      applies: ({ source }, { method }) => isDrawn(method, source),
      holds: ({ drawnLater }) => !drawnLater,
    },
    'system',
    { passing: [invited({})], failing: [invited({ drawnLater: true })] },
  ),
  ofCandidates(
    'announcement.invited_code',
    'system',
    'error',
    'uscc',
    ({ wrongCode }) => wrongCode,
    () => ({}),
    { wrongCode: true },
  ),
  ofCandidates(
    'announcement.invited_once',
    'system',
    'error',
    'uscc',
    ({ uscc }, all, index) => uscc !== '' && all.findIndex((each) => each.uscc === uscc) < index,
    ({ name }) => ({ name }),
    { uscc: 'code 1' },
  ),
  ofCandidates(
    'announcement.invited_name',
    'system',
    'warning',
    'name',
    ({ otherName }) => otherName !== null,
    ({ otherName }) => ({ name: otherName ?? '' }),
    { otherName: 'Another name' },
  ),
  ofCandidates(
    'announcement.invited_banned',
    'law/77',
    'error',
    'name',
    ({ ban }) => ban !== null,
    ({ name, ban }) => ({ name, document: ban?.document ?? '', until: ban?.until ?? '' }),
    { ban: { document: 'decision 1', until: '2027-01-20' } },
  ),
];

const correcting = (aboutInvited: Facts['aboutInvited'], method: string): Facts => ({
  ...exampleAnnouncement,
  ...{ type: 'INVITATION_CORRECTION', method, aboutInvited },
});

/** They are chosen before the invitation goes out, each has its days from then on, and nobody else is invited afterwards. */
export const correctedInvitationRules: readonly Rule<Facts>[] = [
  ...groups.map(({ key, article, methods }) =>
    pathRule<Facts>({
      id: invitationRule('announcement.invited_corrected', key),
      article,
      severity: 'error',
      appliesTo: ({ method }) => methods.includes(method),
      broken: ({ aboutInvited }) => aboutInvited.named.map((index) => `corrections.${index}`),
      examples: {
        passing: [correcting({ named: [], worded: [] }, methods[0])],
        failing: [correcting({ named: [0], worded: [] }, methods[0])],
      },
    }),
  ),
  pathRule<Facts>({
    id: 'announcement.invited_reworded',
    article: 'system',
    severity: 'warning',
    broken: ({ aboutInvited }) => aboutInvited.worded.map((index) => `corrections.${index}`),
    examples: {
      passing: [correcting({ named: [], worded: [] }, 'INVITED_TENDER')],
      failing: [correcting({ named: [], worded: [1] }, 'INVITED_TENDER')],
    },
  }),
];

/** 87号令 art 69; 74号令 art 18; 财库〔2014〕214号 art 29: who was recommended, and why, is made public with the result. */
const published: readonly Group[] = [
  { ...tenders, article: 'order87/69' },
  ...negotiations.map((group) => ({
    ...group,
    article: group.key === 'consultation' ? 'caiku-2014-214/29' : 'order74/18',
  })),
];

export const recommendationRules: readonly Rule<Facts>[] = published.map(({ key, article, methods }) => {
  const facts = (recommendation: Facts['recommendation']): Facts => ({
    ...exampleAnnouncement,
    type: 'RESULT',
    method: methods[0],
    recommendation,
  });
  return {
    id: invitationRule('announcement.recommendations_unsaid', key),
    article,
    severity: 'error',
    fields: ['recommendList'],
    appliesTo: ({ method, recommendation }) => methods.includes(method) && recommendation !== null,
    holds: ({ recommendation }) => recommendation !== 'missing',
    examples: { passing: [facts('attached')], failing: [facts('missing')] },
  };
});

/** Asked of each candidate; the message names the first. */
function ofCandidates(
  id: string,
  article: string,
  severity: Rule<Facts>['severity'],
  column: string,
  isWrong: (each: InvitedFact, all: readonly InvitedFact[], index: number) => boolean,
  params: (first: InvitedFact) => Readonly<Record<string, string>>,
  wrong: Partial<InvitedFact>,
): Rule<Facts> {
  const wrongIn = ({ invitation }: Facts) =>
    (invitation?.candidates ?? []).flatMap((each, index, all) => (isWrong(each, all, index) ? [index] : []));
  return pathRule({
    id,
    article,
    severity,
    broken: (facts) => wrongIn(facts).map((index) => `candidates.${index}.${column}`),
    params: (facts) => {
      const first = facts.invitation?.candidates[wrongIn(facts)[0] ?? -1];
      return first === undefined ? {} : params(first);
    },
    examples: {
      passing: [invited({})],
      failing: [invited({ candidates: candidates(2 * fewest, (no) => (no === 2 ? wrong : {})) })],
    },
  });
}
