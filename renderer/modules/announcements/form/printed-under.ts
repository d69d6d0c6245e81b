import type { AnnouncementDocument, DocumentBlock } from '#shared/documents/model.ts';

/** The paragraphs that the document has under a heading, a line each; '' where it has none. */
export function printedUnder(document: AnnouncementDocument | undefined, title: string): string {
  const blocks: readonly DocumentBlock[] = document?.blocks ?? [];
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
  if (start === -1) return '';
  const after = blocks.slice(start + 1);
  const end = after.findIndex(({ kind }) => kind === 'heading');
  return (end === -1 ? after : after.slice(0, end))
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text.map(({ text }) => text).join('')] : []))
    .join('\n');
}
