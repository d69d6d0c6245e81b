// 追加资金来源: a contract that goes on after its year keeps number and 财政年度, and is given the funding line of the new year's budget. A wrong line is withdrawn with a reason and stays to
// be read; one from which something is paid is not.
import { z } from 'zod';
import { findCode } from '#shared/codes/code-table.ts';
import { fundSources } from '#shared/codes/policies.ts';
import { type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { type Fen, fenSchema, sumFen } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { normaliseNumber } from '#shared/kernel/text.ts';
import { code, text } from '../../fields.ts';
import { type Load, where } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { type Contract, mostFundings } from '../model.ts';
import { type Payment, payments } from '../payments/model.ts';
import { fixedAmount } from '../payments/settled.ts';

export const addFundingInput = {
  lineId: idSchema,
  budgetYear: z.int().min(2000).max(2100),
  fundSource: code,
  fundAmount: fenSchema,
  documentNo: text(200),
};
export const withdrawFundingInput = { lineId: idSchema };
type Paid = { readonly payments: readonly Pick<Payment, 'status' | 'paid'>[] };
type Adding = Given<Contract, Paid, typeof addFundingInput>;
type Withdrawing = Given<Contract, Paid, typeof withdrawFundingInput>;

/** Something of it, 质保金 included, is still to be paid. */
export function isUnpaid({ performance: { settledOn, retained } }: Contract): boolean {
  return settledOn === null || retained > 0;
}

export function lawfulFunding({ row, known, input, ctx }: Adding): Result<null> {
  const { fiscalYear, funding } = row;
  const { budgetYear, fundSource, fundAmount, lineId } = input;
  const today = toPlainDate(ctx.now);
  const documentNo = input.documentNo.trim();
  const live = funding.filter(({ withdrawn }) => withdrawn === null);
  if (funding.some(({ id }) => id === lineId)) return refuse('already_exists', { params: { id: lineId } });
  if (funding.length >= mostFundings) return refuse('too_large');
  if (budgetYear <= fiscalYear) {
    return refuseField('invalid_input', 'budgetYear', 'funding_year_of_contract', { fiscalYear });
  }
  if (budgetYear > yearOf(today) + 1) return refuseField('invalid_input', 'budgetYear', 'funding_year_later');
  if (findCode(fundSources, fundSource, today) === undefined) {
    return refuseField('invalid_input', 'fundSource', 'invalid_value');
  }
  if (fundAmount === 0) return refuseField('invalid_input', 'fundAmount', 'funding_nothing');
  if (documentNo === '') return refuseField('invalid_input', 'documentNo', 'funding_document_missing');
  if (live.some((line) => line.budgetYear === budgetYear && isSameDocument(line.documentNo, documentNo))) {
    return refuseField('invalid_input', 'documentNo', 'funding_twice');
  }
  const most = fixedAmount(row);
  const added = { budgetYear, amount: fundAmount, withdrawn: null };
  const since = Math.min(budgetYear, yearOf(today));
  const together = row.performance.paid + leftOf([...live, added], known, since);
  return most !== null && together > most
    ? refuseField('invalid_input', 'fundAmount', 'funding_above_contract', { together, amount: most })
    : ok(null);
}

export function fundingAdded({ row, input, ctx }: Given<Contract, unknown, typeof addFundingInput>) {
  const { lineId: id, budgetYear, fundSource: source, fundAmount: amount, documentNo } = input;
  const line = { id, budgetYear, source, amount, documentNo: documentNo.trim() };
  const added = { ...line, at: ctx.now, by: ctx.actor.name, withdrawn: null };
  return ok({ funding: [...row.funding, added] });
}

/** Who pays types it as it comes: 财预[2027]12号 is 财预〔2027〕12号. */
function isSameDocument(one: string, other: string): boolean {
  return normaliseNumber(one) === normaliseNumber(other);
}

export function* loadPayments({ id }: Pick<Contract, 'id'>): Load<Paid> {
  return { payments: yield* where(payments, { contractId: id }) };
}

export function fundingUnused({ row, input: { lineId }, known }: Withdrawing): Result<null> {
  const line = row.funding.find(({ id, withdrawn }) => id === lineId && withdrawn === null);
  if (line === undefined) return refuse('not_found');
  const isUsed = known.payments.some(
    ({ status, paid }) =>
      status === 'paid' &&
      paid?.budgetYear === line.budgetYear &&
      isSameDocument(paid.fundingLine, line.documentNo),
  );
  return isUsed ? refuseField('wrong_state', 'lineId', 'funding_used') : ok(null);
}

export function fundingWithdrawn({ row, input: { lineId }, note, ctx }: Withdrawing) {
  const withdrawn = { at: ctx.now, by: ctx.actor.name, reason: note };
  return ok({ funding: row.funding.map((line) => (line.id === lineId ? { ...line, withdrawn } : line)) });
}

type Provided = Pick<Contract['funding'][number], 'budgetYear' | 'amount' | 'withdrawn'>;

/**
 * What lines provide for beyond what is paid: payments from the budget of a year come out of its lines. What a line of a year before `since` has left went back with its budget, and is
 * provided for anew.
 */
function leftOf(lines: readonly Provided[], { payments }: Paid, since: number): Fen {
  const left = new Map<number, Fen>();
  const add = (year: number, amount: Fen) => left.set(year, (left.get(year) ?? 0) + amount);
  for (const { budgetYear, amount, withdrawn } of lines) {
    if (withdrawn === null && budgetYear >= since) add(budgetYear, amount);
  }
  for (const { status, paid } of payments) {
    if (status === 'paid' && paid !== null) add(paid.budgetYear, -paid.paidAmount);
  }
  return sumFen([...left.values()].map((amount) => Math.max(0, amount)));
}

/** What is not paid and has no line yet on this day; null of estimates. */
export function unfundedOf(contract: Contract, known: Paid, today: PlainDate): Fen | null {
  const amount = fixedAmount(contract);
  if (amount === null) return null;
  const { funding, performance } = contract;
  return Math.max(0, amount - performance.paid - leftOf(funding, known, yearOf(today)));
}
