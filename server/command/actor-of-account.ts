// Who a session speaks for now: made from the account's present row, so that a new role or a lost region counts from the next command.
import type { Actor } from '#shared/domain/actor.ts';
import { accountSchema } from '#shared/domain/admin/model.ts';
import type { Row } from '#shared/domain/entity.ts';

/** Undefined for an account that is gone or switched off. */
export function actorOfAccount(row: Row | null): Actor | undefined {
  const account = accountSchema.safeParse(row);
  if (!account.success || !account.data.active) return undefined;
  const { id: accountId, name, role, organisationId, regionCodes } = account.data;
  return { accountId, name, role, organisationId, regionCodes, platformId: null };
}
