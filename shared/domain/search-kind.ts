// What the search over everything finds: record types that are shown on a page, their own or that of another record.
import type { Entity } from './entity.ts';

export type SearchKind = {
  readonly entity: Entity;
  /** The lower, the earlier its hits are offered. */
  readonly place: number;
  /** Columns of the desk's table. */
  readonly title: string;
  readonly detail: string;
  /** The record on whose page it is shown, by the column that names it; left out: on its own. */
  readonly shownOn?: { readonly entity: string; readonly column: string };
};
