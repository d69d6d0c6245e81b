// What the search over everything finds: record types that are shown on a page, their own or that of another record.
import { type ColumnOf, type Entity, titleOf } from './entity.ts';

export type SearchKind<Column extends string = string> = {
  readonly entity: Entity;
  /** The lower, the earlier its hits are offered. */
  readonly place: number;
  /** A column of the desk's table, shown beside the record's title. */
  readonly detail: Column;
  /** The record on whose page it is shown, by the column that names it; left out: on its own. */
  readonly shownOn?: { readonly entity: string; readonly column: Column };
};

/** Throws TypeError where the record type has no title. */
export function searchKind<E extends Entity>(
  entity: E,
  kind: Omit<SearchKind<ColumnOf<E>>, 'entity'>,
): SearchKind {
  titleOf(entity);
  return { entity, ...kind };
}
