// A document as a Word file, made by the library docx: the same words in the same order as shared/documents/html.ts, set as
// shared/documents/typesetting.ts says. Headings, lists, tables and page numbers are Word's own, so that it can be worked on.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { OfficialDocument } from '#shared/documents/model.ts';
import { fonts, lines, pageNumberDash, paper, sizes } from '#shared/documents/typesetting.ts';
import { blocksOf } from './docx-blocks.ts';
import { em, lists, mm, twips } from './docx-measures.ts';
import { runsOf, xmlText } from './docx-text.ts';

const stampColor = 'B3261E';
const halfPoints = (points: number) => points * 2;
const font = (eastAsia: string) => ({ ascii: eastAsia, hAnsi: eastAsia, eastAsia, cs: eastAsia });
const atLeast = (points: number) => ({ line: twips(points), lineRule: LineRuleType.AT_LEAST });

export async function documentDocx(document: OfficialDocument): Promise<Uint8Array> {
  const title = xmlText(document.title);
  const file = new Document({
    title,
    creator: xmlText(document.signature?.name.replaceAll('\n', '、') ?? ''),
    lastModifiedBy: '',
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    styles: { default: styles },
    numbering: { config: numbering },
    sections: [
      {
        properties: { page },
        ...(document.stamp === undefined ? {} : { headers: stampOnEveryPage(document.stamp) }),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...document.blocks.flatMap(blocksOf),
          ...signatureOf(document.signature),
        ],
      },
    ],
  });
  return Packer.pack(file, 'uint8array');
}

const page = {
  size: { width: mm(paper.width), height: mm(paper.height) },
  margin: {
    top: mm(paper.margin.top),
    bottom: mm(paper.margin.bottom),
    left: mm(paper.margin.left),
    right: mm(paper.margin.right),
    footer: mm(paper.pageNumberBottom),
  },
};

const styles = {
  document: {
    run: {
      font: font(fonts.body),
      size: halfPoints(sizes.body),
      language: { value: 'zh-CN', eastAsia: 'zh-CN' },
    },
    paragraph: { spacing: { before: 0, after: 0, ...atLeast(lines.body) } },
  },
  title: {
    run: { font: font(fonts.title), size: halfPoints(sizes.title), color: '000000' },
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: twips(lines.body), ...atLeast(lines.title) },
    },
  },
  heading1: {
    run: { font: font(fonts.heading), size: halfPoints(sizes.body), color: '000000' },
    paragraph: {
      indent: { firstLine: 2 * em },
      keepNext: true,
      spacing: { before: twips(lines.body / 4), after: 0, ...atLeast(lines.body) },
    },
  },
};

const level = { level: 0, alignment: AlignmentType.LEFT };
const hanging = { style: { paragraph: { indent: { left: 3.5 * em, hanging: 1.5 * em } } } };
const numbering = [
  { reference: lists.ordered, levels: [{ ...level, ...hanging, format: LevelFormat.DECIMAL, text: '%1.' }] },
  { reference: lists.bullets, levels: [{ ...level, ...hanging, format: LevelFormat.BULLET, text: '•' }] },
];

/** At the outer edge, one sign in. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const run = new TextRun({
    font: font(fonts.pageNumber),
    size: halfPoints(sizes.pageNumber),
    children: [`${pageNumberDash} `, PageNumber.CURRENT, ` ${pageNumberDash}`],
  });
  const oneSign = twips(sizes.pageNumber);
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: oneSign, right: oneSign }, children: [run] })],
  });
}

/** That it counts no more stands above the text of every page, in red. */
function stampOnEveryPage({ word, text }: NonNullable<OfficialDocument['stamp']>) {
  const edge = { style: BorderStyle.SINGLE, size: 12, color: stampColor, space: 4 };
  const head = () =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          border: { top: edge, bottom: edge, left: edge, right: edge },
          children: [
            new TextRun({ text: xmlText(word), bold: true, color: stampColor, font: font(fonts.heading) }),
            new TextRun({
              ...{ text: xmlText(text), break: 1, color: stampColor, font: font(fonts.heading) },
              size: halfPoints(sizes.pageNumber),
            }),
          ],
        }),
      ],
    });
  return { default: head(), even: head() };
}

/** Two lines below the text; the day four signs from the right edge. */
function signatureOf(signature: OfficialDocument['signature']): readonly Paragraph[] {
  if (signature === null) return [];
  const texts = [signature.name, signature.date].filter((text, at) => at === 0 || text !== '');
  return texts.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: 4 * em },
        keepNext: at === 0 && texts.length > 1,
        keepLines: true,
        spacing: { before: at === 0 ? twips(2 * lines.body) : 0 },
        children: runsOf([{ text }]),
      }),
  );
}
