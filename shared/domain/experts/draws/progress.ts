// How a draw goes on. What the audit chain is told follows from the transcript alone, by the same function by which verifiers read it: no step can be
// recorded that is not attested, nor the other way round.
import { beginCourse, type Course, nextCall, resultOf, takeEvent } from '#shared/draw/course.ts';
import { seedOf } from '#shared/draw/seed.ts';
import { stepsOf, transcriptHash } from '#shared/draw/steps.ts';
import type { DrawEvent } from '#shared/draw/transcript.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { attest, type Change, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { refuseField } from '../../refuse.ts';
import { sealContext, type Vault } from '../../vault.ts';
import type { ExpertApplication } from '../applications/model.ts';
import type { OpenCtx } from '../library/library-command.ts';
import { openPeople, type PoolList } from '../pools/model.ts';
import { applicationAfter } from './application-follows.ts';
import { type Draw, draws, type Recorded, type SteppedDraw, transcriptOf } from './model.ts';

/** Undefined before all three secrets are known. What stands in the row was taken by the same rules. */
export function courseOf(vault: Vault, recorded: Recorded, list: PoolList): Course | undefined {
  const seed = seedOf(vault.sha256, recorded);
  if (seed === undefined) return undefined;
  let course = beginCourse(vault.sha256, recorded.commit, list.entries, seed);
  for (const event of recorded.events) {
    const taken = takeEvent(course, event);
    if (!taken.ok) throw new Error(`the draw cannot be replayed: ${taken.fault}`);
    course = taken.course;
  }
  return course;
}

type Unstamped<E> = E extends unknown ? Omit<E, 'at'> : never;
export type NewEvent = Unstamped<DrawEvent>;

/** With this event, and the close that follows where nobody is left to be called. Refusals: wrong_state (field code: the fault of the course). */
export function withEvent(
  { vault, now }: OpenCtx,
  recorded: Recorded,
  list: PoolList,
  event: NewEvent,
): Result<Recorded> {
  const course = courseOf(vault, recorded, list);
  if (course === undefined) return refuseField('wrong_state', 'id', 'secrets_missing');
  const stamped = { ...event, at: now } as DrawEvent;
  const taken = takeEvent(course, stamped);
  if (!taken.ok) return refuseField('wrong_state', 'id', taken.fault);
  return ok(closedWhereDone({ ...recorded, events: [...recorded.events, stamped] }, taken.course, now));
}

/** Where nobody is left to be called, the result stands. */
export function closedWhereDone(recorded: Recorded, course: Course, at: Instant): Recorded {
  if (course.phase === 'closed' || nextCall(course) !== undefined) return recorded;
  return { ...recorded, events: [...recorded.events, { kind: 'close', at, ...resultOf(course) }] };
}

/** `before`: null where the draw is new. Its row, a link for each step that it did not have, and what becomes of the application. */
export function changesOf(
  application: ExpertApplication,
  before: Draw | null,
  after: SteppedDraw,
  list: PoolList,
  ctx: OpenCtx,
  action: string,
): readonly Change[] {
  const { vault, now } = ctx;
  const transcript = transcriptOf(after, list.entries);
  const steps = stepsOf(vault.sha256, transcript);
  const known = before === null ? 0 : stepsOf(vault.sha256, transcriptOf(before, list.entries)).length;
  const row: Draw = {
    ...after,
    hash: transcriptHash(vault.sha256, transcript),
    seated: vault.seal(sealContext(draws.name, after.id), seatedNow(vault, after.recorded, list)),
    updatedAt: now,
    history: withStep(after.history, ctx, action, ''),
  };
  return [
    put(draws, row),
    ...applicationAfter(application, after.recorded, ctx, action),
    ...steps
      .slice(known)
      .map(({ action: step, inputHash }) => attest({ action: step, subject: after.id, hash: inputHash })),
  ];
}

/** Members and reserves; nobody of a void draw. */
function seatedNow(vault: Vault, recorded: Recorded, list: PoolList): readonly string[] {
  if (recorded.voided !== null) return [];
  const course = courseOf(vault, recorded, list);
  if (course === undefined) return [];
  const people = openPeople(vault, list);
  return [...course.members, ...course.reserves].flatMap(({ id }) => people.get(id)?.expertId ?? []);
}
