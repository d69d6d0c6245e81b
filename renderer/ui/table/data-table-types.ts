// What a list tells its table.
import type { ReactNode } from 'react';
import type { ItemOf } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';

export type DataColumn<Row, By extends string = string> = {
  readonly id: string;
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  /** Pixels at the start; the user may change it. */
  readonly width: number;
  /** Takes the room that is left. One column at most. */
  readonly grow?: boolean;
  readonly align?: 'left' | 'right';
  /** Name of the sort that a click on the head asks for. */
  readonly sortBy?: By;
  /** False: always shown. */
  readonly hideable?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
};

/** Of a declared list: its sorts, and what its rows show. */
export type ListColumn<L extends List> = DataColumn<ItemOf<L>, L['sortNames'][number]>;

export type RowAction<Row> = {
  readonly id: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Under 更多 even where there would be room. */
  readonly tucked?: boolean;
  readonly run: (row: Row) => void;
};

export type BatchAction = {
  readonly id: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly run: (ids: readonly string[]) => void;
};

export type DataTab = {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
};

export type DataSort = { readonly by: string; readonly direction: 'asc' | 'desc' };
