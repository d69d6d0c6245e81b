// The blocks of a document as Word's paragraphs and tables.
import { AlignmentType, HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { DocumentBlock, DocumentParagraph } from '#shared/documents/model.ts';
import { leadOf, lines } from '#shared/documents/typesetting.ts';
import { em, lists, twips } from './docx-measures.ts';
import { tableOf } from './docx-table.ts';
import { runsOf, xmlText } from './docx-text.ts';

type Block<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>;
type Part = Paragraph | Table;

/** `at` tells the lists of a document apart: each begins with 1. */
export function blocksOf(block: DocumentBlock, at: number): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: [new TextRun(xmlText(block.no + block.text))],
        }),
      ];
    case 'field':
      return fieldOf(block);
    case 'paragraph':
      return [textLine(block.text)];
    case 'list':
      return block.items.flatMap((item) => itemOf(item, block.ordered, at));
    case 'table':
      // Without a paragraph between them two tables become one.
      return [...tableOf(block), new Paragraph({ spacing: { line: 120 } })];
    case 'files':
      return filesOf(block, at);
    case 'number':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: twips(lines.body) },
          children: runsOf([block]),
        }),
      ];
    case 'addressee':
      return [new Paragraph({ children: runsOf([block]) })];
  }
}

function textLine(paragraph: DocumentParagraph, lead = '', before = 0): Paragraph {
  return new Paragraph({
    indent: { firstLine: 2 * em },
    spacing: { before },
    children: [...(lead === '' ? [] : [new TextRun(xmlText(lead))]), ...runsOf(paragraph)],
  });
}

function fieldOf({ no, label, value: [first = [], ...more] }: Block<'field'>): readonly Paragraph[] {
  return [textLine(first, leadOf({ no, label })), ...more.map((paragraph) => textLine(paragraph))];
}

function itemOf(
  [first = [], ...more]: readonly DocumentParagraph[],
  ordered: boolean,
  instance: number,
): readonly Paragraph[] {
  const reference = ordered ? lists.ordered : lists.bullets;
  return [
    new Paragraph({ numbering: { reference, level: 0, instance }, children: runsOf(first) }),
    ...more.map((paragraph) => new Paragraph({ indent: { left: 3.5 * em }, children: runsOf(paragraph) })),
  ];
}

function filesOf({ label, names }: Block<'files'>, at: number): readonly Paragraph[] {
  const lead = leadOf({ no: '', label });
  const before = twips(lines.body);
  const [only, ...more] = names;
  if (more.length === 0) return [textLine([{ text: only ?? '' }], lead, before)];
  return [textLine([], lead, before), ...names.flatMap((name) => itemOf([[{ text: name }]], true, at))];
}
