// What holds a section: a fact that another module has written on it, and that everybody who may see the section sees, too; modules neither import each
// other nor need each other's rows (a unit's desk holds no complaint). Which steps each kind bars, gates.ts says. Another kind: its name in
// shared/codes/section-steps.ts, what it bars in gates.ts, its words in shared/text/zh-CN/gates.ts, and a higher revision of sections.
import { z } from 'zod';
import { holdKinds } from '#shared/codes/section-steps.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { text } from '../fields.ts';

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
