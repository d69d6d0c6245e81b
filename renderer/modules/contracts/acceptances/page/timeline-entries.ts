// Where an acceptance stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries, inOrder, pushEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages } from '#shared/text/index.ts';

const words = acceptancePages.timeline;
const back: ReadonlySet<string> = new Set(['acceptances.takeBack', 'acceptances.return']);

export function timelineEntries({
  status,
  history,
  push,
}: Pick<Acceptance, 'status' | 'history' | 'push'>): readonly TimelineEntry[] {
  const happened = inOrder([...historyEntries(history, words, back), ...pushEntries(push, words)]);
  return [...happened, ...presentAndNext({ status, push })];
}

function presentAndNext({ status, push }: Pick<Acceptance, 'status' | 'push'>): readonly TimelineEntry[] {
  switch (status) {
    case 'draft':
    case 'returned':
      return [now(status), next('approve'), next('conclude')];
    case 'review':
      return [now(status), next('conclude')];
    case 'approved':
      return [now(status)];
    case 'concluded':
      return push.status === 'waiting' || push.status === 'received' ? [now(push.status)] : [];
  }
}

function now(status: keyof typeof words.now): TimelineEntry {
  return { key: 'now', state: 'now', title: words.now[status] };
}

function next(key: keyof typeof words.next): TimelineEntry {
  return { key: `next/${key}`, state: 'next', title: words.next[key] };
}
