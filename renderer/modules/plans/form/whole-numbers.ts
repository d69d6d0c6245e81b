// The whole numbers of a plan, within the bounds of their schemas.
import { planContentSchema } from '#shared/domain/plans/model.ts';

const { fiscalYear, priceWeight } = planContentSchema.shape;

export const bounds = {
  fiscalYear: boundsOf(fiscalYear.unwrap()),
  priceWeight: boundsOf(priceWeight.unwrap()),
} as const;
export type WholeNumber = keyof typeof bounds;

export function isWholeNumber(field: string): field is WholeNumber {
  return Object.hasOwn(bounds, field);
}

function boundsOf({
  minValue,
  maxValue,
}: {
  readonly minValue: number | null;
  readonly maxValue: number | null;
}) {
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
}
