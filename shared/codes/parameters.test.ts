import { describe, expect, it } from 'vitest';
import { isWorkday } from '#shared/kernel/workdays.ts';
import { announcementType, announcementTypes } from './announcement-types.ts';
import { findCode } from './code-table.ts';
import published from './data/holidays.json' with { type: 'json' };
import { publishedCalendar, publishedYears } from './holidays.ts';
import { procurementMethods } from './procurement.ts';
import { defaultThresholds, type Threshold, thresholdOn, thresholdSchema } from './thresholds.ts';

describe('holidays', () => {
  it('are those of the published years, each with its notice, and of no other', () => {
    expect(publishedYears.map(({ calendar }) => calendar.year)).toEqual([2024, 2025, 2026]);
    expect(publishedYears.every(({ source }) => source !== '')).toBe(true);
    expect(Object.keys(publishedCalendar)).toEqual(Object.keys(published));
    expect(isWorkday('2026-10-10', publishedCalendar)).toBe(true);
  });
});

describe('thresholds', () => {
  const goods = { kind: 'openTender', category: 'A', level: 'city' } as const;

  it('have a default for every kind, category and level, none said to be verified', () => {
    for (const threshold of defaultThresholds) expect(thresholdSchema.parse(threshold)).toEqual(threshold);
    const keys = defaultThresholds.map(({ kind, category, level }) => `${kind} ${category} ${level}`);
    expect(new Set(keys).size).toBe(2 * 3 * 3);
    expect(keys).toHaveLength(18);
    expect(defaultThresholds.some(({ verified }) => verified)).toBe(false);
    expect(thresholdOn(defaultThresholds, goods, '2026-03-02')?.amount).toBe(200_000_000);
  });

  it('a limit is never above the open-tender threshold', () => {
    for (const { kind, category, level, amount } of defaultThresholds) {
      const tender = thresholdOn(defaultThresholds, { kind: 'openTender', category, level }, '2026-03-02');
      if (kind === 'purchaseLimit') expect(amount).toBeLessThan(tender?.amount ?? 0);
    }
  });

  it('follow the date when published ones replace them', () => {
    const newer: Threshold = {
      ...goods,
      amount: 400_000_000,
      validFrom: '2026-07-01',
      validTo: null,
      verified: true,
    };
    const setting = [newer, ...defaultThresholds];
    expect(thresholdOn(setting, goods, '2026-06-30')?.amount).toBe(200_000_000);
    expect(thresholdOn(setting, goods, '2026-07-01')?.amount).toBe(400_000_000);
    expect(thresholdOn([newer], goods, '2026-06-30')).toBeUndefined();
  });
});

describe('announcement types', () => {
  it('have unique codes, and the thirteen official formats among them', () => {
    expect(new Set(announcementTypes.map(({ code }) => code)).size).toBe(announcementTypes.length);
    const official = announcementTypes.flatMap((type) => type.official ?? []);
    expect(official.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('name only methods that exist and no field twice in a section', () => {
    for (const { methods, sections } of announcementTypes) {
      for (const method of methods) expect(findCode(procurementMethods, method)).toBeDefined();
      for (const { fields } of sections) {
        expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      }
    }
  });

  it('know how long a notice is displayed', () => {
    expect(announcementType('TENDER')?.displayPeriod).toEqual({ workdays: 5, minimum: false });
    expect(announcementType('SINGLE_SOURCE')?.displayPeriod).toEqual({ workdays: 5, minimum: true });
    expect(announcementType('constructor')).toBeUndefined();
  });
});
