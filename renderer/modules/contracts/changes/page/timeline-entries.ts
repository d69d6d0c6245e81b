// Where a change stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import { contractChangePages } from '#shared/text/index.ts';

const words = contractChangePages.timeline;
const back: ReadonlySet<string> = new Set(['contractChanges.takeBack', 'contractChanges.return']);

export function timelineEntries({
  status,
  history,
}: Pick<ContractChange, 'status' | 'history'>): readonly TimelineEntry[] {
  return [...historyEntries(history, words, back), ...presentAndNext(status)];
}

function presentAndNext(status: ContractChange['status']): readonly TimelineEntry[] {
  switch (status) {
    case 'draft':
    case 'returned':
      return [now(status), next('approve'), next('publish')];
    case 'review':
      return [now(status), next('publish')];
    case 'approved':
      return [now(status)];
    case 'published':
      return [];
  }
}

function now(status: keyof typeof words.now): TimelineEntry {
  return { key: 'now', state: 'now', title: words.now[status] };
}

function next(key: keyof typeof words.next): TimelineEntry {
  return { key: `next/${key}`, state: 'next', title: words.next[key] };
}
