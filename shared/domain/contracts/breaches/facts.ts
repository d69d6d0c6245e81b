// What has to be known of a breach: its contract with what was paid, the decided breach that it puts right, the calendar, and how many days a statement may take.
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { addWorkdays } from '#shared/kernel/workdays.ts';
import type { BreachFacts } from '#shared/rules/contracts/breach-facts.ts';
import { loadCalendar } from '../../admin/load-calendar.ts';
import { loadSetting } from '../../admin/settings.ts';
import { type Load, one, where } from '../../load.ts';
import { amountNow, amountsOf } from '../changes/amounts.ts';
import { type Contract, contracts, holdsBond, isInForce } from '../model.ts';
import { takenBeside } from './in-effect.ts';
import { type Breach, breaches } from './model.ts';

export type Around = {
  readonly contract: Contract;
  /** Of the contract. */
  readonly breaches: readonly Breach[];
  readonly calendar: Calendar;
  readonly statementDays: number;
};

/** Undefined where the contract is not there. */
export function* loadAround(
  { contractId }: Pick<Breach, 'contractId'>,
  { now }: { readonly now: Instant },
): Load<Around | undefined> {
  const contract = yield* one(contracts, contractId);
  if (contract === undefined) return undefined;
  return {
    contract,
    breaches: yield* where(breaches, { contractId }),
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
    statementDays: yield* loadSetting('breaches.statementDays'),
  };
}

/** By the setting, counted in working days from the notice; the law gives no such day. */
export function usualStatementDay(
  { calendar, statementDays }: Pick<Around, 'calendar' | 'statementDays'>,
  noticeOn: PlainDate | null,
): PlainDate | null {
  return noticeOn === null ? null : addWorkdays(noticeOn, statementDays, calendar).date;
}

export function breachFacts(
  around: Around,
  { id, predecessorId, content, statement }: Pick<Breach, 'id' | 'predecessorId' | 'content' | 'statement'>,
  asked: BreachFacts['asked'],
  now: Instant,
): BreachFacts {
  const { contract } = around;
  const amount = amountNow(amountsOf(contract));
  const taken = takenBeside({ id, predecessorId }, around.breaches);
  return {
    asked,
    content,
    statement,
    contract: isInForce(contract) ? 'in_force' : contract.status === 'terminated' ? 'terminated' : 'not_yet',
    signedOn: contract.content.signedOn,
    secret: contract.content.secret,
    amount,
    owed: amount === null ? null : Math.max(0, amount - contract.performance.paid - taken.deducted),
    bond: holdsBond(contract) ? Math.max(0, (contract.content.bondAmount ?? 0) - taken.withheld) : null,
    usualStatementDay: usualStatementDay(around, content.noticeOn),
    today: toPlainDate(now),
  };
}
