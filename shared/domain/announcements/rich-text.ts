// Text with paragraphs, lists and tables, as the editor makes it and as it is published. It is a tree of a few known nodes, never HTML: what is
// not in the schema cannot be stored, and what is stored is escaped wherever it is written out.
import { z } from 'zod';
import { lengthOf } from '#shared/kernel/text.ts';
import { publishedText } from './published-text.ts';

/** Characters of a whole text. */
export const maxText = 20_000;
const maxNodes = 3000;

const textNode = z.strictObject({
  type: z.literal('text'),
  text: publishedText(maxText).min(1),
  marks: z
    .array(z.strictObject({ type: z.literal('bold') }))
    .max(1)
    .optional(),
});
const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  content: z
    .array(z.discriminatedUnion('type', [textNode, hardBreak]))
    .max(maxNodes)
    .optional(),
});
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(50) });
const list = (type: 'bulletList' | 'orderedList') =>
  z.strictObject({ type: z.literal(type), content: z.array(listItem).min(1).max(200) });
const cell = (type: 'tableCell' | 'tableHeader') =>
  z.strictObject({ type: z.literal(type), content: z.array(paragraph).min(1).max(50) });
const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z
    .array(z.discriminatedUnion('type', [cell('tableCell'), cell('tableHeader')]))
    .min(1)
    .max(20),
});
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1).max(300) });

/** Field codes: too_long {most, length} (more than 20,000 characters, or 3,000 nodes), invalid_characters. */
export const richTextSchema = z
  .strictObject({
    type: z.literal('doc'),
    content: z
      .array(z.discriminatedUnion('type', [paragraph, list('bulletList'), list('orderedList'), table]))
      .max(1000),
  })
  .check(({ value, issues }) => {
    const { text, nodes } = sizeOf(value);
    if (text <= maxText && nodes <= maxNodes) return;
    const params = text > maxText ? { most: maxText, length: text } : {};
    issues.push({ code: 'custom', message: 'too_long', params, input: value, continue: true });
  });
export type RichText = z.infer<typeof richTextSchema>;
export type RichBlock = RichText['content'][number];
export type RichParagraph = z.infer<typeof paragraph>;

/** One paragraph a line. */
export function richTextOf(text: string): RichText {
  return {
    type: 'doc',
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  };
}

/** Its characters, as a person counts them. */
export function lengthIn(doc: RichText): number {
  return sizeOf(doc).text;
}

/** Whether nothing can be read in it. */
export function isBlank(doc: RichText): boolean {
  return plainTextOf(doc).trim() === '';
}

/** The words alone, a line a paragraph. */
export function plainTextOf(doc: RichText): string {
  return doc.content.flatMap(linesOf).join('\n');
}

type Node = {
  readonly type: string;
  readonly text?: string | undefined;
  readonly content?: readonly Node[] | undefined;
};

function linesOf(node: Node): readonly string[] {
  if (node.type !== 'paragraph') return (node.content ?? []).flatMap(linesOf);
  return [
    (node.content ?? []).map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? ''))).join(''),
  ];
}

function sizeOf(node: Node): { readonly text: number; readonly nodes: number } {
  let text = node.text === undefined ? 0 : lengthOf(node.text);
  let nodes = 1;
  for (const child of node.content ?? []) {
    const size = sizeOf(child);
    text += size.text;
    nodes += size.nodes;
  }
  return { text, nodes };
}
