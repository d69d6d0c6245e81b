// Sums that stand under the tables, and the product of a line.
import type { PlanContent, PlanItem, PlannedSection } from '#shared/domain/plans/model.ts';
import { type Fen, multiplyRoundHalfUp, sumFen } from '#shared/kernel/money.ts';

/** Quantity × unit price; null while one of them is missing or the product is too large. */
export function lineAmount({ qty, unitPrice }: Pick<PlanItem, 'qty' | 'unitPrice'>): Fen | null {
  if (qty === null || unitPrice === null) return null;
  const product = multiplyRoundHalfUp(qty, unitPrice);
  return product.ok ? product.value : null;
}

export function sumOf(amounts: readonly (Fen | null)[]): Fen {
  return sumFen(amounts.map((amount) => amount ?? 0));
}

/**
 * The last line takes what is missing to the whole, so that a funding table is completed with one press. Undefined when there is nothing to
 * fill: no line, or more than the whole already.
 */
export function filledUp<Line extends { readonly amount: Fen | null }>(
  lines: readonly Line[],
  whole: Fen | null,
): readonly Line[] | undefined {
  const last = lines.at(-1);
  if (last === undefined || whole === null) return undefined;
  const rest = whole - sumOf(lines.slice(0, -1).map(({ amount }) => amount));
  if (rest <= 0 || rest === last.amount) return undefined;
  return [...lines.slice(0, -1), { ...last, amount: rest }];
}

/** The lines with parts of one of them replaced. */
export function changed<Line extends { readonly id: string }>(
  lines: readonly Line[],
  id: string,
  parts: Partial<Line>,
): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...parts } : line));
}

/** The items once packages come and go: when a second package comes, what was in the only one is in it still. */
export function keptTogether(
  { items, plannedSections }: Pick<PlanContent, 'items' | 'plannedSections'>,
  after: readonly PlannedSection[],
): readonly PlanItem[] {
  const [only, ...others] = plannedSections;
  if (only === undefined || others.length > 0 || after.length < 2) return items;
  return items.map((item) => ({ ...item, plannedSectionId: only.id }));
}
