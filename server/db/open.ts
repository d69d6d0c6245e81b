// Which database this process stands on.
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export type OpenOptions = {
  /** PostgreSQL ≥ 15. Without it the embedded PGlite is used. */
  readonly url?: string | undefined;
  /** Where PGlite keeps its files; without it everything is in memory and gone at the end. */
  readonly folder?: string | undefined;
  readonly poolSize?: number;
};

export function openDatabase(options: OpenOptions): Promise<Database> {
  return options.url === undefined
    ? openPglite(options.folder)
    : openPostgres(options.url, options.poolSize ?? 10);
}
