// What an event of a section must fit: now, the deadline that holds, and the other events in force. What people enter is refused where the order is
// impossible and warned about where the law only expects another; what the trading centre says is always kept, and what of it does not fit is shown.
import type { EventKind } from '#shared/codes/section-events.ts';
import { type Instant, type LocalTime, toLocalTime } from '#shared/kernel/dates.ts';
import { check, type Finding, type Rule } from './engine.ts';

/** When each kind happened, by the events in force. */
export type CourseTimes = { readonly [K in EventKind]?: Instant | undefined };

export type SectionEventFacts = {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly now: Instant;
  readonly method: string;
  /** 投标（响应）截止时间 that holds; null where the notice sets none. */
  readonly deadline: LocalTime | null;
  /** The other events in force; the own kind counts only for `again`. */
  readonly others: CourseTimes;
  /** The evaluation in force ended in 废标. */
  readonly failed: boolean;
  /** The centre has told of an event of this kind: that one counts. */
  readonly toldByCentre: boolean;
};

const minute = 60_000;
/** People write minutes, the centre tells of seconds: within one minute either may be the first. */
const minuteOf = (at: Instant) => Math.floor(at / minute);
/** 2026-03-24 09:30 in Asia/Shanghai. */
const opening = Date.UTC(2026, 2, 24, 1, 30);
const example: SectionEventFacts = {
  kind: 'evaluation_started',
  at: opening + 30 * minute,
  now: opening + 600 * minute,
  method: 'OPEN_TENDER',
  deadline: '2026-03-24T09:30',
  others: { opening, evaluation_ended: opening + 240 * minute },
  failed: false,
  toldByCentre: false,
};
const facts = (parts: Partial<SectionEventFacts>): SectionEventFacts => ({ ...example, ...parts });

/** The second cannot be before the first. */
const order: readonly (readonly [first: EventKind, second: EventKind])[] = [
  ['opening', 'evaluation_started'],
  ['opening', 'evaluation_ended'],
  ['evaluation_started', 'evaluation_ended'],
  ['evaluation_ended', 'report_delivered'],
  ['evaluation_ended', 'winner_determined'],
  ['winner_determined', 'notice_issued'],
  ['bond_received', 'bond_returned'],
];

/** The law expects the second only after the first; where the first is not recorded nobody knows that it did not happen. */
const expected: readonly (readonly [first: EventKind, second: EventKind, article: string])[] = [
  ['opening', 'evaluation_started', 'system'],
  ['evaluation_started', 'evaluation_ended', 'system'],
  ['evaluation_ended', 'report_delivered', 'regulation/43'],
  ['evaluation_ended', 'winner_determined', 'regulation/43'],
  ['winner_determined', 'notice_issued', 'regulation/43'],
  ['bond_received', 'bond_returned', 'regulation/33'],
];

const single = 'SINGLE_SOURCE';
/** 单一来源 is negotiated with one: nothing is opened (74号令 art 41). */
function hasNone(method: string, kind: EventKind): boolean {
  return method === single && kind === 'opening';
}

export const afterRule = (first: EventKind) => `event.after.${first}`;
export const beforeRule = (second: EventKind) => `event.before.${second}`;
export const expectedRule = (first: EventKind) => `event.expected.${first}`;

/** Not before `first`, which is recorded. */
function after(first: EventKind): Rule<SectionEventFacts> {
  const seconds = order.filter(([each]) => each === first).map(([, second]) => second);
  const [second = first] = seconds;
  const one = facts({ kind: second, others: { [first]: opening }, at: opening });
  return {
    id: afterRule(first),
    article: 'system',
    severity: 'error',
    fields: ['at'],
    appliesTo: ({ kind, others }) => seconds.includes(kind) && others[first] !== undefined,
    holds: ({ at, others }) => minuteOf(at) >= minuteOf(others[first] ?? at),
    params: ({ others }) => ({ at: others[first] ?? null }),
    examples: { passing: [one], failing: [{ ...one, at: opening - minute }] },
  };
}

/** Not after `second`, which is recorded. */
function before(second: EventKind): Rule<SectionEventFacts> {
  const firsts = order.filter(([, each]) => each === second).map(([first]) => first);
  const [first = second] = firsts;
  const one = facts({ kind: first, deadline: null, others: { [second]: opening }, at: opening });
  return {
    id: beforeRule(second),
    article: 'system',
    severity: 'error',
    fields: ['at'],
    appliesTo: ({ kind, others }) => firsts.includes(kind) && others[second] !== undefined,
    holds: ({ at, others }) => minuteOf(at) <= minuteOf(others[second] ?? at),
    params: ({ others }) => ({ at: others[second] ?? null }),
    examples: { passing: [one], failing: [{ ...one, at: opening + minute }] },
  };
}

