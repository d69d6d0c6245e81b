// Which declaration of a record type the columns of a stored row are of. Every write of a row stamps it with the writer's generation, in the same
// statement, so a row that an older program wrote, before or during an update, is known by itself: nobody has to know when the last one ended.
import { entities } from '#shared/domain/entities.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Database } from './database.ts';
import { sqlTypes } from './entity-tables.ts';

const advisoryLock = 727_411_003;

/** Names and SQL types of the columns and the revision of the body; never the source of a reader. */
export function columnFingerprint({ columns, revision }: Entity): string {
  const names = Object.entries(columns).map(([field, { type }]) => `${snakeCase(field)}:${sqlTypes[type]}`);
  return [revision, ...names.sort()].join(' ');
}

/** SQL for the generation of this declaration. One that is not registered yet counts as the oldest: its rows are filled later. */
export function generationOf(kind: Entity): string {
  return `coalesce((SELECT generation FROM column_generations WHERE entity = '${kind.name}' AND fingerprint = '${columnFingerprint(kind)}'), 0)`;
}

/**
 * A declaration that is new gets the next number; one that was there before keeps its own, so that a program that was rolled back leaves the
 * rows of the newer one alone, and the newer one finds what was written meanwhile.
 */
export function registerGenerations(
  database: Database,
  kinds: readonly Entity[] = [...entities.values()],
): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1::bigint)', [advisoryLock]);
    for (const kind of kinds) {
      await tx.query(
        `INSERT INTO column_generations (entity, fingerprint, generation)
         SELECT $1, $2, coalesce(max(generation), 0) + 1 FROM column_generations WHERE entity = $1
         ON CONFLICT (entity, fingerprint) DO NOTHING`,
        [kind.name, columnFingerprint(kind)],
      );
    }
  });
}
