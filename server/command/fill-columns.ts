// Brings the columns of stored rows up to this program's declarations, from their bodies. It changes nothing else: no version, no scope, no body,
// so no desk notices. What is still to do is a question to the table, so it may be stopped anywhere, run again at any time and by several
// processes at once; and it finds by itself what an older program goes on writing during an update.
import { isOfType } from '#shared/domain/column.ts';
import type { ColumnValue, Row } from '#shared/domain/entity.ts';
import { presentRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Database } from '../db/database.ts';
import { sqlTypes } from '../db/entity-tables.ts';
import { entityTables, type StoreTable } from './entity-store.ts';

/** In one transaction: commands that want one of them wait for as long. */
const rowsAtOnce = 200;

/** The number of rows filled. Rows that cannot be read, or that somebody holds just now, are left for the next time. */
export async function fillColumns(
  database: Database,
  tables: readonly StoreTable[] = [...entityTables.values()],
): Promise<number> {
  let filled = 0;
  for (const table of tables) {
    const unreadable: Id[] = [];
    for (;;) {
      const slice = await fillSlice(database, table, unreadable);
      unreadable.push(...slice.unreadable);
      filled += slice.filled;
      if (slice.filled + slice.unreadable.length === 0) break;
    }
  }
  return filled;
}

type Slice = { readonly filled: number; readonly unreadable: readonly Id[] };

function fillSlice(database: Database, table: StoreTable, passedOver: readonly Id[]): Promise<Slice> {
  const { kind, generation } = table;
  return database.transaction(async (tx) => {
    // It never waits for a row, so it is in no circle of transactions that wait for each other.
    const { rows } = await tx.query<{ id: Id; text: string }>(
      `SELECT id, body::text AS text FROM ${kind.name}
       WHERE columns_generation < ${generation} AND id <> ALL($1::text[])
       ORDER BY columns_generation LIMIT ${rowsAtOnce} FOR NO KEY UPDATE SKIP LOCKED`,
      [passedOver],
    );
    const read = rows.map(({ id, text }) => ({ id, values: valuesIn(table, text) }));
    const readable = read.flatMap(({ id, values }) => (values === undefined ? [] : [{ id, values }]));
    if (readable.length > 0) {
      const ids = readable.map(({ id }) => id);
      const columns = [...table.columns.keys()].map((_, at) =>
        readable.map(({ values }) => values[at] ?? null),
      );
      await tx.query(fillStatement(table), [ids, ...columns]);
    }
    const unreadable = read.flatMap(({ id, values }) => (values === undefined ? [id] : []));
    return { filled: readable.length, unreadable };
  });
}

/** The rows are named twice so that they are looked up by their key, however large the table. */
function fillStatement({ kind, columns, generation }: StoreTable): string {
  const all = [...columns.values()];
  const names = ['id', ...all.map(({ name }) => name)];
  const arrays = ['text', ...all.map(({ type }) => sqlTypes[type])].map(
    (type, at) => `$${at + 1}::${type}[]`,
  );
  const set = [...all.map(({ name }) => `${name} = u.${name}`), `columns_generation = ${generation}`];
  return `UPDATE ${kind.name} AS t SET ${set.join(', ')} FROM unnest(${arrays.join(', ')}) AS u(${names.join(', ')})
    WHERE t.id = u.id AND t.id = ANY($1::text[])`;
}

/** In the order of the columns; undefined for a body that cannot be read or has values that its columns cannot hold. */
function valuesIn({ kind, columns }: StoreTable, text: string): readonly ColumnValue[] | undefined {
  try {
    const row: Row = presentRow(kind, text);
    const values = [...columns.values()].map(({ type, read }) => ({ type, value: read(row) ?? null }));
    return values.every(({ type, value }) => value === null || isOfType(value, type))
      ? values.map(({ value }) => value)
      : undefined;
  } catch {
    return undefined;
  }
}
