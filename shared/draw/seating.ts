// Who sits on which demand line. Somebody who fits several lines moves to another as long as that makes room: a panel that is possible is
// never missed because an early person took the wrong seat.

type Fitting = { readonly id: string; readonly lines: readonly number[] };

/**
 * The line of each person, or undefined where they cannot all sit. `counts[k - 1]`: seats of line k. The same people in the same order sit
 * in the same way everywhere: the page of the verifier gives this procedure word for word.
 */
export function seat(
  people: readonly Fitting[],
  counts: readonly number[],
): ReadonlyMap<string, number> | undefined {
  const sitting = placed(people, counts);
  if (sitting === undefined) return undefined;
  return new Map(sitting.flatMap((line, index) => line.map(({ id }) => [id, index + 1] as const)));
}

/** The first of them who can sit together with all who sit already. */
export function firstToSit<P extends Fitting & { readonly kind: string }>(
  candidates: Iterable<P>,
  people: readonly Fitting[],
  counts: readonly number[],
): P | undefined {
  const sitting = placed(people, counts);
  if (sitting === undefined) return undefined;
  // Who fits the same lines fits or does not fit alike; who does not fit has moved nobody.
  const hopeless = new Set<string>();
  for (const each of candidates) {
    if (hopeless.has(each.kind)) continue;
    if (place(each, sitting, counts, new Set())) return each;
    hopeless.add(each.kind);
  }
  return undefined;
}

/** Those who sit on each line. */
function placed(people: readonly Fitting[], counts: readonly number[]): readonly Fitting[][] | undefined {
  const sitting: Fitting[][] = counts.map(() => []);
  for (const person of people) if (!place(person, sitting, counts, new Set())) return undefined;
  return sitting;
}

/** Lines ascending; a free seat is taken, otherwise who sits there longest is moved first. */
function place(
  person: Fitting,
  sitting: readonly Fitting[][],
  counts: readonly number[],
  visited: Set<number>,
): boolean {
  for (const line of person.lines) {
    if (visited.has(line)) continue;
    visited.add(line);
    const there = sitting[line - 1] ?? [];
    if (there.length < (counts[line - 1] ?? 0)) {
      there.push(person);
      return true;
    }
    for (const [index, other] of there.entries()) {
      if (!place(other, sitting, counts, visited)) continue;
      there[index] = person;
      return true;
    }
  }
  return false;
}
