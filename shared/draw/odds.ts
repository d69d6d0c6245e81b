// How probable each candidate is, and how hard the whole panel is to guess, computed exactly. Candidates who fit the same lines are equally
// probable, so a state is only how many of each kind sit; the next person to sit is of kind k with probability (left of k) / (left of all
// kinds that still fit). Everybody is taken to attend.
import type { Candidate } from './pool.ts';
import { seat } from './seating.ts';
import type { DemandLine, Odds } from './transcript.ts';

/** Where one step has more states than this, no odds are given. */
const maxStates = 5000;

type Kind = { readonly key: string; readonly lines: readonly number[]; readonly size: number };
type State = { readonly taken: readonly number[]; readonly probability: number };

export function oddsOf(candidates: readonly Candidate[], lines: readonly DemandLine[]): Odds {
  const kinds = kindsOf(candidates);
  const panels = panelsOf(
    kinds,
    lines.map(({ count }) => count),
  );
  if (panels === undefined) return null;
  const mean = kinds.map(() => 0);
  let entropy = 0;
  let guess = Number.POSITIVE_INFINITY;
  for (const { taken, probability } of panels) {
    const ways = taken.reduce((sum, k, at) => sum + log2Choose(kinds[at]?.size ?? 0, k), 0);
    const bits = ways - Math.log2(probability);
    entropy += probability * bits;
    guess = Math.min(guess, bits);
    for (const [at, k] of taken.entries()) mean[at] = (mean[at] ?? 0) + probability * k;
  }
  return {
    kinds: kinds.map(({ lines: fitting, size }, at) => ({
      lines: [...fitting],
      candidates: size,
      ppm: Math.min(1_000_000, Math.round((1_000_000 * (mean[at] ?? 0)) / size)),
    })),
    entropy: Math.max(0, Math.round(1000 * entropy)),
    guess: Math.max(0, Math.round(1000 * guess)),
  };
}

/** In the order of their lines, line by line. */
function kindsOf(candidates: readonly Candidate[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { kind, lines } of candidates) {
    kinds.set(kind, { key: kind, lines, size: (kinds.get(kind)?.size ?? 0) + 1 });
  }
  return [...kinds.values()].sort((a, b) => compareLines(a.lines, b.lines));
}

function compareLines(a: readonly number[], b: readonly number[]): number {
  for (const [at, line] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (line !== other) return line - other;
  }
  return a.length - b.length;
}

function panelsOf(kinds: readonly Kind[], counts: readonly number[]): readonly State[] | undefined {
  const sits = sitsOf(kinds, counts);
  const panels: State[] = [];
  let states: readonly State[] = [{ taken: kinds.map(() => 0), probability: 1 }];
  while (states.length > 0) {
    const next = new Map<string, State>();
    for (const { taken, probability } of states) {
      const open = kinds.map(({ size }, at) => {
        const left = size - (taken[at] ?? 0);
        return left > 0 && sits(oneMore(taken, at)) ? left : 0;
      });
      const all = open.reduce((sum, each) => sum + each, 0);
      if (all === 0) panels.push({ taken, probability });
      for (const [at, left] of open.entries()) {
        if (left === 0) continue;
        const more = oneMore(taken, at);
        const key = more.join();
        const before = next.get(key)?.probability ?? 0;
        if (next.size > maxStates) return undefined;
        next.set(key, { taken: more, probability: before + (probability * left) / all });
      }
    }
    if (next.size > maxStates) return undefined;
    states = [...next.values()];
  }
  return panels;
}

/** Whether so many of each kind can sit together. Asked from every state that leads there, computed once. */
function sitsOf(kinds: readonly Kind[], counts: readonly number[]): (taken: readonly number[]) => boolean {
  const known = new Map<string, boolean>();
  return (taken) => {
    const key = taken.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const people = kinds.flatMap(({ lines, key: kind }, at) =>
      Array.from({ length: taken[at] ?? 0 }, (_, no) => ({ id: `${kind}/${no}`, lines })),
    );
    const sits = seat(people, counts) !== undefined;
    known.set(key, sits);
    return sits;
  };
}

function oneMore(taken: readonly number[], kind: number): readonly number[] {
  return taken.map((each, at) => (at === kind ? each + 1 : each));
}

/** Of the number of ways to choose k of n. */
function log2Choose(n: number, k: number): number {
  let bits = 0;
  for (let each = 0; each < k; each++) bits += Math.log2((n - each) / (each + 1));
  return bits;
}
