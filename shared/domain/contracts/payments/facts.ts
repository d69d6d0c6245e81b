// What has to be known of a payment: its contract with the other payments, the section and its project, and what the settings say.

import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { dueOf, isTiedToAcceptance } from '#shared/rules/contracts/payment-due.ts';
import type { PaymentFacts } from '#shared/rules/contracts/payment-facts.ts';
import { lprOn } from '#shared/rules/contracts/payment-interest.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import { loadCalendar } from '../../admin/load-calendar.ts';
import { loadSetting } from '../../admin/settings.ts';
import { type Load, one, where } from '../../load.ts';
import { loadCourse, type ProjectCourse } from '../../projects/completion.ts';
import type { Section } from '../../projects/model.ts';
import { type Acceptance, acceptances } from '../acceptances/model.ts';
import { type Breach, breaches } from '../breaches/model.ts';
import { amountNow, amountsOf } from '../changes/amounts.ts';
import { type Contract, contracts, isInForce, supplierNow } from '../model.ts';
import { leftOf } from './known-content.ts';
import { type Paid, type Payment, payments } from './model.ts';
import { releasedOf } from './released.ts';
import { type Counted, fixedAmount, retentionLeft } from './settled.ts';

export type Around = {
  readonly contract: Contract;
  readonly section: Section;
  readonly course: ProjectCourse;
  /** Of the contract. */
  readonly payments: readonly Payment[];
  readonly acceptances: readonly Acceptance[];
  readonly breaches: readonly Breach[];
  readonly calendar: Calendar;
  readonly lpr: string;
  readonly advanceShare: number;
};

/** Undefined where contract, section or project are not there. */
export function* loadAround(
  { contractId }: Pick<Payment, 'contractId'>,
  { now }: { readonly now: Instant },
): Load<Around | undefined> {
  const contract = yield* one(contracts, contractId);
  if (contract === undefined) return undefined;
  const course = yield* loadCourse(contract.projectId);
  const section = course?.sections.find(({ id }) => id === contract.sectionId);
  if (course === undefined || section === undefined) return undefined;
  return {
    ...{ contract, section, course },
    payments: yield* where(payments, { contractId }),
    acceptances: yield* where(acceptances, { contractId }),
    breaches: yield* where(breaches, { contractId }),
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
    lpr: yield* loadSetting('payments.lpr'),
    advanceShare: yield* loadSetting('payments.advanceShare'),
  };
}

const amountOf = ({ content, paid }: Counted) => paid?.paidAmount ?? content.amount ?? 0;

/** Payments that are about to be made count too. */
type Known = Omit<Around, 'payments'> & { readonly payments: readonly Counted[] };

/** Nothing is left of the line. */
function isTaken({ content }: Contract, lineId: string | null, others: readonly Counted[]): boolean {
  const line = content.payments.find(({ id }) => id === lineId);
  return line !== undefined && leftOf(line, others) === undefined;
}

/** `paid` is what is about to be recorded; null while it is only expected. */
export function paymentFacts(
  { contract, payments: all, acceptances: accepted, calendar, lpr, advanceShare }: Known,
  { id, content, paid }: Pick<Payment, 'id' | 'content'> & { readonly paid: Paid | null },
  now: Instant,
): PaymentFacts {
  const others = all.filter(
    (other) => other.id !== id && other.status !== 'draft' && other.status !== 'void',
  );
  const done = others.filter(({ status }) => status === 'paid');
  const sum = (rows: readonly Counted[]) => sumFen(rows.map(amountOf));
  return {
    content,
    paid,
    due: dueOf(content),
    status: isInForce(contract) ? 'in_force' : contract.status === 'terminated' ? 'terminated' : 'not_yet',
    amount: amountNow(amountsOf(contract)),
    fixed: fixedAmount(contract) !== null,
    signedOn: contract.content.signedOn,
    fiscalYear: contract.fiscalYear,
    // Of who took it over nobody has said it.
    contractSize: supplierNow(contract).tookOver ? null : contract.result.sizeClass,
    acceptedDays: accepted.flatMap(({ status, content: { conclusion, heldOn } }) =>
      status === 'concluded' && conclusion !== 'failed' && heldOn !== null ? [heldOn] : [],
    ),
    amends: all.some((each) => each.id === id && each.status === 'paid'),
    retentionLeft: retentionLeft(contract, paid === null ? others : done),
    secret: contract.content.secret,
    acceptance: contract.performance.acceptance,
    released: releasedOf(contract),
    registered: sum(others),
    paidBefore: sum(done),
    paidOnAcceptance: sum(done.filter((other) => isTiedToAcceptance(other.content))),
    advances: sum(others.filter((other) => other.content.kind === 'advance')),
    lineTaken: isTaken(contract, content.lineId, others),
    lpr: lprOn(lpr, contract.content.signedOn),
    advanceShare,
    soonUntil: explainFrom('PAY_SOON', content.invoiceOn, { calendar })?.result.date ?? null,
    today: toPlainDate(now),
  };
}
