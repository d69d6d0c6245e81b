// A library of made-up experts, and everything else of a draw that is chance in life: here it follows from a name.
import { hash } from 'node:crypto';
import { type Expert, saltedId, saltOf, sortedPool } from '#shared/draw/pool.ts';
import type { DemandLine, PoolEntry } from '#shared/draw/transcript.ts';

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** 64 hex digits that follow from a name. */
export const secretOf = (name: string): string => sha256(`secret of ${name}`);

/** A number from 0 to n − 1 that follows from a name. */
export const numberOf = (name: string, n: number): number =>
  Number.parseInt(sha256(name).slice(0, 8), 16) % n;

export const specialities = ['A0201', 'A0202', 'C0301'] as const;
export const regions = ['411000', '410100', '419000'] as const;

export type Library = {
  readonly pool: readonly PoolEntry[];
  readonly experts: ReadonlyMap<string, Expert & { readonly salt: string }>;
};

/** Some have one speciality, some two; one or two regions; levels 1 to 3. */
export function aLibrary(name: string, size: number): Library {
  const experts = new Map<string, Expert & { readonly salt: string }>();
  const pool: PoolEntry[] = [];
  for (let no = 1; no <= size; no++) {
    const expert = { expertNo: `E${String(no).padStart(4, '0')}`, name: `专家${no}` };
    const salt = saltOf(sha256, secretOf(name), expert.expertNo);
    const id = saltedId(sha256, salt, expert);
    const some = <T>(values: readonly T[], what: string): T[] => {
      const first = numberOf(`${name} ${what} ${no}`, values.length);
      const isTwo = numberOf(`${name} second ${what} ${no}`, 3) === 0;
      return values.filter((_, at) => at === first || (isTwo && at === (first + 1) % values.length));
    };
    pool.push({
      id,
      specialities: some(specialities, 'speciality'),
      regions: some(regions, 'region'),
      level: 1 + numberOf(`${name} level ${no}`, 3),
    });
    experts.set(id, { ...expert, salt });
  }
  return { pool: sortedPool(pool), experts };
}

export function aLine(given: Partial<DemandLine> = {}): DemandLine {
  return { specialities: ['A0201'], regions: [], level: 0, count: 1, reserve: 0, ...given };
}
