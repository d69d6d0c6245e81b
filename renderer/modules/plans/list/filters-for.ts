// Which filters tell rows apart for whom: a unit sees only its own plans, an office of one region only that region's.

import type { RecordFilter } from '#renderer/ui/table/record-filters.tsx';
import type { Actor } from '#shared/domain/actor.ts';

export function filtersFor({ role, regionCodes }: Actor): readonly RecordFilter[] {
  switch (role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
      return ['fiscalYear', 'method', 'agencyId'];
    case 'agency':
      return ['fiscalYear', 'method', 'purchaserId'];
    default:
      return regionCodes.length === 1
        ? ['fiscalYear', 'method', 'purchaserId', 'agencyId']
        : ['fiscalYear', 'method', 'purchaserId', 'regionCode', 'agencyId'];
  }
}
