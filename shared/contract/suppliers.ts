// What the window asks of the local side about suppliers, beside their list.
import { z } from 'zod';
import { supplierSchema } from '#shared/domain/suppliers/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { markSchema, mostSearched, searchText } from './paging.ts';

const { id, name, uscc, address, sizeClass } = supplierSchema.shape;
const suggestionSchema = z.object({
  ...{ id, name, uscc, address: address.unwrap(), sizeClass: sizeClass.unwrap() },
  earlierNames: z.array(z.string()),
  /** The last day of the ban in force today. */
  bannedUntil: plainDateSchema.nullable(),
});
export type SupplierSuggestion = z.infer<typeof suggestionSchema>;

export const supplierQueries = {
  /** Error code: not_found. */
  'suppliers.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      supplier: supplierSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
    }),
    standsOn: ['suppliers', 'outbox'],
  },
  /** By name, earlier name or 统一社会信用代码; without any text those that were written down last. */
  'suppliers.suggest': {
    input: z.strictObject({
      text: searchText(mostSearched).default(''),
      limit: z.int().min(1).max(20).default(20),
    }),
    output: z.object({ suppliers: z.array(suggestionSchema) }),
    standsOn: ['suppliers'],
  },
} as const;
