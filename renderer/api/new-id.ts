import { type Id, uuidV7 } from '#shared/kernel/ids.ts';

/** The id of a record that is about to be made. */
export function newId(): Id {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
