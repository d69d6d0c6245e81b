// A record type, described once for every side: its schema, the columns that lists filter and sort by (the same in SQLite
// and PostgreSQL), and who may see a row. Columns and scopes are functions of the row alone, so no side can disagree.
import type { z } from 'zod';
import type { Id } from '#shared/kernel/ids.ts';
import { type Actor, type Scope, scopesOf } from './actor.ts';

export type Row = { readonly id: Id };
export type ColumnValue = string | number | null;

/** `columns` are named as in the row (camelCase); the databases use the snake_case form of the same name. */
export type Entity<R extends Row = Row> = {
  /** The table's name on both sides: plural, snake_case. */
  readonly name: string;
  readonly schema: z.ZodType<R>;
  /** `server`: never leaves the server; only online commands and queries touch it. Left out: synced to the desks. */
  readonly kept?: 'server';
  readonly columns: { readonly [column: string]: { read(row: R): ColumnValue }['read'] };
  scopes(row: R): readonly Scope[];
};

export function entity<R extends Row>(definition: Entity<R>): Entity<R> {
  return definition;
}

/** Whether the actor may see the row. `system` sees everything: it is the server's own hand. */
export function visible<R extends Row>(actor: Actor, kind: Entity<R>, row: R): boolean {
  if (actor.role === 'system') return true;
  const held = new Set(scopesOf(actor));
  return kind.scopes(row).some((scope) => held.has(scope));
}
