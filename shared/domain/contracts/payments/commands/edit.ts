// 修改: field by field (content-edit.ts). The day by which it is to be paid follows at once. What is registered stays complete: nobody empties it.
import { ok, type Result } from '#shared/kernel/result.ts';
import { dueOf } from '#shared/rules/contracts/payment-due.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import { type Change, put } from '../../../command.ts';
import { contentEdit } from '../../../content-edit.ts';
import { type Given, lawful } from '../../../step.ts';
import { type Around, paymentFacts } from '../facts.ts';
import { type Payment, paymentContentSchema, payments } from '../model.ts';

const edit = contentEdit(paymentContentSchema);
export const editInput = edit.input;

export function edited({
  row,
  known,
  input: { changes },
  ctx,
}: Given<Payment, Around, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(row, changes, ctx);
  if (!after.ok) return after;
  const { row: payment, fields } = after.value;
  if (fields.length === 0) return ok([]);
  if (payment.status === 'due') {
    const expected = { id: payment.id, content: payment.content, paid: null };
    const complete = lawful(checkPayment(paymentFacts(known, expected, ctx.now)));
    if (!complete.ok) return complete;
  }
  return ok([put(payments, { ...payment, due: dueOf(payment.content) })]);
}
