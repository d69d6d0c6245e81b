// Where a breach stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages } from '#shared/text/index.ts';

const words = breachPages.timeline;
const back: ReadonlySet<string> = new Set(['breaches.takeBack', 'breaches.return', 'breaches.withdraw']);

export function timelineEntries({
  status,
  history,
}: Pick<Breach, 'status' | 'history'>): readonly TimelineEntry[] {
  return [...historyEntries(history, words, back), ...presentAndNext(status)];
}

function presentAndNext(status: Breach['status']): readonly TimelineEntry[] {
  switch (status) {
    case 'draft':
      return [now(status), next('notify'), next('hear'), next('approve')];
    case 'notified':
    case 'heard':
    case 'returned':
      return [now(status), next('approve')];
    case 'review':
      return [now(status)];
    case 'decided':
    case 'withdrawn':
      return [];
  }
}

function now(status: keyof typeof words.now): TimelineEntry {
  return { key: 'now', state: 'now', title: words.now[status] };
}

function next(key: keyof typeof words.next): TimelineEntry {
  return { key: `next/${key}`, state: 'next', title: words.next[key] };
}
