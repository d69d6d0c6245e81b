// Repeatable chance for demo data: the same seed gives the same numbers on every machine and in every version of Node. No cryptography.
import { uuidV7 } from '#shared/kernel/ids.ts';

export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(choices: readonly [Weighted<T>, ...Weighted<T>[]]): T;
  /** Many small values, few large ones: lognormal around `median`. */
  lognormal(median: number, sigma: number): number;
  /** A UUIDv7 that says `at` for its time. */
  uuid(at: number): string;
};
export type Weighted<T> = readonly [value: T, weight: number];

/** A stream of its own for each label, so that adding a draw in one place changes nothing elsewhere. */
export function randomOf(label: string): Random {
  const next = sfc32(label);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(next() * choices.length)] ?? choices[0];
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted: (choices) => {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return choices[0][0];
    },
    lognormal: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
    uuid: (at) =>
      uuidV7(
        at,
        Uint8Array.from({ length: 10 }, () => int(0, 255)),
      ),
  };
}

/** sfc32 seeded by the label through FNV-1a; the first numbers are thrown away, as they still show the seed. */
function sfc32(label: string): () => number {
  let hash = 0x811c9dc5;
  const words: number[] = [];
  for (let word = 0; word < 3; word++) {
    for (let index = 0; index < label.length; index++) {
      hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ word, 0x01000193);
    words.push(hash | 0);
  }
  let [a = 0, b = 0, c = 0] = words;
  let counter = 1;
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round++) step();
  return step;
}
