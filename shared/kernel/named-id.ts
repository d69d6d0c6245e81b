// Ids that follow from what they name: whoever names the same thing makes the same id, offline too, so that two make one record.
import { rowDigest } from './digest.ts';
import type { Id } from './ids.ts';

/** A UUID of version 8, made of the name. */
export function namedId(name: string): Id {
  const hex = [0, 1]
    .flatMap((part) => {
      const { hi, lo } = rowDigest(name, part);
      return [hi, lo];
    })
    .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
