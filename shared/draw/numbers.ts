// Numbers from a seed, the same in every language: block k is a hash of seed and k, and gives eight words of 32 bits, first word first.
import { labelled, type Sha256 } from './hashes.ts';

const words32 = 0x1_0000_0000;

/** Makes words of one seed, as many as are asked for. */
export type Words = () => number;

export function wordsOf(sha256: Sha256, seed: string): Words {
  let block = '';
  let blocks = 0;
  let at = 64;
  return () => {
    if (at === 64) {
      block = labelled(sha256, 'block', [seed, blocks]);
      blocks += 1;
      at = 0;
    }
    at += 8;
    return Number.parseInt(block.slice(at - 8, at), 16);
  };
}

/**
 * 0 to n − 1, each with exactly the same probability: words at or above the largest multiple of n are thrown away, because a plain remainder
 * would favour the small numbers. Throws RangeError for an n that is no whole number of 1 to 2^32.
 */
export function below(n: number, next: Words): number {
  if (!Number.isInteger(n) || n < 1 || n > words32) throw new RangeError(`no number below ${n}`);
  const limit = words32 - (words32 % n);
  for (;;) {
    const word = next();
    if (word < limit) return word % n;
  }
}

/** Fisher and Yates, from the last place down. */
export function shuffled<T>(items: readonly T[], next: Words): readonly T[] {
  const order = [...items];
  for (let place = order.length - 1; place > 0; place--) {
    const other = below(place + 1, next);
    const moved = order[place] as T;
    order[place] = order[other] as T;
    order[other] = moved;
  }
  return order;
}
