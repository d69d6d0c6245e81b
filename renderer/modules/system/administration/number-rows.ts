// The patterns that are in force, by kind: those that were set, and the built-in one where a kind has no default of its own.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { Mark } from '#shared/contract/ipc.ts';
import { builtInPatterns, type NumberKind, numberKinds } from '#shared/domain/admin/next-number.ts';
import { formatNumber } from '#shared/domain/numbering.ts';
import { formatInstant, systemText } from '#shared/text/index.ts';
import { regionName } from './region-options.ts';

const words = systemText.numbers;
/** In place of a region: for all that have no pattern of their own. */
export const elsewhere = 'default';

export type PatternRow = {
  readonly id: string;
  readonly pattern: string;
  /** Null for a built-in one. */
  readonly updatedAt: number | null;
  readonly mark: Mark;
};

export function patternRows(patterns: AskOutput<'numberPatterns.list'>['patterns']): readonly PatternRow[] {
  return numberKinds.flatMap((kind) => {
    const own = patterns.filter(({ id }) => kindOf(id) === kind);
    const builtIn = builtInPatterns
      .filter(({ id }) => kindOf(id) === kind && own.every((row) => row.id !== id))
      .map((row): PatternRow => ({ ...row, updatedAt: null, mark: 'synced' }));
    return [...builtIn, ...own];
  });
}

export function kindOf(id: string): NumberKind {
  return numberKinds.find((kind) => id.startsWith(`${kind}/`)) ?? 'plan';
}

export function regionOf(id: string): string {
  return id.split('/')[1] ?? elsewhere;
}

export function placeName(id: string): string {
  const region = regionOf(id);
  return region === elsewhere ? words.default : regionName(region);
}

/** `中标（成交）通知书编号（禹州市）` */
export function patternName(id: string): string {
  return words.name(words.kinds[kindOf(id)], placeName(id));
}

/** The first number of this year by the pattern; undefined while it is none. */
export function exampleOf({ id, pattern }: Pick<PatternRow, 'id' | 'pattern'>): string | undefined {
  const region = regionOf(id);
  const year = Number(formatInstant(Date.now()).slice(0, 4));
  const number = formatNumber(pattern, { year, seq: 1, region: region === elsewhere ? '411000' : region });
  return number.ok ? number.value : undefined;
}
