// What an administrator sets up before the first plan: holidays of the published years, a number pattern for each region, the trading
// platforms. Platforms need to know where the trading centre listens and which key it signs with.
import { publishedYears } from '#shared/codes/holidays.ts';
import type { CalendarYearRow, NumberPattern, Platform } from '#shared/domain/admin/model.ts';
import { demoRegions } from './regions.ts';

/** The centre of this county is not connected yet: what is pushed to it waits, is tried again and ends among the dead letters. */
export const unreachableRegions: ReadonlySet<string> = new Set(['411024']);
// The discard port: nothing on this machine listens there.
const nowhere = 'http://127.0.0.1:9/exchange/inbox';

/** The trading centre that serves all other demo platforms. */
export type CentreAddress = { readonly inboxUrl: string; readonly keyId: string; readonly publicKey: string };

const setUpAt = Date.UTC(2026, 0, 1);

export const demoCalendar: readonly CalendarYearRow[] = publishedYears.map(({ source, calendar }) => ({
  id: String(calendar.year),
  calendar,
  source,
  publishedAt: setUpAt,
}));

export const demoNumberPatterns: readonly NumberPattern[] = demoRegions.map(({ code, prefix }) => ({
  id: `plan/${code}`,
  pattern: `${prefix}-{yyyy}-{seq:4}`,
  updatedAt: setUpAt,
}));

export function platformIdOf(regionCode: string): string | null {
  const region = demoRegions.find(({ code }) => code === regionCode);
  return region === undefined ? null : `${region.short}-ggzy`;
}

export function demoPlatforms({ inboxUrl, keyId, publicKey }: CentreAddress): readonly Platform[] {
  return demoRegions.map((region) => ({
    id: `${region.short}-ggzy`,
    name: `${region.name}公共资源交易中心（示例）`,
    regionCode: region.code,
    inboxUrl: unreachableRegions.has(region.code) ? nowhere : inboxUrl,
    publicKeys: [{ keyId, publicKey, retired: false }],
    active: true,
  }));
}
