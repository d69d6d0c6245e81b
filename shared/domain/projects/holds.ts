// What holds a section: a fact that another module has written on it, and that everybody who may see the section sees, too. Which steps it bars
// is said here; modules neither import each other nor need each other's rows (a unit's desk holds no complaint).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { text } from '../fields.ts';

/** `challenge`: a 质疑 that may affect the result is being answered (条例 art 54). */
export const holdKinds = ['challenge'] as const;

export const holdSchema = z.strictObject({
  kind: z.enum(holdKinds),
  /** The record that holds it. */
  recordId: idSchema,
  /** How people call that record: its number, or who it is from. */
  document: text(200),
  from: z.int(),
  /** Null while it holds. */
  until: z.int().nullable(),
});
export type Hold = z.infer<typeof holdSchema>;
export const holdsSchema = z.array(holdSchema).max(200);

type Held = { readonly holds: readonly Hold[] };

/** Those in force. */
export function openHolds({ holds }: Held): readonly Hold[] {
  return holds.filter(({ until }) => until === null);
}

/** The section with the hold of this record in force. */
export function heldBy<S extends Held>(section: S, hold: Omit<Hold, 'until'>): S {
  const others = section.holds.filter((each) => !isOf(each, hold));
  const own = section.holds.find((each) => isOf(each, hold) && each.until === null);
  const from = own?.from ?? hold.from;
  return { ...section, holds: [...others, { ...hold, from, until: null }] };
}

/** The section without a hold of this record in force; that it held stays to be seen. */
export function released<S extends Held>(section: S, hold: Pick<Hold, 'kind' | 'recordId'>, at: number): S {
  const holds = section.holds.map((each) =>
    isOf(each, hold) && each.until === null ? { ...each, until: at } : each,
  );
  return { ...section, holds };
}

function isOf(one: Pick<Hold, 'kind' | 'recordId'>, other: Pick<Hold, 'kind' | 'recordId'>): boolean {
  return one.kind === other.kind && one.recordId === other.recordId;
}
