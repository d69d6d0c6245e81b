// Declarations looked up by their names: a Map, so that a name from outside can never reach a prototype, in the order in which they were given.

/** Throws when two have one name: one of them would be lost. */
export function byName<Name, T>(items: readonly T[], nameOf: (item: T) => Name): ReadonlyMap<Name, T> {
  const map = new Map<Name, T>();
  for (const item of items) {
    const name = nameOf(item);
    if (map.has(name)) throw new TypeError(`declared twice: ${String(name)}`);
    map.set(name, item);
  }
  return map;
}
