// A payment to a small enterprise as the law wants it, from which the examples of its rules differ in one thing each.
import {
  emptyPayment,
  type Paid,
  type PaymentContent,
  type PaymentPurpose,
} from '#shared/domain/contracts/payments/model.ts';
import { dueOf } from './payment-due.ts';
import type { PaymentFacts } from './payment-facts.ts';

const file = {
  id: '00000000-0000-7000-8000-000000000931',
  fileName: 'paper.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'e'.repeat(64),
};
export const paymentPaper = (purpose: PaymentPurpose) => ({ ...file, purpose });

export const examplePaymentContent: PaymentContent = {
  ...emptyPayment,
  kind: 'acceptance',
  condition: 'Within 30 days after acceptance.',
  amount: 45_000_001,
  sizeClass: 'small',
  basis: 'acceptance',
  deliveredOn: '2026-10-08',
  acceptedOn: '2026-10-12',
  invoiceNo: '12345678',
  invoiceAmount: 45_000_001,
  invoiceOn: '2026-10-13',
  files: [paymentPaper('invoice')],
};

export const examplePaid: Paid = {
  paidOn: '2026-10-20',
  paidAmount: 45_000_001,
  budgetYear: 2026,
  fundingLine: '',
  last: false,
  vouchers: [file],
};

type Parts = Partial<Omit<PaymentFacts, 'content' | 'paid'>>;

/** While it is only expected. */
export const expectedFacts = (content: Partial<PaymentContent> = {}, facts: Parts = {}): PaymentFacts => {
  const all = { ...examplePaymentContent, ...content };
  return {
    content: all,
    paid: null,
    due: dueOf(all),
    status: 'in_force',
    amount: 90_000_002,
    fixed: true,
    signedOn: '2026-09-20',
    fiscalYear: 2026,
    contractSize: 'small',
    acceptedDays: ['2026-10-12'],
    amends: false,
    retentionLeft: 4_500_000,
    secret: false,
    acceptance: 'passed',
    released: 90_000_002,
    registered: 0,
    paidBefore: 0,
    paidOnAcceptance: 0,
    advances: 0,
    lineTaken: false,
    lpr: '3.00',
    advanceShare: 30,
    soonUntil: '2026-10-27',
    today: '2026-10-20',
    ...facts,
  };
};

/** When it is paid. */
export const paidFacts = (
  paid: Partial<Paid> = {},
  content: Partial<PaymentContent> = {},
  facts: Parts = {},
): PaymentFacts => ({ ...expectedFacts(content, facts), paid: { ...examplePaid, ...paid } });
