// What a command would load, looked up for a question: by the same generator, without locks.
import type { Load } from '#shared/domain/load.ts';
import type { Sql } from '../db/database.ts';
import type { StoreTables } from './entity-store.ts';
import { RowCache } from './row-cache.ts';

export async function loadOnce<T>(sql: Sql, load: Load<T>, tables?: StoreTables): Promise<T> {
  const cache = new RowCache(sql, { tables });
  const set = cache.workingSet();
  for (let step = set.advance(load); ; ) {
    if (step.kind === 'done') return step.value;
    await cache.fetch([step.request], set);
    step = set.advance(load, step.request);
  }
}
