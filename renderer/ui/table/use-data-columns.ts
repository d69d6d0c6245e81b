// Which columns are shown and how wide: TanStack's column features, remembered for each person.
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { z } from 'zod';
import { useRemembered } from '../base/use-remembered.ts';
import type { DataColumn } from './data-table-types.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
const layoutSchema = z.object({
  hidden: z.record(z.string(), z.boolean()),
  widths: z.record(z.string(), z.number().min(40).max(2000)),
});
const noRows: readonly never[] = [];
const narrowest = 56;
const actionsWidth = 10.5;

export type ColumnLayout<Row> = {
  readonly visible: readonly DataColumn<Row>[];
  readonly choices: readonly { readonly id: string; readonly header: string; readonly shown: boolean }[];
  /** Those that are not shown. */
  readonly hidden: readonly string[];
  readonly toggle: (id: string) => void;
  /** These and no others. */
  readonly hide: (ids: readonly string[]) => void;
  readonly reset: () => void;
  /** Starts dragging the right edge of a column. */
  readonly startResize: (id: string) => ((event: unknown) => void) | undefined;
  /** By keyboard, in pixels. */
  readonly resizeBy: (id: string, pixels: number) => void;
  readonly widthOf: (id: string) => number;
  /** `grid-template-columns` of head and rows. */
  readonly template: (selectable: boolean, actions: boolean) => string;
};

export function useDataColumns<Row>(name: string, columns: readonly DataColumn<Row>[]): ColumnLayout<Row> {
  const initial = useMemo(
    () => ({
      hidden: Object.fromEntries(columns.filter(({ hidden }) => hidden === true).map(({ id }) => [id, true])),
      widths: {},
    }),
    [columns],
  );
  const [remembered, remember] = useRemembered(`${name}.columns`, layoutSchema, initial);
  const definitions = useMemo(
    () => columns.map(({ id, header, width }) => ({ id, header, size: width, minSize: narrowest })),
    [columns],
  );
  const shown = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, remembered.hidden[id] !== true])),
    [columns, remembered.hidden],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnVisibility: shown, columnSizing: remembered.widths },
    onColumnSizingChange: (updater) => {
      const widths = typeof updater === 'function' ? updater(remembered.widths) : updater;
      remember({ ...remembered, widths });
    },
  });
  // The same list as long as the same columns are shown: rows are drawn again when it changes.
  const visible = useMemo(() => columns.filter(({ id }) => shown[id] === true), [columns, shown]);
  const widthOf = (id: string) => table.getColumn(id)?.getSize() ?? narrowest;

  return {
    visible,
    choices: columns
      .filter(({ hideable }) => hideable !== false)
      .map(({ id, header }) => ({ id, header, shown: shown[id] === true })),
    hidden: columns.filter(({ id }) => shown[id] === false).map(({ id }) => id),
    hide: (ids) =>
      remember({
        ...remembered,
        hidden: Object.fromEntries(
          columns
            .filter(({ id, hideable }) => hideable !== false && ids.includes(id))
            .map(({ id }) => [id, true]),
        ),
      }),
    toggle: (id) => remember({ ...remembered, hidden: { ...remembered.hidden, [id]: shown[id] === true } }),
    reset: () => remember(initial),
    startResize: (id) =>
      table
        .getFlatHeaders()
        .find((header) => header.column.id === id)
        ?.getResizeHandler(),
    resizeBy: (id, pixels) => {
      const width = Math.max(narrowest, Math.min(1200, widthOf(id) + pixels));
      remember({ ...remembered, widths: { ...remembered.widths, [id]: width } });
    },
    widthOf,
    template: (selectable, actions) =>
      [
        ...(selectable ? ['2.5rem'] : []),
        ...visible.map(({ id, grow }) =>
          grow === true ? `minmax(${widthOf(id)}px, 1fr)` : `${widthOf(id)}px`,
        ),
        ...(actions ? [`${actionsWidth}rem`] : []),
      ].join(' '),
  };
}
