// Workbooks written row by row (ECMA-376, the part of it that plain tables need). Libraries for this build a whole sheet in memory and in one go; a
// list of a hundred thousand rows may neither stop the thread nor fill the memory. Text is always written as text: nothing a user typed can
// become a formula.
import { ZipWriter } from './zip-writer.ts';

export type Style = 'plain' | 'head' | 'money' | 'date' | 'instant' | 'text' | 'wrapped' | 'needed';
/** Amounts are in yuan; dates and instants are Excel's day numbers. */
export type Cell =
  | null
  | { readonly text: string; readonly style?: Style }
  | { readonly number: number; readonly style?: Style };

export type SheetPlan = {
  readonly name: string;
  /** Widths in characters, one a column. */
  readonly widths: readonly number[];
  /** What an empty cell of the column is formatted as, for forms that are to be filled in. */
  readonly columnStyles?: readonly Style[];
  readonly frozenRows: number;
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** Cells that offer what stands in a range of another sheet. */
  readonly choices?: readonly { readonly cells: string; readonly from: string }[];
};

/** Style numbers of styles.xml below. */
const styles: Readonly<Record<Style, number>> = {
  plain: 0,
  head: 1,
  money: 2,
  date: 3,
  instant: 4,
  text: 5,
  wrapped: 6,
  needed: 7,
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel shows no more in one cell. */
const mostCharacters = 32_767;
/** About as much XML is handed on at once. */
const pieceLength = 60_000;

export async function writeWorkbook(
  sink: (bytes: Uint8Array) => Promise<void>,
  sheets: readonly SheetPlan[],
): Promise<void> {
  const zip = new ZipWriter(sink);
  await zip.add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await zip.add('_rels/.rels', [relationships([[`${relations}/officeDocument`, 'xl/workbook.xml']])]);
  await zip.add('xl/workbook.xml', [workbook(sheets)]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    relationships([
      ...sheets.map((_, index) => [`${relations}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`${relations}/styles`, 'styles.xml'],
    ]),
  ]);
  await zip.add('xl/styles.xml', [stylesXml]);
  for (const [index, sheet] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0));
  }
  await zip.finish();
}

/** A, B, … Z, AA, … from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

async function* sheetXml(sheet: SheetPlan, first: boolean): AsyncIterable<string> {
  const { frozenRows, widths, columnStyles, rows, choices = [] } = sheet;
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map((width, index) => {
    const style = styles[columnStyles?.[index] ?? 'plain'];
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  let xml = `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  let no = 0;
  for await (const row of rows) {
    no += 1;
    xml += `<row r="${no}">`;
    for (const [index, cell] of row.entries()) {
      if (cell !== null) xml += cellXml(`${columnLetters(index)}${no}`, cell);
    }
    xml += '</row>';
    if (xml.length >= pieceLength) {
      yield xml;
      xml = '';
    }
  }
  const offers = choices.map(
    ({ cells, from }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${escaped(from)}</formula1></dataValidation>`,
  );
  const validations =
    offers.length === 0
      ? ''
      : `<dataValidations count="${offers.length}">${offers.join('')}</dataValidations>`;
  yield `${xml}</sheetData>${validations}</worksheet>`;
}

function cellXml(at: string, cell: Exclude<Cell, null>): string {
  const style = styles[cell.style ?? 'plain'];
  const styled = style === 0 ? '' : ` s="${style}"`;
  if ('number' in cell) return `<c r="${at}"${styled}><v>${cell.number}</v></c>`;
  return cell.text === ''
    ? ''
    : `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text.slice(0, mostCharacters))}</t></is></c>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 cannot hold
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(noXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function workbook(sheets: readonly SheetPlan[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${head}<workbook ${main} xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return (
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${list.join('')}</Types>`
  );
}

/** The order of cellXfs is that of `styles` above. */
const stylesXml = `${head}<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFC00000"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
