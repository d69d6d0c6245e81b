// The first pages that are measured: every tab with every filter, sort and direction that is offered.
import { benchUnitId } from '#demo/data/bench-rows.ts';
import { sortDirections } from '#shared/contract/lists.ts';
import { planList } from '#shared/domain/plans/list.ts';
import type { Call } from '../desk/protocol.ts';

export const firstPage: Call = { name: 'plans.list', input: { limit: 50 } };

const year = { by: 'fiscalYear', value: 2025 } as const;
const method = { by: 'method', value: 'OPEN_TENDER' } as const;
const region = { by: 'regionCode', value: '411081' } as const;
/** None, each kind alone, and several at once: common ones that share many rows and few, and with a rare one. */
const filters = [
  [],
  [year],
  [method],
  [{ by: 'purchaserId', value: benchUnitId(7) }],
  [region],
  [year, method],
  [year, method, region],
  [{ by: 'method', value: 'INQUIRY' }, region],
  [year, { by: 'purchaserId', value: benchUnitId(7) }],
] as const;

export const listCalls: readonly Call[] = planList.tabNames.flatMap((tab) =>
  filters.flatMap((chosen) =>
    planList.sortNames.flatMap((by) =>
      sortDirections.map((direction) => ({
        name: 'plans.list',
        input: { tab, filters: chosen, sort: { by, direction }, limit: 50 },
      })),
    ),
  ),
);
