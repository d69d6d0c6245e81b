// What the form of a breach asks for: of the notice what everybody must know, of the decision what was chosen.
import { expect, it } from 'vitest';
import { breachConsequences, emptyBreach } from '#shared/domain/contracts/breaches/model.ts';
import { amountsAsked, consequencesOf, kindsOf, requiredNow, suggestedPurpose } from './asked-now.ts';

it('asks of the decision what the chosen consequences need', () => {
  const chosen = { ...emptyBreach, consequences: ['penalty' as const, 'remedy' as const] };
  expect([...requiredNow(chosen, false, false)]).not.toContain('penalty');
  // Not upheld, nothing follows.
  const refuted = { ...chosen, upheld: false };
  expect([...requiredNow(refuted, true, false)]).toEqual(['upheld', 'reason', 'files']);
  expect([...requiredNow(refuted, true, true)]).toEqual(['upheld', 'reason']);
  const upheld = requiredNow({ ...chosen, upheld: true }, true, false);
  for (const field of ['penalty', 'remedyUntil', 'amountBasis', 'articles'] as const) {
    expect([field, upheld.has(field)]).toEqual([field, true]);
  }
  expect(upheld.has('damages')).toBe(false);
  expect(amountsAsked({ ...chosen, upheld: true, consequences: ['bond'] })).toEqual(['withheld']);
});

it('offers each side what can be its breach', () => {
  expect(kindsOf('supplier')).not.toContain('late_payment');
  expect(kindsOf('purchaser')).toEqual(['late_payment', 'refusal', 'other']);
  expect(consequencesOf('purchaser', breachConsequences)).not.toContain('bond');
  expect(consequencesOf('supplier', breachConsequences)).toEqual(breachConsequences);
});

it('takes a file for what is still missing', () => {
  expect(suggestedPurpose([], false)).toBe('evidence');
  expect(suggestedPurpose([{ purpose: 'evidence' }], false)).toBe('delivery');
  const both = [{ purpose: 'evidence' as const }, { purpose: 'delivery' as const }];
  expect(suggestedPurpose(both, false)).toBe('other');
  expect(suggestedPurpose(both, true)).toBe('statement');
});
