// Where a plan stands, as one line of time: what happened, what it waits for now, what is still to come. Facts only: history of the plan, the way
// of its push, arrival of sections. Order is that of the events; of two at the same time the step of the plan comes first.
import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, PushState, Section } from '#shared/domain/projects/model.ts';
import { label, plansPages } from '#shared/text/index.ts';

export type PlanTimelineEntry = {
  readonly key: string;
  readonly state: 'done' | 'back' | 'now' | 'next';
  readonly title: string;
  readonly who?: string;
  readonly at?: number;
  readonly note?: string;
};

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
]);
const steps: ReadonlyMap<string, string> = new Map(Object.entries(words.steps));

export function timelineEntries(known: Known): readonly PlanTimelineEntry[] {
  const happened = [
    ...historyEntries(known.plan),
    ...pushEntries(known.project?.push).filter(beforeCancelled(known.plan)),
    ...sectionEntries(known.sections),
  ].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [...happened, ...presentAndNext(known)];
}

function historyEntries({ history }: Plan): readonly PlanTimelineEntry[] {
  let filings = 0;
  return history.map((entry, index) => {
    if (entry.action === 'plans.file') filings += 1;
    const again = entry.action === 'plans.file' && filings > 1;
    return {
      key: `history/${index}`,
      state: back.has(entry.action) ? 'back' : 'done',
      title: again ? words.refiled(filings) : (steps.get(entry.action) ?? label(`commands.${entry.action}`)),
      who: whoOf(entry),
      at: entry.at,
      note: entry.note,
    };
  });
}

export function whoOf({ role, name }: Pick<HistoryEntry, 'role' | 'name'>): string {
  return role === 'system' ? words.system : words.by(label(`roles.${role}`), name);
}

function pushEntries(push: PushState | undefined): readonly PlanTimelineEntry[] {
  if (push === undefined) return [];
  const entries: PlanTimelineEntry[] = [];
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
  // A repeated push that is queued at that very moment is one event, not two.
  if (push.requestedAgainAt !== push.queuedAt) {
    add('again', push.requestedAgainAt, words.requestedAgain, words.system);
  }
  return entries;
}

/** What the centre answers after that is about the withdrawal. */
function beforeCancelled({ status, history }: Plan) {
  const end = status === 'cancelled' ? history.at(-1)?.at : undefined;
  return ({ at }: PlanTimelineEntry) => end === undefined || at === undefined || at < end;
}

/** One entry for all that came with one message. */
function sectionEntries(sections: readonly Section[]): readonly PlanTimelineEntry[] {
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

function presentAndNext({ plan, project }: Known): readonly PlanTimelineEntry[] {
  const pushes = (project?.platformId ?? plan.content.platformId) !== null;
  const now = (title: string, next: readonly Next[]): readonly PlanTimelineEntry[] => [
    { key: 'now', state: 'now', title },
    ...next
      .filter((step) => pushes || step === 'unit_review' || step === 'office_review')
      .map((step): PlanTimelineEntry => ({ key: `next/${step}`, state: 'next', title: words.next[step] })),
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
