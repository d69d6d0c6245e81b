import { type Id, idSchema, uuidV7 } from '#shared/kernel/ids.ts';

/** The id of a record, line or file that is about to be made. */
export function newId(): Id {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Addresses can be typed by hand: what is no id is asked nowhere. */
export function isId(text: string): boolean {
  return idSchema.safeParse(text).success;
}
