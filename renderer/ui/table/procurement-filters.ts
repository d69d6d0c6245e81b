// Filters of lists whose rows belong to a purchasing unit, and which of them tell rows apart for whom: a unit sees only its own, an office of one region
// only that region's.
import { procurementMethods } from '#shared/codes/procurement.ts';
import { type Actor, isOfUnit } from '#shared/domain/actor.ts';
import { forms } from '#shared/text/index.ts';
import type { ListFilter } from './list-filters.tsx';

const words = forms.listFilters;
const year = { by: 'fiscalYear', text: words.fiscalYear, kind: 'year' } as const;
const method = {
  by: 'method',
  text: words.method,
  kind: 'code',
  table: procurementMethods,
} as const;
export const purchaserFilter = {
  by: 'purchaserId',
  text: words.purchaserId,
  kind: 'organisation',
  of: 'purchaser',
} as const;
const agency = {
  by: 'agencyId',
  text: words.agencyId,
  kind: 'organisation',
  of: 'agency',
} as const;

type By = 'fiscalYear' | 'method' | 'purchaserId' | 'regionCode' | 'agencyId';

export function procurementFilters({ role, regionCodes }: Actor): readonly ListFilter<By>[] {
  if (isOfUnit(role)) return [year, method, agency];
  if (role === 'agency') return [year, method, purchaserFilter];
  if (regionCodes.length === 1) return [year, method, purchaserFilter, agency];
  const region: ListFilter<By> = {
    by: 'regionCode',
    text: words.regionCode,
    kind: 'region',
    ...(regionCodes.length > 0 ? { codes: regionCodes } : {}),
  };
  return [year, method, purchaserFilter, region, agency];
}
