import type { RebuildProgress, SyncStatus } from '#shared/contract/events.ts';
import { useAsk } from './use-ask.ts';
import { useSession } from './use-session.ts';

/** What the badge shows; undefined while nobody's files are open. */
export function useSyncStatus(): SyncStatus | undefined {
  const session = useSession();
  const open = session !== undefined && session.actor !== null && !session.locked;
  return useAsk('sync.status', {}, { enabled: open }).data;
}

/** Null: every row is where it belongs, and lists are complete. */
export function useRebuild(): RebuildProgress | null {
  return useSyncStatus()?.rebuild ?? null;
}
