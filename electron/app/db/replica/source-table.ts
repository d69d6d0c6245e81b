// A table as another version of the program had made it. Of its rows only what every version keeps is read: number, id, version, scopes and
// body, whatever else stands beside them.
import { z } from 'zod';
import type { SqliteDatabase } from '../connection.ts';

/** What is asked for may still stand in the table as it was; it can be answered when the rebuild has come that far. */
export class NotYetRebuilt extends Error {
  readonly entity: string;

  constructor(entity: string) {
    super(`${entity} is being rebuilt`);
    this.entity = entity;
  }
}

export type SourceRow = {
  readonly rowNo: number;
  readonly id: string;
  readonly version: number;
  readonly scopes: string;
  readonly body: string;
};

const kept = ['row_no', 'id', 'version', 'scopes', 'body'] as const;
const pattern = /^([a-z][a-z0-9_]*)__was_(\d+)$/;

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

/** Whether no rows wait in tables of another version. */
export function isComplete(db: SqliteDatabase): boolean {
  const names = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const again = db.prepare('SELECT 1 FROM unreadable_rows WHERE again = 1 LIMIT 1').get();
  return again === undefined && names.every((name) => sourceOf(name) === undefined);
}

/** A name for a table that is set aside, not used in this file yet. */
export function sourceName(entity: string, used: readonly string[]): string {
  for (let no = 1; ; no += 1) {
    const name = `${entity}__was_${no}`;
    if (!used.includes(name)) return name;
  }
}

/** Rows that come in rising order fill the pages of their table; in falling order they leave each half empty. */
const blockRows = 100;

const rowSchema = z.object({
  rowNo: z.int(),
  id: z.string(),
  // What is damaged must not stop the others: such a row is unreadable, or is found by its sums and fetched again.
  version: z.int().catch(0),
  scopes: z.string().catch('[]'),
  body: z.string().catch(''),
});

export type SourceTable = {
  readonly name: string;
  row(id: string): SourceRow | undefined;
  /** The rows to be moved next: a block of the newest ones after the other, and within a block the oldest first. None: all are moved. */
  next(count: number): readonly SourceRow[];
  remove(rowNo: number): void;
  count(): number;
  /** Its rows are all moved. */
  end(): void;
  /** Whether its numbers are those of the record type's table, which the search index knows. */
  readonly keepsNumbers: boolean;
};

/** Stands for the rows of a file that there was no room to open. */
export function outOfReach(entity: string): SourceTable {
  const fail = () => {
    throw new NotYetRebuilt(entity);
  };
  return {
    name: entity,
    row: fail,
    next: fail,
    remove: fail,
    count: () => 0,
    end: fail,
    keepsNumbers: false,
  };
}

export function sourceTable(db: SqliteDatabase, name: string): SourceTable {
  return source(db, name, {
    from: name,
    where: 'true',
    number: 'row_no',
    end: () => db.exec(`DROP TABLE ${name}`),
  });
}

/** What another version could not read, to be read again. What cannot be read now either goes back, and is left alone. */
export function unreadableSource(db: SqliteDatabase, entity: string): SourceTable {
  const where = `entity = '${entity}' AND again = 1`;
  return source(db, `unreadable ${entity}`, {
    from: 'unreadable_rows',
    where,
    number: 'rowid',
    end: () => undefined,
  });
}

type Where = {
  readonly from: string;
  readonly where: string;
  readonly number: 'row_no' | 'rowid';
  readonly end: () => void;
};

/** Names come from our own tables and record types, never from outside. */
function source(db: SqliteDatabase, name: string, { from, where, number, end }: Where): SourceTable {
  const columns = `${number} AS rowNo, id, version, scopes, body`;
  const one = db.prepare<[string]>(`SELECT ${columns} FROM ${from} WHERE id = ? AND ${where}`);
  const following = db.prepare<[number, number]>(
    `SELECT ${columns} FROM ${from} WHERE ${where} AND ${number} >= ? ORDER BY ${number} LIMIT ?`,
  );
  const firstOfBlock = db
    .prepare<[], number | null>(
      `SELECT min(no) FROM (SELECT ${number} AS no FROM ${from} WHERE ${where} ORDER BY ${number} DESC LIMIT ${blockRows})`,
    )
    .pluck();
  const remove = db.prepare<[number]>(`DELETE FROM ${from} WHERE ${number} = ?`);
  let blockFrom = Infinity;
  return {
    name,
    row(id) {
      const found = one.get(id);
      return found === undefined ? undefined : rowSchema.parse(found);
    },
    next(most) {
      let rows = following.all(blockFrom, most);
      if (rows.length === 0) {
        blockFrom = firstOfBlock.get() ?? Infinity;
        rows = following.all(blockFrom, most);
      }
      return rows.map((row) => rowSchema.parse(row));
    },
    remove: (rowNo) => void remove.run(rowNo),
    count: () => z.int().parse(db.prepare(`SELECT count(*) FROM ${from} WHERE ${where}`).pluck().get()),
    end,
    keepsNumbers: number === 'row_no',
  };
}
