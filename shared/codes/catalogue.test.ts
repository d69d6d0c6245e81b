import { describe, expect, it } from 'vitest';
import {
  ancestorCodes,
  catalogueAncestors,
  catalogueConflict,
  catalogueEditionOn,
  catalogueEditions,
  catalogueEntries,
  catalogueEntry,
  isLeafOrLevel3,
} from './catalogue.ts';
import { centralisedItem } from './centralised-catalogue.ts';
import data2013 from './data/catalogue-2013-conflicts.json' with { type: 'json' };
import data2022 from './data/catalogue-2022.json' with { type: 'json' };
import henan from './data/centralised-catalogue-henan-2020.json' with { type: 'json' };

// Parents that the source of the data lacks; their children are reachable, the parent itself cannot be chosen.
const knownGaps = ['A02051200', 'A02052300'];

describe('the catalogue of 2022', () => {
  it('holds every code once, well-formed, and in its category', () => {
    const codes = data2022.entries.map(({ code }) => code);
    expect(codes).toHaveLength(594);
    expect(new Set(codes).size).toBe(594);
    for (const code of codes) expect(code).toMatch(/^[ABC](\d{8})?$/);
    expect(catalogueEntries('2022')).toHaveLength(594);
  });

  it('has every parent but the known gaps, where the digits say it is', () => {
    const missing = new Set<string>();
    for (const { code, parent, level } of data2022.entries) {
      expect(ancestorCodes(code)[0] ?? null).toBe(parent);
      expect(catalogueEntry('2022', code)?.level).toBe(level);
      if (parent !== null && catalogueEntry('2022', parent) === undefined) missing.add(parent);
    }
    expect([...missing].sort()).toEqual(knownGaps);
  });

  it('finds entries above, passing over gaps', () => {
    const names = (code: string) => catalogueAncestors('2022', code).map(({ name }) => name);
    expect(names('A02010104')).toEqual(['计算机', '信息化设备', '设备', '货物']);
    expect(names('A02051227')).not.toHaveLength(0);
    expect(names('A02051227')).not.toContain('电梯');
    expect(names('A')).toEqual([]);
  });

  it('lets a plan name level 3, level 4 and leaves', () => {
    const allowed = (code: string) => {
      const entry = catalogueEntry('2022', code);
      return entry && isLeafOrLevel3(entry);
    };
    expect(['A02010104', 'A02010100', 'C21040000', 'B07000000'].map(allowed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['A', 'A02000000', 'A02010000'].map(allowed)).toEqual([false, false, false]);
    expect(allowed('A99999999')).toBeUndefined();
  });
});

describe('editions', () => {
  it('never mix: the same code means what its edition says', () => {
    for (const { code, name2013, name2022 } of data2013.entries) {
      expect(catalogueEntry('2013', code)).toMatchObject({ edition: '2013', name: name2013 });
      const now = catalogueEntry('2022', code);
      expect(now).toMatchObject({ edition: '2022', name: name2022 });
      expect(now?.name).not.toBe(name2013);
    }
    for (const edition of ['2013', '2022'] as const) {
      expect(catalogueEntries(edition).every((entry) => entry.edition === edition)).toBe(true);
    }
    expect(catalogueEntry('2013', 'A02010108')).toBeUndefined();
  });

  it('explain a code that means two things', () => {
    expect(catalogueConflict('A02010104')).toEqual({
      code: 'A02010104',
      name2013: '台式计算机',
      name2022: '服务器',
    });
    expect(catalogueConflict('A02010100')).toBeUndefined();
  });

  it('follow each other without a gap', () => {
    expect(catalogueEditionOn('2022-09-01')).toBe('2013');
    expect(catalogueEditionOn('2022-09-02')).toBe('2022');
    expect(catalogueEditionOn('2026-11-22')).toBe('2022');
    expect(catalogueEditionOn('2010-01-01')).toBeUndefined();
    expect(new Set(catalogueEditions.map(({ edition }) => edition)).size).toBe(catalogueEditions.length);
  });

  it('are not searched by the names of prototypes', () => {
    for (const code of ['__proto__', 'constructor', '']) {
      expect(catalogueEntry('2022', code)).toBeUndefined();
      expect(catalogueEntry('2013', code)).toBeUndefined();
      expect(catalogueConflict(code)).toBeUndefined();
      expect(centralisedItem('2022', code)).toBeUndefined();
    }
  });
});

describe('集中采购目录', () => {
  it('names only codes of the 2022 catalogue, none twice', () => {
    const codes = henan.items.flatMap((item) => item.codes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(catalogueEntry('2022', code)?.code).toBe(code);
  });

  it('covers a code and everything below it', () => {
    expect(centralisedItem('2022', 'A02010104')?.name).toBe('服务器');
    expect(centralisedItem('2022', 'A05010201')?.name).toBe('家具用具');
    expect(centralisedItem('2022', 'A02051227')?.name).toBe('电梯');
    expect(centralisedItem('2022', 'A02010100')).toBeUndefined();
    expect(centralisedItem('2022', 'C05040400')).toBeUndefined();
  });

  it('never matches a code of the 2013 edition', () => {
    expect(centralisedItem('2013', 'A02010104')).toBeUndefined();
    expect(centralisedItem('2022', 'A02010104', 'henan-1999')).toBeUndefined();
  });
});
