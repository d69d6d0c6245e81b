// What the page of a form shows. A form that is open stays, whatever a later look at the record says: what was typed is in it, and the next look may succeed.
import type { AppError } from '#shared/kernel/errors.ts';

type Asked<Opened> = {
  /** Undefined: not yet; null: there is nothing to begin with. */
  readonly opened: Opened | null | undefined;
  /** Nothing was ever saved or typed under this address. */
  readonly isGone: boolean;
  /** Why the record, or what was left unsaved of it, could not be read. */
  readonly unread: AppError | undefined;
  readonly leftUnread: AppError | undefined;
};
export type ShownForm<Opened> =
  | { readonly what: 'form'; readonly opened: Opened }
  | { readonly what: 'nothing' | 'loading' }
  | { readonly what: 'error'; readonly error: AppError };

export function shownOf<Opened extends object>({
  opened,
  isGone,
  unread,
  leftUnread,
}: Asked<Opened>): ShownForm<Opened> {
  if (opened !== undefined) return opened === null ? { what: 'nothing' } : { what: 'form', opened };
  if (isGone) return { what: 'nothing' };
  const error = unread ?? leftUnread;
  return error === undefined ? { what: 'loading' } : { what: 'error', error };
}
