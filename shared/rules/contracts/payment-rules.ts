// 付款 (国务院令第802号; 财库〔2019〕38号, 〔2016〕205号): how much of a contract may be paid, on what condition, until when, and from which year's budget.
import { isSmall } from '#shared/domain/contracts/payments/model.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { check, type Finding, pathRule, type Rule } from '../engine.ts';
import { hasPeriod, isTiedToAcceptance } from './payment-due.ts';
import { expectedFacts as expected, paidFacts as paid, paymentPaper } from './payment-example.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { daysLate, isBelow, isRate } from './payment-interest.ts';

type Held = PaymentFacts & { readonly paid: NonNullable<PaymentFacts['paid']> };
const isPaid = (facts: PaymentFacts): facts is Held => facts.paid !== null;
/** What this payment comes to. */
const sumOf = ({ content, paid }: PaymentFacts): Fen => paid?.paidAmount ?? content.amount ?? 0;
/** With it, what is registered for the contract; when it is paid, what is paid. */
const together = (facts: PaymentFacts) =>
  sumOf(facts) + (isPaid(facts) ? facts.paidBefore : facts.registered);
const hasFile = ({ content }: PaymentFacts, wanted: string) =>
  content.files.some(({ purpose }) => purpose === wanted);
/** Accepted before there was a record of it here: the report says so. */
const isAcceptedElsewhere = (facts: PaymentFacts) =>
  facts.content.acceptedOn !== null && hasFile(facts, 'acceptance');
const isTied = ({ content }: PaymentFacts) => isTiedToAcceptance(content);
const isUnaccepted = ({ released }: PaymentFacts) => released === 0;
const leastAdvance = ({ amount, advanceShare }: PaymentFacts) =>
  Math.floor(((amount ?? 0) * advanceShare) / 100);

const isInTime = ({ paid, due }: PaymentFacts) => (paid?.paidOn ?? '') <= (due?.on ?? '');
const lateness = ({ paid, due }: PaymentFacts) => ({
  until: due?.on ?? '',
  days: paid === null || due === null ? 0 : daysLate(due.on, paid.paidOn),
});
const late = { today: '2026-11-20' };

