// Whatever is added, taken away, paid and put right: what was agreed is what is paid and what is owed, to the fen, year by year.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from '#shared/kernel/money.ts';
import { aContractContent } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { aPaymentContent, whatIsPaid } from '#test/builders/payments.ts';
import { amountNow, amountsOf } from '../changes/amounts.ts';
import { type Contract, unperformed } from '../model.ts';
import type { Payment } from './model.ts';
import { fixedAmount, payingOf } from './settled.ts';

type Bargain = Pick<Contract, 'content' | 'changes' | 'performance'>;
const years = [2025, 2026, 2027] as const;
const parts = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    budgetYear: fc.constantFrom(...years),
    retention: fc.boolean(),
    last: fc.boolean(),
  }),
  { maxLength: 12 },
);
const changes = fc.array(
  fc.record({ kind: fc.constantFrom('addition', 'reduction', 'extension'), amount: fc.nat(50_000) }),
  { maxLength: 4 },
);
const amountKind = fc.constantFrom('total', 'unit', 'rate');

function bargain(
  amount: number,
  kind: 'total' | 'unit' | 'rate',
  changed: readonly { readonly kind: 'addition' | 'reduction' | 'extension'; readonly amount: number }[],
): Bargain {
  return {
    content: aContractContent({ amount, amountKind: kind }),
    changes: changed.map((change, index) => ({
      ...{ changeId: anId(`change ${index}`), announcementId: null, changedOn: '2026-03-05', at: 1 },
      supplier: null,
      ...{ kind: change.kind, amount: change.kind === 'extension' ? null : change.amount },
    })),
    performance: unperformed,
  };
}

const paid = ({
  amount,
  budgetYear,
  retention,
  last,
}: typeof parts extends fc.Arbitrary<(infer P)[]> ? P : never) =>
  ({
    status: 'paid',
    content: aPaymentContent({ amount, kind: retention ? 'retention' : 'progress' }),
    paid: whatIsPaid({ paidAmount: amount, budgetYear, last }),
  }) as unknown as Payment;

/** As the rules let it happen: nothing beyond what is agreed. */
function within(limit: number, rows: readonly Payment[]): readonly Payment[] {
  let sum = 0;
  return rows.filter(({ paid: done }) => {
    const after = sum + (done?.paidAmount ?? 0);
    if (after > limit) return false;
    sum = after;
    return true;
  });
}

describe('of fixed totals', () => {
  it('what is agreed is what is paid, in each year, and what is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300_000, max: 3_000_000 }), changes, parts, (amount, changed, many) => {
        const contract = bargain(amount, 'total', changed);
        const agreed = fixedAmount(contract) ?? -1;
        const signs = { addition: 1, reduction: -1, extension: 0 };
        expect(agreed).toBe(amount + sumFen(changed.map(({ kind, amount: by }) => signs[kind] * by)));
        const rows = within(agreed, many.map(paid));
        const paying = payingOf(contract, rows, 7, 0);
        const byYear = years.map((year) =>
          sumFen(rows.flatMap(({ paid: done }) => (done?.budgetYear === year ? [done.paidAmount] : []))),
        );
        const owed = agreed - paying.paid;
        expect(sumFen(byYear)).toBe(paying.paid);
        expect(owed).toBeGreaterThanOrEqual(0);
        expect(sumFen(byYear) + owed).toBe(agreed);
        const others = rows.filter(({ content }) => content.kind !== 'retention');
        const rest = sumFen(others.map(({ paid: done }) => done?.paidAmount ?? 0));
        // Settled exactly when everything but 质保金, of which there is none here, is paid.
        expect(paying.settledAt).toBe(others.length > 0 && rest >= agreed ? 7 : null);
      }),
    );
  });
});

describe('of rates and unit prices', () => {
  it('nothing is owed by a sum: the last payment settles it', () => {
    fc.assert(
      fc.property(amountKind, fc.integer({ min: 1, max: 1000 }), parts, (kind, amount, many) => {
        fc.pre(kind !== 'total');
        const contract = bargain(amount, kind, []);
        expect(fixedAmount(contract)).toBeNull();
        const rows = many.map(paid);
        const { settledAt, paid: sum } = payingOf(contract, rows, 7, 0);
        expect(sum).toBe(sumFen(many.map((part) => part.amount)));
        expect(settledAt).toBe(many.some(({ retention, last }) => last && !retention) ? 7 : null);
        expect(amountNow(amountsOf(contract))).toBe(amount);
      }),
    );
  });
});

it('what is not paid counts for nothing, whatever was registered', () => {
  const contract = bargain(100, 'total', []);
  const open = { status: 'due', content: aPaymentContent({ amount: 100 }), paid: null } as unknown as Payment;
  expect(payingOf(contract, [open], 7, 0)).toEqual({
    ...{ paid: 0, retained: 0, settledAt: null, settledOn: null },
  });
});

it('is settled since it first was', () => {
  const contract = bargain(100, 'total', []);
  const rows = [paid({ amount: 100, budgetYear: 2026, retention: false, last: false })];
  const settled = { ...contract, performance: { ...unperformed, settledAt: 3 } };
  expect(payingOf(settled, rows, 7, 0).settledAt).toBe(3);
});
