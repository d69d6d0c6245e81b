// Between the editor's tree and what is stored: known nodes without attributes, so that what is kept always has the shape of `richTextSchema`. Signs that turn the
// direction of writing and control characters, which a paste may bring, are left out.

import { withoutTurns } from '#shared/domain/announcements/published-text.ts';
import {
  type RichBlock,
  type RichParagraph,
  type RichText,
  richTextSchema,
} from '#shared/domain/announcements/rich-text.ts';
import { asTyped } from '#shared/domain/fields.ts';

/** More than this is not even looked at when it is pasted: reading the HTML of a whole book would stop the window. */
export const mostPastedHtml = 600_000;
/** Of one paste, with its formats; of a larger one the words are taken. */
export const mostFormatted = 20_000;
/** What is typed or pasted stays, also where it is longer than may be saved; beyond this the window would slow down. */
export const mostHeld = 200_000;

export type EditorNode = {
  readonly attrs?: unknown;
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
  readonly content?: readonly EditorNode[] | undefined;
};

/** Also a text that is too long: it stays as it is, and the form says so. Undefined for what has no such shape, as a table that is too wide. */
export function storedText(doc: EditorNode): RichText | undefined {
  return asTyped(richTextSchema, { type: 'doc', content: (doc.content ?? []).flatMap(blockOf) })?.value;
}

/** As the editor takes it: the same tree, with a place to type where nothing is stored. */
export function editorContent({ content }: RichText): FilledNode {
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content.map(filled) };
}

type FilledNode = {
  readonly type: string;
  readonly text?: string;
  readonly marks?: { readonly type: string }[];
  readonly content?: FilledNode[];
};
type StoredNode = {
  readonly type: string;
  readonly text?: string;
  readonly marks?: { readonly type: string }[] | undefined;
  readonly content?: readonly StoredNode[] | undefined;
};

function filled({ type, text, marks, content }: StoredNode): FilledNode {
  return {
    type,
    ...(text === undefined ? {} : { text }),
    ...(marks === undefined ? {} : { marks }),
    ...(content === undefined ? {} : { content: content.map(filled) }),
  };
}

function blockOf(node: EditorNode): readonly RichBlock[] {
  const inside = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return [paragraphOf(node)];
    case 'bulletList':
    case 'orderedList':
      return inside.length === 0
        ? []
        : [
            {
              type: node.type,
              content: inside.map((item) => ({ type: 'listItem', content: paragraphsOf(item) })),
            },
          ];
    case 'table':
      return inside.length === 0 ? [] : [{ type: 'table', content: inside.map(rowOf) }];
    default:
      return [];
  }
}

function rowOf(row: EditorNode) {
  return {
    type: 'tableRow' as const,
    content: (row.content ?? []).map((cell) => ({
      type: cell.type === 'tableHeader' ? ('tableHeader' as const) : ('tableCell' as const),
      content: paragraphsOf(cell),
    })),
  };
}

/** At least one: an empty cell has an empty paragraph. */
function paragraphsOf(node: EditorNode): RichParagraph[] {
  const own = (node.content ?? []).filter(({ type }) => type === 'paragraph').map(paragraphOf);
  return own.length === 0 ? [{ type: 'paragraph' }] : own;
}

function paragraphOf(node: EditorNode): RichParagraph {
  const content = (node.content ?? []).flatMap((part): NonNullable<RichParagraph['content']> => {
    if (part.type === 'hardBreak') return [{ type: 'hardBreak' }];
    const text = readable(part.text ?? '');
    if (part.type !== 'text' || text === '') return [];
    const bold = part.marks?.some(({ type }) => type === 'bold') === true;
    return [bold ? { type: 'text', text, marks: [{ type: 'bold' }] } : { type: 'text', text }];
  });
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** Text that may be stored. */
export function readable(text: string): string {
  return withoutTurns(text.toWellFormed()).replace(/(?![\n\t])\p{Cc}/gu, '');
}
