// Every record type there is, by table name, in the order in which a snapshot sends the synced ones.
import { syncedOf } from './kept.ts';
import { entitiesOf } from './module.ts';
import { modules } from './modules.ts';

export const entities = entitiesOf(modules);

/** Those that desks have too. */
export const syncedEntities = syncedOf(entities);
