// Where an announcement stands, as one line of time: what happened, what it waits for now, what is still to come.
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { HistoryEntry } from '#shared/domain/history.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { announcementPages, label } from '#shared/text/index.ts';

const words = announcementPages.timeline;

export type AnnouncementTimelineEntry = {
  readonly key: string;
  readonly state: 'done' | 'back' | 'now' | 'next';
  readonly title: string;
  readonly who?: string;
  readonly at?: number;
  readonly note?: string;
};

const back: ReadonlySet<string> = new Set([
  'announcements.takeBack',
  'announcements.return',
  'announcements.withdraw',
]);
const steps: ReadonlyMap<string, string> = new Map(Object.entries(words.steps));

export function timelineEntries(
  announcement: Announcement,
  now: number,
): readonly AnnouncementTimelineEntry[] {
  const happened = [...announcement.history.map(historyEntry), ...pushEntries(announcement)].toSorted(
    (a, b) => (a.at ?? 0) - (b.at ?? 0),
  );
  return [...happened, ...presentAndNext(announcement, now)];
}

function historyEntry(entry: HistoryEntry, index: number): AnnouncementTimelineEntry {
  return {
    key: `history/${index}`,
    state: back.has(entry.action) ? 'back' : 'done',
    title: steps.get(entry.action) ?? label(`commands.${entry.action}`),
    who: whoOf(entry),
    at: entry.at,
    note: entry.note,
  };
}

export function whoOf({ role, name }: Pick<HistoryEntry, 'role' | 'name'>): string {
  return role === 'system' ? words.system : words.by(label(`roles.${role}`), name);
}

function pushEntries({ push }: Announcement): readonly AnnouncementTimelineEntry[] {
  const entries: AnnouncementTimelineEntry[] = [];
  const add = (
    key: string,
    at: number | null,
    title: string,
    who: string,
    state: 'done' | 'back' = 'done',
  ) => {
    if (at !== null) entries.push({ key: `push/${key}`, state, title, who, at });
  };
  add('queued', push.queuedAt, words.queued, words.system);
  add('received', push.receivedAt, words.received, words.centre);
  if (push.status === 'accepted') add('accepted', push.answeredAt, words.accepted, words.centre);
  if (push.status === 'rejected') add('rejected', push.answeredAt, words.rejected, words.centre, 'back');
  if (push.status === 'dead') add('dead', push.answeredAt, words.dead, words.system, 'back');
  return entries;
}

function presentAndNext(
  { status, push, displayUntil }: Announcement,
  now: number,
): readonly AnnouncementTimelineEntry[] {
  const at = (title: string): AnnouncementTimelineEntry => ({ key: 'now', state: 'now', title });
  const next = (key: 'review' | 'publish'): AnnouncementTimelineEntry => ({
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
