// What the central server can be asked beyond the rows that travel by sync: by name, with the shapes both sides parse by, and who may ask.
// Here is what belongs to no module; the modules declare their own. How a query is answered is the server's business (server/query).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { humanRoles, type Role, roles, scopeSchema } from './actor.ts';

export type Query<Input = unknown, Output = unknown> = {
  /** `subject.verb`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  readonly access: {
    readonly roles: readonly Role[];
    /** `visible`: only rows that share a scope with the asker, others are `not_found`. `all`: whatever the roles may ask for. */
    readonly rows: 'visible' | 'all';
  };
};

export function query<Input, Output>(definition: Query<Input, Output>): Query<Input, Output> {
  return definition;
}

const anyId = z.string().min(1).max(200);

/** One row as the server holds it now. Refusal: not_found, also for what the asker may not see. */
export const recordsGet = query({
  name: 'records.get',
  input: z.strictObject({ entity: z.string().max(80), id: anyId }),
  output: z.object({ version: z.int(), scopes: z.array(scopeSchema), row: z.json() }),
  access: { roles: humanRoles, rows: 'visible' },
});

/** A link of the audit chain. */
export const auditEntrySchema = z.object({
  no: z.int(),
  at: z.int(),
  accountId: idSchema,
  role: z.enum(roles),
  deskId: idSchema.nullable(),
  action: z.string(),
  commandId: z.string().nullable(),
  inputHash: z.string().nullable(),
  outcome: z.enum(['applied', 'rejected']),
  code: z.string().nullable(),
  seq: z.int().nullable(),
  hash: z.string(),
});

/** Newest first. */
export const auditEntries = query({
  name: 'audit.entries',
  input: z.strictObject({
    /** Only entries before this number. */
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(500),
    accountId: idSchema.optional(),
  }),
  output: z.array(auditEntrySchema),
  access: { roles: ['administrator', 'auditor'], rows: 'all' },
});

/** Every enrolled desk, the ones seen last first. */
export const desksList = query({
  name: 'desks.list',
  input: z.strictObject({}),
  output: z.array(
    z.object({
      id: idSchema,
      accountId: idSchema,
      lastNo: z.int(),
      createdAt: z.int(),
      lastSeenAt: z.int(),
    }),
  ),
  access: { roles: ['administrator', 'auditor'], rows: 'all' },
});

export const systemQueries: readonly Query[] = [recordsGet, auditEntries, desksList];
