import { describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { aChangeContent, aChangeText } from '#test/builders/contract-changes.ts';
import { aContractContent } from '#test/builders/contracts.ts';
import { type Answer, amountAfter, demandedPapers, missingPapers, requiredNow } from './asked-now.ts';

type Parts = {
  readonly secret?: boolean;
  readonly changes?: readonly Partial<Contract['changes'][number]>[];
};
const answer = ({ secret = false, changes = [] }: Parts = {}) =>
  ({ contract: { content: aContractContent({ amount: 1000, secret }), changes } }) as unknown as Answer;

it('asks for what the kind of the change has', () => {
  const always = ['kind', 'description', 'reason', 'changedOn', 'files', 'clauses'];
  expect([...requiredNow({ kind: null })]).toEqual(always);
  expect([...requiredNow({ kind: 'extension' })]).toEqual(always);
  expect([...requiredNow({ kind: 'addition' })]).toEqual([...always, 'amount', 'identical']);
  expect([...requiredNow({ kind: 'reduction' })]).toEqual([...always, 'amount']);
  expect([...requiredNow({ kind: 'party' })]).toEqual([...always, 'newSupplier', 'newSupplierUscc']);
  expect([...requiredNow({ kind: 'termination' })]).toEqual([
    ...always.filter((field) => field !== 'clauses'),
    'terminationReason',
    'settlement',
  ]);
});

it('asks for both texts, and for none of a state secret', () => {
  expect(demandedPapers(answer())).toEqual(['full', 'public']);
  expect(demandedPapers(answer({ secret: true }))).toEqual([]);
  expect(missingPapers(aChangeContent(), answer())).toEqual([]);
  expect(missingPapers(aChangeContent({ files: [aChangeText('public')] }), answer())).toEqual(['full']);
});

describe('what the contract will amount to', () => {
  it('follows from what was signed, changed before and typed now', () => {
    const changes = [
      { changeId: '1', kind: 'addition' as const, amount: 50 },
      { changeId: '2', kind: 'reduction' as const, amount: 200 },
      { changeId: '3', kind: 'extension' as const, amount: null },
    ];
    expect(amountAfter({ kind: 'addition', amount: 30 }, answer({ changes }))).toBe(880);
    expect(amountAfter({ kind: 'reduction', amount: 30 }, answer({ changes }))).toBe(820);
    expect(amountAfter({ kind: 'reduction', amount: 5000 }, answer({ changes }))).toBe(0);
  });

  it('is not said where nothing of it changes, or it is not known', () => {
    expect(amountAfter({ kind: 'extension', amount: 30 }, answer())).toBeNull();
    expect(amountAfter({ kind: 'addition', amount: null }, answer())).toBeNull();
    expect(amountAfter({ kind: 'addition', amount: 30 }, undefined)).toBeNull();
  });
});
