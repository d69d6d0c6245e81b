import type { DocumentBlock, DocumentParagraph, OfficialDocument } from '#shared/documents/model.ts';

/** What a document says without how it looks, a line a paragraph: to be searched and quoted. Without its title. */
export function wordsOfDocument({ blocks, signature }: OfficialDocument): string {
  const lines = blocks.flatMap(linesOf);
  if (signature !== null) lines.push(signature.name, signature.date);
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function linesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.no + block.text];
    case 'field': {
      const [first = '', ...more] = block.value.map(lineOf);
      return [`${block.no}${block.label} ${first}`, ...more];
    }
    case 'paragraph':
      return [lineOf(block.text)];
    case 'list':
      return block.items.flatMap((item) => item.map(lineOf));
    case 'table':
      return [
        block.head.join(' '),
        ...block.rows.map((row) => row.map(({ text }) => text.map(lineOf).join(' ')).join(' ')),
      ];
    case 'files':
      return [block.label, ...block.names];
    case 'number':
    case 'addressee':
      return [block.text];
  }
}

const lineOf = (paragraph: DocumentParagraph): string => paragraph.map(({ text }) => text).join('');
