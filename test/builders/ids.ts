// Ids for tests: the same name always gives the same id.
import { rowDigest } from '#shared/kernel/digest.ts';
import type { Id } from '#shared/kernel/ids.ts';

/** A well-formed UUIDv7 made of a name. */
export function anId(name: string): Id {
  const hex = [0, 1]
    .flatMap((version) => {
      const { hi, lo } = rowDigest(name, version);
      return [hi, lo];
    })
    .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
