// 登记供应商 and 更名. The same code under another name is a rename with its paper, never silently another supplier (and no 结果变更).
import { z } from 'zod';
import { plainDateSchema, toPlainDate } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import type { Role } from '../../actor.ts';
import { type Change, type Ctx, command, put } from '../../command.ts';
import { text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { mostKept, type Supplier, supplierIdOf, supplierShape, suppliers } from '../model.ts';

const writers = ['purchaser_clerk', 'agency', 'procurement_office'] as const satisfies readonly Role[];
const saveInput = z.strictObject(supplierShape);
export type SupplierWords = z.infer<typeof saveInput>;

export const saveSupplier = command({
  name: 'suppliers.save',
  authority: 'local',
  input: saveInput,
  access: { roles: writers, record: () => true },
  *load({ uscc }) {
    return { known: yield* one(suppliers, supplierIdOf(uscc)) };
  },
  decide: ({ known }, input, ctx) => supplierSaved(known, input, ctx, 'suppliers.save'),
});

/** The supplier with what is said of it now; what is left empty stays as it is known. `known` is the row of its code. */
export function supplierSaved(
  known: Supplier | undefined,
  said: SupplierWords,
  ctx: Ctx,
  action: string,
): Result<readonly Change[]> {
  if (!isValidUscc(said.uscc)) return refuseField('invalid_input', 'uscc', 'uscc_invalid');
  const name = said.name.trim();
  if (name === '') return refuseField('invalid_input', 'name', 'name_missing');
  if (known === undefined) {
    const { address, sizeClass } = said;
    const uscc = normaliseUscc(said.uscc);
    return ok([
      put(suppliers, {
        ...{ id: supplierIdOf(uscc), uscc, name, address, sizeClass, earlierNames: [], bans: [] },
        createdAt: ctx.now,
        updatedAt: ctx.now,
        history: withStep([], ctx, action, ''),
      }),
    ]);
  }
  const isSame = normaliseName(known.name) === normaliseName(name);
  // 采购办 puts a name right that was mistyped from the first; for all others it is a rename, with its paper.
  const corrected = !isSame && ctx.actor.role === 'procurement_office' ? name : known.name;
  if (!isSame && corrected === known.name) {
    return refuseField('already_exists', 'name', 'supplier_named', { name: known.name });
  }
  const address = said.address.trim() === '' ? known.address : said.address;
  const next = { ...known, name: corrected, address, sizeClass: said.sizeClass ?? known.sizeClass };
  if (sameValue(next, known)) return ok([]);
  return ok([
    put(suppliers, { ...next, updatedAt: ctx.now, history: withStep(known.history, ctx, action, '') }),
  ]);
}

/**
 * What a published result tells of its winner. A code that is known under another name stays as it is known: whoever wrote that name down, rightly or not, neither
 * stops a result nor is overwritten by one. 采购办 or a rename with its paper puts it right.
 */
export function supplierTold(
  known: Supplier | undefined,
  said: SupplierWords,
  ctx: Ctx,
  action: string,
): Result<readonly Change[]> {
  const isOther = known !== undefined && normaliseName(known.name) !== normaliseName(said.name);
  return isOther ? ok([]) : supplierSaved(known, said, ctx, action);
}

export const renameSupplier = command({
  name: 'suppliers.rename',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    /** The name that it had when this was written: meanwhile it may have been renamed elsewhere. */
    from: text(200),
    name: text(200).min(1),
    /** The day of the registration of the new name. */
    on: plainDateSchema,
    /** 市场监督管理部门 的变更登记通知书. */
    file: fileSchema,
  }),
  access: { roles: writers, record: (_, { known }) => known !== undefined },
  *load({ id }) {
    return { known: yield* one(suppliers, id) };
  },
  decide({ known }, { from, name: typed, on, file }, ctx) {
    if (known === undefined) return refuse('not_found');
    const name = typed.trim();
    if (known.name !== from) return refuseField('stale', 'name', 'supplier_renamed', { name: known.name });
    if (name === '' || name === known.name) return refuseField('invalid_input', 'name', 'same_name');
    if (known.earlierNames.length >= mostKept) return refuseField('wrong_state', 'name', 'too_big');
    const today = toPlainDate(ctx.now);
    if (on > today) return refuseField('invalid_input', 'on', 'day_future', { today });
    return ok([
      put(suppliers, {
        ...known,
        name,
        earlierNames: [...known.earlierNames, { name: known.name, until: on, file }],
        updatedAt: ctx.now,
        history: withStep(known.history, ctx, 'suppliers.rename', name),
      }),
    ]);
  },
});
