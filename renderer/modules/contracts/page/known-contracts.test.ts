import { expect, it } from 'vitest';
import type { SectionContract } from '#shared/domain/projects/section-contracts.ts';
import { isSigned, knownContracts } from './known-contracts.ts';

type Item = Parameters<typeof knownContracts>[0]['contracts'][number];
const record = (id: string, contractNo = ''): Item => ({
  ...{ id, contractNo, status: 'draft', mark: 'synced', changes: [] },
});
const filed = (contractId: string, endedAt: number | null = null) =>
  ({ contractId, contractNo: `HT-${contractId}`, endedAt }) as SectionContract;

it('tells each contract once, with what is known of it from both sides', () => {
  const known = knownContracts({
    contracts: [record('a', 'HT-a'), record('b')],
    filed: [filed('a'), filed('x')],
  });
  expect(
    known.map(({ id, name, record: own, filed: told }) => [id, name, own?.id, told?.contractNo]),
  ).toEqual([
    ['x', 'HT-x', undefined, 'HT-x'],
    ['a', 'HT-a', 'a', 'HT-a'],
    ['b', '未编号的合同', 'b', undefined],
  ]);
});

it('is signed while one of them is in force', () => {
  expect(isSigned({ filed: [] })).toBe(false);
  expect(isSigned({ filed: [filed('a', 1)] })).toBe(false);
  expect(isSigned({ filed: [filed('a', 1), filed('b')] })).toBe(true);
});
