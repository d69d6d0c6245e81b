// The pool of a draw: who could be drawn at all, under ids that say nothing about the person. Its root is published the day before.
import { labelled, type Sha256 } from './hashes.ts';
import type { DemandLine, Exclusion, PoolEntry } from './transcript.ts';

export type Expert = { readonly expertNo: string; readonly name: string };

/** Of one expert on one day. Only those of disclosed members are ever published; the day's secret never is. */
export function saltOf(sha256: Sha256, daySecret: string, expertNo: string): string {
  return labelled(sha256, 'salt', [daySecret, expertNo]);
}

export function saltedId(sha256: Sha256, salt: string, expert: Expert): string {
  return labelled(sha256, 'expert', [salt, expert.expertNo, expert.name]);
}

/** The order in which a pool is published and hashed. */
export function sortedPool(entries: readonly PoolEntry[]): readonly PoolEntry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * One hash over the whole sorted list. Not a Merkle root: a verifier has to see that nobody was left out and therefore needs the whole list,
 * which a proof of single entries would not spare.
 */
export function poolRoot(sha256: Sha256, sorted: readonly PoolEntry[]): string {
  return labelled(sha256, 'pool', sorted);
}

/** Somebody who may be drawn. */
export type Candidate = {
  readonly id: string;
  /** Numbers of the lines that they fit, ascending; never empty. */
  readonly lines: readonly number[];
  /** Candidates who fit the same lines are of one kind. */
  readonly kind: string;
};

export function fits(entry: PoolEntry, line: DemandLine): boolean {
  return (
    line.specialities.some((wanted) => entry.specialities.includes(wanted)) &&
    (line.regions.length === 0 || line.regions.some((wanted) => entry.regions.includes(wanted))) &&
    entry.level >= line.level
  );
}

/** In the order of the pool. */
export function candidatesOf(
  pool: readonly PoolEntry[],
  lines: readonly DemandLine[],
  exclusions: readonly Exclusion[],
): readonly Candidate[] {
  const excluded = new Set(exclusions.map(({ id }) => id));
  return pool.flatMap((entry) => {
    if (excluded.has(entry.id)) return [];
    const fitting = lines.flatMap((line, index) => (fits(entry, line) ? [index + 1] : []));
    return fitting.length === 0 ? [] : [{ id: entry.id, lines: fitting, kind: fitting.join() }];
  });
}
