// Whatever stands in an address: what makes sense is taken, the rest is left out and said so; nothing throws.
import { describe, expect, it } from 'vitest';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import { hostileValues } from '#test/hostile/values.ts';
import { noFilters } from './read/filters.ts';
import { listAddress, readListRequest } from './request.ts';

const { notices, filters: names } = websiteText;
const id = '018a0000-0000-7000-9000-000000000001';

describe('a request for a list', () => {
  it('is read with all its filters', () => {
    const request = readListRequest({
      q: ' 办公  设备 ',
      column: 'result',
      region: '411002',
      method: 'OPEN_TENDER',
      from: '2026-01-01',
      to: '2026-02-28',
      unit: '小学',
      before: `1767225600000.${id}`,
    });
    expect(request.notices).toEqual([]);
    expect(request.words).toEqual(['办公', '设备']);
    expect(request.filters).toEqual({
      column: 'result',
      region: '411002',
      method: 'OPEN_TENDER',
      from: '2026-01-01',
      to: '2026-02-28',
      unit: '小学',
    });
    expect(request.cursor).toEqual({ place: { at: 1_767_225_600_000, id }, side: 'older' });
  });

  it('leaves out what it does not know, and says so', () => {
    const request = readListRequest({
      column: '__proto__',
      region: 'constructor',
      method: 'x',
      from: '2026-02-30',
      to: 'tomorrow',
      unit: '学',
      after: '1',
    });
    expect(request.filters).toEqual(noFilters);
    expect(request.cursor).toBeUndefined();
    expect(request.notices).toEqual([
      ...[names.column, names.region, names.method, names.from, names.to].map(notices.unknown),
      notices.unitShort,
      notices.place,
    ]);
  });

  it('takes no span that ends before it begins', () => {
    const { filters, notices: told } = readListRequest({ from: '2026-03-02', to: '2026-03-01' });
    expect([filters.from, filters.to, told]).toEqual(['2026-03-02', undefined, [notices.datesReversed]]);
  });

  it('cuts a question that is too long, and asks for more than one character', () => {
    expect([...readListRequest({ q: '长'.repeat(500) }).question]).toHaveLength(100);
    expect(readListRequest({ q: '长'.repeat(500) }).notices).toEqual([notices.tooLong(100)]);
    expect(readListRequest({ q: '长' }).notices).toEqual([notices.wordShort]);
    expect(readListRequest({ q: '' }).notices).toEqual([]);
  });

  it('takes the column of its page, and no question there', () => {
    const request = readListRequest({ q: 'abc', column: 'result' }, 'notice');
    expect([request.filters.column, request.question]).toEqual(['notice', '']);
  });

  it.each(hostileValues)('lives with $title', ({ value }) => {
    const names = ['q', 'column', 'region', 'method', 'from', 'to', 'unit', 'before', 'after'];
    const request = readListRequest(Object.fromEntries(names.map((name) => [name, value])));
    expect(JSON.stringify(request)).not.toContain('\\u0000');
    expect(listAddress(request)).toMatch(/^\/search/);
    expect(readListRequest(value).filters).toEqual(noFilters);
  });
});

describe('the address of a list', () => {
  it('holds its conditions and nothing else', () => {
    const filters = { ...noFilters, column: 'notice', region: '411000' } as const;
    expect(listAddress({ question: '', filters }, { column: 'notice' })).toBe(
      '/columns/notice?region=411000',
    );
    expect(listAddress({ question: 'a&b', filters })).toBe('/search?q=a%26b&column=notice&region=411000');
    expect(listAddress({ question: '', filters: noFilters })).toBe('/search');
  });

  it('leads back to the same request', () => {
    const asked = { q: '办公 设备', region: '411000', from: '2026-01-01', unit: '小学' };
    const request = readListRequest(asked);
    const query = Object.fromEntries(new URL(listAddress(request), 'http://x').searchParams);
    expect(readListRequest(query)).toEqual(request);
  });
});
