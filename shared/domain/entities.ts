// Every record type there is, by table name, in the order in which a snapshot sends the synced ones.
import type { Entity } from './entity.ts';
import { syncedOf } from './kept.ts';
import { withLists } from './list-indexes.ts';
import { lists } from './lists.ts';
import { entitiesOf } from './module.ts';
import { modules } from './modules.ts';

/** By table name, with what their lists add; a Map, so that a name from outside can never reach a prototype. */
export const entities: ReadonlyMap<string, Entity> = new Map(
  [...entitiesOf(modules)].map(([name, kind]) => [name, withLists<Entity>(kind, lists)]),
);

/** Those that desks have too. */
export const syncedEntities = syncedOf(entities);
