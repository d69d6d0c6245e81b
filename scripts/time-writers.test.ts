import { expect, it } from 'vitest';
import { timeWrites } from './time-writers.ts';

it.each([
  'new Date(at).toISOString()',
  'new Date(at)\n  .toUTCString()',
  'date.toLocaleDateString("zh-CN")',
  'date.toLocaleTimeString()',
  'new Intl.DateTimeFormat("zh-CN").format(at)',
])('a time is not written by %s', (text) => {
  expect(timeWrites('renderer/ui/base/when.tsx', text)).toHaveLength(1);
  expect(timeWrites('shared/text/zh-CN/times.ts', text)).toEqual([]);
});

it.each(['formatInstant(at)', 'count.toLocaleString("zh-CN")', 'zonedTime(at)'])(
  '%s may stand anywhere',
  (text) => {
    expect(timeWrites('renderer/ui/base/when.tsx', text)).toEqual([]);
  },
);
