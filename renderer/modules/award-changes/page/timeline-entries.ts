// Where a filing stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import { awardChangePages } from '#shared/text/index.ts';
import { isWon } from '../form/changed-result.ts';

const words = awardChangePages.timeline;
const back: ReadonlySet<string> = new Set([
  'awardChanges.takeBack',
  'awardChanges.return',
  'awardChanges.giveUp',
]);

export function timelineEntries(
  { status, history, content }: AwardChange,
  toBeEnded: boolean,
): readonly TimelineEntry[] {
  return [
    ...historyEntries(history, words, back),
    ...(toBeEnded ? [next('end')] : presentAndNext(status, content.action)),
  ];
}

function next(key: keyof typeof words.next): TimelineEntry {
  return { key: `next/${key}`, state: 'next', title: words.next[key] };
}

function presentAndNext(
  status: AwardChange['status'],
  action: AwardChange['content']['action'],
): readonly TimelineEntry[] {
  // Before a way is chosen, nobody knows how it ends.
  const last = action === null ? [] : [next(isWon(action) ? 'publish' : 'end')];
  switch (status) {
    case 'draft':
    case 'returned':
      return [{ key: 'now', state: 'now', title: words.now[status] }, next('approve'), ...last];
    case 'review':
      return [{ key: 'now', state: 'now', title: words.now.review }, ...last];
    case 'approved':
      return [{ key: 'now', state: 'now', title: words.now.approved }];
    case 'closed':
    case 'announced':
    case 'lapsed':
      return [];
  }
}
