// 修改: field by field (field-changes.ts). The day by which it is to be paid follows at once. What is registered stays complete: nobody empties it.
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { dueOf } from '#shared/rules/contracts/payment-due.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import { type Change, put } from '../../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../../field-changes.ts';
import { type Given, lawful } from '../../../step.ts';
import { type Around, paymentFacts } from '../facts.ts';
import { type Payment, paymentContentSchema, payments } from '../model.ts';

const fieldSchemas = paymentContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(paymentContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: payment,
  known,
  input: { changes },
  ctx,
}: Given<Payment, Around, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(payment, changes, (field) => payment.content[field]);
  if (!changed.ok) return changed;
  const content = paymentContentSchema.safeParse({ ...payment.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  if (payment.status === 'due') {
    const expected = { id: payment.id, content: content.data, paid: null };
    const complete = lawful(checkPayment(paymentFacts(known, expected, ctx.now)));
    if (!complete.ok) return complete;
  }
  const fieldEdits = { ...payment.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([
    put(payments, {
      ...payment,
      ...{ content: content.data, due: dueOf(content.data), fieldEdits, updatedAt: ctx.now },
    }),
  ]);
}
