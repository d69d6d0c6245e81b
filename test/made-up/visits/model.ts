// 供应商来访: a record type made up to show what a new one takes. A clerk writes down who came and why, the reviewer of the unit confirms it.
import { z } from 'zod';
import { unitScope } from '#shared/domain/actor.ts';
import { entity } from '#shared/domain/entity.ts';
import { fieldEditSchema } from '#shared/domain/field-changes.ts';
import { text } from '#shared/domain/fields.ts';
import { historySchema } from '#shared/domain/history.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const visitContentSchema = z.strictObject({ supplier: text(200), purpose: text(2000) });
export type VisitContent = z.infer<typeof visitContentSchema>;

const visitSchema = z.strictObject({
  id: idSchema,
  status: z.enum(['draft', 'waiting', 'confirmed']),
  purchaserId: idSchema,
  purchaserName: text(200),
  content: visitContentSchema,
  fieldEdits: z.record(z.string(), fieldEditSchema),
  submittedBy: idSchema.nullable(),
  submittedAt: z.int().nullable(),
  updatedAt: z.int(),
  history: historySchema,
});
export type Visit = z.infer<typeof visitSchema>;

export const visits = entity({
  name: 'visits',
  schema: visitSchema,
  columns: (of) => ({
    status: of.text((visit) => visit.status),
    purchaserId: of.text((visit) => visit.purchaserId),
  }),
  deskColumns: (of) => ({
    supplier: of.title((visit) => visit.content.supplier),
    purchaserName: of.text((visit) => visit.purchaserName),
    updatedAt: of.instant((visit) => visit.updatedAt),
  }),
  searched: ['supplier', 'purchaserName'],
  waiting: { waitsFor: ({ status }) => (status === 'waiting' ? 'purchaser_reviewer' : null) },
  scopes: ({ purchaserId }) => [unitScope(purchaserId)],
});
