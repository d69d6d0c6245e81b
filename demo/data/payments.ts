// Payments of the demo: of which contract which instalment, how far it comes, and how its days lie about today.

import type { Contract } from '#shared/domain/contracts/model.ts';
import { knownPayment } from '#shared/domain/contracts/payments/known-content.ts';
import type { Paid, PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import { addDays, type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import { demoFile, demoPapers } from './demo-files.ts';

export type DemoPayment = {
  /** The line of the 付款计划 of this kind; `progress` stands beside it. */
  readonly kind: 'advance' | 'acceptance' | 'progress';
  readonly until: 'draft' | 'due' | 'paid' | 'corrected' | 'void';
  /** Days from today to its last day. */
  readonly dueIn?: number;
};

/** By contract in force, in their order. */
export const demoPayments: readonly (readonly DemoPayment[])[] = [
  [
    { kind: 'advance', until: 'paid', dueIn: 1 },
    { kind: 'acceptance', until: 'draft' },
  ],
  [
    { kind: 'advance', until: 'paid', dueIn: -6 },
    { kind: 'progress', until: 'due', dueIn: -15 },
  ],
  [{ kind: 'advance', until: 'due', dueIn: 3 }],
  [
    { kind: 'advance', until: 'corrected', dueIn: 2 },
    { kind: 'progress', until: 'void', dueIn: 9 },
  ],
  [{ kind: 'advance', until: 'due', dueIn: 20 }],
];

type About = { readonly today: PlainDate; readonly newId: () => string };

export function paymentContent(
  contract: Contract,
  { kind, dueIn = 0 }: DemoPayment,
  { today, newId }: About,
): PaymentContent {
  const line = contract.content.payments.find((each) => each.kind === kind);
  const known = knownPayment(contract, line ?? null);
  const dueOn = addDays(today, dueIn);
  const invoiceNo = `2441200000001${String(100 - dueIn).padStart(7, '0')}`;
  const invoice = { ...demoFile(newId(), demoPapers.invoice), purpose: 'invoice' as const };
  switch (kind) {
    case 'advance': {
      const guarantee = { ...demoFile(newId(), demoPapers.guarantee), purpose: 'guarantee' as const };
      return { ...known, agreedOn: dueOn, files: [guarantee] };
    }
    case 'acceptance':
      return known;
    case 'progress': {
      const amount = Math.floor((contract.content.amount ?? 0) / 5);
      const deliveredOn = addDays(dueOn, -30);
      return {
        ...known,
        ...{ kind, amount, basis: 'delivery', sizeClass: 'small', deliveredOn, acceptedOn: null, invoiceNo },
        ...{
          invoiceAmount: amount,
          invoiceOn: addDays(deliveredOn, 2),
          condition: '首批交付后付20%（示例）',
        },
        files: [invoice],
      };
    }
  }
}

export function paidContent(content: PaymentContent, { today, newId }: About): Paid {
  return {
    ...{ paidOn: today, paidAmount: content.amount ?? 0, budgetYear: yearOf(today) },
    ...{ fundingLine: `${yearOf(today)}-采购-001（示例）`, last: false },
    vouchers: [demoFile(newId(), demoPapers.voucher)],
  };
}

export const registeredTwice = '同一笔付款登记了两次（示例）。';
export const correction = '付款凭证传错，重新上传（示例）。';
