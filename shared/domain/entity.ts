// A record type, described once for every side: its schema, the columns that databases keep of a row, and who may see a row. Columns and scopes
// are functions of the row alone, so no side can disagree. The tables of both sides follow from it; what its lists need of the desk's table is
// added from their declarations (list-indexes.ts).
import type { z } from 'zod';
import type { Id } from '#shared/kernel/ids.ts';
import { type Actor, type Scope, scopesOf } from './actor.ts';
import { type Column, type ColumnBuilders, type Columns, columnBuilders } from './column.ts';

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

/** By which columns a desk counts rows: by `tab` (null: all under one), alone and together with each of `by`. */
export type Counted = { readonly tab: string | null; readonly by: readonly string[] };

type Kept = 'server' | undefined;

/** `columns` are named as in the row (camelCase); the databases use the snake_case form of the same name. */
export type Entity<
  R extends Row = Row,
  C extends Columns<R> = Columns<R>,
  D extends Columns<R> = Columns<R>,
  K extends Kept = Kept,
> = {
  /** The table's name on both sides: plural, snake_case. */
  readonly name: string;
  readonly schema: z.ZodType<R>;
  /** `server`: never leaves the server; only online commands and queries touch it. Left out: synced to the desks. */
  readonly kept?: K;
  /** Which shape of the body `schema` describes, from 1. A stored body says its own where it is higher than 1 (stored-body.ts). */
  readonly revision: number;
  /** Raises a body of revision `from` to `from + 1`; never asked for one that is not older. */
  upgrade(body: unknown, from: number): unknown;
  readonly columns: C;
  /** What only the desk's lists need. */
  readonly deskColumns: D;
  /** Of the desk: those of its lists come to them. `later` names those of the desk that may be missing until the first screens are there. */
  readonly indexes: {
    readonly desk: DeskIndexes;
    readonly later: readonly string[];
    readonly server: ServerIndexes;
  };
  /** The column by which people know a record, in 待办, in searches and of the commands about it; null where there is none. */
  readonly title: string | null;
  /** Columns by whose words, whole numbers included, a record is found. */
  readonly searched: readonly string[];
  /** What its list is counted by; null before its list is known, and without one. */
  readonly counted: Counted | null;
  scopes(row: R): readonly Scope[];
  /** The files a row names, by their SHA-256: whoever sees the row may have them. */
  files(row: R): readonly string[];
};

/** What of the rows waits for somebody. The record type must have the columns `purchaserId` and, for the order of tasks, `updatedAt`. */
type Waiting<R extends Row, W extends string> = {
  /** From the row alone: what it waits for, as the module's task kinds name it (task.ts); null: for nobody. */
  waitsFor(row: R): W | null;
  /** Columns that the task kinds ask for beside the unit's, so that counting never reads a row. */
  readonly covering?: readonly string[];
};

/** Of a record type that does not say which files its rows name. */
export const noFiles: Entity['files'] = () => [];

type NoColumns = Record<never, never>;

/** The column that follows from `waiting`. */
type WaitColumn<R extends Row, W extends string> = {
  readonly waitsFor: { readonly type: 'text'; readonly notNull: false; read(row: R): W | null };
};
type WithWait<R extends Row, D, W extends string> = [W] extends [never] ? D : D & WaitColumn<R, W>;

/** What a row is follows from the schema alone. */
type Definition<
  R extends Row,
  C extends Columns<R>,
  D extends Columns<R>,
  W extends string,
  K extends Kept,
> = Pick<Entity<R>, 'name' | 'schema'> &
  Partial<Pick<Entity<R>, 'searched' | 'files'>> & {
    readonly kept?: K;
    readonly waiting?: Waiting<NoInfer<R>, W>;
    scopes(row: NoInfer<R>): readonly Scope[];
    readonly columns?: (of: ColumnBuilders<R>) => C;
    readonly deskColumns?: (of: ColumnBuilders<R>) => D;
    readonly indexes?: Partial<Entity<R>['indexes']>;
  } & (Pick<Entity<R>, 'revision' | 'upgrade'> | { readonly revision?: 1 });

export function entity<
  R extends Row,
  C extends Columns<R> = NoColumns,
  D extends Columns<R> = NoColumns,
  W extends string = never,
  K extends Kept = undefined,
>(definition: Definition<R, C, D, W, K>): Entity<R, C, WithWait<R, D, W>, K> {
  const { columns, deskColumns, indexes, waiting, ...rest } = definition;
  const of = columnBuilders<R>();
  const everywhere = columns?.(of);
  const own = deskColumns?.(of);
  const titles = Object.entries<Column<R>>({ ...everywhere, ...own }).filter(([, { title }]) => title);
  if (titles.length > 1) throw new TypeError(`${rest.name} has more than one title`);
  const { desk = {}, later = [], server = {} } = indexes ?? {};
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
    title: titles[0]?.[0] ?? null,
    searched: [],
    counted: null,
    files: noFiles,
    ...rest,
    // Left out, there are none: that is what the types then say.
    columns: everywhere ?? ({} as C),
    deskColumns: { ...own, ...waitsFor } as WithWait<R, D, W>,
    indexes: { desk: { ...desk, ...waitingIndex }, later, server },
  };
}

export type ColumnOf<E extends Entity> = keyof (E['columns'] & E['deskColumns']) & string;

/** The column by which its records are known. Throws TypeError where it has none: whoever asks shows each of them by it. */
export function titleOf({ name, title }: Pick<Entity, 'name' | 'title'>): string {
  if (title === null) throw new TypeError(`${name} has no title`);
  return title;
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
