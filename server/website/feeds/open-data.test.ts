import { describe, expect, it } from 'vitest';
import { websiteText } from '#shared/text/zh-CN/website.ts';
import type { Shown } from '../read/records.ts';
import { openDataCsv, openDataFields, openDataJson } from './open-data.ts';

const shown: Shown = {
  id: '018a0000-0000-7000-9000-000000000001',
  columnCode: 'notice',
  type: 'TENDER',
  title: 'A "quoted" title',
  regionCode: '411000',
  method: null,
  purchaserName: 'Unit, of the city',
  projectId: null,
  projectNo: '',
  targetId: null,
  publishedAt: Date.UTC(2026, 2, 1, 1, 2, 3),
  withdrawnAt: null,
  about: [],
  projectName: 'Project',
  predecessorProjectId: null,
  planNo: '',
  purchaserId: 'u',
  round: 2,
  displayUntil: '2026-03-06',
  withdrawnReason: null,
};

describe('data files', () => {
  it('have the fields that are described, each once', () => {
    const names = openDataFields.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(websiteText.openDataPage.fields).toSorted());
    expect(Object.keys(JSON.parse(openDataJson('http://x', [shown]))[0])).toEqual(names);
    expect(openDataCsv('http://x', [shown]).split('\r\n')[0]).toBe(
      `\ufeff${names.map((name) => `"${name}"`).join(',')}`,
    );
  });

  it('say what is not known by null, and times with their zone', () => {
    expect(JSON.parse(openDataJson('http://x', [shown]))).toMatchObject([
      {
        url: 'http://x/announcements/018a0000-0000-7000-9000-000000000001',
        methodCode: null,
        methodName: null,
        publishedAt: '2026-03-01T09:02:03+08:00',
        withdrawnAt: null,
        round: 2,
      },
    ]);
    expect(JSON.parse(openDataJson('', []))).toEqual([]);
  });

  it('quote what CSV needs quoted', () => {
    const line = openDataCsv('', [shown]).split('\r\n')[1];
    expect(line).toContain('"A ""quoted"" title"');
    expect(line).toContain('"Unit, of the city"');
    expect(line).toContain(',2,');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '|cmd', '%x', "=cmd|' /C calc'!A0"])(
    'let no spreadsheet take %j for a formula',
    (title) => {
      expect(openDataCsv('', [{ ...shown, title }])).toContain(`"'${title}"`);
    },
  );
});
