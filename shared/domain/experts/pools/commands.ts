// The server's own: at the end of a day the pool is written down, and once the day's head is signed, which head carries its root.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../command.ts';
import { one, where } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { libraryCommand } from '../library/library-command.ts';
import { experts } from '../library/model.ts';
import { makePool } from './make-pool.ts';
import { type Pool, poolLists, poolSchema, pools } from './model.ts';

/** Nothing happens where the day has its pool, or the library is empty. */
export const recordPool = libraryCommand({
  name: 'expertPools.record',
  roles: ['system'],
  input: z.strictObject({ day: plainDateSchema }),
  *load({ day }) {
    const known = yield* one(pools, day);
    return known === undefined ? yield* where(experts, {}) : undefined;
  },
  decide({ state: library }, { day }, { vault, now }) {
    const made = library === undefined ? undefined : makePool(vault, day, library);
    if (made === undefined) return ok([]);
    const { root, list } = made;
    const pool: Pool = { id: day, root, count: list.entries.length, head: null, madeAt: now };
    return ok([put(pools, pool), put(poolLists, list)]);
  },
});

export const publishPool = command({
  name: 'expertPools.publish',
  authority: 'online',
  input: z.strictObject({ day: plainDateSchema, head: poolSchema.shape.head.unwrap() }),
  access: { roles: ['system'], record: (_actor, pool: Pool | undefined) => pool !== undefined },
  *load({ day }) {
    return yield* one(pools, day);
  },
  decide(pool, { head }) {
    if (pool === undefined) return refuse('not_found');
    // What is signed is signed: a second head of the day would be another's.
    return pool.head === null ? ok([put(pools, { ...pool, head })]) : ok([]);
  },
});
