// Every record type, in the order in which a snapshot sends the synced ones: what others refer to comes first.
import {
  accounts,
  calendarYears,
  numberPatterns,
  numberSeries,
  organisations,
  platforms,
  settings,
} from './admin/model.ts';
import { announcements } from './announcements/model.ts';
import type { Entity } from './entity.ts';
import { syncedOf } from './kept.ts';
import { withLists } from './list-indexes.ts';
import { lists } from './lists.ts';
import { plans } from './plans/model.ts';
import { projects, sections } from './projects/model.ts';

const ordered = [
  settings,
  calendarYears,
  numberPatterns,
  numberSeries,
  platforms,
  organisations,
  accounts,
  plans,
  projects,
  sections,
  announcements,
] satisfies readonly Entity[];

/** By table name, with what their lists add; a Map, so that a name from outside can never reach a prototype. */
export const entities: ReadonlyMap<string, Entity> = new Map(
  ordered.map((kind) => [kind.name, withLists<Entity>(kind, lists)]),
);

/** Those that desks have too. */
export const syncedEntities: ReadonlyMap<string, Entity> = syncedOf(entities);
