// A record type, described once for every side: its schema, the columns that lists filter and sort by with their indexes, and who may see a row.
// Columns and scopes are functions of the row alone, so no side can disagree. The tables of both sides follow from it.
import type { z } from 'zod';
import type { Id } from '#shared/kernel/ids.ts';
import { type Actor, type Scope, scopesOf } from './actor.ts';
import { type ColumnBuilders, type Columns, columnBuilders } from './column.ts';

export type { Columns, ColumnValue } from './column.ts';
export type Row = { readonly id: Id };

/** Names of columns in their order; on the desk also `rowNo`, which breaks ties. */
export type DeskIndexes = { readonly [index: string]: readonly string[] };
export type ServerIndex = {
  readonly on: readonly string[];
  readonly unique?: true;
  /** SQL over the table's own columns. */
  readonly where?: string;
};
export type ServerIndexes = { readonly [index: string]: ServerIndex };

/** `columns` are named as in the row (camelCase); the databases use the snake_case form of the same name. */
export type Entity<R extends Row = Row> = {
  /** The table's name on both sides: plural, snake_case. */
  readonly name: string;
  readonly schema: z.ZodType<R>;
  /** `server`: never leaves the server; only online commands and queries touch it. Left out: synced to the desks. */
  readonly kept?: 'server';
  /** Which shape of the body `schema` describes, from 1. A stored body says its own where it is higher than 1 (stored-body.ts). */
  readonly revision: number;
  /** Raises a body of revision `from` to `from + 1`; never asked for one that is not older. */
  upgrade(body: unknown, from: number): unknown;
  readonly columns: Columns<R>;
  /** What only the desk's lists need. */
  readonly deskColumns: Columns<R>;
  readonly indexes: { readonly desk: DeskIndexes; readonly server: ServerIndexes };
  /** Columns by whose words, whole numbers included, a record is found. */
  readonly searched: readonly string[];
  /** The desk counts its rows by `tab`, alone and together with each column of `by`. */
  readonly counted: { readonly tab: string; readonly by: readonly string[] } | null;
  scopes(row: R): readonly Scope[];
  /** The files a row names, by their SHA-256: whoever sees the row may have them. */
  files(row: R): readonly string[];
};

/** What of the rows waits for somebody. The record type must have the columns `purchaserId` and, for the order of tasks, `updatedAt`. */
type Waiting<R extends Row> = {
  /** From the row alone: what it waits for, as the module's task kinds name it (task.ts); null: for nobody. */
  waitsFor(row: R): string | null;
  /** Columns that the task kinds ask for beside the unit's, so that counting never reads a row. */
  readonly covering?: readonly string[];
};

type Definition<R extends Row> = Pick<Entity<R>, 'name' | 'schema' | 'scopes'> &
  Partial<Pick<Entity<R>, 'kept' | 'searched' | 'counted' | 'files'>> & {
    readonly waiting?: Waiting<R>;
    readonly columns?: (of: ColumnBuilders<R>) => Columns<R>;
    readonly deskColumns?: (of: ColumnBuilders<R>) => Columns<R>;
    readonly indexes?: Partial<Entity<R>['indexes']>;
  } & (Pick<Entity<R>, 'revision' | 'upgrade'> | { readonly revision?: 1 });

export function entity<R extends Row>(definition: Definition<R>): Entity<R> {
  const { columns, deskColumns, indexes, waiting, ...rest } = definition;
  const of = columnBuilders<R>();
  const { desk = {}, server = {} } = indexes ?? {};
  const waitsFor = waiting === undefined ? {} : { waitsFor: of.text(waiting.waitsFor).nullable() };
  const waitingIndex: DeskIndexes =
    waiting === undefined
      ? {}
      : {
          [waitingIndexOf(rest)]: [
            'waitsFor',
            'updatedAt',
            'rowNo',
            'purchaserId',
            ...(waiting.covering ?? []),
          ],
        };
  return {
    revision: 1,
    upgrade: (body) => body,
    searched: [],
    counted: null,
    files: () => [],
    ...rest,
    columns: columns?.(of) ?? {},
    deskColumns: { ...deskColumns?.(of), ...waitsFor },
    indexes: { desk: { ...desk, ...waitingIndex }, server },
  };
}

/** The desk's index of what waits, oldest first within each value of `waitsFor`. */
export function waitingIndexOf({ name }: Pick<Entity, 'name'>): string {
  return `${name}_waiting`;
}

/** Whether the actor may see the row. `system` sees everything: it is the server's own hand. */
export function visible<R extends Row>(actor: Actor, kind: Entity<R>, row: R): boolean {
  if (actor.role === 'system') return true;
  const held = new Set(scopesOf(actor));
  return kind.scopes(row).some((scope) => held.has(scope));
}
