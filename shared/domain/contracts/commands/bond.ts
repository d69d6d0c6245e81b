// 履约保证金 (条例 art 48; 国务院令第802号 art 13): handed in, extended before it expires, and returned by the day agreed. What is kept of it needs a reason.
import { z } from 'zod';
import { plainDateSchema, toPlainDate } from '#shared/kernel/dates.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { fileSchema } from '../../file.ts';
import { refuseField } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { type Bond, type Contract, holdsBond, mostUndone } from '../model.ts';

const files = z.array(fileSchema).max(20);
/** The latest of them are kept. */
const mostFiles = 40;
export const recordBondInput = {
  receivedOn: plainDateSchema,
  expiresOn: plainDateSchema.nullable(),
  returnBy: plainDateSchema.nullable(),
  bondFiles: files,
};
export const returnBondInput = { returnedOn: plainDateSchema, returnedAmount: fenSchema, bondFiles: files };
type Recording = Given<Contract, unknown, typeof recordBondInput>;
type Returning = Given<Contract, unknown, typeof returnBondInput>;

/** One is agreed, and it is not returned yet. */
export function asksBond({ content, bond }: Contract): boolean {
  return content.bondAmount !== null && (bond === null || holdsBond({ bond }));
}

/** What is a state secret does not enter this system. */
function isSecretFile({ content }: Contract, { bondFiles }: { readonly bondFiles: readonly unknown[] }) {
  return content.secret && bondFiles.length > 0;
}

export function lawfulBond({ row, input, ctx }: Recording): Result<null> {
  const { receivedOn, expiresOn } = input;
  if (isSecretFile(row, input)) return refuseField('invalid_input', 'bondFiles', 'secret_file');
  if (receivedOn > toPlainDate(ctx.now)) return refuseField('invalid_input', 'receivedOn', 'bond_later');
  const { bondForm } = row.content;
  const expires = bondForm === 'guarantee' || bondForm === 'insurance';
  if (expires && expiresOn === null) return refuseField('invalid_input', 'expiresOn', 'bond_expiry_missing');
  return expiresOn !== null && expiresOn < receivedOn
    ? refuseField('invalid_input', 'expiresOn', 'bond_expired_before')
    : ok(null);
}

/** Anew, it is extended: what was handed in before stays with it. */
export function bondRecorded({ row, input: { receivedOn, expiresOn, returnBy, bondFiles } }: Recording) {
  const files = [...(row.bond?.files ?? []), ...bondFiles].slice(-mostFiles);
  const undone = row.bond?.undone ?? [];
  const bond: Bond = { receivedOn, expiresOn, returnBy, returned: null, undone, files };
  return ok({ bond });
}

export function lawfulReturn({ row, input, note, ctx }: Returning): Result<null> {
  const { returnedOn, returnedAmount } = input;
  if (isSecretFile(row, input)) return refuseField('invalid_input', 'bondFiles', 'secret_file');
  const amount = row.content.bondAmount ?? 0;
  if (returnedOn > toPlainDate(ctx.now)) return refuseField('invalid_input', 'returnedOn', 'bond_later');
  if (returnedOn < (row.bond?.receivedOn ?? returnedOn)) {
    return refuseField('invalid_input', 'returnedOn', 'bond_returned_before');
  }
  if (returnedAmount > amount) return refuseField('invalid_input', 'returnedAmount', 'bond_returned_more');
  return returnedAmount < amount && note.trim() === ''
    ? refuseField('invalid_input', 'note', 'bond_kept_reason')
    : ok(null);
}

export function bondReturned({ row, input: { returnedOn, returnedAmount, bondFiles } }: Returning) {
  const { bond } = row;
  if (bond === null) return ok({});
  const returned = { on: returnedOn, amount: returnedAmount };
  return ok({ bond: { ...bond, returned, files: [...bond.files, ...bondFiles].slice(-mostFiles) } });
}

export function isReturned({ bond }: Contract): boolean {
  return bond !== null && bond.returned !== null && bond.undone.length < mostUndone;
}

/** It was recorded wrongly: it counts as held again until it is recorded anew. */
export function returnUndone({ row: { bond }, note, ctx }: Given<Contract>) {
  if (bond === null || bond.returned === null) return ok({});
  const undone = { ...bond.returned, at: ctx.now, by: ctx.actor.name, reason: note };
  return ok({ bond: { ...bond, returned: null, undone: [...bond.undone, undone] } });
}
