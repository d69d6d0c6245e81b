// The stages of a project, from its plan to the last payment, each with what is known of it: done, under way, late, in need of somebody, not yet. They are
// derived from rows alone, so that the same rows always show the same. Later stages follow from the states of the sections.
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import { isNotice } from '#shared/domain/announcements/coverage.ts';
import { statusGroupOf } from '#shared/domain/announcements/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { isLive, type Project, type PushState, type Section } from '#shared/domain/projects/model.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { dayOfLocalTime, toPlainDate } from '#shared/kernel/dates.ts';
import { announcementPages, label, projectsPages } from '#shared/text/index.ts';

const words = projectsPages.stages;

export type StageKey = keyof typeof words.names;
export type StageState = keyof typeof words.state;
export type Stage = {
  readonly key: StageKey;
  readonly state: StageState;
  readonly at: number | null;
  readonly who: string;
  /** Why it is late or in need of somebody; how much of it there is. */
  readonly note: string;
};

type Known = {
  readonly project: Project;
  /** Not in the replica of everybody who sees the project. */
  readonly plan: Plan | undefined;
  readonly sections: readonly Section[];
  readonly announcements: readonly StagedAnnouncement[];
  readonly now: number;
};
/** What the stages have to know of an announcement of the project. */
export type StagedAnnouncement = Pick<AnnouncementListItem, 'type' | 'status' | 'publishedAt' | 'draftedBy'>;

/** Deliveries are repeated after 10 s, 1 min, 5 min and 30 min: what has not arrived by then does not only wait. */
const deliveryMs = 60 * 60_000;

export function stagesOf(known: Known): readonly Stage[] {
  const stages = [...planStages(known), ...exchangeStages(known), ...laterStages(known)];
  return known.project.status === 'cancelled' ? stages.map(cancelled) : withLateness(stages, known);
}

function stage(key: StageKey, state: StageState, more: Partial<Omit<Stage, 'key' | 'state'>> = {}): Stage {
  return { key, state, at: null, who: '', note: '', ...more };
}

/** A plan that was reopened goes through its three steps again; number and project stay. */
function planStages({ plan, project }: Known): readonly Stage[] {
  const done = (key: StageKey, action: string) => {
    const step = plan?.history.findLast((entry) => entry.action === action);
    return stage(key, 'done', step === undefined ? {} : { at: step.at, who: whoOf(step, words) });
  };
  const submitted = done('submitted', 'plans.submit');
  const reviewed = done('unit_reviewed', 'plans.approve');
  const filed = done('filed', 'plans.file');
  const filing = filed.at === null ? { ...filed, at: project.filedAt } : filed;
  const changing = { note: words.changing };
  switch (plan?.status) {
    case 'draft':
    case 'returned':
      return [stage('submitted', 'now', changing), stage('unit_reviewed', 'todo'), stage('filed', 'todo')];
    case 'unit_review':
      return [submitted, stage('unit_reviewed', 'now', changing), stage('filed', 'todo')];
    case 'office_review':
      return [submitted, reviewed, stage('filed', 'now', changing)];
    default:
      return [submitted, reviewed, filing];
  }
}

/** Whether the plan is being changed: until it is filed again, nothing goes to the centre. */
export function isChanging(plan: Plan | undefined): boolean {
  return plan !== undefined && ['draft', 'returned', 'unit_review', 'office_review'].includes(plan.status);
}

function exchangeStages({ project, plan, sections, now }: Known): readonly Stage[] {
  const { push } = project;
  if (push.status === 'not_needed') {
    return [stage('pushed', 'skipped'), stage('acknowledged', 'skipped'), stage('sections', 'skipped')];
  }
  const live = sections.filter(isLive);
  const arrived = live.length > 0;
  const received = stage('sections', 'done', {
    at: live.length === 0 ? null : Math.min(...live.map(({ receivedAt }) => receivedAt)),
    who: words.centre,
    note: words.sections(live.length),
  });
  const [pushed, acknowledged] = pushStages(push, now);
  const waits = acknowledged.state === 'done' && !isChanging(plan);
  return [pushed, acknowledged, arrived ? received : stage('sections', waits ? 'now' : 'todo')];
}

function pushStages(push: PushState, now: number): readonly [Stage, Stage] {
  const sent = { at: push.receivedAt ?? push.queuedAt, who: words.system };
  const answered = { at: push.answeredAt, who: words.centre };
  switch (push.status) {
    case 'received':
      return [stage('pushed', 'done', sent), stage('acknowledged', 'now')];
    case 'accepted':
      return [stage('pushed', 'done', sent), stage('acknowledged', 'done', answered)];
    case 'rejected':
      return [
        stage('pushed', 'done', sent),
        stage('acknowledged', 'problem', { ...answered, note: label('projects.push.rejected') }),
      ];
    case 'dead':
      return [
        stage('pushed', 'problem', {
          at: push.answeredAt,
          who: words.system,
          note: label('projects.push.dead'),
        }),
        stage('acknowledged', 'todo'),
      ];
    default: {
      const late = push.queuedAt !== null && now > push.queuedAt + deliveryMs;
      return [
        stage('pushed', late ? 'late' : 'now', {
          at: push.queuedAt,
          ...(late ? { note: words.notDelivered } : {}),
        }),
        stage('acknowledged', 'todo'),
      ];
    }
  }
}

