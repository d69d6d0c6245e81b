import { describe, expect, it } from 'vitest';
import { queryOf, termsOf, unitTerms, wordsOf, wordTerms } from './search-terms.ts';

const filed = {
  title: '办公设备招标公告',
  body: '项目概况\nＡ4 打印机',
  projectName: '办公设备',
  projectNo: 'ZC-2026-7',
  planNo: 'XC-2026-0001',
  purchaserName: '示例小学',
  columnCode: 'notice',
  regionCode: '411000',
  method: 'OPEN_TENDER',
  publishedAt: Date.UTC(2026, 1, 28, 16),
};

describe('the terms of an announcement', () => {
  it('are pairs of characters, its filters, and the month in which it was published in Shanghai', () => {
    const terms = new Set(termsOf(filed));
    for (const term of ['办公', '设备', '备招', '概况', 'a4', '打印', '2026', '@小学', '示例']) {
      if (term === '2026') expect(terms).toContain('20');
      else expect(terms).toContain(term);
    }
    expect(terms).toContain('#column:notice');
    expect(terms).toContain('#region:411000');
    expect(terms).toContain('#method:OPEN_TENDER');
    expect(terms).toContain('#month:2026-03');
    expect(terms).toContain('#year:2026');
    expect(terms).not.toContain('@办公');
  });

  it('stay below what a tsvector holds, whatever the text', () => {
    const body = Array.from({ length: 150_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    expect(termsOf({ ...filed, body }).length).toBeLessThanOrEqual(40_000);
  });
});

describe('the terms of a question', () => {
  it('are those of all its words, in any width and case', () => {
    expect(wordsOf('　办公设备  ＺＣ-2026 办公设备 ')).toEqual(['办公设备', 'zc-2026']);
    expect(wordTerms(['办公设备', 'zc'])).toEqual(['办公', '公设', '设备', 'zc']);
  });

  it('are none for single characters', () => {
    expect(wordTerms(['办'])).toEqual([]);
    expect(unitTerms('小')).toEqual([]);
    expect(wordTerms(['!!'])).toEqual([]);
  });

  it('cannot break out of their query', () => {
    expect(queryOf(["a'b", 'c\\d'], ['x', 'y'])).toBe("'a''b' & 'c\\\\d' & ('x' | 'y')");
  });
});
