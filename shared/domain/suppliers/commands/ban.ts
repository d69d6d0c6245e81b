// 禁止参加政府采购活动 (法 art 77; 条例 art 73): written down by 采购办 from its decision, so that nobody determines a supplier who is excluded.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../command.ts';
import { reason, text } from '../../fields.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { mayLift, mostKept, type Supplier, suppliers } from '../model.ts';

type State = { readonly known: Supplier | undefined };
const access = {
  roles: ['procurement_office'],
  record: (_: unknown, { known }: State) => known !== undefined,
} as const;

/** 登记禁止期. */
export const recordBan = command({
  name: 'suppliers.recordBan',
  authority: 'server',
  input: z.strictObject({
    id: idSchema,
    banId: idSchema,
    document: text(100).min(1),
    reason,
    from: plainDateSchema,
    until: plainDateSchema,
  }),
  access,
  *load({ id }) {
    return { known: yield* one(suppliers, id) };
  },
  decide({ known }, { id: _, banId, ...said }, ctx) {
    if (known === undefined) return refuse('not_found');
    if (known.bans.some(({ id }) => id === banId)) return refuse('already_exists', { params: { id: banId } });
    if (known.bans.length >= mostKept) return refuseField('wrong_state', 'document', 'too_big');
    const { organisationId, regionCodes } = ctx.actor;
    const issuer = { organisationId, regionCodes: [...regionCodes] };
    if (said.until < said.from) return refuseField('invalid_input', 'until', 'day_before_from');
    return ok([
      put(suppliers, {
        ...known,
        bans: [...known.bans, { id: banId, ...said, issuer, lifted: null }],
        updatedAt: ctx.now,
        history: withStep(known.history, ctx, 'suppliers.recordBan', said.document),
      }),
    ]);
  },
});

/** 撤销禁止期. It stays to be read. */
export const liftBan = command({
  name: 'suppliers.liftBan',
  authority: 'server',
  input: z.strictObject({ id: idSchema, banId: idSchema, reason }),
  access,
  *load({ id }) {
    return { known: yield* one(suppliers, id) };
  },
  decide({ known }, input, ctx) {
    const ban = known?.bans.find(({ id }) => id === input.banId);
    if (known === undefined || ban === undefined) return refuse('not_found');
    if (!mayLift(ctx.actor, ban)) return refuseField('wrong_state', 'banId', 'ban_of_others');
    if (ban.lifted !== null) return refuseField('wrong_state', 'banId', 'ban_lifted');
    const lifted = { reason: input.reason, at: ctx.now, name: ctx.actor.name };
    return ok([
      put(suppliers, {
        ...known,
        bans: known.bans.map((each) => (each === ban ? { ...ban, lifted } : each)),
        updatedAt: ctx.now,
        history: withStep(known.history, ctx, 'suppliers.liftBan', input.reason),
      }),
    ]);
  },
});
