import { expect, it } from 'vitest';
import type { Explanation } from '#shared/contract/announcements.ts';
import { instantOf } from '#shared/kernel/dates.ts';
import { type Clocked, clockLines } from './clock-lines.ts';

const until = (date: string) => ({ date }) as Explanation;
const clocks = { sign: until('2026-09-30'), publish: until('2026-09-22'), file: until('2026-09-29') };
const told = (parts: Partial<Clocked>, today: string) =>
  clockLines({ clocks, signedOn: null, publishedAt: null, secret: false, ...parts }, today).map(
    ({ key, state, doneOn }) => `${key} ${state} ${doneOn}`,
  );

it('runs until its day is over', () => {
  expect(told({}, '2026-09-22')).toEqual(['sign open null', 'publish today null', 'file open null']);
  expect(told({}, '2026-10-01')).toEqual(['sign late null', 'publish late null', 'file late null']);
});

it('ends with the signature, and with 提交, in time or not', () => {
  const signedOn = '2026-09-18';
  expect(told({ signedOn, publishedAt: instantOf('2026-09-22T23:59') }, '2026-12-01')).toEqual([
    'sign done 2026-09-18',
    'publish done 2026-09-22',
    'file done 2026-09-22',
  ]);
  expect(told({ signedOn: '2026-10-01', publishedAt: instantOf('2026-09-23T00:00') }, '2026-12-01')).toEqual([
    'sign doneLate 2026-10-01',
    'publish doneLate 2026-09-23',
    'file done 2026-09-23',
  ]);
});

it('is not known before it is signed; of what is secret nothing is announced, and only the first is signed by a day', () => {
  const unknown = { sign: null, publish: null, file: null };
  expect(told({ clocks: unknown }, '2026-09-01')).toEqual(['publish null null', 'file null null']);
  expect(told({ clocks: { ...clocks, publish: null }, secret: true }, '2026-09-01')).toEqual([
    'sign open null',
    'file open null',
  ]);
});
