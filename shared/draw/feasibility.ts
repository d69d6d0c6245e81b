// Whether the demand lines can be met together. Lines that share experts may each look possible and still not be: three lines of one seat
// with the same two experts. What is reported names the lines that get in each other's way.
import type { Candidate } from './pool.ts';
import type { DemandLine } from './transcript.ts';

/** These lines together ask for more people than there are who fit any of them. */
export type Unmet = {
  readonly lines: readonly number[];
  readonly needed: number;
  readonly available: number;
};

export type Feasibility = {
  /** Seats that cannot be filled; empty where a panel is possible. */
  readonly members: readonly Unmet[];
  /** Seats and reserves together. */
  readonly withReserves: readonly Unmet[];
};

export function feasibility(candidates: readonly Candidate[], lines: readonly DemandLine[]): Feasibility {
  return {
    members: unmet(
      candidates,
      lines.map(({ count }) => count),
    ),
    withReserves: unmet(
      candidates,
      lines.map(({ count, reserve }) => count + reserve),
    ),
  };
}

type Kind = { readonly lines: readonly number[]; readonly size: number };

/** A largest matching of seats and people; from a line that it leaves short, everything reachable is a set that Hall's theorem speaks of. */
function unmet(candidates: readonly Candidate[], needs: readonly number[]): readonly Unmet[] {
  const kinds = kindsOf(candidates);
  const flow = largestFlow(kinds, needs);
  const filled = needs.map((_, index) => flow.reduce((sum, row) => sum + (row[index] ?? 0), 0));
  const found = new Map<string, Unmet>();
  for (const [index, need] of needs.entries()) {
    if ((filled[index] ?? 0) >= need) continue;
    const lines = reachable(index + 1, kinds, flow);
    found.set(lines.join(), {
      lines,
      needed: lines.reduce((sum, line) => sum + (needs[line - 1] ?? 0), 0),
      available: kinds
        .filter((kind) => kind.lines.some((line) => lines.includes(line)))
        .reduce((sum, { size }) => sum + size, 0),
    });
  }
  return [...found.values()];
}

function kindsOf(candidates: readonly Candidate[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { kind, lines } of candidates) {
    kinds.set(kind, { lines, size: (kinds.get(kind)?.size ?? 0) + 1 });
  }
  return [...kinds.values()];
}

/** How many people of each kind sit on each line. People of one kind are alike, so thousands of them cost no more than one. */
function largestFlow(kinds: readonly Kind[], needs: readonly number[]): readonly number[][] {
  const flow = kinds.map(() => needs.map(() => 0));
  for (const [index, need] of needs.entries()) {
    for (let seats = 0; seats < need; seats++) if (!fill(index, kinds, flow, new Set())) break;
  }
  return flow;
}

/** One more person for the line, by moving others where that helps. */
function fill(
  index: number,
  kinds: readonly Kind[],
  flow: readonly number[][],
  visited: Set<number>,
): boolean {
  for (const [at, kind] of kinds.entries()) {
    if (visited.has(at) || !kind.lines.includes(index + 1)) continue;
    visited.add(at);
    const row = flow[at] ?? [];
    const used = row.reduce((sum, each) => sum + each, 0);
    if (used >= kind.size) {
      const other = row.findIndex(
        (each, line) => each > 0 && line !== index && fill(line, kinds, flow, visited),
      );
      if (other < 0) continue;
      row[other] = (row[other] ?? 0) - 1;
    }
    row[index] = (row[index] ?? 0) + 1;
    return true;
  }
  return false;
}

function reachable(from: number, kinds: readonly Kind[], flow: readonly number[][]): readonly number[] {
  const lines = new Set([from]);
  for (const line of lines) {
    for (const [at, kind] of kinds.entries()) {
      if (!kind.lines.includes(line)) continue;
      for (const [index, people] of (flow[at] ?? []).entries()) if (people > 0) lines.add(index + 1);
    }
  }
  return [...lines].sort((a, b) => a - b);
}