function expectedBefore(first: EventKind): Rule<SectionEventFacts> {
  const pairs = expected.filter(([each]) => each === first);
  const [, second = first, article = 'system'] = pairs[0] ?? [];
  const one = facts({ kind: second, others: { [first]: opening } });
  return {
    id: expectedRule(first),
    article,
    severity: 'warning',
    fields: ['at'],
    appliesTo: ({ kind }) => pairs.some(([, each]) => each === kind),
    holds: ({ others, method }) => others[first] !== undefined || hasNone(method, first),
    examples: {
      passing: [one, ...(hasNone(single, first) ? [{ ...one, method: single, others: {} }] : [])],
      failing: [{ ...one, others: {} }],
    },
  };
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
const tender: readonly string[] = ['OPEN_TENDER', 'INVITED_TENDER'];
const atOpening = facts({ kind: 'opening', at: opening, others: {} });

/** Only at the deadline is what was handed in complete, and nobody may know of it before. */
function openingEarly(
  id: string,
  article: string,
  isMethod: (method: string) => boolean,
  method: string,
): Rule<SectionEventFacts> {
  const one = { ...atOpening, method };
  return {
    id,
    article,
    severity: 'error',
    fields: ['at'],
    appliesTo: (of) => of.kind === 'opening' && of.deadline !== null && isMethod(of.method),
    holds: ({ at, deadline }) => deadline === null || toLocalTime(at) >= deadline,
    params: ({ deadline }) => ({ deadline }),
    examples: { passing: [one], failing: [{ ...one, at: opening - minute }] },
  };
}

export const sectionEventRules: readonly Rule<SectionEventFacts>[] = [
  {
    id: 'event.not_future',
    article: 'system',
    severity: 'error',
    fields: ['at'],
    appliesTo: () => true,
    holds: ({ at, now }) => at <= now,
    params: ({ now }) => ({ now }),
    examples: { passing: [facts({ at: example.now })], failing: [facts({ at: example.now + minute })] },
  },
  openingEarly('event.opening_early', 'order87/39', (method) => tender.includes(method), 'OPEN_TENDER'),
  openingEarly('event.opening_early_response', 'system', (method) => !tender.includes(method), 'INQUIRY'),
  ...unique(order.map(([first]) => first)).map(after),
  ...unique(order.map(([, second]) => second)).map(before),
  {
    // 废标: there is nobody to determine; the section is announced again or ends.
    id: 'event.evaluation_failed',
    article: 'law/36',
    severity: 'error',
    fields: ['kind'],
    appliesTo: ({ kind }) => kind === 'winner_determined' || kind === 'notice_issued',
    holds: ({ failed }) => !failed,
    examples: {
      passing: [facts({ kind: 'winner_determined', at: opening + 300 * minute })],
      failing: [facts({ kind: 'winner_determined', at: opening + 300 * minute, failed: true })],
    },
  },
  {
    // Bids are opened at the very time at which they are due.
    id: 'event.opening_late',
    article: 'order87/39',
    severity: 'warning',
    fields: ['at'],
    appliesTo: ({ kind, deadline, method }) =>
      kind === 'opening' && deadline !== null && tender.includes(method),
    holds: ({ at, deadline }) => deadline === null || toLocalTime(at) <= deadline,
    params: ({ deadline }) => ({ deadline }),
    examples: { passing: [atOpening], failing: [{ ...atOpening, at: opening + minute }] },
  },
  ...unique(expected.map(([first]) => first)).map(expectedBefore),
  {
    id: 'event.told_by_centre',
    article: 'system',
    severity: 'warning',
    fields: ['kind'],
    appliesTo: () => true,
    holds: ({ toldByCentre }) => !toldByCentre,
    examples: { passing: [example], failing: [facts({ toldByCentre: true })] },
  },
  {
    id: 'event.again',
    article: 'system',
    severity: 'warning',
    fields: ['kind'],
    appliesTo: ({ toldByCentre }) => !toldByCentre,
    holds: ({ kind, others }) => others[kind] === undefined,
    params: ({ kind, others }) => ({ at: others[kind] ?? null }),
    examples: {
      passing: [example],
      failing: [facts({ others: { ...example.others, evaluation_started: opening } })],
    },
  },
];

export function checkSectionEvent(of: SectionEventFacts): readonly Finding[] {
  return check(sectionEventRules, of);
}
