// A file that a record names: its bytes are kept by hash, apart from the row.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { text } from './fields.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** 2 GB. */
export const maxFileBytes = 2_147_483_648;

export const fileSchema = z.strictObject({
  id: idSchema,
  fileName: text(200).min(1),
  mediaType: text(100),
  size: z.int().min(0).max(maxFileBytes),
  sha256: sha256Schema,
});
