import { describe, expect, it } from 'vitest';
import { type ContractContent, emptyContract } from '#shared/domain/contracts/model.ts';
import {
  type Answer,
  advanceShare,
  asksWhySeveral,
  differsFromResult,
  missingPapers,
  paymentSum,
  requiredNow,
  withRest,
} from './asked-now.ts';

const content = (parts: Partial<ContractContent> = {}): ContractContent => ({ ...emptyContract, ...parts });
const answer = (parts: Partial<Answer> = {}) =>
  ({ result: { amount: 200 }, others: [], begun: [], ...parts }) as unknown as Answer;
const other = { contractId: 'c', contractNo: 'HT-1' } as unknown as Answer['others'][number];
const payment = (
  amount: number | null,
  kind: ContractContent['payments'][number]['kind'] = 'acceptance',
) => ({ id: `${kind} ${amount}`, kind, condition: '', amount, dueOn: null });
const paper = (purpose: ContractContent['files'][number]['purpose']) =>
  ({ purpose }) as ContractContent['files'][number];

describe('what is asked for', () => {
  const asked = (parts: Partial<ContractContent>, told = answer()) => {
    const least = requiredNow(content(), answer());
    return [...requiredNow(content(parts), told)].filter((field) => !least.has(field));
  };

  it('follows from what was answered', () => {
    expect(asked({})).toEqual([]);
    expect(asked({ amountKind: 'rate' })).toEqual(['rate']);
    expect(asked({ bondAmount: 0 })).toEqual([]);
    expect(asked({ bondAmount: 1 })).toEqual(['bondForm']);
    expect(asked({ secret: true })).toEqual(['secretBasis']);
    expect(asked({}, answer({ others: [other] }))).toEqual(['several']);
  });

  it('is a reason where the only contract is not for the amount that was won', () => {
    expect(asked({ amount: 200 })).toEqual([]);
    expect(asked({ amount: 199 })).toEqual(['amountReason']);
    expect(differsFromResult(content({ amount: 100, several: 'by_year' }), answer())).toBe(false);
    expect(differsFromResult(content({ amount: 100 }), undefined)).toBe(false);
    expect(differsFromResult(content(), answer())).toBe(false);
  });

  it('is why there are several as soon as another is there, be it a draft, and while an answer stands', () => {
    const begun = [{ id: 'd', status: 'draft' as const, contractNo: '' }];
    expect(asksWhySeveral(content(), answer())).toBe(false);
    expect(asksWhySeveral(content(), answer({ begun }))).toBe(true);
    expect(asksWhySeveral(content(), answer({ others: [other] }))).toBe(true);
    expect(asksWhySeveral(content({ several: 'by_batch' }), answer())).toBe(true);
  });

  it('are both texts; of what is a state secret, none', () => {
    expect(missingPapers(content({ files: [paper('other')] }))).toEqual(['full', 'public']);
    expect(missingPapers(content({ files: [paper('full')] }))).toEqual(['public']);
    expect(missingPapers(content({ secret: true, files: [] }))).toEqual([]);
  });
});

describe('payments', () => {
  it('are summed, with 预付款 as a share of the amount', () => {
    const payments = [payment(300, 'advance'), payment(null), payment(650)];
    expect(paymentSum({ payments })).toBe(950);
    expect(advanceShare({ amount: 1000, payments })).toBe('30%');
    expect(advanceShare({ amount: 900, payments })).toBe('33.3%');
    expect(advanceShare({ amount: 0, payments })).toBeNull();
    expect(advanceShare({ amount: 1000, payments: [payment(1000)] })).toBeNull();
  });

  it('take the rest into the line that has no amount yet, or into the last one', () => {
    const amounts = (amount: number | null, payments: ContractContent['payments']) =>
      withRest({ amount, payments })?.map((each) => each.amount);
    expect(amounts(1000, [payment(300), payment(null), payment(100)])).toEqual([300, 600, 100]);
    expect(amounts(1000, [payment(300), payment(100)])).toEqual([300, 700]);
    expect(amounts(1000, [payment(300), payment(700)])).toBeUndefined();
    expect(amounts(1000, [payment(1200), payment(null)])).toBeUndefined();
    expect(amounts(null, [payment(300)])).toBeUndefined();
    expect(amounts(1000, [])).toBeUndefined();
  });
});
