// Rows of the base that this program cannot read: of a newer program, or damaged. They stand apart from their table, count in the digests like
// any other row, and are read again (`again`, source-table.ts) when another version of the program opens the file.
import { z } from 'zod';
import { type RowKey, rowKey } from '#shared/domain/working-set.ts';
import type { SqliteDatabase } from '../connection.ts';
import type { StoredRow } from './entity-table.ts';

const rowSchema = z.object({
  entity: z.string(),
  id: z.string(),
  version: z.int(),
  scopes: z.string(),
  body: z.string(),
});
export type UnreadableStored = z.infer<typeof rowSchema>;

export class UnreadableRows {
  readonly #db: SqliteDatabase;
  readonly #put;
  readonly #remove;
  readonly #one;
  /** There are hardly ever any: nobody asks the file for what is not here. */
  #keys = new Set<RowKey>();

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#put = db.prepare<[string, string, number, string, string]>(
      `INSERT INTO unreadable_rows (entity, id, version, scopes, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (entity, id) DO UPDATE SET version = excluded.version, scopes = excluded.scopes, body = excluded.body, again = 0`,
    );
    this.#remove = db.prepare<[string, string]>('DELETE FROM unreadable_rows WHERE entity = ? AND id = ?');
    this.#one = db.prepare<[string, string]>('SELECT * FROM unreadable_rows WHERE entity = ? AND id = ?');
    this.reload();
  }

  reload(): void {
    const rows = this.#db.prepare('SELECT entity, id FROM unreadable_rows WHERE again = 0').all();
    const keys = z.array(rowSchema.pick({ entity: true, id: true })).parse(rows);
    this.#keys = new Set(keys.map(({ entity, id }) => rowKey(entity, id)));
  }

  count(entity: string): number {
    return [...this.#keys].filter((key) => key.startsWith(`${entity}/`)).length;
  }

  get(entity: string, id: string): UnreadableStored | undefined {
    return this.#keys.has(rowKey(entity, id)) ? rowSchema.parse(this.#one.get(entity, id)) : undefined;
  }

  all(entity: string): readonly UnreadableStored[] {
    const rows = this.#db
      .prepare<[string]>('SELECT * FROM unreadable_rows WHERE entity = ? AND again = 0')
      .all(entity);
    return rows.map((row) => rowSchema.parse(row));
  }

  put(entity: string, id: string, { version, scopes, body }: StoredRow): void {
    this.#put.run(entity, id, version, scopes, body);
    this.#keys.add(rowKey(entity, id));
  }

  remove(entity: string, id: string): void {
    if (this.#keys.delete(rowKey(entity, id))) this.#remove.run(entity, id);
  }
}
