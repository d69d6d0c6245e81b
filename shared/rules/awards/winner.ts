// Whoever is determined, also in place of another: neither excluded nor rejected, with what the announcement says of them (法 24, 36, 77; 87号令 69; 财库〔2020〕46号).
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { pathRule, type Rule } from '../engine.ts';
import { example, exampleUscc, oneMember, passedOver, second } from './example.ts';
import { type AwardFacts, isBlank, isInvited, winnerIn } from './facts.ts';

export const winnerRules: readonly Rule<AwardFacts>[] = [
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
    // Only who was invited may bid (法 art 34, 38).
    id: 'award.winner_uninvited',
    article: 'law/34',
    severity: 'error',
    fields: ['winner'],
    appliesTo: ({ invited, content }) => invited !== null && !isBlank(content.winner),
    holds: isInvited,
    examples: {
      passing: [
        example({}, { invited: [{ name: 'First before', uscc: exampleUscc }] }),
        example(
          { ...second, passedOver: [passedOver('First')] },
          { invited: [{ name: 'Second', uscc: exampleUscc }] },
        ),
      ],
      failing: [
        example({}, { invited: [] }),
        example(
          { ...second, passedOver: [passedOver('First')] },
          { invited: [{ name: 'First', uscc: exampleUscc }] },
        ),
      ],
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
    // Anybody may have written that name down: it is told, and keeps nobody from winning. Who is excluded, the code says.
    id: 'award.known_otherwise',
    article: 'system',
    severity: 'warning',
    fields: ['winner'],
    appliesTo: ({ knownName }) => knownName !== null,
    holds: ({ knownName, content }) => normaliseName(knownName ?? '') === normaliseName(content.winner),
    params: ({ knownName }) => ({ name: knownName }),
    examples: {
      passing: [example({}, { knownName: 'First' })],
      failing: [example({}, { knownName: 'First before' })],
    },
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
];
