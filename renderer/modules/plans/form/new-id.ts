import { type Id, uuidV7 } from '#shared/kernel/ids.ts';

/** For lines, files and plans that are made here. */
export function newId(): Id {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
