// The values of a row's columns on the desk. A row whose values do not fit its columns is unreadable, like one whose body is damaged: it must
// never stop the rows around it.
import { isOfType } from '#shared/domain/column.ts';
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import { columnsOnDesk } from './tables.ts';

export type ReadColumns = (row: Row) => readonly ColumnValue[];

/** In the order of `columnsOnDesk`. What it makes throws UnreadableRow. */
export function columnReader(kind: Entity): ReadColumns {
  const columns = Object.values(columnsOnDesk(kind));
  return (row) => {
    try {
      return columns.map((column) => {
        const value = column.read(row as never) ?? null;
        const fits = value === null ? !column.notNull : isOfType(value, column.type);
        if (!fits) throw new UnreadableRow(kind.name);
        return value;
      });
    } catch {
      // A reader that stumbles over the shape of the body says the same.
      throw new UnreadableRow(kind.name);
    }
  };
}
