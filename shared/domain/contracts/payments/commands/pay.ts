// 付款 and its 更正: what was paid, when, from which year's budget, with the voucher. Contract, section and project say at once what follows from it.
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import { type Change, put } from '../../../command.ts';
import type { Given, Moving } from '../../../step.ts';
import { type Around, paymentFacts } from '../facts.ts';
import { type Paid, type Payment, paidShape, payments } from '../model.ts';
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
  const after = moved({ paid: paidFrom(input), registeredAt: row.registeredAt ?? ctx.now });
  const all = [...known.payments.filter(({ id }) => id !== row.id), after];
  return ok([put(payments, after), ...performed(known, all, ctx.now)]);
}
