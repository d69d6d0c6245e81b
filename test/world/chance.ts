// Every random byte and choice of a world comes from its seed, through one stream for each who draws: what one part draws never
// changes what another part gets, so that a shrunk history still resembles the one it came from.
import { type Random, randomOf } from '#demo/data/random.ts';

export type { Random };

export type Chance = {
  /** The stream of this name; the same one each time. */
  of(name: string): Random;
  bytes(name: string): (length: number) => Uint8Array;
};

export function chanceOf(seed: number): Chance {
  const streams = new Map<string, Random>();
  const of = (name: string): Random => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const made = randomOf(`world/${seed}/${name}`);
    streams.set(name, made);
    return made;
  };
  return {
    of,
    bytes: (name) => (length) => {
      const random = of(name);
      return Uint8Array.from({ length }, () => random.int(0, 255));
    },
  };
}
