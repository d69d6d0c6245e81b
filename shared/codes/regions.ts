// 行政区划 (GB/T 2260) of Xuchang. Areas without a code of their own carry a local one, marked `local`: it is not to leave the
// system as if it were a national code (exchange partners may map it).
import { type CodeEntry, defineTable, findCode } from './code-table.ts';

export type RegionLevel = 'province' | 'city' | 'county';

const city = { level: 'city', parent: '410000', local: false } as const;
const county = { level: 'county', parent: '411000', local: false } as const;
const localArea = { level: 'county', parent: '411000', local: true } as const;

export const regions = defineTable(
  { title: '行政区划', edition: '2020', source: 'GB/T 2260', evidence: 'S' },
  [
    { code: '410000', name: '河南省', level: 'province', parent: null, local: false },
    { ...city, code: '411000', name: '许昌市' },
    { ...county, code: '411002', name: '魏都区' },
    { ...county, code: '411003', name: '建安区', validFrom: '2016-11-24', note: 'replaced 许昌县 411023' },
    {
      ...county,
      code: '411023',
      name: '许昌县',
      validTo: '2016-11-23',
      evidence: 'M',
      note: 'now 建安区 411003',
    },
    { ...county, code: '411024', name: '鄢陵县' },
    { ...county, code: '411025', name: '襄城县' },
    {
      ...county,
      code: '411071',
      name: '许昌经济技术开发区',
      note: 'statistical code, not an administrative division',
    },
    { ...county, code: '411081', name: '禹州市' },
    { ...county, code: '411082', name: '长葛市' },
    { ...localArea, code: '411090', name: '许昌市城乡一体化示范区', evidence: 'D', note: 'local code' },
    { ...localArea, code: '411091', name: '许昌东城区', evidence: 'D', note: 'local code' },
  ],
);

export type Region = CodeEntry & {
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly local: boolean;
};

export function region(code: string): Region | undefined {
  return findCode<Region>(regions, code);
}

/** The region itself and everything below it: 411000 covers its counties. Empty for an unknown code. */
export function regionsWithin(code: string): readonly string[] {
  if (region(code) === undefined) return [];
  const below = regions.entries.filter(({ parent }) => parent === code);
  return [code, ...below.flatMap((entry) => regionsWithin(entry.code))];
}
