// Who of a pool may not be asked for one request, and why. One reason each, the weightiest: it stands in the transcript, which everybody may read later,
// so it says nothing of the person.

import type { Exclusion } from '#shared/draw/transcript.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { readIdNumber } from '#shared/kernel/id-number.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { type ExpertContent, nameForMatching, type Person, stateOn } from '../library/person.ts';
import type { PoolPerson } from '../pools/model.ts';
import type { DrawRequest } from './request.ts';

export type AroundDraw = {
  readonly request: Pick<DrawRequest, 'avoidUnits' | 'avoidPersons'>;
  /** On which the review is. */
  readonly days: readonly PlainDate[];
  /** The library as it is now. */
  readonly people: ReadonlyMap<Id, Person>;
  /** Who sits in another review on one of these days. */
  readonly serving: ReadonlySet<Id>;
};

/** By id. */
export function exclusionsOf(
  pool: ReadonlyMap<string, PoolPerson>,
  around: AroundDraw,
): readonly Exclusion[] {
  const avoided = avoidance(around.request);
  return [...pool].flatMap(([id, { expertId }]) => {
    const reason = reasonOf(expertId, around, avoided);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

function reasonOf(
  expertId: Id,
  { people, days, serving }: AroundDraw,
  avoided: (content: ExpertContent) => Exclusion['reason'] | undefined,
): Exclusion['reason'] | undefined {
  const person = people.get(expertId);
  if (person === undefined || person.removed !== null) return 'removed';
  const states = new Set(days.map((day) => stateOn(person, day)));
  if (states.has('banned')) return 'banned';
  const reason = avoided(person.content);
  if (reason !== undefined) return reason;
  if (states.has('leave')) return 'leave';
  return serving.has(expertId) ? 'serving' : undefined;
}

function avoidance({ avoidUnits, avoidPersons }: AroundDraw['request']) {
  const units = avoidUnits.map(({ as, name, uscc }) => ({
    as,
    name: normaliseName(name),
    uscc: normaliseUscc(uscc),
  }));
  const persons = avoidPersons.map(({ name, idNumber }) => ({
    name: normaliseName(name),
    idNumber: readIdNumber(idNumber),
  }));
  return (content: ExpertContent): Exclusion['reason'] | undefined => {
    const employer = normaliseName(content.employer);
    const unit = units.filter(
      ({ name, uscc }) =>
        (uscc !== '' && uscc === content.employerUscc) || (name !== '' && name === employer),
    );
    if (unit.some(({ as }) => as === 'purchaser')) return 'own_unit';
    if (unit.length > 0) return 'avoided_unit';
    // A name alone is enough: of two people of one name neither is asked.
    const isAvoided = persons.some(({ name, idNumber }) =>
      idNumber === undefined ? name === nameForMatching(content) : idNumber === content.idNumber,
    );
    return isAvoided ? 'avoided_person' : undefined;
  };
}
