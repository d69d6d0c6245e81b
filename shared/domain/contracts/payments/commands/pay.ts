// 付款 and its 变更: what was paid, when, from which year's budget, with the voucher. Contract, section and project say at once what follows from it.
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import { type Change, put } from '../../../command.ts';
import { refuse } from '../../../refuse.ts';
import type { Given, Moving } from '../../../step.ts';
import { type Around, paymentFacts } from '../facts.ts';
import { mostAmendments, type Paid, type Payment, paidShape, payments } from '../model.ts';
import { performed } from '../settled.ts';

export const payInput = paidShape;

function paidFrom({ paidOn, paidAmount, budgetYear, fundingLine, last, vouchers }: Paid): Paid {
  return { paidOn, paidAmount, budgetYear, fundingLine, last, vouchers };
}

export function paymentFindings({ row, known, input, ctx }: Given<Payment, Around, typeof payInput>) {
  return checkPayment(paymentFacts(known, { ...row, paid: paidFrom(input) }, ctx.now));
}

export function recorded({
  row,
  known,
  input,
  ctx,
  moved,
}: Moving<Payment, Around, unknown, typeof payInput>): Result<readonly Change[]> {
  const paid = paidFrom(input);
  return followed(moved({ paid, registeredAt: row.registeredAt ?? ctx.now }), { row, known, ctx });
}

/** What was recorded before stays with it. */
export function amended(given: Moving<Payment, Around, unknown, typeof payInput>): Result<readonly Change[]> {
  const { row, input, note, ctx, moved } = given;
  if (row.paid === null) return refuse('internal');
  const { accountId: by, name } = ctx.actor;
  const before = { paid: row.paid, at: ctx.now, by, name, reason: note };
  const amendments = [...row.amendments, before].slice(-mostAmendments);
  return followed(moved({ paid: paidFrom(input), amendments }), given);
}

/** It stays as it was, and counts for nothing. */
export function voided(given: Moving<Payment, Around>): Result<readonly Change[]> {
  return followed(given.moved({}), given);
}

function followed(
  after: Payment,
  { row, known, ctx }: Pick<Given<Payment, Around>, 'row' | 'known' | 'ctx'>,
): Result<readonly Change[]> {
  const all = [...known.payments.filter(({ id }) => id !== row.id), after];
  return ok([put(payments, after), ...performed(known, all, ctx.now)]);
}
