// By what a replica's table is known to be of this program: names, types and order of columns, what is counted, and the body's revision.
// Never the source of functions: a test holds fixed rows against fixed values, so that one of them cannot change its answer unnoticed.
import type { Entity } from '#shared/domain/entity.ts';
import { columnsOnDesk } from './tables.ts';
import { searchRevision } from './terms.ts';

export type Fingerprints = { readonly [table: string]: string };

/** Where it differs, the table is rebuilt from its bodies. Indexes are not in it: they are compared by their own text. */
export function tableFingerprint(kind: Entity): string {
  const columns = Object.entries(columnsOnDesk(kind)).map(([name, { type, notNull }]) => [
    name,
    type,
    notNull,
  ]);
  return JSON.stringify({ revision: kind.revision, columns, counted: kind.counted });
}

/** Where it differs, the record type's words are read into the search index anew. */
export function searchFingerprint(kind: Entity): string {
  return JSON.stringify({ revision: searchRevision, of: kind.revision, searched: kind.searched });
}
