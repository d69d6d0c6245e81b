import { idSchema } from '#shared/kernel/ids.ts';

/** Addresses can be typed by hand: what is no id is asked nowhere. */
export function isId(text: string): boolean {
  return idSchema.safeParse(text).success;
}
