// What lists add to the tables of their record types on the desk: indexes, and what is counted with the rows.
import type { Entity } from './entity.ts';
import type { List } from './list.ts';

/** The record type as a desk keeps it. */
export function withLists<E extends Entity>(kind: E, lists: readonly List[]): E {
  const own = lists.filter((list) => list.kind.name === kind.name);
  const indexes = own.flatMap((list) => [...list.indexes.values()]);
  const desk = new Map(Object.entries(kind.indexes.desk));
  for (const { name, columns } of indexes) {
    // Lists may share one; of two others the second would stand for both.
    if ((desk.get(name) ?? columns).join() !== columns.join()) {
      throw new TypeError(`${name} of ${kind.name} has other columns for another list`);
    }
    desk.set(name, columns);
  }
  const [counted, ...others] = own.flatMap((list) => (list.counted === null ? [] : [list.counted]));
  if (others.length > 0) throw new TypeError(`${kind.name} is counted by one list`);
  return {
    ...kind,
    indexes: {
      ...kind.indexes,
      desk: Object.fromEntries(desk),
      later: [...kind.indexes.later, ...indexes.flatMap(({ name, later }) => (later ? [name] : []))],
    },
    counted: counted ?? null,
  };
}
