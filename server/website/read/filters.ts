import type { WebsiteColumn } from '#shared/domain/announcements/model.ts';
import { addDays, type Instant, type PlainDate, startOfDay } from '#shared/kernel/dates.ts';

/** What a list is narrowed to; undefined for all. */
export type Filters = {
  readonly column: WebsiteColumn | undefined;
  readonly region: string | undefined;
  readonly method: string | undefined;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  /** Part of the unit's name, two characters at least. */
  readonly unit: string | undefined;
};

export const noFilters: Filters = {
  column: undefined,
  region: undefined,
  method: undefined,
  from: undefined,
  to: undefined,
  unit: undefined,
};

/** Later than anything. */
const never = 8_640_000_000_000_000;

/** From this instant on, and before that one. */
export function spanOf({ from, to }: Filters): { readonly since: Instant; readonly until: Instant } {
  return {
    since: from === undefined ? 0 : startOfDay(from),
    until: to === undefined ? never : startOfDay(addDays(to, 1)),
  };
}
