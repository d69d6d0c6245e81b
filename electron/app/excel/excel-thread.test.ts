// What becomes of jobs that the thread cannot or need not finish.
import { expect, it } from 'vitest';
import { writeInThread } from './excel-thread.ts';
import type { SheetPlan } from './workbook.ts';

const sheet: SheetPlan = {
  name: 'x',
  columns: [{ width: 10, format: 'plain' }],
  heads: 1,
  rows: [['head']],
};

it('writes what it is given in pieces', async () => {
  const bytes = await writeInThread([sheet], [[['a'], [1]], [], [[null], ['b']]]);
  expect(
    Buffer.from(bytes ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

it('gives up before it is more than the thread can hold', async () => {
  const long = 'x'.repeat(30_000);
  let taken = 0;
  async function* rows() {
    for (; taken < 5000; taken += 1) yield [[long]];
  }
  expect(await writeInThread([sheet], rows())).toBeUndefined();
  expect(taken).toBeLessThan(2000);
});

it('throws what the rows throw', async () => {
  async function* rows() {
    yield [['a']];
    throw new Error('the account was closed');
  }
  await expect(writeInThread([sheet], rows())).rejects.toThrow('the account was closed');
});

it('tells a bug of the thread from a file that is too large', async () => {
  const wrong = { ...sheet, name: '[not allowed]' };
  await expect(writeInThread([wrong])).rejects.toThrow('[not allowed]');
});
