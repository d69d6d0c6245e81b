import type { SyncStatus } from '#shared/contract/events.ts';
import { appText } from '#shared/text/index.ts';

const { sync } = appText;

export function syncStateWords(state: SyncStatus['state']): string {
  switch (state) {
    case 'synced':
      return sync.synced;
    case 'syncing':
      return sync.syncing(0);
    case 'offline':
      return sync.offline(0, 0);
    case 'needs_attention':
      return sync.needsAttention;
  }
}
