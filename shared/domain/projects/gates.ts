// What may be done with a section now, and why not: one answer for commands, buttons and other modules, from what stands on section and project alone
// (a desk may hold no other row). Who may do it, and what the papers must say, roles and rules decide.
//
//   gate(section, 'determine', project)
//   gate(section, 'sign', project, { today, calendar })   // `warned` is there with a clock alone

import type { ObstacleKind, SectionStep } from '#shared/codes/section-steps.ts';
import { type Instant, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import type { ErrorParam } from '#shared/kernel/errors.ts';
import type { Err } from '#shared/kernel/result.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import { refuse } from '../refuse.ts';
import { type Hold, openHolds } from './holds.ts';
import type { Project, Section } from './model.ts';
import { resultOf, type SectionResult } from './result.ts';
import { liveContracts } from './section-contracts.ts';
import type { Successor } from './succession.ts';

/** Why a step is refused, or what must be read before it. Its words are those of a refusal of this code: `describeField` of shared/text. */
export type Obstacle = {
  readonly kind: ObstacleKind;
  readonly article: string;
  /** How people call the paper that is in the way: its number, or whose it is. Empty where none is. */
  readonly document: string;
  readonly since: Instant | null;
  /** The last day on which it is in the way, where that is known. */
  readonly until: PlainDate | null;
};

export type Gate = {
  /** Nothing refuses it. */
  readonly open: boolean;
  readonly refused: readonly Obstacle[];
  /** To be acknowledged by whoever takes the step. */
  readonly warned: readonly Obstacle[];
};

/** Which day it is decides whether suppliers may still object. */
export type GateClock = { readonly today: PlainDate; readonly calendar: Calendar };

export type GateProject = Pick<Project, 'status' | 'method'>;

/** What each kind of hold bars while it is in force, and by which clause. A new kind (暂停采购活动, 94号令 art 28) is named here; nothing else asks. */
const barred: { readonly [K in Hold['kind']]: Bar } = {
  challenge: { article: 'regulation/54', steps: ['sign'] },
  // With the 结果公告 the 通知书 goes out.
  upheld: { article: 'order94/16', steps: ['publish_result', 'sign'] },
};
type Bar = { readonly article: string; readonly steps: readonly SectionStep[] };

type Status = Section['status'];
/** In which states of a section each step is possible; what else it needs, `needs` says. */
const possible: { readonly [S in SectionStep]: readonly Status[] } = {
  announce: ['received', 'failed'],
  invite: ['announced'],
  // Not `terminated`: what is no longer needed is not bought by another method either (法 art 37).
  change_method: ['failed'],
  correct: ['announced', 'opened', 'evaluated'],
  // `failed`: what nobody will buy again after all ends for good.
  terminate: ['announced', 'opened', 'evaluated', 'awarded', 'failed'],
  determine: ['evaluated'],
  publish_result: ['evaluated'],
  change_result: ['awarded'],
  // What the announcement says wrongly is put right also after the contract.
  correct_result: ['awarded', 'contracted', 'accepted'],
  publish_change: ['awarded', 'contracted', 'accepted'],
  // A next year's contract of 一招三年 is signed when that of the year before may be accepted.
  sign: ['awarded', 'contracted', 'accepted'],
  accept: ['contracted'],
  // 质保金 is paid out long after the acceptance.
  pay: ['contracted', 'accepted'],
};

/**
 * What a completed project is still open for: 质保金; the contract of the next year, with which it is under way again; and putting right what was announced wrongly. Its sections are
 * contracted and accepted, so no other supplier wins any more.
 */
const afterCompletion: ReadonlySet<SectionStep> = new Set([
  'sign',
  'pay',
  'correct_result',
  'publish_change',
]);

export function gate(section: Section, step: Exclude<SectionStep, 'sign'>, project: GateProject): Gate;
export function gate(section: Section, step: SectionStep, project: GateProject, clock: GateClock): Gate;
export function gate(section: Section, step: SectionStep, project: GateProject, clock?: GateClock): Gate {
  const own = possible[step].includes(section.status) ? needs(section, step) : [byStatus(section, step)];
  const refused = [...openProject(project, step), ...own, ...held(section, step)];
  const warned = refused.length > 0 || clock === undefined ? [] : warnings(section, step, project, clock);
  return { open: refused.length === 0, refused, warned };
}

/** The first reason as a refusal of a command, at this field of its input; undefined where the gate is open. */
export function refusedBy({ refused: [first] }: Gate, path: string): Err | undefined {
  if (first === undefined) return undefined;
  const params = paramsOf(first);
  return refuse('wrong_state', {
    params,
    fields: [{ path, code: first.kind, params, article: first.article }],
  });
}

export function paramsOf({ document, since, until }: Obstacle): Readonly<Record<string, ErrorParam>> {
  return { document, since, until };
}

/** The result in force, where it is published and the section stands on it. */
export function announcedResult(section: Section): SectionResult | undefined {
  const result = resultOf(section);
  return possible.correct_result.includes(section.status) &&
    result !== undefined &&
    result.announcementId !== null
    ? result
    : undefined;
}

function obstacle(kind: ObstacleKind, article = 'system', more: Partial<Obstacle> = {}): Obstacle {
  return { kind, article, document: '', since: null, until: null, ...more };
}

/** Sections are acted on while their project is: from their arrival until it is completed or cancelled. */
function openProject({ status }: GateProject, step: SectionStep): readonly Obstacle[] {
  const open =
    status === 'sections_received' ||
    status === 'in_execution' ||
    (status === 'completed' && afterCompletion.has(step));
  return open ? [] : [obstacle('project_not_open')];
}

/** What the section must have beside its state. */
function needs(section: Section, step: SectionStep): readonly Obstacle[] {
  const { change } = section;
  const result = resultOf(section);
  const pending = change !== null && change.result.noticeId === section.schedule?.announcementId;
  const changing = obstacle('change_pending', 'system', { document: change?.changeNo ?? '' });
  switch (step) {
    case 'announce':
    case 'change_method':
      return section.successor === null ? [] : [methodChanged(section.successor)];
    case 'invite':
      return isPrequalified(section) ? [] : [obstacle('section_in_course')];
    case 'determine':
      return result === undefined
        ? []
        : [
            obstacle('section_has_result', 'system', {
              document: result.supplierName,
              since: result.determinedAt,
            }),
          ];
    case 'terminate':
      // By another method it is still bought.
      if (section.successor !== null) return [methodChanged(section.successor)];
      // What was announced as the result is taken back by a filing first (94号令 art 16, 32; 条例 art 49).
      return result === undefined || result.announcementId === null
        ? []
        : [obstacle('result_in_force', 'system', { document: result.supplierName })];
    case 'publish_result':
      if (result === undefined) return [obstacle('result_missing', 'regulation/43')];
      return result.announcementId === null ? [] : [obstacle('result_announced')];
    case 'change_result':
    case 'correct_result':
      if (result === undefined || result.announcementId === null) return [obstacle('result_not_announced')];
      return pending ? [changing] : [];
    case 'publish_change':
      // The contract stands on supplier and price.
      if (section.status !== 'awarded' && !(pending && change.action === 'correct')) {
        return [byStatus(section, step)];
      }
      return pending && result !== undefined && result.announcementId !== null
        ? []
        : [obstacle('change_missing')];
    case 'sign':
      if (result === undefined) return [obstacle('result_missing', 'law/46')];
      return [
        ...(result.announcementId === null ? [obstacle('result_not_announced', 'law/46')] : []),
        ...(result.letter === null ? [obstacle('letter_missing', 'law/46')] : []),
        ...(pending ? [changing] : []),
      ];
    default:
      return [];
  }
}

/** It stands in a 资格预审公告, which has a deadline for applications and opens nothing. */
export function isPrequalified({ schedule }: Pick<Section, 'schedule'>): boolean {
  return schedule !== null && schedule.deadline !== null && schedule.opening === null;
}

/** Steps by which a section is procured anew. */
const begins: ReadonlySet<SectionStep> = new Set(['announce', 'invite', 'change_method']);
/** Steps that need a contract. */
const performs: ReadonlySet<SectionStep> = new Set(['accept', 'pay']);

/** By the plan that changes the method; where it has no number yet, since when. */
function methodChanged({ planNo, begunAt }: Successor): Obstacle {
  return obstacle('method_changed', 'law/37', { document: planNo ?? '', since: begunAt });
}

/** Why a section in this state does not take the step. */
function byStatus(section: Section, step: SectionStep): Obstacle {
  const { status, results } = section;
  const document = liveContracts(section)[0]?.contractNo ?? '';
  switch (status) {
    case 'received':
      return obstacle('section_unannounced');
    case 'announced':
    case 'opened':
      if (performs.has(step)) return obstacle('section_not_contracted', articleOf[step]);
      return obstacle(begins.has(step) ? 'section_in_course' : 'section_not_evaluated', articleOf[step]);
    case 'evaluated':
      if (performs.has(step)) return obstacle('section_not_contracted', articleOf[step]);
      return begins.has(step)
        ? obstacle('section_in_course')
        : obstacle('result_not_announced', articleOf[step]);
    case 'awarded':
      return performs.has(step)
        ? obstacle('section_not_contracted', articleOf[step])
        : obstacle('result_announced', 'system', { document: results.at(-1)?.supplierName ?? '' });
    case 'contracted':
      return obstacle('section_contracted', 'system', { document });
    case 'accepted':
      return obstacle('section_accepted', 'law/50', { document });
    default:
      return obstacle(`section_${status}`);
  }
}

const articleOf: { readonly [S in SectionStep]?: string } = {
  determine: 'regulation/43',
  publish_result: 'regulation/43',
  sign: 'law/46',
  accept: 'law/41',
};

function held(section: Section, step: SectionStep): readonly Obstacle[] {
  return openHolds(section)
    .filter((hold) => barred[hold.kind].steps.includes(step) || endsBefore(hold, section, step))
    .map(({ kind, document, from }) =>
      obstacle(`held_${kind}`, barred[kind].article, { document, since: from }),
    );
}

/** Who must procure again announces no other winner; what the announcement says wrongly may still be put right. */
function endsBefore({ demand }: Hold, { change }: Section, step: SectionStep): boolean {
  return step === 'publish_change' && demand?.result === 'ended' && change?.action !== 'correct';
}

/** Whoever signs while suppliers may still object may have to stop performing (条例 art 54). */
function warnings(section: Section, step: SectionStep, project: GateProject, clock: GateClock) {
  if (step !== 'sign') return [];
  const until = challengeableUntil(section, project, clock.calendar);
  return until === undefined || clock.today > until
    ? []
    : [obstacle('challenge_period', 'law/52', { until })];
}

/**
 * The last day on which a supplier may object to the published result: seven working days after its 公告期限 (法 art 52, 条例 art 53). Undefined while none is published.
 */
export function challengeableUntil(
  section: Section,
  { method }: Pick<Project, 'method'>,
  calendar: Calendar,
): PlainDate | undefined {
  const result = resultOf(section);
  if (result === undefined || result.announcementId === null || result.letter === null) return undefined;
  // A changed result is announced when the one before it becomes void, whether the 通知书 stays or not.
  const before = section.results.flatMap(({ noticeId, void: voided }) =>
    noticeId === result.noticeId && voided !== null ? [voided.at] : [],
  );
  const announcedAt = Math.max(result.letter.at, ...before);
  const displayed = explainFrom('DISP_R', toPlainDate(announcedAt), { calendar, method });
  return explainFrom('CHALLENGE', displayed?.result.date ?? null, { calendar })?.result.date;
}
