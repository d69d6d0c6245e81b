// Where a plan stands, as one line of time: what happened, what it waits for now, what is still to come. Facts only: history of the plan, the way
// of its push, arrival of sections. Order is that of the events; of two at the same time the step of the plan comes first.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import {
  type HappenedEntry,
  historyEntries,
  inOrder,
  pushEntries,
} from '#renderer/ui/record/timeline-entries.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, PushState, Section } from '#shared/domain/projects/model.ts';
import { plansPages } from '#shared/text/index.ts';

type Known = {
  readonly plan: Plan;
  readonly project: Project | undefined;
  readonly sections: readonly Section[];
};

const words = plansPages.timeline;
const back: ReadonlySet<string> = new Set([
  'plans.takeBack',
  'plans.return',
  'plans.officeReturn',
  'plans.reopen',
  'plans.cancel',
  'plans.giveUp',
]);

export function timelineEntries(known: Known): readonly TimelineEntry[] {
  const happened = inOrder([
    ...stepsOf(known.plan),
    ...pushesOf(known.project?.push).filter(beforeCancelled(known.plan)),
    ...sectionEntries(known.sections),
  ]);
  return [...happened, ...presentAndNext(known)];
}

/** A plan that was reopened is filed again. */
function stepsOf({ history }: Plan): readonly HappenedEntry[] {
  let filings = 0;
  return historyEntries(history, words, back).map((entry, index) => {
    if (history[index]?.action !== 'plans.file') return entry;
    filings += 1;
    return filings > 1 ? { ...entry, title: words.refiled(filings) } : entry;
  });
}

function pushesOf(push: PushState | undefined): readonly HappenedEntry[] {
  if (push === undefined) return [];
  const { queuedAt, requestedAgainAt: at } = push;
  // A repeated push that is queued at that very moment is one event, not two.
  const again: readonly HappenedEntry[] =
    at === null || at === queuedAt
      ? []
      : [{ key: 'push/again', state: 'done', title: words.requestedAgain, who: words.system, at }];
  return [...pushEntries(push, words), ...again];
}

/** What the centre answers after that is about the withdrawal. */
function beforeCancelled({ status, history }: Plan) {
  const end = status === 'cancelled' ? history.at(-1)?.at : undefined;
  return ({ at }: HappenedEntry) => end === undefined || at < end;
}

/** One entry for all that came with one message. */
function sectionEntries(sections: readonly Section[]): readonly HappenedEntry[] {
  const arrivals = new Map<number, number>();
  for (const { receivedAt } of sections) arrivals.set(receivedAt, (arrivals.get(receivedAt) ?? 0) + 1);
  return [...arrivals].map(([at, count]) => ({
    key: `sections/${at}`,
    state: 'done',
    title: words.sections(count),
    who: words.centre,
    at,
  }));
}

type Next = keyof typeof words.next;
const way: readonly Next[] = ['submit', 'unit_review', 'office_review', 'push', 'sections', 'announce'];

function presentAndNext({ plan, project }: Known): readonly TimelineEntry[] {
  const pushes = (project?.platformId ?? plan.content.platformId) !== null;
  const now = (title: string, next: readonly Next[]): readonly TimelineEntry[] => [
    { key: 'now', state: 'now', title },
    ...next
      .filter((step) => pushes || step === 'unit_review' || step === 'office_review')
      .map((step): TimelineEntry => ({ key: `next/${step}`, state: 'next', title: words.next[step] })),
  ];
  const after = (step: Next) => way.slice(way.indexOf(step) + 1);
  switch (plan.status) {
    case 'draft':
    case 'returned':
      return now(words.now[plan.status], after('submit'));
    case 'unit_review':
      return now(words.now.unit_review, after('unit_review'));
    case 'office_review':
      return now(words.now.office_review, after('office_review'));
    case 'filed':
      return pushes ? now(filedNow(project?.push), after('push')) : now(words.now.filedOnly, []);
    case 'pushed':
      return now(words.now.pushed, after('sections'));
    case 'sections_received':
    case 'in_execution':
      return now(words.now[plan.status], []);
    case 'completed':
    case 'cancelled':
      return [];
  }
}

function filedNow(push: PushState | undefined): string {
  if (push?.status === 'received') return words.now.received;
  return push?.status === 'rejected' || push?.status === 'dead' ? words.now.rejected : words.now.filed;
}
