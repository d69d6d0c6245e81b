// Which rows on the screen share their elements with which rows before. Where another list comes, or a far part of the same one, its rows are filled
// into the elements that are there, which is far cheaper than making them anew. While one scrolls by a little, rows keep their elements, and those
// that come get new ones: elements that would have to change places cost as much.

/** A slot for each id, in the order of the ids; `before` is what was returned for the rows shown until now. */
export function slotsFor(before: ReadonlyMap<string, number>, ids: readonly string[]): Map<string, number> {
  const staying = ids.filter((id) => before.has(id)).length;
  const places = [...before.values()];
  let unused = Math.max(-1, ...places) + 1;
  const jumps = staying * 2 < ids.length;
  return new Map(
    ids.map((id, index) => {
      const slot = jumps ? places[index] : before.get(id);
      if (slot !== undefined) return [id, slot];
      unused += 1;
      return [id, unused - 1];
    }),
  );
}
