// 专家库, as the database has it: what it says of a person is sealed. Rows are kept on the server and never synced.
import { z } from 'zod';
import type { Id } from '#shared/kernel/ids.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { entity } from '../../entity.ts';
import { sealContext, type Vault } from '../../vault.ts';
import type { ExpertContent, Person } from './person.ts';

const sealed = z.string().regex(/^sealed1\.[0-9a-f]{16}\.[A-Za-z0-9+/=]+$/);
const keyed = z.string().regex(/^[0-9a-f]{64}$/);

export const expertSchema = z.strictObject({
  id: idSchema,
  /** 专家编号, given by the server. It says nothing of the person. */
  expertNo: z.string().regex(/^ZJ\d{6}$/),
  /** A `Person`. */
  sealed,
  /** By which duplicates are found without opening anything: keyed hashes of 身份证号 and telephone. */
  idIndex: keyed,
  phoneIndex: keyed,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Expert = z.infer<typeof expertSchema>;

export const experts = entity({
  name: 'experts',
  schema: expertSchema,
  kept: 'server',
  columns: (of) => ({
    expertNo: of.text((expert) => expert.expertNo),
    idIndex: of.text((expert) => expert.idIndex),
    phoneIndex: of.text((expert) => expert.phoneIndex),
  }),
  indexes: {
    server: {
      experts_number: { on: ['expertNo'], unique: true },
      experts_id_index: { on: ['idIndex'], unique: true },
      experts_phone_index: { on: ['phoneIndex'] },
    },
  },
  scopes: () => [],
});

/** One row: under which key the library is sealed, and its numbers. Every command reads it, so none writes under another key. */
export const expertLibrarySchema = z.strictObject({
  id: z.literal('library'),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  lastNo: z.int().min(0).max(999_999),
  /** Rows, removed persons included. */
  size: z.int().min(0),
});
export type ExpertLibrary = z.infer<typeof expertLibrarySchema>;

export const expertLibraries = entity({
  name: 'expert_libraries',
  schema: expertLibrarySchema,
  kept: 'server',
  scopes: () => [],
});
export const libraryId = 'library';

/** The library is looked through in memory: a province's has fewer. */
export const mostExperts = 20_000;

/** Not parsed again: what opens is what was sealed here, where it had its shape. */
export function openPerson(vault: Vault, { id, sealed: text }: Pick<Expert, 'id' | 'sealed'>): Person {
  return vault.open(sealContext(experts.name, id), text) as Person;
}

/** What is stored of a person beside number and times. */
export function sealPerson(
  vault: Vault,
  id: Id,
  person: Person,
): Pick<Expert, 'sealed' | 'idIndex' | 'phoneIndex'> {
  return {
    sealed: vault.seal(sealContext(experts.name, id), person),
    idIndex: idIndex(vault, person.content),
    phoneIndex: phoneIndex(vault, person.content),
  };
}

export function idIndex(vault: Vault, { idNumber }: Pick<ExpertContent, 'idNumber'>): string {
  return vault.index('id number', idNumber);
}

export function phoneIndex(vault: Vault, { phone }: Pick<ExpertContent, 'phone'>): string {
  return vault.index('phone', phone);
}
