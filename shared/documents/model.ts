// What a document says, free of how it looks: the one source of preview, print, PDF, Word and website.
import { z } from 'zod';

const runSchema = z.object({ text: z.string(), bold: z.literal(true).optional() });
const paragraphSchema = z.array(runSchema);
const cellSchema = z.object({ text: z.array(paragraphSchema), amount: z.literal(true).optional() });

const blockSchema = z.discriminatedUnion('kind', [
  /** 一、项目基本情况; `no` is "一、", empty for sections without a number. */
  z.object({ kind: z.literal('heading'), no: z.string(), text: z.string() }),
  /** `label：value`, the colon by whoever writes it out; `no` is "1." or empty, and so may be the label. A line feed in a text is a break. */
  z.object({ kind: z.literal('field'), no: z.string(), label: z.string(), value: z.array(paragraphSchema) }),
  z.object({ kind: z.literal('paragraph'), text: paragraphSchema }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(paragraphSchema)) }),
  z.object({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(cellSchema)) }),
  z.object({ kind: z.literal('files'), label: z.string(), names: z.array(z.string()) }),
  /** Of a letter: its number, below the title; and whom it is sent to, at the left edge. */
  z.object({ kind: z.literal('number'), text: z.string() }),
  z.object({ kind: z.literal('addressee'), text: z.string() }),
]);

export const officialDocumentSchema = z.object({
  title: z.string(),
  blocks: z.array(blockSchema),
  /** Who signs, one a line, and the day (yyyy年m月d日), empty while it is not known. */
  signature: z.object({ name: z.string(), date: z.string() }).nullable(),
  /** Of a paper that counts no more: a word across every page (已失效), and why and since when. */
  stamp: z.object({ word: z.string(), text: z.string() }).optional(),
});
export type OfficialDocument = z.infer<typeof officialDocumentSchema>;
export type DocumentBlock = OfficialDocument['blocks'][number];
export type DocumentParagraph = z.infer<typeof paragraphSchema>;
