// Who a session speaks for now: made from the account's present row, so that a new role or a lost region counts from the next command.
import type { Actor } from '#shared/domain/actor.ts';
import { actorOfAccount } from '#shared/domain/admin/actor-of.ts';
import { accounts } from '#shared/domain/admin/model.ts';
import type { Row } from '#shared/domain/entity.ts';
import { presentRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

export { actorOfAccount } from '#shared/domain/admin/actor-of.ts';

/**
 * From the stored text, null for one that is gone. Refusals: not_allowed, for an account that is gone or switched off; unreadable_record, as
 * long as this program cannot say.
 */
export function readAccount(text: string | null): Result<{ readonly actor: Actor; readonly row: Row }> {
  if (text === null) return err({ code: 'not_allowed' });
  try {
    const row = presentRow(accounts, text);
    const actor = actorOfAccount(row);
    return actor === undefined ? err({ code: 'not_allowed' }) : ok({ actor, row });
  } catch (error) {
    if (error instanceof UnreadableRow) return err({ code: 'unreadable_record' });
    throw error;
  }
}
