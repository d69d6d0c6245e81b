// Who an account acts as: made from its present row on both sides, so that a new role, unit or region counts as soon as the row is known.
import type { Actor } from '../actor.ts';
import { accountSchema } from './model.ts';

/** Undefined for what is no account, or one that is switched off. */
export function actorOfAccount(row: unknown): Actor | undefined {
  const account = accountSchema.safeParse(row);
  if (!account.success || !account.data.active) return undefined;
  const { id: accountId, name, role, organisationId, regionCodes } = account.data;
  return { accountId, name, role, organisationId, regionCodes, platformId: null };
}