const later = ['announcement', 'experts', 'evaluation', 'award', 'contract', 'acceptance'] as const;
/** The last of the later stages that a section in this state has behind it. */
const reached: Readonly<Partial<Record<Section['status'], (typeof later)[number]>>> = {
  announced: 'announcement',
  opened: 'experts',
  evaluated: 'evaluation',
  awarded: 'award',
  contracted: 'contract',
  accepted: 'acceptance',
};

/** Done when all sections that go on are past it, under way when some are. */
function laterStages(known: Known): readonly Stage[] {
  const ranks = known.sections
    .filter(({ status }) => status === 'received' || reached[status] !== undefined)
    .map(({ status }) => rankOf(status));
  const stages = later.map((key, rank) => {
    const past = ranks.filter((own) => own >= rank).length;
    const state = past === 0 ? 'todo' : past === ranks.length ? 'done' : 'now';
    return key === 'announcement' ? announcementStage(state, known) : stage(key, state);
  });
  return withContracts(stages, known);
}

/** 合同, 履约验收 and 付款 say how much of what was signed has come so far: a section stays where it is until all of its contracts have. */
function withContracts(stages: readonly Stage[], { project, sections }: Known): readonly Stage[] {
  const contracts = sections.filter(isLive).flatMap(liveContracts);
  const all = contracts.length;
  const accepted = contracts.filter(({ acceptedOn }) => acceptedOn !== null).length;
  const paid = contracts.filter(({ settledAt }) => settledAt !== null);
  const begun = (own: StageState, count: number) => (own === 'todo' && count > 0 ? 'now' : own);
  const [at, paidAt] = [contracts.map((each) => each.at), paid.map(({ settledAt }) => settledAt ?? 0)];
  return [
    ...stages.map((own): Stage => {
      if (all === 0) return own;
      if (own.key === 'contract') return { ...own, at: Math.max(...at), note: words.contracts(all) };
      return own.key === 'acceptance' && accepted > 0
        ? { ...own, state: begun(own.state, accepted), note: words.accepted(accepted, all) }
        : own;
    }),
    stage('payment', project.status === 'completed' ? 'done' : begun('todo', accepted + paid.length), {
      at: paidAt.length === 0 ? null : Math.max(...paidAt),
      note: project.inWarranty ? words.inWarranty : paid.length === 0 ? '' : words.paid(paid.length, all),
    }),
  ];
}

/** With the last notice and what is due next; before any is published, how far the first has come. */
function announcementStage(state: StageState, { announcements, sections, now }: Known): Stage {
  const notices = announcements.filter(isNotice);
  const published = notices
    .filter(({ status }) => status === 'published')
    .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
  if (published === undefined || state === 'todo') {
    const begun = notices.find(({ status }) => status !== 'published' && status !== 'withdrawn');
    return begun === undefined
      ? stage('announcement', state)
      : stage('announcement', 'now', { note: label(`${statusGroupOf(begun)}.${begun.status}`) });
  }
  const due = dueNext(sections, now);
  return stage('announcement', state, {
    at: published.publishedAt,
    who: announcementPages.page.draftedBy[published.draftedBy],
    note: due === undefined ? '' : announcementPages.stage.deadline(due.slice(5).replace('T', ' ')),
  });
}

/** The next time by which suppliers have to hand in. */
export function dueNext(sections: readonly Section[], now: number): string | undefined {
  return sections
    .filter(({ status }) => status === 'announced')
    .flatMap(({ schedule }) => schedule?.deadline ?? [])
    .filter((deadline) => dayOfLocalTime(deadline) >= toPlainDate(now))
    .toSorted()[0];
}

/** -1 for a section that has only been received. */
function rankOf(status: Section['status']): number {
  const last = reached[status];
  return last === undefined ? -1 : later.indexOf(last);
}

/** What should have begun by now is late: the day on which the plan said that procurement starts has passed. */
function withLateness(stages: readonly Stage[], { plan, now }: Known): readonly Stage[] {
  const start = plan?.content.plannedStart ?? null;
  if (start === null || toPlainDate(now) <= start) return stages;
  const late = stages.findIndex(
    ({ key, state }) => state === 'now' && key !== 'acceptance' && key !== 'payment',
  );
  const begun = stages.some(({ key, at }) => key === 'announcement' && at !== null);
  if (late === -1 || begun) return stages;
  return stages.map((one, index) =>
    index === late ? { ...one, state: 'late', note: words.startPassed(start) } : one,
  );
}

function cancelled(one: Stage): Stage {
  return one.state === 'done' || one.state === 'skipped' ? one : { ...one, state: 'cancelled', note: '' };
}
