// 候选库 of one day: everybody who could be drawn the day after, under ids of that day. Its root goes into the day's signed head, so that no pool can be
// made for one request. Kept on the server; who stands behind an id is sealed.
import { z } from 'zod';
import { poolEntrySchema } from '#shared/draw/transcript.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { entity } from '../../entity.ts';
import { sealContext, type Vault } from '../../vault.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

export const poolSchema = z.strictObject({
  /** The day at whose end the library stood so. */
  id: plainDateSchema,
  root: hex,
  count: z.int().min(1),
  /** The signed head that carries the root; null until it is signed. */
  head: z.strictObject({ day: plainDateSchema, no: z.int().min(0), hash: hex }).nullable(),
  madeAt: z.int(),
});
export type Pool = z.infer<typeof poolSchema>;

export const pools = entity({
  name: 'expert_pools',
  schema: poolSchema,
  kept: 'server',
  scopes: () => [],
});

/** The list itself, apart from what is said of it: it is long, and never changes. */
export const poolListSchema = z.strictObject({
  id: plainDateSchema,
  /** By id. */
  entries: z.array(poolEntrySchema),
  /** A `PoolPerson` each, in the same order. */
  people: z.string().startsWith('sealed1.'),
});
export type PoolList = z.infer<typeof poolListSchema>;

export const poolLists = entity({
  name: 'expert_pool_lists',
  schema: poolListSchema,
  kept: 'server',
  scopes: () => [],
});

/** Name and number as they were that day: the id is made of them. */
export type PoolPerson = {
  readonly expertId: Id;
  readonly expertNo: string;
  readonly name: string;
  readonly salt: string;
};

export function sealPeople(vault: Vault, day: string, people: readonly PoolPerson[]): string {
  return vault.seal(sealContext(poolLists.name, day), people);
}

/** By the id of the day. */
export function openPeople(vault: Vault, { id, entries, people }: PoolList): ReadonlyMap<string, PoolPerson> {
  const opened = vault.open(sealContext(poolLists.name, id), people) as readonly PoolPerson[];
  return new Map(
    entries.flatMap((entry, place) => {
      const person = opened[place];
      return person === undefined ? [] : [[entry.id, person] as const];
    }),
  );
}
