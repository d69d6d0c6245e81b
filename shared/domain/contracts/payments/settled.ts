// What payments have brought about for their contract: how much is paid, what of the 质保金 is still held, and since when everything else is.
import type { PlainDate } from '#shared/kernel/dates.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { Change } from '../../command.ts';
import { put } from '../../command.ts';
import { type ProjectCourse, sectionsMoved } from '../../projects/completion.ts';
import type { Section } from '../../projects/model.ts';
import { withPerformance } from '../../projects/section-contracts.ts';
import { takenBy } from '../breaches/in-effect.ts';
import type { Breach } from '../breaches/model.ts';
import { amountNow, amountsOf } from '../changes/amounts.ts';
import { type Contract, contracts, type Performance } from '../model.ts';
import type { Payment } from './model.ts';

type Bargain = Pick<Contract, 'content' | 'changes'>;

/** What it costs in the end; null of rates and unit prices, whose amount is an estimate. */
export function fixedAmount(contract: Bargain): Fen | null {
  return contract.content.amountKind === 'total' ? amountNow(amountsOf(contract)) : null;
}

/** What counts of a payment. */
export type Counted = Pick<Payment, 'id' | 'status' | 'content' | 'paid'>;

const isRetention = ({ content }: Counted) => content.kind === 'retention';
const paidOf = (rows: readonly Counted[]) => sumFen(rows.map(({ paid }) => paid?.paidAmount ?? 0));
const amountOf = ({ content, paid }: Counted) => paid?.paidAmount ?? content.amount ?? 0;
const isLast = ({ paid }: Counted) => paid?.last === true;

/** What of the 质保金 is still held, `all` being what is paid of it; null where the 付款计划 does not say how much it is. */
export function retentionLeft(contract: Bargain, all: readonly Counted[]): Fen | null {
  const lines = contract.content.payments.filter(({ kind }) => kind === 'retention');
  if (lines.some(({ amount }) => amount === null)) return null;
  const held = all.filter(isRetention);
  return held.some(isLast) ? 0 : Math.max(0, retention(contract) - sumFen(held.map(amountOf)));
}

/** 质保金 as the 付款计划 has it. */
function retention({ content }: Bargain): Fen {
  return sumFen(content.payments.flatMap(({ kind, amount }) => (kind === 'retention' ? [amount ?? 0] : [])));
}

export type Paying = Pick<Performance, 'paid' | 'retained' | 'settledAt' | 'settledOn'>;

/**
 * `all` are its payments as they are from now on. An estimate is settled by the payment that says it is the last; so is a sum of which decisions on breaches deduct what is not paid
 * (`deducted`): whether it was deducted, only who pays can say.
 */
export function payingOf(
  contract: Bargain & Pick<Contract, 'performance'>,
  all: readonly Payment[],
  now: number,
  deducted: Fen,
): Paying {
  const done = all.filter(({ status }) => status === 'paid');
  const [held, rest] = [done.filter(isRetention), done.filter((payment) => !isRetention(payment))];
  const kept = retention(contract);
  const fixed = fixedAmount(contract);
  const owed = fixed === null ? null : fixed - kept;
  const inFull = owed !== null && rest.length > 0 && paidOf(rest) >= owed;
  const byLast = rest.some(isLast) && (owed === null || (deducted > 0 && paidOf(rest) + deducted >= owed));
  const settled = inFull || byLast;
  return {
    paid: paidOf(done),
    // Of a contract of which nothing is paid nothing is kept back, and of a sum no more than is left of it.
    retained:
      done.length === 0 || held.some(isLast)
        ? 0
        : Math.max(0, Math.min(kept - paidOf(held), fixed === null ? kept : fixed - paidOf(done))),
    settledAt: settled ? (contract.performance.settledAt ?? now) : null,
    settledOn: settled ? dayOfSettling(rest, inFull ? owed : null) : null,
  };
}

/** The day of the payment with which `owed` was reached, or of the last one; not the day on which somebody recorded it. */
function dayOfSettling(rest: readonly Payment[], owed: Fen | null): PlainDate | null {
  let sum = 0;
  const paid = rest.flatMap((payment) => (payment.paid === null ? [] : [payment.paid]));
  const inOrder = paid.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
  for (const { paidOn, paidAmount, last } of inOrder) {
    sum += paidAmount;
    if (owed === null ? last : sum >= owed) return paidOn;
  }
  return inOrder.at(-1)?.paidOn ?? null;
}

type Around = {
  readonly contract: Contract;
  readonly section: Section;
  readonly course: ProjectCourse;
  /** Of the contract. */
  readonly breaches: readonly Breach[];
};

/** The section as it knows its contract after this. Of a state secret it knows no amount. */
export function withPaying(
  section: Section,
  { id, content }: Pick<Contract, 'id' | 'content'>,
  { settledAt, retained }: Paying,
): Section {
  return withPerformance(section, id, { settledAt, retained: content.secret ? 0 : retained });
}

/** Contract, section and, where that begins or takes back its end, project. */
export function performed(
  { contract, section, course, breaches }: Around,
  all: readonly Payment[],
  now: number,
): readonly Change[] {
  const paying = payingOf(contract, all, now, takenBy(breaches).deducted);
  const performance = { ...contract.performance, ...paying };
  return [
    put(contracts, { ...contract, performance, updatedAt: now }),
    ...sectionsMoved(course, [withPaying(section, contract, paying)], now),
  ];
}
