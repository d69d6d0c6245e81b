import { describe, expect, it } from 'vitest';
import { anId } from '#test/builders/ids.ts';
import { aSection } from '#test/builders/sections.ts';
import { publicStatus } from './public-course.ts';

const contract = (announcementId: string | null) => ({
  ...{ contractId: anId('contract'), contractNo: 'HT-1', awardId: anId('award'), supplierName: 'First' },
  ...{ amount: 1, rate: '', several: null, signedOn: '2026-03-04', announcementId, at: 1, endedAt: null },
  ...{ acceptedOn: null, settledAt: null, retained: 0 },
});

describe('what everybody may know of a section', () => {
  it('begins with its announcement', () => {
    expect(publicStatus(aSection('lot'))).toBeUndefined();
    expect(publicStatus(aSection('lot', { status: 'cancelled' }))).toBeUndefined();
    expect(publicStatus(aSection('lot', { status: 'failed' }))).toBe('failed');
  });

  it('says nothing of a contract that may not be announced', () => {
    const secret = { status: 'accepted' as const, contracts: [contract(null)] };
    expect(publicStatus(aSection('lot', secret))).toBe('awarded');
    const open = { status: 'accepted' as const, contracts: [contract(null), contract(anId('notice'))] };
    expect(publicStatus(aSection('lot', open))).toBe('accepted');
  });
});
