// The first step of a draw, put together in one place: what is computed from pool and request is never handed in.

import { guessability } from './guessability.ts';
import type { Sha256 } from './hashes.ts';
import { poolRoot } from './pool.ts';
import { serverCommitment } from './seed.ts';
import type { Commit, PoolEntry } from './transcript.ts';

type Given = Omit<Commit, 'version' | 'pool' | 'odds' | 'serverCommitment'> & {
  readonly serverSecret: string;
};

/** `pool` is sorted; of the secret only the commitment is in the answer. */
export function prepareCommit(sha256: Sha256, given: Given, pool: readonly PoolEntry[]): Commit {
  const { serverSecret, ...said } = given;
  const exclusions = [...given.exclusions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...said,
    version: 1,
    exclusions,
    pool: { root: poolRoot(sha256, pool), count: pool.length },
    odds: guessability(pool, given.lines, exclusions).odds,
    serverCommitment: serverCommitment(sha256, given.drawId, serverSecret),
  };
}
