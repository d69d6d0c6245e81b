import { describe, expect, it } from 'vitest';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { type CodeEntry, codeName, codesInForce, defineTable, findCode } from './code-table.ts';
import { methodReasonsFor } from './method-reasons.ts';
import { evaluationMethods, procurementMethods } from './procurement.ts';
import { region, regions, regionsWithin } from './regions.ts';
import { codeTables } from './tables.ts';

describe.each(Object.entries(codeTables))('table %s', (_name, table) => {
  it('has each code once, with a name and valid dates in order', () => {
    const codes = table.entries.map(({ code }) => code);
    expect(new Set<string>(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(0);
    for (const { code, name, validFrom, validTo } of table.entries) {
      expect(code).toMatch(/^[A-Z0-9_]+$/);
      expect(name.trim()).toBe(name);
      expect(name).not.toBe('');
      for (const date of [validFrom, validTo]) {
        if (date !== null) expect(plainDateSchema.safeParse(date).success).toBe(true);
      }
      if (validFrom !== null && validTo !== null) expect(validFrom <= validTo).toBe(true);
    }
  });

  it('finds nothing by the names of prototypes or by no code at all', () => {
    for (const code of ['__proto__', 'constructor', 'toString', 'length', '0', '']) {
      expect(findCode<CodeEntry>(table, code)).toBeUndefined();
      expect(codeName(table, code)).toBeUndefined();
    }
  });
});

describe('looking up', () => {
  it('offers a method from the day its rules are in force', () => {
    expect(findCode(procurementMethods, 'FRAMEWORK_AGREEMENT', '2022-02-28')).toBeUndefined();
    expect(findCode(procurementMethods, 'FRAMEWORK_AGREEMENT', '2022-03-01')?.name).toBe('框架协议采购');
    expect(codesInForce(procurementMethods, '2014-01-01').map(({ code }) => code)).not.toContain(
      'COMPETITIVE_CONSULTATION',
    );
  });

  it('still names what may no longer be chosen', () => {
    expect(findCode(regions, '411023', '2026-01-01')).toBeUndefined();
    expect(codeName(regions, '411023')).toBe('许昌县');
    expect(findCode(regions, '411023', '2016-11-23')?.name).toBe('许昌县');
  });

  it('prefers the later of two entries of one code', () => {
    const table = defineTable({ title: '示例', edition: '2', source: '示例', evidence: 'D' }, [
      { code: 'X', name: '旧', validTo: '2025-12-31' },
      { code: 'X', name: '新', validFrom: '2026-01-01' },
    ]);
    expect(findCode(table, 'X', '2025-12-31')?.name).toBe('旧');
    expect(findCode(table, 'X', '2026-01-01')?.name).toBe('新');
    expect(codeName(table, 'X')).toBe('新');
  });
});

describe('methods', () => {
  it('each have a reason to choose them, except 公开招标', () => {
    for (const { code } of procurementMethods.entries) {
      expect(methodReasonsFor(code, '2026-03-02').length > 0).toBe(code !== 'OPEN_TENDER');
    }
    expect(methodReasonsFor('COMPETITIVE_NEGOTIATION', '2010-01-01').map(({ code }) => code)).toEqual([
      'LAW_30_1',
      'LAW_30_2',
      'LAW_30_3',
      'LAW_30_4',
    ]);
  });

  it('each have a way to evaluate, and evaluation names only methods that exist', () => {
    const evaluated = evaluationMethods.entries.flatMap(({ methods }): readonly string[] => methods);
    expect(new Set(evaluated)).toEqual(new Set(procurementMethods.entries.map(({ code }) => code)));
  });

  it('keep 询价 to goods and tenders out of works', () => {
    expect(findCode(procurementMethods, 'INQUIRY')?.categories).toEqual(['A']);
    expect(findCode(procurementMethods, 'OPEN_TENDER')?.categories).not.toContain('B');
  });
});

describe('regions', () => {
  it('hang together', () => {
    for (const { parent } of regions.entries) {
      if (parent !== null) expect(region(parent)).toBeDefined();
    }
    expect(regionsWithin('410000')).toHaveLength(regions.entries.length);
    expect(regionsWithin('411081')).toEqual(['411081']);
    expect(regionsWithin('__proto__')).toEqual([]);
  });

  it('mark the areas that have no national code', () => {
    const local = regions.entries.filter((entry) => entry.local).map(({ code }) => code);
    expect(local).toEqual(['411090', '411091']);
    expect(region('411000')?.level).toBe('city');
  });
});
