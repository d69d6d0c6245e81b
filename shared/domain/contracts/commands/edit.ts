// 修改: field by field (field-changes.ts). Until when it is to be announced follows from the day on which it was signed.
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../field-changes.ts';
import type { Given } from '../../step.ts';
import { type Around, dueOf } from '../facts.ts';
import { type Contract, contractContentSchema, contracts } from '../model.ts';

const fieldSchemas = contractContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(contractContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: contract,
  known,
  input: { changes },
  ctx,
}: Given<Contract, Around, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(contract, changes, (field) => contract.content[field]);
  if (!changed.ok) return changed;
  const content = contractContentSchema.safeParse({ ...contract.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...contract.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([
    put(contracts, {
      ...contract,
      content: content.data,
      fieldEdits,
      dueOn: dueOf(known, content.data),
      updatedAt: ctx.now,
    }),
  ]);
}
