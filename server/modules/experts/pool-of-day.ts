// The pool's root in the signed head of each day: written down before the head is signed, and told which head it was afterwards.
import { publishPool, recordPool } from '#shared/domain/experts/pools/commands.ts';
import { poolSchema, pools } from '#shared/domain/experts/pools/model.ts';
import { fetchRows, tableOf } from '../../command/entity-store.ts';
import { systemActor } from '../../exchange/actors.ts';
import type { HeadMember } from '../../server-module.ts';

export const poolRootOfDay: HeadMember = {
  name: 'poolRoot',
  async before({ database, runAs }, day) {
    const { rows } = await database.query('SELECT 1 FROM expert_libraries');
    if (rows.length === 0) return null;
    // Refused while the library is locked: the head is signed without a root, and the day after nobody is drawn.
    const recorded = await runAs(systemActor, recordPool.name, { day });
    if (!recorded.ok) return null;
    const [stored] = await fetchRows(database, tableOf(pools.name), [day]);
    return stored === undefined ? null : poolSchema.parse(stored.row).root;
  },
  async after({ database, runAs }, { day, no, hash, poolRoot }) {
    if (poolRoot === undefined) return;
    const [stored] = await fetchRows(database, tableOf(pools.name), [day]);
    const pool = stored === undefined ? undefined : poolSchema.parse(stored.row);
    if (pool?.root === poolRoot && pool.head === null) {
      await runAs(systemActor, publishPool.name, { day, head: { day, no, hash } });
    }
  },
};
