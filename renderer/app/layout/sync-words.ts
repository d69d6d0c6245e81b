// What the badge says, as a function of the status alone.
import type { RebuildProgress, SyncStatus } from '#shared/contract/events.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeError } from '#shared/text/index.ts';

export type BadgeTone = 'good' | 'busy' | 'quiet' | 'alert';
export type BadgeWords = { readonly text: string; readonly tone: BadgeTone };

const { sync } = appText;

export function badgeWords(status: SyncStatus | undefined): BadgeWords {
  if (status === undefined) return { text: sync.unknown, tone: 'quiet' };
  const { state, rebuild } = status;
  // What concerns the connection, or waits for an answer, is said first; the page itself tells of the rebuild.
  if (rebuild !== null && (state === 'synced' || state === 'syncing')) {
    return rebuild.problem === null
      ? { text: sync.rebuilding(rebuildPercent(rebuild)), tone: 'busy' }
      : { text: sync.rebuildStopped, tone: 'alert' };
  }
  switch (state) {
    case 'synced':
      return { text: sync.synced, tone: 'good' };
    case 'syncing':
      // Files alone take their time; that is no reason to say that the rest is not up to date.
      return status.waiting === 0 && status.bootstrapRows === null && status.files.waiting > 0
        ? { text: sync.filesWaiting(status.files.waiting), tone: 'busy' }
        : { text: sync.syncing(status.bootstrapRows ?? status.waiting), tone: 'busy' };
    case 'offline':
      return { text: sync.offline(status.waiting, status.files.waiting), tone: 'quiet' };
    case 'needs_attention':
      if (status.attention === 0 && status.error === null && status.files.failed.length > 0) {
        return { text: sync.filesFailed(status.files.failed.length), tone: 'alert' };
      }
      return { text: sync.attention(status.attention), tone: 'alert' };
  }
}

/** Of a hundred; a hundred would say that it is over. */
export function rebuildPercent({ done, total }: RebuildProgress): number {
  return total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));
}

/** Why it does not go on. A full disk has words of its own for it. */
export function rebuildProblem(problem: AppError): string {
  const words = describeError(problem);
  return problem.code === 'disk_full' ? words : appText.rebuild.stopped(words);
}
