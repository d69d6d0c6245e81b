// 修改: field by field (content-edit.ts). Until when it is to be announced follows from the day on which it was signed.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { contentEdit } from '../../content-edit.ts';
import type { Given } from '../../step.ts';
import { type Around, dueOf } from '../facts.ts';
import { type Contract, contractContentSchema, contracts } from '../model.ts';

const edit = contentEdit(contractContentSchema);
export const editInput = edit.input;

export function edited({
  row,
  known,
  input: { changes },
  ctx,
}: Given<Contract, Around, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(row, changes, ctx);
  if (!after.ok) return after;
  const { row: contract, fields } = after.value;
  return ok(
    fields.length === 0 ? [] : [put(contracts, { ...contract, dueOn: dueOf(known, contract.content) })],
  );
}
