import { expect, it } from 'vitest';
import type { SectionToContract } from '#shared/contract/contracts/contracts.ts';
import { optionText } from './option-text.ts';

const section: SectionToContract = {
  ...{ id: 's', sectionNo: '1', name: '设备', supplierName: '乙公司', amount: 20_000, rate: '' },
  ...{ letterOn: '2026-09-01', signUntil: '2026-09-30', contractCount: 0 },
};

it('says until when to sign, or that the day has passed', () => {
  expect(optionText(section, '2026-09-30')).toBe(
    '1 设备，乙公司（¥200.00）；签订期限至 2026-09-30；还没有合同',
  );
  expect(optionText(section, '2026-10-01')).toContain('签订期限 2026-09-30 已过');
});

it('of a further contract, how many there are; no day binds it', () => {
  const further = optionText({ ...section, amount: null, rate: '下浮5%', contractCount: 2 }, '2026-10-01');
  expect(further).toBe('1 设备，乙公司（下浮5%）；已有 2 份合同');
});
