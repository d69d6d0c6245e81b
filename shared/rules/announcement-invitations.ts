// 邀请招标 (87号令 art 14): among those who qualify the suppliers to be invited are drawn by lot, three at least; an open tender is open to all who qualify.
import type { AnnouncementRuleFacts } from './announcement-facts.ts';
import { exampleAnnouncement } from './announcement-facts.ts';
import type { Rule } from './engine.ts';

type Facts = AnnouncementRuleFacts;
const facts = (parts: Partial<Facts>): Facts => ({
  ...exampleAnnouncement,
  ...{ type: 'PREQUALIFICATION', method: 'INVITED_TENDER', inviteRule: 'RANDOM_N' },
  ...parts,
});

export const invitationRules: readonly Rule<Facts>[] = [
  {
    id: 'announcement.invited_at_random',
    article: 'order87/14',
    severity: 'error',
    fields: ['inviteRule'],
    appliesTo: ({ type, method, inviteRule }) =>
      type === 'PREQUALIFICATION' && method === 'INVITED_TENDER' && inviteRule !== null,
    holds: ({ inviteRule }) => inviteRule === 'RANDOM_N',
    examples: { passing: [facts({})], failing: [facts({ inviteRule: 'ALL' })] },
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
      passing: [facts({ method: 'OPEN_TENDER', inviteRule: 'ALL' })],
      failing: [facts({ method: 'OPEN_TENDER' })],
    },
  },
];
