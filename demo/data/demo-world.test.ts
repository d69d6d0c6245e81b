// The demo world is believable and the same everywhere: 经办岗 and 审核岗 in every unit, valid codes, invented names, a spread of plans.
import { describe, expect, it } from 'vitest';
import {
  accountSchema,
  calendarYearRowSchema,
  numberPatternSchema,
  organisationSchema,
  platformSchema,
} from '#shared/domain/admin/model.ts';
import { parsePattern } from '#shared/domain/numbering.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { demoPassword } from './accounts.ts';
import { demoPlanCount, demoWorld } from './demo-world.ts';
import { demoRegions } from './regions.ts';
import { demoCalendar, demoNumberPatterns, demoPlatforms } from './set-up.ts';

const today = '2026-11-23';
const world = demoWorld();
const rows = world.organisations.map(({ row }) => row);

describe('the demo world', () => {
  it('is the same for the same seed, and another for another', () => {
    const once = [...demoWorld('a').plans(20, today)];
    expect([...demoWorld('a').plans(20, today)]).toEqual(once);
    expect([...demoWorld('a').plans(5, today)]).toEqual(once.slice(0, 5));
    expect([...demoWorld('b').plans(20, today)]).not.toEqual(once);
    expect(demoWorld('b').organisations).not.toEqual(demoWorld('a').organisations);
  });

  it('has some 60 units over all regions and 12 agencies, one of them a 集中采购机构 of the city', () => {
    const units = rows.filter(({ kind }) => kind === 'purchaser');
    expect(units.length).toBeGreaterThanOrEqual(60);
    expect(new Set(units.map(({ regionCode }) => regionCode))).toEqual(
      new Set(demoRegions.map(({ code }) => code)),
    );
    const agencies = rows.filter(({ kind }) => kind === 'agency');
    expect(agencies).toHaveLength(12);
    const central = agencies.filter(({ agencyKind }) => agencyKind === 'CENTRAL_AGENCY');
    // Only a city or higher may set one up (法 art 16).
    expect(central.map(({ regionCode }) => regionCode)).toEqual(['411000']);
  });

  it('holds valid rows with valid and unique USCCs and names that say they are invented', () => {
    for (const row of rows) {
      expect(organisationSchema.safeParse(row).error).toBeUndefined();
      expect(isValidUscc(row.uscc), row.uscc).toBe(true);
      expect(row.name).toContain('示例');
    }
    expect(new Set(rows.map(({ uscc }) => uscc)).size).toBe(rows.length);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('has an account for every role; 经办岗 and 审核岗 of a unit are two people', () => {
    for (const account of world.accounts) expect(accountSchema.safeParse(account).error).toBeUndefined();
    expect(new Set(world.accounts.map(({ username }) => username)).size).toBe(world.accounts.length);
    expect(new Set(world.accounts.map(({ role }) => role)).size).toBe(7);
    for (const { id, kind } of rows) {
      if (kind !== 'purchaser') continue;
      const own = world.accounts.filter(({ organisationId }) => organisationId === id);
      expect(own.map(({ role }) => role).sort()).toEqual(['purchaser_clerk', 'purchaser_reviewer']);
      expect(new Set(own.map((account) => account.id)).size).toBe(2);
    }
    expect(demoPassword.length).toBeGreaterThanOrEqual(10);
  });

  it('has offices, patterns and platforms for every region, and the published holidays', () => {
    const platforms = demoPlatforms({
      inboxUrl: 'http://127.0.0.1:9/exchange/inbox',
      keyId: 'k1',
      publicKey: 'AA==',
    });
    for (const { code, short } of demoRegions) {
      expect(
        world.accounts.some(
          ({ role, regionCodes }) => role === 'procurement_office' && regionCodes.includes(code),
        ),
      ).toBe(true);
      expect(demoNumberPatterns.some(({ id }) => id === `plan/${code}`)).toBe(true);
      expect(platforms.some(({ id, regionCode }) => regionCode === code && id === `${short}-ggzy`)).toBe(
        true,
      );
    }
    for (const platform of platforms) expect(platformSchema.safeParse(platform).error).toBeUndefined();
    for (const pattern of demoNumberPatterns) {
      expect(numberPatternSchema.safeParse(pattern).error).toBeUndefined();
      expect(parsePattern(pattern.pattern).ok).toBe(true);
    }
    for (const year of demoCalendar) expect(calendarYearRowSchema.safeParse(year).error).toBeUndefined();
    expect(demoCalendar.map(({ id }) => id)).toEqual(['2024', '2025', '2026']);
  });

  it('spreads goals, methods, categories and amounts: many small plans, few large ones', () => {
    const plans = [...world.plans(demoPlanCount, today)];
    const complete = plans.filter(({ goal }) => goal !== 'incomplete').map(({ content }) => content);
    const share = (test: (content: (typeof complete)[number]) => boolean) =>
      complete.filter(test).length / complete.length;
    expect(new Set(plans.map(({ goal }) => goal)).size).toBe(10);
    expect(new Set(plans.map(({ unit }) => unit.row.id)).size).toBe(
      rows.filter(({ kind }) => kind === 'purchaser').length,
    );
    for (const category of ['A', 'B', 'C'])
      expect(share((content) => content.category === category)).toBeGreaterThan(0.1);
    for (const method of [
      'OPEN_TENDER',
      'COMPETITIVE_CONSULTATION',
      'COMPETITIVE_NEGOTIATION',
      'INQUIRY',
      'SINGLE_SOURCE',
      'E_MALL',
    ]) {
      expect(
        share((content) => content.method === method),
        method,
      ).toBeGreaterThan(0.01);
    }
    const yuan = complete.map(({ budgetAmount }) => (budgetAmount ?? 0) / 100).sort((a, b) => a - b);
    const at = (quantile: number) => yuan[Math.floor(quantile * yuan.length)] ?? 0;
    expect(at(0.5)).toBeLessThan(750_000);
    expect(at(0.9)).toBeGreaterThan(1_200_000);
    expect(at(0.99)).toBeGreaterThan(5_000_000);
    expect(share(({ plannedSections }) => plannedSections.length > 1)).toBeGreaterThan(0.02);
  });
});
