// What a list tells its table.
import type { ReactNode } from 'react';

export type DataColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  /** Pixels at the start; the user may change it. */
  readonly width: number;
  /** Takes the room that is left. One column at most. */
  readonly grow?: boolean;
  readonly align?: 'left' | 'right';
  /** Name of the sort that a click on the head asks for. */
  readonly sortBy?: string;
  /** False: always shown. */
  readonly hideable?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
};

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
