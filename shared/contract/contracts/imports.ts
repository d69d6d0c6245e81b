// Excel files of payments, and of the 主要标的 of a contract that is being written: the latter go into the form, and nothing is made of them here.
import { z } from 'zod';
import { contractContentSchema } from '#shared/domain/contracts/model.ts';
import { paidShape, paymentContentSchema } from '#shared/domain/contracts/payments/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { importedShape, importNotes, importPreview, importRecords, importTemplate } from '../excel.ts';
import { findingSchema } from '../paging.ts';

/** `paid`: 已付款. `due`: 待付款. `draft`: it lacks something before it can be registered. */
export const importedPaymentStates = ['paid', 'due', 'draft'] as const;

const importedPaymentSchema = z.object({
  ...importedShape,
  /** What it will be; null when something in it is wrong. */
  becomes: z.enum(importedPaymentStates).nullable(),
  /** It is begun already, and is paid by this row. */
  exists: z.boolean(),
  contractId: idSchema.nullable(),
  content: paymentContentSchema.nullable(),
  paid: z.strictObject(paidShape).nullable(),
  /** Warnings to be read before it is made; of a draft what it lacks. */
  findings: z.array(findingSchema),
});
export type ImportedPayment = z.infer<typeof importedPaymentSchema>;

const importedItemSchema = z.object({
  ...importedShape,
  content: contractContentSchema.shape.items.unwrap().nullable(),
});
export type ImportedItem = z.infer<typeof importedItemSchema>;

export const contractImportQueries = {
  'payments.importTemplate': importTemplate,
  'payments.importPreview': importPreview('payments', importedPaymentSchema),
  'payments.importNotes': importNotes,
  'payments.import': importRecords,
  'contractItems.importTemplate': importTemplate,
  'contractItems.importPreview': importPreview('contractItems', importedItemSchema),
  'contractItems.importNotes': importNotes,
} as const;
