// The course of a draw after its seed is known: who is asked next follows from the order drawn and from what was answered. The operators
// choose nothing; an event that says otherwise is refused with a code.
import type { Sha256 } from './hashes.ts';
import { shuffled, wordsOf } from './numbers.ts';
import { type Candidate, candidatesOf } from './pool.ts';
import { firstToSit, seat } from './seating.ts';
import type { CloseEvent, Commit, DrawEvent, PoolEntry, Seat } from './transcript.ts';

export type Course = {
  /** Everybody who may be drawn, in the order drawn. */
  readonly order: readonly Candidate[];
  /** Seats and reserves of each line. */
  readonly counts: readonly number[];
  readonly reserveCounts: readonly number[];
  /** In the order in which they took their seats. */
  readonly members: readonly Candidate[];
  readonly reserves: readonly Candidate[];
  readonly asked: ReadonlySet<string>;
  /** By a supplement: those of the commit are not in the order. */
  readonly excluded: ReadonlySet<string>;
  readonly phase: 'first' | 'closed' | 'reopened' | 'supplement';
};

export type Call = { readonly id: string; readonly as: 'member' | 'reserve' };

/** Codes of `docs/verify-a-draw.md`. */
export type CourseFault =
  | 'wrong_candidate'
  | 'wrong_seat'
  | 'nobody_left'
  | 'vacate_unknown'
  | 'supplement_invalid'
  | 'closed_early'
  | 'closed_twice'
  | 'result_differs';

export function beginCourse(
  sha256: Sha256,
  { lines, exclusions }: Pick<Commit, 'lines' | 'exclusions'>,
  pool: readonly PoolEntry[],
  seed: string,
): Course {
  return {
    order: shuffled(candidatesOf(pool, lines, exclusions), wordsOf(sha256, seed)),
    counts: lines.map(({ count }) => count),
    reserveCounts: lines.map(({ reserve }) => reserve),
    members: [],
    reserves: [],
    asked: new Set(),
    excluded: new Set(),
    phase: 'first',
  };
}

/**
 * The one person to be called now, or undefined where nobody is left who could help. Seats go before reserves; reserves fill seats before
 * anybody new is asked; after the first close only a supplement asks somebody new, and reserves are not filled again.
 */
export function nextCall(course: Course): Call | undefined {
  const { members, reserves, counts, reserveCounts, phase } = course;
  if (members.length < sum(counts)) {
    const reserve = firstToSit(reserves, members, counts);
    if (reserve !== undefined) return { id: reserve.id, as: 'member' };
    const fresh = asksAnew(phase) ? firstToSit(notAsked(course), members, counts) : undefined;
    if (fresh !== undefined) return { id: fresh.id, as: 'member' };
  }
  if (phase !== 'first' || reserves.length >= sum(reserveCounts)) return undefined;
  const fresh = firstToSit(notAsked(course), reserves, reserveCounts);
  return fresh === undefined ? undefined : { id: fresh.id, as: 'reserve' };
}

const asksAnew = (phase: Course['phase']) => phase === 'first' || phase === 'supplement';

function* notAsked({ order, asked, excluded }: Course): Generator<Candidate> {
  for (const each of order) if (!asked.has(each.id) && !excluded.has(each.id)) yield each;
}

/** What the draw has come to. */
export function resultOf(course: Course): Pick<CloseEvent, 'members' | 'reserves' | 'missing'> {
  const members = seatsOf(course.members, course.counts);
  return {
    members,
    reserves: seatsOf(course.reserves, course.reserveCounts),
    missing: course.counts.flatMap((count, index) => {
      const missing = count - members.filter(({ line }) => line === index + 1).length;
      return missing > 0 ? [{ line: index + 1, missing }] : [];
    }),
  };
}

function seatsOf(people: readonly Candidate[], counts: readonly number[]): Seat[] {
  const lines = seat(people, counts);
  return people.map(({ id }) => ({ id, line: lines?.get(id) ?? 0 }));
}

type Taken =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly fault: CourseFault };
const refused = (fault: CourseFault): Taken => ({ ok: false, fault });
const taken = (course: Course): Taken => ({ ok: true, course });

export function takeEvent(course: Course, event: DrawEvent): Taken {
  switch (event.kind) {
    case 'reply':
      return takeReply(course, event);
    case 'vacate':
      return takeVacate(course, event.id);
    case 'supplement':
      return takeSupplement(course, event);
    case 'close':
      return takeClose(course, event);
  }
}

function takeReply(course: Course, { id, as, reply }: Extract<DrawEvent, { kind: 'reply' }>): Taken {
  const call = nextCall(course);
  if (call === undefined) return refused('nobody_left');
  if (call.id !== id) return refused('wrong_candidate');
  if (call.as !== as) return refused('wrong_seat');
  const person = course.order.find((each) => each.id === id);
  if (person === undefined) return refused('wrong_candidate');
  // A reserve who is called up leaves the reserves, whatever the answer.
  const reserves = course.reserves.filter((each) => each.id !== id);
  const attends = reply === 'attends';
  return taken({
    ...course,
    asked: new Set([...course.asked, id]),
    members: attends && as === 'member' ? [...course.members, person] : course.members,
    reserves: attends && as === 'reserve' ? [...reserves, person] : reserves,
  });
}

function takeVacate(course: Course, id: string): Taken {
  const without = (people: readonly Candidate[]) => people.filter((each) => each.id !== id);
  const members = without(course.members);
  const reserves = without(course.reserves);
  if (members.length === course.members.length && reserves.length === course.reserves.length) {
    return refused('vacate_unknown');
  }
  return taken({
    ...course,
    members,
    reserves,
    phase: course.phase === 'closed' ? 'reopened' : course.phase,
  });
}

/** Not before the first close. Whoever sits is not excluded but has to vacate first, so that the record says so. */
function takeSupplement(course: Course, event: Extract<DrawEvent, { kind: 'supplement' }>): Taken {
  const { phase, members, reserves, counts } = course;
  const excluded = new Set(event.exclusions.map(({ id }) => id));
  const raised = new Set(event.raise.map(({ line }) => line));
  if (
    asksAnew(phase) ||
    excluded.size !== event.exclusions.length ||
    raised.size !== event.raise.length ||
    event.raise.some(({ line }) => line > counts.length) ||
    members.some(({ id }) => excluded.has(id))
  ) {
    return refused('supplement_invalid');
  }
  return taken({
    ...course,
    phase: 'supplement',
    counts: counts.map(
      (count, index) => count + (event.raise.find(({ line }) => line === index + 1)?.count ?? 0),
    ),
    reserves: reserves.filter(({ id }) => !excluded.has(id)),
    excluded: new Set([...course.excluded, ...excluded]),
  });
}

function takeClose(course: Course, event: CloseEvent): Taken {
  if (course.phase === 'closed') return refused('closed_twice');
  if (nextCall(course) !== undefined) return refused('closed_early');
  const result = resultOf(course);
  const same =
    sameSeats(result.members, event.members) &&
    sameSeats(result.reserves, event.reserves) &&
    result.missing.length === event.missing.length &&
    result.missing.every(
      ({ line, missing }, at) => event.missing[at]?.line === line && event.missing[at]?.missing === missing,
    );
  return same ? taken({ ...course, phase: 'closed' }) : refused('result_differs');
}

function sameSeats(a: readonly Seat[], b: readonly Seat[]): boolean {
  return a.length === b.length && a.every(({ id, line }, at) => b[at]?.id === id && b[at]?.line === line);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
