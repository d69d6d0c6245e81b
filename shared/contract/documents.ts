// What the window asks about official documents, whatever they are of: those of a record, and one of them as a Word file.
import { z } from 'zod';
import { officialDocumentSchema } from '#shared/documents/model.ts';
import { text } from '#shared/domain/fields.ts';
import { idSchema } from '#shared/kernel/ids.ts';

/** A paper of a record that has several. */
export const paperSchema = z.object({
  /** Tells it from the others of its record, and stays the same. */
  key: text(300).min(1),
  /** Its title and whom it is for; files are called by it. */
  name: z.string(),
  document: officialDocumentSchema,
  /** What it should say and nobody has recorded, in words for the user; null where nothing is missing. */
  lacks: z.string().nullable(),
});
export type Paper = z.infer<typeof paperSchema>;

/** Which document of which record. */
export const savedDocumentSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('announcement'), id: idSchema }),
  z.strictObject({ of: z.literal('invitation'), id: idSchema, key: paperSchema.shape.key }),
  z.strictObject({ of: z.literal('award'), id: idSchema, key: paperSchema.shape.key }),
  z.strictObject({ of: z.literal('award_change'), id: idSchema, key: paperSchema.shape.key }),
  z.strictObject({ of: z.literal('acceptance'), id: idSchema, key: paperSchema.shape.key }),
  z.strictObject({ of: z.literal('breach'), id: idSchema, key: paperSchema.shape.key }),
]);
export type SavedDocument = z.infer<typeof savedDocumentSchema>;

/** Whole, as the dialog gives it; whoever calls adds the ending where the user left it out. */
const wordPath = z
  .string()
  .max(4000)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\).*\.docx$/is);

export const documentQueries = {
  /** Word: writes the .docx file. Error codes: not_found, client_too_old, disk_full, invalid_input (`file_not_writable`). */
  'documents.word': {
    input: z.strictObject({ document: savedDocumentSchema, path: wordPath }),
    output: z.object({ path: z.string() }),
    standsOn: [],
  },
} as const;
