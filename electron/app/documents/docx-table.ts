// A table of a document as one of Word's: as wide as the text, its head on every page, rows kept whole.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentBlock } from '#shared/documents/model.ts';
import { columnsOf, fitOf } from '#shared/documents/table-fit.ts';
import { fonts, paper, sizes } from '#shared/documents/typesetting.ts';
import { mm } from './docx-measures.ts';
import { runsOf, xmlText } from './docx-text.ts';

type Content = Extract<DocumentBlock, { kind: 'table' }>;
type Cell = Content['rows'][number][number];

const width = mm(paper.width - paper.margin.left - paper.margin.right);
const line = { style: BorderStyle.SINGLE, size: 4, color: '404040' };
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const spacing = { before: 40, after: 40, line: 300, lineRule: LineRuleType.AUTO };

/** None where there is no column. Rows are filled up to the same length: Word opens no others. */
export function tableOf(table: Content): readonly Table[] {
  const columns = columnsOf(table);
  if (columns === 0) return [];
  const widths = widthsOf(table, columns);
  const size = 2 * sizes.table[fitOf(table)];
  const rows = table.rows.map((row) => {
    const cells = widths.map((own, at) => bodyCell(row[at] ?? { text: [] }, own, size));
    return new TableRow({ cantSplit: true, children: cells });
  });
  const heads = widths.map((own, at) => headCell(table.head[at] ?? '', own, size));
  const head = new TableRow({ cantSplit: true, tableHeader: true, children: heads });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.AUTOFIT,
      borders,
      rows: table.head.length === 0 ? rows : [head, ...rows],
    }),
  ];
}

function headCell(text: string, own: number, size: number): TableCell {
  const font = { ascii: fonts.heading, hAnsi: fonts.heading, eastAsia: fonts.heading };
  return cellOf(own, [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing,
      children: [new TextRun({ text: xmlText(text), font, size })],
    }),
  ]);
}

function bodyCell({ text, amount }: Cell, own: number, size: number): TableCell {
  const alignment = amount === true ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const paragraphs = text.length === 0 ? [[]] : text;
  return cellOf(
    own,
    paragraphs.map((paragraph) => new Paragraph({ alignment, spacing, children: runsOf(paragraph, size) })),
  );
}

function cellOf(own: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: own, type: WidthType.DXA },
    margins: { left: 80, right: 80, marginUnitType: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

/** What a program that fits no columns by itself takes: by the longest text of each, within bounds. */
function widthsOf({ head, rows }: Content, columns: number): readonly number[] {
  const weights = Array.from({ length: columns }, (_, at) =>
    rows.reduce(
      (most, row) => Math.max(most, lengthOf(row[at])),
      Math.min(20, Math.max(4, (head[at] ?? '').length)),
    ),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((width * weight) / sum));
}

function lengthOf(cell: Cell | undefined): number {
  const texts = cell?.text.flat().map(({ text }) => text.length) ?? [];
  return Math.min(20, Math.max(4, ...texts));
}
