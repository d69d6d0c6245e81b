// A table as another version of the program had made it. Of its rows only what every version keeps is read: number, id, version, scopes and
// body, whatever else stands beside them.
import { z } from 'zod';
import type { SqliteDatabase } from '../connection.ts';

export type SourceRow = {
  readonly rowNo: number;
  readonly id: string;
  readonly version: number;
  readonly scopes: string;
  readonly body: string;
};

const kept = ['row_no', 'id', 'version', 'scopes', 'body'] as const;
const pattern = /^([a-z][a-z_]*)__was_(\d+)$/;

/** Tables of records in the file, by whichever program. */
export function recordTables(db: SqliteDatabase): readonly string[] {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck()
    .all();
  return tables.filter((table) => {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    return kept.every((column) => columns.includes(column));
  });
}

/** The record type whose rows a set-aside table holds; undefined for any other table. */
export function sourceOf(table: string): string | undefined {
  return pattern.exec(table)?.[1];
}

/** A name for a table that is set aside, not used in this file yet. */
export function sourceName(entity: string, used: readonly string[]): string {
  for (let no = 1; ; no += 1) {
    const name = `${entity}__was_${no}`;
    if (!used.includes(name)) return name;
  }
}

const rowSchema = z.object({
  rowNo: z.int(),
  id: z.string(),
  version: z.int(),
  scopes: z.string(),
  body: z.string(),
});

export type SourceTable = ReturnType<typeof sourceTable>;

export function sourceTable(db: SqliteDatabase, name: string) {
  const columns = 'row_no AS rowNo, id, version, scopes, body';
  const one = db.prepare<[string]>(`SELECT ${columns} FROM ${name} WHERE id = ?`);
  const newest = db.prepare<[number]>(`SELECT ${columns} FROM ${name} ORDER BY row_no DESC LIMIT ?`);
  const remove = db.prepare<[number]>(`DELETE FROM ${name} WHERE row_no = ?`);
  return {
    name,
    row(id: string): SourceRow | undefined {
      const found = one.get(id);
      return found === undefined ? undefined : rowSchema.parse(found);
    },
    /** The rows that came or were numbered last. */
    newest: (count: number): readonly SourceRow[] => newest.all(count).map((row) => rowSchema.parse(row)),
    remove: (rowNo: number): void => void remove.run(rowNo),
    count: (): number => z.int().parse(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()),
  };
}
