// Where a contract stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { contractPages } from '#shared/text/index.ts';

const words = contractPages.timeline;
const back: ReadonlySet<string> = new Set([
  'contracts.takeBack',
  'contracts.return',
  'contracts.requestPapers',
  'contractChanges.publish',
]);

export function timelineEntries({ status, history }: Contract): readonly TimelineEntry[] {
  return [...historyEntries(history, words, back), ...presentAndNext(status)];
}

function presentAndNext(status: Contract['status']): readonly TimelineEntry[] {
  switch (status) {
    case 'draft':
    case 'returned':
      return [now(status), next('approve'), next('publish'), next('receive')];
    case 'review':
      return [now(status), next('publish'), next('receive')];
    case 'approved':
      return [now(status), next('receive')];
    case 'papers':
      return [now(status), next('receive')];
    case 'submitted':
      return [now(status)];
    case 'received':
    case 'terminated':
      return [];
  }
}

function now(status: keyof typeof words.now): TimelineEntry {
  return { key: 'now', state: 'now', title: words.now[status] };
}

function next(key: keyof typeof words.next): TimelineEntry {
  return { key: `next/${key}`, state: 'next', title: words.next[key] };
}
