// What papers are made of.
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import type { DocumentBlock } from './model.ts';

export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text: [{ text }] });

/** Headings numbered in their order, each with what stands under it. */
export function sectionsOf(
  ...sections: readonly (readonly [heading: string, ...blocks: DocumentBlock[]])[]
): readonly DocumentBlock[] {
  return sections.flatMap(([text, ...blocks], index): readonly DocumentBlock[] => [
    { kind: 'heading', no: documentText.heading(index + 1), text },
    ...blocks,
  ]);
}

/** Numbered in their order; what says nothing is left out. */
export function fieldsOf(
  ...fields: readonly (readonly [label: string, value: string])[]
): readonly DocumentBlock[] {
  return fields
    .filter(([, value]) => value !== '')
    .map(([label, text], index) => {
      return { kind: 'field', no: `${index + 1}.`, label, value: [[{ text }]] };
    });
}
