// What the badge says, as a function of the status alone.
import type { SyncStatus } from '#shared/contract/events.ts';
import { appText } from '#shared/text/index.ts';

export type BadgeTone = 'good' | 'busy' | 'quiet' | 'alert';
export type BadgeWords = { readonly text: string; readonly tone: BadgeTone };

const { sync } = appText;

export function badgeWords(status: SyncStatus | undefined): BadgeWords {
  if (status === undefined) return { text: sync.unknown, tone: 'quiet' };
  switch (status.state) {
    case 'synced':
      return { text: sync.synced, tone: 'good' };
    case 'syncing':
      return { text: sync.syncing(status.bootstrapRows ?? status.waiting), tone: 'busy' };
    case 'offline':
      return { text: sync.offline(status.waiting), tone: 'quiet' };
    case 'needs_attention':
      return { text: sync.attention(status.attention), tone: 'alert' };
  }
}
