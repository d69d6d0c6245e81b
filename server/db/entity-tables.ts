// One table per record type, made from its declaration: the row as JSON text, kept verbatim, and beside it what commands and lists look for;
// `digest_*` are the halves of kernel/digest.ts of id and version. Columns may be empty: a new one is until the stored bodies have been read.
import { sql } from 'drizzle-orm';
import { bigint, index, integer, json, type PgTable, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ColumnType } from '#shared/domain/column.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';

const stored = {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  scopes: text('scopes').array().notNull(),
  body: json('body').notNull(),
  digestHi: integer('digest_hi').notNull(),
  digestLo: integer('digest_lo').notNull(),
  /** Of which declaration the columns are: column-generations.ts. */
  columnsGeneration: integer('columns_generation').notNull().default(0),
};

export const sqlTypes = { text: 'text', integer: 'bigint' } as const satisfies Record<ColumnType, string>;

const made = {
  text: (name: string) => text(name),
  integer: (name: string) => bigint(name, { mode: 'number' }),
} as const satisfies Record<ColumnType, unknown>;

export function entityTable(kind: Entity): PgTable {
  const columns = Object.entries(kind.columns).map(
    ([field, { type }]) => [field, made[type](snakeCase(field))] as const,
  );
  return pgTable(kind.name, { ...stored, ...Object.fromEntries(columns) }, (table) => [
    index(`${kind.name}_scopes`).using('gin', table.scopes),
    index(`${kind.name}_generation`).on(table.columnsGeneration),
    ...Object.entries(kind.indexes.server).map(([name, { on, unique, where }]) => {
      const [first, ...others] = on.map((field) => columnOf(table, field));
      if (first === undefined) throw new Error(`no columns: ${name}`);
      const made = (unique === true ? uniqueIndex : index)(name).on(first, ...others);
      return where === undefined ? made : made.where(sql.raw(where));
    }),
  ]);
}

function columnOf<C>(table: { readonly [field: string]: C }, field: string): C {
  const column = table[field];
  if (column === undefined) throw new Error(`no column ${field}`);
  return column;
}

/** In the order of shared/domain/entities.ts. */
export const entityTables: readonly PgTable[] = [...entities.values()].map(entityTable);
