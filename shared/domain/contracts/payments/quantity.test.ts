// Quantities as people write them: read as they are meant, or not at all.
import { expect, it } from 'vitest';
import { aContractContent } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { unperformed } from '../model.ts';
import { readQuantity } from './quantity.ts';
import { releasedOf } from './released.ts';

it.each([
  ['2', '2'],
  [' 12 台', '12'],
  ['0.5台', '0.5'],
  ['1,200台', '1200'],
  ['１，２００台', '1200'],
  ['1,234,567件', '1234567'],
  ['3万只', '30000'],
  ['3.5万只', '35000'],
  ['1.23456万', null],
  ['1.2345万', '12345'],
  ['2千台', '2000'],
  ['2千克', '2'],
  ['1.5亿次', '150000000'],
  ['1,2台', null],
  ['12,00台', null],
  ['1-2台', null],
  ['2×3台', null],
  ['3套(每套2台)', null],
  ['3百万只', null],
  ['三台', null],
  ['1批', '1'],
  ['若干', null],
  ['', null],
])('%s is %s', (written, read) => {
  expect(readQuantity(written)).toBe(read);
});

it('what has passed is worth what its quantity says, and nothing is said where it cannot be read', () => {
  const [id, other] = [anId('passed'), anId('not yet')];
  const item = { name: '口罩', spec: '', requirement: '', unitPrice: 100 };
  const worth = (qty: string) =>
    releasedOf({
      content: aContractContent({
        items: [
          { ...item, id, qty },
          { ...item, id: other, qty: '1' },
        ],
      }),
      changes: [],
      performance: { ...unperformed, acceptance: 'partial', acceptedItems: [id] },
    });
  expect([worth('1,200只'), worth('3万只'), worth('1-3只')]).toEqual([120_000, 3_000_000, null]);
});
