// What holds a section: a fact that another module has written on it, and that everybody who may see the section sees, too; modules neither import each
// other nor need each other's rows (a unit's desk holds no complaint). Which steps each kind bars, gates.ts says. Another kind: its name in
// shared/codes/section-steps.ts, what it bars in gates.ts, its words in shared/text/zh-CN/gates.ts, and a higher revision of sections.
import { z } from 'zod';
import { holdKinds } from '#shared/codes/section-steps.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { text } from '../fields.ts';

export const holdSchema = z.strictObject({
  kind: z.enum(holdKinds),
  /** The record that holds it. */
  recordId: idSchema,
  /** How people call that record: its number, or who it is from. */
  document: text(200),
  from: z.int(),
  /** Null while it holds. */
  until: z.int().nullable(),
  /**
   * Of an upheld 质疑, what lets go: a result for another supplier than the one it was upheld against (by name; empty where none was in sight), or the end of the section. Null of all
   * others, which the record itself lets go.
   */
  demand: z
    .strictObject({ result: z.enum(['other', 'ended']), against: text(200) })
    .nullable()
    .default(null),
});
export type Hold = z.infer<typeof holdSchema>;
export const holdsSchema = z.array(holdSchema).max(200);

type Held = { readonly holds: readonly Hold[] };

/** Those in force. */
export function openHolds({ holds }: Held): readonly Hold[] {
  return holds.filter(({ until }) => until === null);
}

type NewHold = Omit<Hold, 'until' | 'demand'> & { readonly demand?: Hold['demand'] };

/** The section with the hold of this record in force. */
export function heldBy<S extends Held>(section: S, hold: NewHold): S {
  const others = section.holds.filter((each) => !isOf(each, hold));
  const own = section.holds.find((each) => isOf(each, hold) && each.until === null);
  const from = own?.from ?? hold.from;
  return { ...section, holds: [...others, { demand: null, ...hold, from, until: null }] };
}

/** The section without a hold of this record in force; that it held stays to be seen. */
export function released<S extends Held>(section: S, hold: Pick<Hold, 'kind' | 'recordId'>, at: number): S {
  const holds = section.holds.map((each) =>
    isOf(each, hold) && each.until === null ? { ...each, until: at } : each,
  );
  return { ...section, holds };
}

/** As if the hold of this record had never been let go. */
export function heldAgain<S extends Held>(section: S, hold: Pick<Hold, 'kind' | 'recordId'>): S {
  return {
    ...section,
    holds: section.holds.map((each) => (isOf(each, hold) ? { ...each, until: null } : each)),
  };
}

/** Announced anew: what was objected to in the course of before holds this one no more. */
export function inNewCourse<S extends Held>(section: S, at: number): S {
  const holds = section.holds.map((each) =>
    each.kind === 'challenge' && each.until === null ? { ...each, until: at } : each,
  );
  return { ...section, holds };
}

/** As if it had not been announced anew at that moment. */
export function notInNewCourse<S extends Held>(section: S, at: number): S {
  const holds = section.holds.map((each) =>
    each.kind === 'challenge' && each.until === at ? { ...each, until: null } : each,
  );
  return { ...section, holds };
}

/**
 * Upheld while nobody was in sight here, and a result that was already written names a winner since `namedAt`: it is upheld against that one. A 质疑 cannot read the
 * results that are not determined yet, so the determination says so.
 */
export function againstNamed<S extends Held>(section: S, winner: string, namedAt: number): S {
  const holds = section.holds.map((each) =>
    each.demand?.result === 'other' && each.demand.against === '' && namedAt < each.from
      ? { ...each, demand: { ...each.demand, against: winner } }
      : each,
  );
  return { ...section, holds };
}

/** What an upheld 质疑 demands is done: `winner` is determined or filed now, or, where it is null, the section has ended. */
export function carriedOut<S extends Held>(section: S, winner: string | null, at: number): S {
  return lettingGo(section, at, ({ result, against }) =>
    winner === null ? true : result === 'other' && normaliseName(winner) !== normaliseName(against),
  );
}

/** Evaluated again after it was upheld: whoever is first now may win. */
export function evaluatedAfter<S extends Held>(section: S, endedAt: number, at: number): S {
  return lettingGo(section, at, ({ result }, { from }) => result === 'other' && from < endedAt);
}

/** As if what was done at that moment had not been done. */
export function notCarriedOut<S extends Held>(section: S, at: number): S {
  const holds = section.holds.map((each) =>
    each.demand !== null && each.until === at ? { ...each, until: null } : each,
  );
  return { ...section, holds };
}

/** As if the section had not ended at that moment: what was upheld while it was ended was let go at once. */
export function notEnded<S extends Held>(section: S, at: number): S {
  const holds = section.holds.map((each) =>
    each.demand !== null && each.until !== null && each.until >= at ? { ...each, until: null } : each,
  );
  return { ...section, holds };
}

function lettingGo<S extends Held>(
  section: S,
  at: number,
  done: (demand: NonNullable<Hold['demand']>, hold: Hold) => boolean,
): S {
  const isDone = (each: Hold) => each.until === null && each.demand !== null && done(each.demand, each);
  if (!section.holds.some(isDone)) return section;
  return { ...section, holds: section.holds.map((each) => (isDone(each) ? { ...each, until: at } : each)) };
}

function isOf(one: Pick<Hold, 'kind' | 'recordId'>, other: Pick<Hold, 'kind' | 'recordId'>): boolean {
  return one.kind === other.kind && one.recordId === other.recordId;
}
