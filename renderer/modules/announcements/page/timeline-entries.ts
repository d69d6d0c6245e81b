// Where an announcement stands, as one line of time: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries, inOrder, pushEntries } from '#renderer/ui/record/timeline-entries.ts';
import { type Announcement, statusGroupOf } from '#shared/domain/announcements/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { announcementPages, invitationPages } from '#shared/text/index.ts';

const ofNotices = announcementPages.timeline;
const { steps, approved, publish } = invitationPages.timeline;
/** An invitation is sent out, and published to nobody. */
const ofInvitations = {
  ...ofNotices,
  steps: { ...ofNotices.steps, ...steps },
  now: { ...ofNotices.now, approved },
  next: { ...ofNotices.next, publish },
};

function wordsOf(announcement: Announcement): typeof ofNotices | typeof ofInvitations {
  return statusGroupOf(announcement) === 'announcements.sending' ? ofInvitations : ofNotices;
}

const back: ReadonlySet<string> = new Set([
  'announcements.takeBack',
  'announcements.return',
  'announcements.withdraw',
]);

export function timelineEntries(announcement: Announcement, now: number): readonly TimelineEntry[] {
  const { history, push } = announcement;
  const words = wordsOf(announcement);
  const happened = inOrder([...historyEntries(history, words, back), ...pushEntries(push, words)]);
  return [...happened, ...presentAndNext(announcement, now)];
}

function presentAndNext(announcement: Announcement, now: number): readonly TimelineEntry[] {
  const { status, push, displayUntil } = announcement;
  const words = wordsOf(announcement);
  const at = (title: string): TimelineEntry => ({ key: 'now', state: 'now', title });
  const next = (key: 'review' | 'publish'): TimelineEntry => ({
    key: `next/${key}`,
    state: 'next',
    title: words.next[key],
  });
  switch (status) {
    case 'draft':
    case 'returned':
      return [at(words.now[status]), next('review'), next('publish')];
    case 'review':
      return [at(words.now.review), next('publish')];
    case 'approved':
      return [at(words.now.approved), next('publish')];
    case 'published': {
      const waits =
        push.status === 'waiting' || push.status === 'received' ? [at(words.now[push.status])] : [];
      if (displayUntil === null) return waits;
      const over = toPlainDate(now) > displayUntil;
      const title = over ? words.ended(displayUntil) : words.next.display(displayUntil);
      return [...waits, { key: 'display', state: over ? 'done' : 'next', title }];
    }
    case 'withdrawn':
      return [];
  }
}
