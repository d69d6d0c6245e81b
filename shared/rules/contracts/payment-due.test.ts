// Until when: by whom it is owed to, on what condition, and what was agreed.
import { describe, expect, it } from 'vitest';
import { emptyPayment, type PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import { dueOf } from './payment-due.ts';

const known: PaymentContent = {
  ...emptyPayment,
  ...{ kind: 'progress', basis: 'delivery', sizeClass: 'small' },
  ...{ deliveredOn: '2026-03-02', acceptedOn: '2026-03-10', invoiceOn: '2026-03-05' },
};
const due = (parts: Partial<PaymentContent> = {}) => dueOf({ ...known, ...parts });

describe('to 中小企业', () => {
  it.each(['micro', 'small', 'medium'] as const)('%s: 30 days after delivery', (sizeClass) => {
    expect(due({ sizeClass })).toEqual({ on: '2026-04-01', ruleId: 'PAY_SME', from: '2026-03-02' });
  });

  it('30 days after acceptance where that is the condition', () => {
    const tied = { on: '2026-04-09', ruleId: 'PAY_SME_ACCEPTED', from: '2026-03-10' };
    expect(due({ basis: 'acceptance' })).toEqual(tied);
    expect(due({ kind: 'acceptance' })).toEqual(tied);
  });

  it('on the day of the contract, up to the 60th', () => {
    expect(due({ agreedOn: '2026-05-01' })).toMatchObject({ on: '2026-05-01', ruleId: 'agreed' });
    expect(due({ agreedOn: '2026-05-02' })).toMatchObject({ on: '2026-05-01', ruleId: 'PAY_SME_MOST' });
    expect(due({ basis: 'acceptance', agreedOn: '2026-12-31' })).toMatchObject({
      on: '2026-05-09',
      ruleId: 'PAY_SME_MOST_ACCEPTED',
    });
  });

  it('not before the day is known from which the law counts, whatever else is', () => {
    expect(due({ deliveredOn: null })).toBeNull();
    expect(due({ deliveredOn: null, agreedOn: '2026-03-20' })).toBeNull();
  });
});

describe('to others', () => {
  it.each(['large', null] as const)(
    '%s: on the day of the contract, else 30 days after the invoice',
    (sizeClass) => {
      expect(due({ sizeClass, agreedOn: '2026-12-31' })).toMatchObject({
        on: '2026-12-31',
        ruleId: 'agreed',
      });
      expect(due({ sizeClass })).toEqual({ on: '2026-04-04', ruleId: 'PAY', from: '2026-03-05' });
      expect(due({ sizeClass, invoiceOn: null })).toBeNull();
    },
  );
});

it.each(['advance', 'retention'] as const)('%s is due on the day of the contract alone', (kind) => {
  expect(due({ kind })).toBeNull();
  expect(due({ kind, agreedOn: '2028-03-10' })).toMatchObject({ on: '2028-03-10', ruleId: 'agreed' });
});
