// Which older programs may still open an outbox: the file says it itself, as the lowest schema number that can work with it. Migrations only
// add, so an older program finds everything it knows; it works beside what was added and leaves the file's schema number as it is. A file
// without that word is for programs of its own number and newer ones.
import { z } from 'zod';
import type { Connection } from '../connection.ts';
import { type Migration, schemaVersion } from '../migrate.ts';

const key = 'readableBy';
const line = /^-- readable by (\d+)$/m;

/** What these migrations say: each after the first in a line of its own, `-- readable by N`; the strictest counts. */
export function readableBy(migrations: readonly Migration[]): number {
  return Math.max(
    1,
    ...migrations.slice(1).map(({ name, statements }) => {
      const said = statements
        .map((statement) => line.exec(statement)?.[1])
        .find((each) => each !== undefined);
      if (said === undefined) throw new Error(`${name} does not say who can read the file after it`);
      return Number(said);
    }),
  );
}

/** Whether the file is newer than these migrations, and whether its own word lets us open it all the same. Writes nothing. */
export function newerFile(
  connection: Connection,
  migrations: readonly Migration[],
): 'no' | 'readable' | 'unreadable' {
  if (schemaVersion(connection) <= migrations.length) return 'no';
  const word = wordOf(connection);
  return word !== undefined && word <= migrations.length ? 'readable' : 'unreadable';
}

/** After a migration. A program that ends before it leaves a file that older ones refuse, until this one opens it again. */
export function sayReadableBy(connection: Connection, migrations: readonly Migration[]): void {
  const lowest = readableBy(migrations);
  const said = wordOf(connection) ?? schemaVersion(connection);
  if (said === lowest) return;
  connection.write(() =>
    connection.db
      .prepare<[string, string]>(
        'INSERT INTO identity (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, String(lowest)),
  );
}

function wordOf({ db }: Connection): number | undefined {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'identity'").get();
  if (table === undefined) return undefined;
  const value = db.prepare('SELECT value FROM identity WHERE key = ?').pluck().get(key);
  const word = z.coerce.number().int().min(1).safeParse(value);
  return word.success ? word.data : undefined;
}
