// Where a result stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { Award } from '#shared/domain/awards/model.ts';
import { awardPages } from '#shared/text/index.ts';

const words = awardPages.timeline;
const back: ReadonlySet<string> = new Set(['awards.takeBack', 'awards.return', 'awards.reopen']);

export function timelineEntries({ status, history }: Award, due: string | null): readonly TimelineEntry[] {
  return [...historyEntries(history, words, back), ...presentAndNext(status, due)];
}

function presentAndNext(status: Award['status'], due: string | null): readonly TimelineEntry[] {
  const next = (key: keyof typeof words.next): TimelineEntry => ({
    key: `next/${key}`,
    state: 'next',
    title: words.next[key],
  });
  switch (status) {
    case 'draft':
    case 'returned':
    case 'review': {
      const now: TimelineEntry = {
        key: 'now',
        state: 'now',
        title: words.now[status],
        ...(due === null ? {} : { note: awardPages.guide.due(due) }),
      };
      return status === 'review' ? [now, next('publish')] : [now, next('confirm'), next('publish')];
    }
    case 'confirmed':
      return [{ key: 'now', state: 'now', title: words.now.confirmed }];
    case 'published':
    case 'void':
      return [];
  }
}
