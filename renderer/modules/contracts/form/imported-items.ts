// Lines out of a file beside those of the form.
import type { ContractContent } from '#shared/domain/contracts/model.ts';

export type ItemLine = ContractContent['items'][number];
/** Behind the lines that are there, or in their place. */
export type TakeMode = 'append' | 'replace';

const sayingOf = ({ name, spec, requirement, qty, unitPrice }: ItemLine) =>
  JSON.stringify([name, spec, requirement, qty, unitPrice]);

/** The number of the line that says the same; null where there is none, or where it gives way. */
export function whereAlready(item: ItemLine, rows: readonly ItemLine[], mode: TakeMode): number | null {
  if (mode === 'replace') return null;
  const at = rows.findIndex((row) => sayingOf(row) === sayingOf(item));
  return at === -1 ? null : at + 1;
}

/** Lines in which nothing is said give way to those of the file. */
export function taken(
  items: readonly ItemLine[],
  rows: readonly ItemLine[],
  mode: TakeMode,
): readonly ItemLine[] {
  const blank = sayingOf({ id: '', name: '', spec: '', requirement: '', qty: '', unitPrice: null });
  const kept = mode === 'replace' ? [] : rows.filter((row) => sayingOf(row) !== blank);
  return [...kept, ...items];
}
