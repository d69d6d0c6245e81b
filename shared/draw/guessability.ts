// Before drawing: how well could somebody who knows the library guess the names, and what would make it harder. Advice, never a refusal.

import { oddsOf } from './odds.ts';
import { candidatesOf } from './pool.ts';
import type { DemandLine, Exclusion, Odds, PoolEntry } from './transcript.ts';

export type AdviceCode =
  | 'widen_region'
  | 'widen_speciality'
  | 'lower_level'
  | 'add_reserves'
  | 'likely_person'
  | 'guessable_panel';

/** `line` is null where it concerns the whole panel. */
export type Advice = { readonly code: AdviceCode; readonly line: number | null };

export type Guessability = { readonly odds: Odds; readonly advice: readonly Advice[] };

/** Fewer candidates a seat than this, and everybody of them is one of few. */
const candidatesPerSeat = 3;
const fewestReserves = 2;
/** From here on, somebody is rather drawn than not. */
const likelyPpm = 500_000;
/** Thousandths of a bit: the likeliest panel is guessed less than once in a thousand times. */
const safeGuess = 10_000;

export function guessability(
  pool: readonly PoolEntry[],
  lines: readonly DemandLine[],
  exclusions: readonly Exclusion[],
): Guessability {
  const odds = oddsOf(candidatesOf(pool, lines, exclusions), lines);
  const advice = lines.flatMap((line, index) =>
    lineAdvice(pool, line, exclusions).map((code) => ({ code, line: index + 1 })),
  );
  const panel: AdviceCode[] = [];
  if (lines.reduce((sum, { reserve }) => sum + reserve, 0) < fewestReserves) panel.push('add_reserves');
  if (odds?.kinds.some(({ ppm }) => ppm >= likelyPpm)) panel.push('likely_person');
  if (odds !== null && odds.guess < safeGuess) panel.push('guessable_panel');
  return { odds, advice: [...advice, ...panel.map((code) => ({ code, line: null }))] };
}

/** What would bring more candidates; speciality last, because it changes who is competent. */
function lineAdvice(
  pool: readonly PoolEntry[],
  line: DemandLine,
  exclusions: readonly Exclusion[],
): readonly AdviceCode[] {
  const candidates = (changed: Partial<DemandLine>) =>
    candidatesOf(pool, [{ ...line, ...changed }], exclusions).length;
  const now = candidates({});
  if (now >= candidatesPerSeat * line.count) return [];
  const codes: AdviceCode[] = [];
  if (candidates({ regions: [] }) > now) codes.push('widen_region');
  if (candidates({ level: 0 }) > now) codes.push('lower_level');
  return codes.length > 0 ? codes : ['widen_speciality'];
}