export const paymentRules: readonly Rule<PaymentFacts>[] = [
  {
    id: 'payment.not_in_force',
    article: 'system',
    severity: 'error',
    fields: ['kind'],
    appliesTo: () => true,
    holds: ({ status }) => status !== 'not_yet',
    examples: {
      passing: [expected(), expected({ kind: null }, { status: 'terminated' })],
      failing: [expected({}, { status: 'not_yet' }), paid({}, {}, { status: 'not_yet' })],
    },
  },
  {
    // What was performed before it ended is still to be paid.
    id: 'payment.terminated',
    article: 'law/50',
    severity: 'warning',
    fields: (facts) => [isPaid(facts) ? 'paidOn' : 'kind'],
    appliesTo: () => true,
    holds: ({ status }) => status !== 'terminated',
    examples: {
      passing: [paid(), expected()],
      failing: [paid({}, {}, { status: 'terminated' }), expected({}, { status: 'terminated' })],
    },
  },
  pathRule({
    id: 'payment.required',
    article: 'system',
    severity: 'error',
    broken: ({ content }) => (['kind', 'amount'] as const).filter((field) => content[field] === null),
    examples: {
      passing: [expected()],
      failing: [expected({ kind: null }), expected({ amount: null })],
    },
  }),
  {
    id: 'payment.day_unknown',
    article: 'system',
    severity: 'error',
    fields: ({ content }) => [
      !hasPeriod(content)
        ? 'agreedOn'
        : isSmall(content)
          ? isTiedToAcceptance(content)
            ? 'acceptedOn'
            : 'deliveredOn'
          : 'invoiceOn',
    ],
    appliesTo: ({ content }) => content.kind !== null,
    holds: ({ due }) => due !== null,
    examples: {
      passing: [expected(), expected({ kind: 'advance', agreedOn: '2026-10-20' })],
      failing: [expected({ acceptedOn: null, invoiceOn: null }), expected({ kind: 'advance' })],
    },
  },
  pathRule({
    id: 'payment.later',
    article: 'system',
    severity: 'error',
    broken: ({ content, today }) =>
      (['deliveredOn', 'acceptedOn', 'invoiceOn'] as const).filter((field) => (content[field] ?? '') > today),
    examples: { passing: [expected()], failing: [expected({ invoiceOn: '2026-10-21' })] },
  }),
  {
    // Of what was agreed nobody is paid more (法 art 50).
    id: 'payment.above_contract',
    article: 'law/50',
    severity: 'error',
    fields: (facts) => [isPaid(facts) ? 'paidAmount' : 'amount'],
    appliesTo: ({ fixed }) => fixed,
    holds: (facts) => together(facts) <= (facts.amount ?? 0),
    params: (facts) => ({ together: together(facts), amount: facts.amount ?? 0 }),
    examples: {
      passing: [expected({}, { registered: 45_000_001 })],
      failing: [
        expected({}, { registered: 45_000_002 }),
        paid({ paidAmount: 45_000_002 }, {}, { paidBefore: 45_000_001 }),
      ],
    },
  },
  {
    id: 'payment.above_estimate',
    article: 'system',
    severity: 'warning',
    fields: (facts) => [isPaid(facts) ? 'paidAmount' : 'amount'],
    appliesTo: ({ fixed, amount }) => !fixed && amount !== null,
    holds: (facts) => together(facts) <= (facts.amount ?? 0),
    params: (facts) => ({ together: together(facts), amount: facts.amount ?? 0 }),
    examples: {
      passing: [expected({}, { fixed: false })],
      failing: [expected({}, { fixed: false, registered: 45_000_002 })],
    },
  },
  {
    id: 'payment.not_accepted',
    article: 'caiku-2016-205',
    severity: 'error',
    fields: ['acceptedOn'],
    appliesTo: (facts) => isPaid(facts) && isTied(facts),
    holds: (facts) => !isUnaccepted(facts) || isAcceptedElsewhere(facts),
    examples: {
      passing: [paid(), paid({}, { kind: 'progress', basis: 'delivery' }, { released: 0 })],
      failing: [paid({}, {}, { acceptance: 'none', released: 0 })],
    },
  },
  {
    id: 'payment.not_accepted_yet',
    article: 'caiku-2016-205',
    severity: 'warning',
    fields: ['acceptedOn'],
    appliesTo: (facts) => !isPaid(facts) && isTied(facts),
    holds: (facts) => !isUnaccepted(facts) || isAcceptedElsewhere(facts),
    examples: { passing: [expected()], failing: [expected({}, { acceptance: 'none', released: 0 })] },
  },
  {
    id: 'payment.accepted_elsewhere',
    article: 'caiku-2016-205',
    severity: 'warning',
    fields: ['acceptedOn'],
    appliesTo: (facts) => isTied(facts) && isAcceptedElsewhere(facts),
    holds: (facts) => !isUnaccepted(facts),
    examples: {
      passing: [expected({ files: [paymentPaper('acceptance')] })],
      failing: [expected({ files: [paymentPaper('acceptance')] }, { acceptance: 'none', released: 0 })],
    },
  },
  {
    // What has passed releases its own part.
    id: 'payment.above_accepted',
    article: 'caiku-2016-205',
    severity: 'error',
    fields: ['paidAmount'],
    appliesTo: (facts) => isPaid(facts) && isTied(facts) && facts.acceptance !== 'passed',
    holds: (facts) =>
      facts.released === null ||
      isUnaccepted(facts) ||
      sumOf(facts) + facts.paidOnAcceptance <= facts.released,
    params: (facts) => ({ together: sumOf(facts) + facts.paidOnAcceptance, released: facts.released ?? 0 }),
    examples: {
      passing: [paid({}, {}, { acceptance: 'partial', released: 45_000_001 })],
      failing: [paid({}, {}, { acceptance: 'partial', released: 45_000_000 })],
    },
  },
  {
    id: 'payment.accepted_unpriced',
    article: 'caiku-2016-205',
    severity: 'warning',
    fields: ['paidAmount'],
    appliesTo: (facts) => isPaid(facts) && isTied(facts) && facts.acceptance !== 'passed',
    holds: ({ released }) => released !== null,
    examples: {
      passing: [paid({}, {}, { acceptance: 'partial' })],
      failing: [paid({}, {}, { acceptance: 'partial', released: null })],
    },
  },
  {
    id: 'payment.size_unknown',
    article: 'state-council-802/3',
    severity: 'warning',
    fields: ['sizeClass'],
    appliesTo: ({ content }) => hasPeriod(content),
    holds: ({ content }) => content.sizeClass !== null,
    examples: { passing: [expected()], failing: [expected({ sizeClass: null })] },
  },
  {
    // Whoever leaves the size out, or takes a larger one, leaves out the day that the law promises.
    id: 'payment.size_not_small',
    article: 'state-council-802/3',
    severity: 'error',
    fields: ['sizeClass'],
    appliesTo: ({ contractSize }) => isSmall({ sizeClass: contractSize }),
    holds: ({ content }) => isSmall(content),
    examples: {
      passing: [expected({ sizeClass: 'micro' })],
      failing: [expected({ sizeClass: 'large', agreedOn: '2026-12-31' }), expected({ sizeClass: null })],
    },
  },
  {
    id: 'payment.size_differs',
    article: 'state-council-802/3',
    severity: 'warning',
    fields: ['sizeClass'],
    appliesTo: ({ content, contractSize }) => isSmall(content) && contractSize !== null,
    holds: ({ content, contractSize }) => content.sizeClass === contractSize,
    examples: { passing: [expected()], failing: [expected({}, { contractSize: 'large' })] },
  },
  {
    id: 'payment.accepted_another_day',
    article: 'caiku-2016-205',
    severity: 'error',
    fields: ['acceptedOn'],
    appliesTo: (facts) =>
      facts.content.acceptedOn !== null &&
      facts.acceptedDays.length > 0 &&
      !facts.amends &&
      !isAcceptedElsewhere(facts),
    holds: ({ content, acceptedDays }) => acceptedDays.some((day) => day === content.acceptedOn),
    params: ({ acceptedDays }) => ({ days: acceptedDays.join('、') }),
    examples: {
      passing: [
        expected(),
        expected({ acceptedOn: '2026-10-13', files: [paymentPaper('acceptance')] }),
        paid({}, { acceptedOn: '2026-10-13' }, { amends: true }),
      ],
      failing: [expected({ acceptedOn: '2026-10-13' }), paid({}, { acceptedOn: '2026-10-13' })],
    },
  },
  {
    // Nobody gets more back than is still held.
    id: 'payment.above_retention',
    article: 'law/50',
    severity: 'error',
    fields: (facts) => [isPaid(facts) ? 'paidAmount' : 'amount'],
    appliesTo: ({ content, retentionLeft }) => content.kind === 'retention' && retentionLeft !== null,
    holds: (facts) => sumOf(facts) <= (facts.retentionLeft ?? 0),
    params: ({ retentionLeft }) => ({ left: retentionLeft ?? 0 }),
    examples: {
      passing: [expected({ kind: 'retention', agreedOn: '2026-10-20', amount: 4_500_000 })],
      failing: [
        expected({ kind: 'retention', agreedOn: '2026-10-20', amount: 4_500_001 }),
        paid({ paidAmount: 1 }, { kind: 'retention', agreedOn: '2026-10-20' }, { retentionLeft: 0 }),
      ],
    },
  },
  pathRule({
    // What is a state secret does not enter this system: its papers are kept as such papers are.
    id: 'payment.secret_files',
    article: 'order101/19',
    severity: 'error',
    appliesTo: ({ secret }) => secret,
    broken: ({ content, paid: recorded }) => [
      ...(content.files.length > 0 ? ['files'] : []),
      ...((recorded?.vouchers ?? []).length > 0 ? ['vouchers'] : []),
    ],
    examples: {
      passing: [paid({ vouchers: [] }, { files: [] }, { secret: true }), expected()],
      failing: [expected({}, { secret: true }), paid({}, { files: [] }, { secret: true })],
    },
  }),
  {
    id: 'payment.agreed_late',
    article: 'state-council-802/9',
    severity: 'warning',
    fields: ['agreedOn'],
    appliesTo: ({ content, due }) => due !== null && isSmall(content) && content.agreedOn !== null,
    holds: ({ content, due }) => (content.agreedOn ?? '') <= (due?.on ?? ''),
    params: ({ due }) => ({ until: due?.on ?? '' }),
    examples: {
      passing: [expected({ agreedOn: '2026-12-11' })],
      failing: [expected({ agreedOn: '2026-12-12' })],
    },
  },
  {
    id: 'payment.rate_unreadable',
    article: 'system',
    severity: 'error',
    fields: ['interestRate'],
    appliesTo: ({ content }) => content.interestRate !== '',
    holds: ({ content }) => isRate(content.interestRate),
    examples: {
      passing: [expected({ interestRate: '3.85' })],
      failing: [expected({ interestRate: '3.85%' })],
    },
  },
  {
    id: 'payment.rate_low',
    article: 'state-council-802/17',
    severity: 'warning',
    fields: ['interestRate'],
    appliesTo: ({ content }) => isSmall(content) && content.interestRate !== '',
    holds: ({ content, lpr }) => !isBelow(content.interestRate, lpr),
    params: ({ lpr }) => ({ lpr: lpr ?? '' }),
    examples: {
      passing: [expected({ interestRate: '3' })],
      failing: [expected({ interestRate: '2.9999' })],
    },
  },
  {
    id: 'payment.advance_low',
    article: 'system',
    severity: 'warning',
    fields: ['amount'],
    appliesTo: ({ content, amount }) => content.kind === 'advance' && isSmall(content) && amount !== null,
    holds: (facts) => sumOf(facts) + facts.advances >= leastAdvance(facts),
    params: (facts) => ({ share: facts.advanceShare, least: leastAdvance(facts) }),
    examples: {
      passing: [expected({ kind: 'advance', agreedOn: '2026-10-20' })],
      failing: [expected({ kind: 'advance', agreedOn: '2026-10-20', amount: 26_999_999 })],
    },
  },
  {
    id: 'payment.advance_guarantee',
    article: 'system',
    severity: 'warning',
    fields: ['files'],
    appliesTo: ({ content, secret }) => content.kind === 'advance' && !secret,
    holds: (facts) => hasFile(facts, 'guarantee'),
    examples: {
      passing: [expected({ kind: 'advance', files: [paymentPaper('guarantee')] })],
      failing: [expected({ kind: 'advance' })],
    },
  },
  {
    id: 'payment.line_taken',
    article: 'system',
    severity: 'warning',
    fields: ['lineId'],
    appliesTo: (facts) => !isPaid(facts),
    holds: ({ lineTaken }) => !lineTaken,
    examples: { passing: [expected()], failing: [expected({}, { lineTaken: true })] },
  },
  {
    id: 'payment.invoice_amount',
    article: 'system',
    severity: 'warning',
    fields: ['invoiceAmount'],
    appliesTo: ({ content }) => content.invoiceAmount !== null && content.amount !== null,
    holds: ({ content }) => content.invoiceAmount === content.amount,
    params: ({ content }) => ({ amount: content.amount ?? 0 }),
    examples: { passing: [expected()], failing: [expected({ invoiceAmount: 1 })] },
  },
  {
    id: 'payment.invoice_missing',
    article: 'system',
    severity: 'warning',
    fields: ['files'],
    appliesTo: (facts) => isPaid(facts) && hasPeriod(facts.content) && !facts.secret,
    holds: (facts) => hasFile(facts, 'invoice') && facts.content.invoiceOn !== null,
    examples: { passing: [paid()], failing: [paid({}, { files: [] }), paid({}, { invoiceOn: null })] },
  },
  {
    id: 'payment.paid_nothing',
    article: 'system',
    severity: 'error',
    fields: ['paidAmount'],
    appliesTo: isPaid,
    holds: (facts) => sumOf(facts) > 0,
    examples: { passing: [paid()], failing: [paid({ paidAmount: 0 })] },
  },
  {
    id: 'payment.paid_later',
    article: 'system',
    severity: 'error',
    fields: ['paidOn'],
    appliesTo: isPaid,
    holds: ({ paid, today }) => (paid?.paidOn ?? '') <= today,
    examples: { passing: [paid()], failing: [paid({ paidOn: '2026-10-21' })] },
  },
  {
    id: 'payment.paid_before_contract',
    article: 'system',
    severity: 'error',
    fields: ['paidOn'],
    appliesTo: ({ paid, signedOn }) => paid !== null && signedOn !== null,
    holds: ({ paid, signedOn }) => (paid?.paidOn ?? '') >= (signedOn ?? ''),
    params: ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
    examples: { passing: [paid()], failing: [paid({ paidOn: '2026-09-19' })] },
  },
  {
    id: 'payment.funding_line',
    article: 'system',
    severity: 'error',
    fields: ['fundingLine'],
    appliesTo: ({ paid, fiscalYear }) => paid !== null && paid.budgetYear !== fiscalYear,
    holds: ({ paid }) => (paid?.fundingLine ?? '').trim() !== '',
    params: ({ paid, fiscalYear }) => ({ year: paid?.budgetYear ?? 0, fiscalYear }),
    examples: {
      passing: [paid({ budgetYear: 2027, fundingLine: '2027-001' })],
      failing: [paid({ budgetYear: 2027 })],
    },
  },
  {
    id: 'payment.budget_year',
    article: 'system',
    severity: 'warning',
    fields: ['budgetYear'],
    appliesTo: isPaid,
    holds: ({ paid }) => paid !== null && paid.budgetYear === yearOf(paid.paidOn),
    params: ({ paid }) => ({ year: paid?.budgetYear ?? 0, paidOn: paid?.paidOn ?? '' }),
    examples: { passing: [paid()], failing: [paid({ budgetYear: 2025, fundingLine: '2025-001' })] },
  },
  {
    id: 'payment.voucher_missing',
    article: 'system',
    severity: 'warning',
    fields: ['vouchers'],
    appliesTo: (facts) => isPaid(facts) && !facts.secret,
    holds: ({ paid }) => (paid?.vouchers ?? []).length > 0,
    examples: { passing: [paid()], failing: [paid({ vouchers: [] })] },
  },
  {
    id: 'payment.paid_other_amount',
    article: 'system',
    severity: 'warning',
    fields: ['paidAmount'],
    appliesTo: (facts) => isPaid(facts) && facts.content.amount !== null,
    holds: ({ paid, content }) => paid?.paidAmount === content.amount,
    params: ({ content }) => ({ amount: content.amount ?? 0 }),
    examples: { passing: [paid()], failing: [paid({ paidAmount: 45_000_000 })] },
  },
  {
    id: 'payment.paid_late_to_small',
    article: 'state-council-802/9',
    severity: 'warning',
    fields: ['paidOn'],
    appliesTo: (facts) => isPaid(facts) && facts.due !== null && isSmall(facts.content),
    holds: isInTime,
    params: lateness,
    examples: {
      passing: [paid({ paidOn: '2026-11-11' }, {}, late)],
      failing: [paid({ paidOn: '2026-11-12' }, {}, late)],
    },
  },
  {
    id: 'payment.paid_late',
    article: 'caiku-2019-38',
    severity: 'warning',
    fields: ['paidOn'],
    appliesTo: (facts) => isPaid(facts) && facts.due !== null && !isSmall(facts.content),
    holds: isInTime,
    params: lateness,
    examples: {
      passing: [paid({ paidOn: '2026-11-12' }, { sizeClass: 'large' }, late)],
      failing: [paid({ paidOn: '2026-11-13' }, { sizeClass: 'large' }, late)],
    },
  },
  {
    id: 'payment.paid_slowly',
    article: 'caibanku-2023-243',
    severity: 'warning',
    fields: ['paidOn'],
    appliesTo: ({ paid, due, soonUntil }) =>
      paid !== null && soonUntil !== null && paid.paidOn <= (due?.on ?? paid.paidOn),
    holds: ({ paid, soonUntil }) => (paid?.paidOn ?? '') <= (soonUntil ?? ''),
    params: ({ soonUntil }) => ({ until: soonUntil ?? '' }),
    examples: {
      passing: [paid()],
      failing: [paid({ paidOn: '2026-10-28' }, {}, { today: '2026-10-28' })],
    },
  },
];

export function checkPayment(facts: PaymentFacts): readonly Finding[] {
  return check(paymentRules, facts);
}
