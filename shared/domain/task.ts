// 待办. A record type says from the row alone what a row waits for (`waiting` in entity.ts); the task kinds of its module say for whom that is. The
// desk makes one list of all kinds.
import type { Actor } from './actor.ts';
import type { ReadSetting } from './admin/settings.ts';
import type { Entity, Row } from './entity.ts';

type Values = { readonly [column: string]: string | null };

/** Which rows wait for somebody: those that wait for one of these. */
export type Claim = {
  readonly waitsFor: readonly string[];
  /** Only rows with these values in the columns; null is the value of none. */
  readonly only?: Values;
  /** No rows with these. */
  readonly except?: Values;
};

/** Columns of the desk's table. Beside these it has `purchaserId`, `purchaserName`, `status` and `updatedAt`. */
export type TaskColumns = {
  readonly title: string;
  readonly detail?: string;
  /** Money. */
  readonly amount?: string;
};

export type TaskKind = {
  /** The command that ends the wait. Kinds are told apart by it. */
  readonly command: string;
  readonly entity: Entity;
  readonly columns: TaskColumns;
  /** Null: nothing of this kind ever waits for this actor. */
  claim(actor: Actor, setting: ReadSetting): Claim | null;
};

export function taskKinds<R extends Row>(
  entity: Entity<R>,
  columns: TaskColumns,
  kinds: readonly Pick<TaskKind, 'command' | 'claim'>[],
): readonly TaskKind[] {
  return kinds.map((kind) => ({ entity, columns, ...kind }));
}
