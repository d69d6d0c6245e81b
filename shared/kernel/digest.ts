// A fast 64-bit fingerprint of (id, version), combined by XOR so that a set of rows has one digest in whatever order it is read
// and a changed row costs two XORs. It finds accidents, not attacks: it is no cryptographic hash.

/** Two signed 32-bit halves. */
export type Digest = { readonly hi: number; readonly lo: number };

export const emptyDigest: Digest = { hi: 0, lo: 0 };

/** The digest of one row: two murmur3-like lanes over the id's UTF-16 units and the version (a whole number up to 2^53). */
export function rowDigest(id: string, version: number): Digest {
  let hi = 0x2c1b3c6d;
  let lo = 0x297a2d39;
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    hi = mixHi(hi, unit);
    lo = mixLo(lo, unit);
  }
  const versionHigh = Math.floor(version / 0x1_0000_0000);
  hi = mixHi(mixHi(mixHi(hi, id.length), version), versionHigh);
  lo = mixLo(mixLo(mixLo(lo, version), versionHigh), id.length);
  // Each half also takes the other in, so that all 64 bits depend on both lanes.
  const first = finish(hi ^ Math.imul(lo, 0x9e3779b1));
  return { hi: first, lo: finish(lo ^ Math.imul(first, 0x85ebca77)) };
}

/** Adds a row's digest to a set's, or takes it out again: the same operation. */
export function xorDigest(a: Digest, b: Digest): Digest {
  return { hi: a.hi ^ b.hi, lo: a.lo ^ b.lo };
}

export function sameDigest(a: Digest, b: Digest): boolean {
  return a.hi === b.hi && a.lo === b.lo;
}

function mixHi(state: number, word: number): number {
  const key = Math.imul(word, 0xcc9e2d51);
  const mixed = state ^ Math.imul((key << 15) | (key >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function mixLo(state: number, word: number): number {
  const key = Math.imul(word, 0x239b961b);
  const mixed = state ^ Math.imul((key << 16) | (key >>> 16), 0xab0e9789);
  return (Math.imul((mixed << 17) | (mixed >>> 15), 5) + 0x38b34ae5) | 0;
}

function finish(state: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
