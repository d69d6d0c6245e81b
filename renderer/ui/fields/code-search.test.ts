import { beforeAll, describe, expect, it } from 'vitest';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { catalogueOptions, codeOptions } from './code-options.ts';
import { loadPinyin, searchOptions } from './code-search.ts';

const methods = codeOptions(procurementMethods, '2026-03-22');
const goods = catalogueOptions('2022', 'A');
const found = (text: string) => searchOptions(methods, text).map(({ code }) => code);

describe('searching a code table', () => {
  beforeAll(loadPinyin);

  it('by name, in the order of nearness', () => {
    expect(found('\u8c08\u5224')).toEqual(['COMPETITIVE_NEGOTIATION']);
    expect(found('\u7ade\u4e89\u6027')).toEqual(['COMPETITIVE_NEGOTIATION', 'COMPETITIVE_CONSULTATION']);
  });

  it('by initials and by pinyin', () => {
    expect(found('gkzb')).toEqual(['OPEN_TENDER']);
    expect(found('xunjia')).toEqual(['INQUIRY']);
    expect(found('jzxcs')).toEqual(['COMPETITIVE_CONSULTATION']);
  });

  it('by code, and by several words at once', () => {
    expect(searchOptions(goods, 'A02010105').map(({ code }) => code)).toEqual(['A02010105']);
    expect(searchOptions(goods, 'a0201 tsj').map(({ code }) => code)).toEqual(['A02010105']);
  });

  it('finds nothing for what is nothing, and everything for nothing', () => {
    expect(found('qqqq')).toEqual([]);
    expect(found(' ')).toHaveLength(methods.length);
  });
});

it('offers what is in force on the day alone', () => {
  const before = codeOptions(procurementMethods, '2014-01-01').map(({ code }) => code);
  expect(before).not.toContain('COMPETITIVE_CONSULTATION');
  expect(before).toContain('OPEN_TENDER');
});

it('tells clauses in the words of the law and keeps notes to those who keep the tables to itself', () => {
  const open = methods.find(({ code }) => code === 'OPEN_TENDER');
  expect(open?.detail).toContain('\u7b2c7\u6761');
  expect(open?.detail).not.toContain('art');
  expect(
    codeOptions(regions, '2026-03-22')
      .map(({ detail }) => detail ?? '')
      .join(''),
  ).toBe('');
});
