// A history is a list of small steps, plain data without reference to anything that only exists while it runs: a step says "the third
// record this desk sees", never an id. So every sublist of a history is a history, and shrinking works.
import fc from 'fast-check';
import { commands } from '#shared/domain/registry.ts';
import { fates } from './network.ts';

const index = fc.nat({ max: 40 });
const desk = fc.nat({ max: 9 });
const draw = fc.nat({ max: 9999 });
const point = fc.integer({ min: 1, max: 40 });

export const centreFaults = [
  'delay',
  'refuse',
  'repeat',
  'reorder',
  'lose',
  'sign_wrongly',
  'answer_instead',
  'silent',
  'wrong_clock',
] as const;

const arbitraries = {
  /** Somebody does the next sensible thing with a record. */
  advance: fc.record({ kind: fc.constant('advance'), desk, pick: index, draw }),
  /** Any command of the registry on any record. `twist`: fitting, on any record whatever its state, or with broken input. */
  act: fc.record({
    kind: fc.constant('act'),
    desk,
    command: fc.constantFrom(...commands.keys()),
    pick: index,
    draw,
    twist: fc.constantFrom('fit', 'fit', 'any', 'broken'),
  }),
  /** Two clerks with one plan open. */
  editTogether: fc.record({ kind: fc.constant('editTogether'), pick: index, draw }),
  /** A clerk deletes a draft and makes it again under its id. */
  makeAgain: fc.record({ kind: fc.constant('makeAgain'), desk, pick: index }),
  sync: fc.record({ kind: fc.constant('sync'), desk }),
  /** The user goes on working while the desk synchronises. */
  workDuringSync: fc.record({
    kind: fc.constant('workDuringSync'),
    desk,
    requests: fc.integer({ min: 1, max: 4 }),
    place: fc.constantFrom('before', 'after'),
    pick: index,
    draw,
  }),
  syncTogether: fc.record({ kind: fc.constant('syncTogether') }),
  fate: fc.record({
    kind: fc.constant('fate'),
    link: fc.nat({ max: 10 }),
    fate: fc.constantFrom(...fates),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  trouble: fc.record({
    kind: fc.constant('trouble'),
    link: fc.nat({ max: 10 }),
    percent: fc.nat({ max: 60 }),
  }),
  partition: fc.record({ kind: fc.constant('partition'), link: fc.nat({ max: 10 }) }),
  heal: fc.record({ kind: fc.constant('heal'), link: fc.nat({ max: 10 }) }),
  arrive: fc.record({ kind: fc.constant('arrive'), link: fc.nat({ max: 10 }), which: index }),
  /** The desk's process dies at the n-th durable point of what it does next. */
  armDesk: fc.record({ kind: fc.constant('armDesk'), desk, point }),
  killDesk: fc.record({ kind: fc.constant('killDesk'), desk }),
  reopenDesk: fc.record({ kind: fc.constant('reopenDesk'), desk }),
  armServer: fc.record({ kind: fc.constant('armServer'), point }),
  restartServer: fc.record({ kind: fc.constant('restartServer') }),
  backup: fc.record({ kind: fc.constant('backup') }),
  restore: fc.record({ kind: fc.constant('restore') }),
  deskClock: fc.record({ kind: fc.constant('deskClock'), desk, days: fc.integer({ min: -5, max: 5 }) }),
  pass: fc.record({
    kind: fc.constant('pass'),
    // After more than a day the feed forgets what was before it.
    minutes: fc.constantFrom(1, 11, 31, 130, 1500, 1500, 1500, 14_400),
  }),
  work: fc.record({ kind: fc.constant('work') }),
  account: fc.record({ kind: fc.constant('account'), who: desk, variant: fc.nat({ max: 4 }) }),
  /** The administrator lets the server file by itself for a while. */
  autoFile: fc.record({ kind: fc.constant('autoFile'), hours: fc.integer({ min: 1, max: 30 }) }),
  disable: fc.record({ kind: fc.constant('disable'), who: desk }),
  centre: fc.record({
    kind: fc.constant('centre'),
    deed: fc.constantFrom('work', 'work', 'probe', 'restart', 'open', 'evaluate'),
    pick: index,
  }),
  centreFault: fc.record({
    kind: fc.constant('centreFault'),
    // Refusing only shows when a plan comes: it is chosen more often.
    fault: fc.constantFrom('refuse', 'refuse', 'refuse', ...centreFaults),
    count: fc.integer({ min: 1, max: 2 }),
  }),
  draft: fc.record({ kind: fc.constant('draft'), desk, draw }),
  /** Somebody looks through 未通过的操作. */
  settle: fc.record({
    kind: fc.constant('settle'),
    desk,
    way: fc.constantFrom('discard', 'resubmit'),
    pick: index,
    draw,
  }),
  damage: fc.record({ kind: fc.constant('damage'), desk, pick: index, draw }),
  signOut: fc.record({ kind: fc.constant('signOut'), desk }),
} as const;

export type StepKind = keyof typeof arbitraries;
export type StepOf<K extends StepKind> = (typeof arbitraries)[K] extends fc.Arbitrary<infer S> ? S : never;
export type Step = { [K in StepKind]: StepOf<K> }[StepKind];

const weights: Readonly<Record<StepKind, number>> = {
  advance: 32,
  act: 12,
  editTogether: 6,
  makeAgain: 2,
  sync: 22,
  workDuringSync: 8,
  syncTogether: 3,
  fate: 10,
  trouble: 2,
  partition: 2,
  heal: 2,
  arrive: 3,
  armDesk: 6,
  killDesk: 2,
  reopenDesk: 1,
  armServer: 4,
  restartServer: 1,
  backup: 3,
  restore: 2,
  deskClock: 2,
  pass: 6,
  work: 5,
  account: 5,
  autoFile: 2,
  disable: 1,
  centre: 4,
  centreFault: 5,
  draft: 1,
  settle: 5,
  damage: 1,
  signOut: 1,
};

export type History = {
  readonly seed: number;
  /** Which desks take part besides those that always do. */
  readonly cast: readonly number[];
  /** Whether the last desk of the cast has never been used before. */
  readonly fresh: boolean;
  readonly steps: readonly Step[];
};

const step: fc.Arbitrary<Step> = fc.oneof(
  { withCrossShrink: false },
  ...stepKinds().map((kind) => ({
    weight: weights[kind],
    arbitrary: arbitraries[kind] as fc.Arbitrary<Step>,
  })),
);

export function stepKinds(): readonly StepKind[] {
  return Object.keys(arbitraries).filter((name): name is StepKind => Object.hasOwn(arbitraries, name));
}

export function histories(maxSteps: number): fc.Arbitrary<History> {
  return fc.record({
    seed: fc.nat({ max: 0x7fff_ffff }),
    cast: fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 0, maxLength: 3 }),
    // Without bias: small histories come from shrinking, not from chance.
    fresh: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 4),
    steps: fc.noBias(fc.array(step, { minLength: 12, maxLength: maxSteps, size: 'max' })),
  });
}
