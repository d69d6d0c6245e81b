// 待办. A record type says from the row alone what a row waits for (`waiting` in entity.ts); the task kinds of its module say for whom that is. The
// desk makes one list of all kinds.
import type { Actor } from './actor.ts';
import type { ReadSetting } from './admin/settings.ts';
import type { ValueOf } from './column.ts';
import { type ColumnOf, type Entity, titleOf } from './entity.ts';

type Values<Column extends string> = { readonly [C in Column]?: string | null };

/** Which rows wait for somebody: those that wait for one of these. */
export type Claim<Waited extends string = string, Column extends string = string> = {
  readonly waitsFor: readonly Waited[];
  /** Only rows with these values in the columns; null is the value of none. */
  readonly only?: Values<Column>;
  /** No rows with these. */
  readonly except?: Values<Column>;
  /** Only rows whose day in the column is past, or no more than so many days away. */
  readonly within?: { readonly [C in Column]?: number };
  /** Only rows whose other record stands as it says: what a row waits for may be over before the row itself is told. */
  readonly while?: While<Column>;
};

/** There is a row of the record type `entity` that has this status, and in the named columns what the row that waits has in its own. */
type While<Column extends string> = {
  readonly entity: string;
  readonly status: string;
  readonly same: { readonly [C in Column]?: string };
};

/** Columns of the desk's table. Beside these and its title it has `purchaserId`, `purchaserName`, `status` and `updatedAt`. */
export type TaskColumns<Column extends string = string> = {
  readonly detail?: Column;
  /** Money. */
  readonly amount?: Column;
  /** Names the group of labels of its state, where that is not its record type's `status`. */
  readonly states?: Column;
  /** On whose page it stands, where that is not its own: by this column. */
  readonly shownOn?: { readonly entity: string; readonly column: Column };
};

export type TaskKind = {
  /** The command that ends the wait. Kinds are told apart by it. */
  readonly command: string;
  readonly entity: Entity;
  readonly columns: TaskColumns;
  /** Null: nothing of this kind ever waits for this actor. */
  claim(actor: Actor, setting: ReadSetting): Claim | null;
};

/** What rows of the record type may wait for, as its `waiting` says. */
type WaitedBy<E extends Entity> = E['deskColumns'] extends { readonly waitsFor: infer C }
  ? Extract<ValueOf<C>, string>
  : never;

/** Throws TypeError: a task without a title could not be told from the others. */
export function taskKinds<E extends Entity>(
  entity: E,
  columns: TaskColumns<ColumnOf<E>>,
  kinds: readonly {
    readonly command: string;
    claim(actor: Actor, setting: ReadSetting): Claim<WaitedBy<E>, ColumnOf<E>> | null;
  }[],
): readonly TaskKind[] {
  titleOf(entity);
  return kinds.map((kind) => ({ entity, columns, ...kind }));
}
