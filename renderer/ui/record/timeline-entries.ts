// What has happened to a record, as entries of a Timeline: the steps of its history, and the way of its push to the trading centre. Facts only; what it
// waits for and what is still to come is the module's own.
import type { HistoryEntry } from '#shared/domain/history.ts';
import { formatInstant, forms, label } from '#shared/text/index.ts';
import type { TimelineEntry } from './timeline.tsx';

export type HappenedEntry = TimelineEntry & {
  readonly state: 'done' | 'back';
  readonly who: string;
  readonly at: number;
};

export type WhoWords = { readonly by: (role: string, name: string) => string; readonly system: string };
export type StepWords = WhoWords & { readonly steps: Readonly<Record<string, string>> };
export type PushWords = Readonly<
  Record<'queued' | 'received' | 'accepted' | 'rejected' | 'dead' | 'centre' | 'system', string>
>;

/** Where a push to the trading centre stands, and since when. */
export type PushCourse = {
  readonly status: string;
  readonly queuedAt: number | null;
  readonly receivedAt: number | null;
  readonly answeredAt: number | null;
};

/** `back`: the actions that undo a step, or end the record. An action without words of its own is called as its command is. */
export function historyEntries(
  history: readonly HistoryEntry[],
  words: StepWords,
  back: ReadonlySet<string>,
): readonly HappenedEntry[] {
  const steps = new Map(Object.entries(words.steps));
  return history.map((entry, index) => ({
    key: `history/${index}`,
    state: back.has(entry.action) ? 'back' : 'done',
    title: steps.get(entry.action) ?? label(`commands.${entry.action}`),
    who: whoOf(entry, words),
    at: entry.at,
    ...(entry.made === undefined ? {} : { aside: madeWords(entry.made) }),
    note: entry.note,
  }));
}

function madeWords({ at, doubtful }: NonNullable<HistoryEntry['made']>): string {
  return doubtful ? forms.timeline.wrongClock : forms.timeline.made(formatInstant(at));
}

export function whoOf({ role, name }: Pick<HistoryEntry, 'role' | 'name'>, words: WhoWords): string {
  return role === 'system' ? words.system : words.by(label(`roles.${role}`), name);
}

export function pushEntries(push: PushCourse, words: PushWords): readonly HappenedEntry[] {
  const { status, queuedAt, receivedAt, answeredAt } = push;
  return [
    ...pushEntry('queued', queuedAt, words.queued, words.system),
    ...pushEntry('received', receivedAt, words.received, words.centre),
    ...(status === 'accepted' ? pushEntry('accepted', answeredAt, words.accepted, words.centre) : []),
    ...(status === 'rejected' ? pushEntry('rejected', answeredAt, words.rejected, words.centre, 'back') : []),
    ...(status === 'dead' ? pushEntry('dead', answeredAt, words.dead, words.system, 'back') : []),
  ];
}

/** None when it has not happened. */
function pushEntry(
  key: string,
  at: number | null,
  title: string,
  who: string,
  state: 'done' | 'back' = 'done',
): readonly HappenedEntry[] {
  return at === null ? [] : [{ key: `push/${key}`, state, title, who, at }];
}

/** Of two at the same time, the one that was named first comes first. */
export function inOrder(entries: readonly HappenedEntry[]): readonly HappenedEntry[] {
  return entries.toSorted((a, b) => a.at - b.at);
}
