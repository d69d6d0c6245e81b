// Workbooks as programs and people really make them: cells that are not what they look like, and files that are none. Every column of an import is run
// through the cells; a column that is declared gets them by its kind.
import { strToU8, type Zippable, zipSync } from 'fflate';

/** By the kind of the column; `lines`: text of several lines, `percent`: whole numbers before a sign of percent. */
export type Reads = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type OddCell = {
  readonly name: string;
  readonly cell: (at: string) => string;
  /** Columns of every other kind name what is wrong. `lines` and `percent` read what `text` and `whole` do, unless they are here. */
  readonly reads?: Reads;
  /** What it is named as, by the kind of the column; `all`: by all of them. */
  readonly named?: Readonly<Record<string, string>>;
  /** Nothing stands there, for any column. */
  readonly empty?: true;
};

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Numbers of styles, by what they show. */
export const styles = {
  general: 0,
  day: 1,
  chineseDay: 2,
  monthAndDay: 3,
  percent: 4,
  sixDigits: 5,
  time: 6,
  dayAndTime: 7,
  numbered: 8,
  amount: 9,
  tenThousands: 10,
  yearAndMonth: 11,
  weekday: 12,
} as const;
const codes: readonly string[] = [
  'General',
  '14',
  'yyyy"年"m"月"d"日"',
  'm"月"d"日";@',
  '0.00%',
  '000000',
  '[$-804]h:mm;@',
  '[$-F400]yyyy/m/d\\ h:mm;@',
  '"XC-"0000',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
  '0!.0,"万元"',
  '[DBNum1][$-804]yyyy"年"m"月";@',
  'yyyy/m/d aaaa',
];

const quoted = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '&#10;');
export const stylesXml = `${declaration}<styleSheet ${spreadsheet}><numFmts count="${codes.length}">${codes
  .map((code, at) =>
    /^[1-9]\d*$/.test(code) ? '' : `<numFmt numFmtId="${176 + at}" formatCode="${quoted(code)}"/>`,
  )
  .join('')}</numFmts><cellXfs count="${codes.length}">${codes
  .map(
    (code, at) =>
      `<xf numFmtId="${/^[1-9]\d*$/.test(code) ? code : 176 + at}" applyNumberFormat="1" xfId="0"/>`,
  )
  .join('')}</cellXfs></styleSheet>`;

const strings = [
  '<si><t>1234.5</t></si>',
  '<si><r><t>校园</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve">网 改造</t></r><rPh sb="0" eb="1"><t>xiao yuan</t></rPh><phoneticPr fontId="1"/></si>',
];
const sharedStringsXml = `${declaration}<sst ${spreadsheet} count="2" uniqueCount="2">${strings.join('')}</sst>`;

export const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${quoted(text)}</t></is></c>`;
const number =
  (digits: string, style: number = styles.general) =>
  (at: string) =>
    `<c r="${at}" s="${style}"><v>${digits}</v></c>`;
const text = (words: string) => (at: string) => textCell(at, words);
const typed = (type: string, value: string) => (at: string) => `<c r="${at}" t="${type}">${value}</c>`;

const error = { all: 'excel_error_cell' };
const uncalculated = { all: 'excel_uncalculated' };
const day = '2026-03-22';
/** Days from 1900 to that day, as Excel counts them. */
const serial = '46103';

export const oddCells: readonly OddCell[] = [
  { name: 'an error', cell: typed('e', '<v>#DIV/0!</v>'), named: error },
  {
    name: 'a formula that came to an error',
    cell: typed('e', '<f>VLOOKUP(A1,B:C,2,0)</f><v>#N/A</v>'),
    named: error,
  },
  {
    name: 'an error as LibreOffice writes it',
    cell: typed('str', '<f aca="false">1/0</f><v>#DIV/0!</v>'),
    named: error,
  },
  { name: 'an error pasted as text', cell: text('#REF!'), named: error },
  { name: 'a formula without a result', cell: typed('n', '<f>SUM(A1:A3)</f>'), named: uncalculated },
  {
    name: 'a formula with an empty result of no kind',
    cell: typed('n', '<f>SUM(A1:A3)</f><v></v>'),
    named: uncalculated,
  },
  {
    name: 'a formula of texts without a result',
    cell: typed('str', '<f>A1&amp;A2</f>'),
    named: uncalculated,
  },
  {
    name: 'a formula that came to an empty text',
    cell: typed('str', '<f>IF(A1="","",A1)</f><v></v>'),
    empty: true,
  },
  {
    name: 'a formula that came to a number',
    cell: typed('n', '<f>10*3</f><v>30</v>'),
    reads: { text: '30', money: 3000, whole: 30, quantity: '30' },
  },
  {
    name: 'a number of twenty digits',
    cell: number('41100022210000000001'),
    named: { text: 'excel_digits_lost', lines: 'excel_digits_lost' },
  },
  {
    name: 'a number of twenty digits as Excel stores it',
    cell: number('4.1100022210000003E+19'),
    named: { text: 'excel_digits_lost', lines: 'excel_digits_lost' },
  },
  {
    name: 'a number of sixteen digits',
    cell: number('1234567890123450'),
    named: { text: 'excel_digits_lost', lines: 'excel_digits_lost' },
  },
  {
    name: 'a long number as Excel shows it, pasted as text',
    cell: text('4.11000222100000E+19'),
    named: { text: 'excel_digits_lost', lines: 'excel_digits_lost' },
  },
  { name: 'a number of fifteen digits', cell: number('411000222100001'), reads: { text: '411000222100001' } },
  {
    name: 'a code of twenty digits as text',
    cell: text('41100022210000000001'),
    reads: { text: '41100022210000000001' },
  },
  {
    name: 'a telephone number as Java writes numbers',
    cell: number('1.3937412345E10'),
    reads: { text: '13937412345', money: 1_393_741_234_500 },
  },
  {
    name: 'a sum of binary fractions',
    cell: number('0.30000000000000004'),
    reads: { text: '0.3', money: 30, quantity: '0.3' },
  },
  {
    name: 'a number shown with zeros before it',
    cell: number('41001', styles.sixDigits),
    reads: { text: '041001', money: 4_100_100, whole: 41_001, quantity: '41001' },
  },
  {
    name: 'a number shown with letters before it',
    cell: number('12', styles.numbered),
    reads: { text: 'XC-0012', money: 1200, whole: 12, quantity: '12' },
  },
  {
    name: 'an amount with separators',
    cell: number('1234.5', styles.amount),
    reads: { text: '1234.5', money: 123_450, quantity: '1234.5' },
  },
  {
    name: 'an amount shown in ten thousands',
    cell: number('1234567', styles.tenThousands),
    reads: { text: '1234567', money: 123_456_700, whole: 1_234_567, quantity: '1234567' },
  },
  {
    name: 'a percentage',
    cell: number('0.3', styles.percent),
    reads: { text: '30%', percent: 30 },
    named: { money: 'excel_percent', whole: 'excel_percent', quantity: 'excel_percent' },
  },
  { name: 'a percentage as text', cell: text('30%'), reads: { text: '30%', percent: 30 } },
  {
    name: 'a negative number',
    cell: number('-5'),
    reads: { text: '-5' },
    named: {
      money: 'excel_negative',
      whole: 'excel_negative',
      percent: 'excel_negative',
      quantity: 'excel_negative',
    },
  },
  {
    name: 'a negative number as text',
    cell: text('－5'),
    reads: { text: '－5' },
    named: {
      money: 'excel_negative',
      whole: 'excel_negative',
      percent: 'excel_negative',
      quantity: 'excel_negative',
    },
  },
  {
    name: 'a number stored as text',
    cell: typed('s', '<v>0</v>'),
    reads: { text: '1234.5', money: 123_450, quantity: '1234.5' },
  },
  {
    name: 'a day of its own type',
    cell: typed('d', '<v>2026-03-22T00:00:00</v>'),
    reads: { text: day, date: day },
  },
  {
    name: 'a day of its own type, alone',
    cell: typed('d', `<v>${day}</v>`),
    reads: { text: day, date: day },
  },
  {
    name: 'a day of its own type, of UTC',
    cell: typed('d', `<v>${day}T00:00:00.000Z</v>`),
    reads: { text: day, date: day },
  },
  {
    name: 'midnight here, written as a time of UTC',
    cell: typed('d', '<v>2026-03-21T16:00:00.000Z</v>'),
    named: { text: 'excel_text_as_date', date: 'excel_date' },
  },
  { name: 'a day', cell: number(serial, styles.day), reads: { text: day, date: day } },
  { name: 'a day with its signs', cell: number(serial, styles.chineseDay), reads: { text: day, date: day } },
  { name: 'a day and its weekday', cell: number(serial, styles.weekday), reads: { text: day, date: day } },
  {
    name: 'a day with a time',
    cell: number(`${serial}.5`, styles.dayAndTime),
    reads: { text: `${day} 12:00`, date: day },
  },
  {
    name: 'the last second of a day',
    cell: number(`${serial}.99999`, styles.day),
    reads: { text: day, date: day },
  },
  {
    name: 'what was typed as 3-22',
    cell: number(serial, styles.monthAndDay),
    reads: { date: day },
    named: { text: 'excel_text_as_date' },
  },
  {
    name: 'a month',
    cell: number('46082', styles.yearAndMonth),
    named: { text: 'excel_text_as_date', date: 'excel_date' },
  },
  {
    name: 'a time alone',
    cell: number('0.5', styles.time),
    named: { text: 'excel_text_as_date', date: 'excel_date' },
  },
  {
    name: 'the day that Excel made up',
    cell: number('60', styles.day),
    named: { text: 'excel_text_as_date', date: 'excel_date' },
  },
  {
    name: 'a day beyond all calendars',
    cell: number('2958465', styles.day),
    named: { text: 'excel_text_as_date', date: 'excel_date' },
  },
  {
    name: 'a number that would be a day',
    cell: number(serial),
    reads: { text: serial, money: 4_610_300, whole: 46_103, quantity: serial },
    named: { date: 'excel_date' },
  },
  ...[
    '2026年3月22日',
    '２０２６年３月２２日',
    '2026 年 3 月 22 日',
    '2026-3-22',
    '2026/03/22',
    '2026.3.22',
    '20260322',
  ].map(
    (words): OddCell => ({
      name: `the day ${words}`,
      cell: text(words),
      reads: {
        text: words,
        date: day,
        ...(words === '20260322' ? { money: 2_026_032_200, whole: 20_260_322, quantity: words } : {}),
      },
    }),
  ),
  {
    name: 'a day as a database writes it',
    cell: text('2026-03-22 00:00:00'),
    reads: { text: '2026-03-22 00:00:00', date: day },
  },
  {
    name: 'a day that there is not',
    cell: text('2026年2月30日'),
    reads: { text: '2026年2月30日' },
    named: { date: 'excel_date' },
  },
  { name: 'true', cell: typed('b', '<v>1</v>'), reads: { text: 'TRUE', yes_no: true } },
  { name: 'false', cell: typed('b', '<v>0</v>'), reads: { text: 'FALSE', yes_no: false } },
  { name: 'yes, with blanks', cell: text('\u3000是 '), reads: { text: '是', yes_no: true } },
  { name: 'text in several colours', cell: typed('s', '<v>1</v>'), reads: { text: '校园网 改造' } },
  {
    name: 'text in several colours in the cell',
    cell: typed(
      'inlineStr',
      '<is><r><t>校园</t></r><r><rPr><i/></rPr><t>网</t></r><rPh sb="0" eb="1"><t>xiao</t></rPh></is>',
    ),
    reads: { text: '校园网' },
  },
  {
    name: 'text with escaped signs',
    cell: text('a_x005F_x0041_ <&> "b"'),
    reads: { text: 'a_x0041_ <&> "b"' },
  },
  {
    name: 'text set apart',
    cell: typed('str', '<v><![CDATA[a<b]]>&amp;<!-- no -->c</v>'),
    reads: { text: 'a<b&c' },
  },
  { name: 'a character of two halves', cell: text('𠮷野家'), reads: { text: '𠮷野家' } },
  { name: 'text with blanks around it', cell: text(' \u3000校园网\u200b \n'), reads: { text: '校园网' } },
  { name: 'blanks alone', cell: text(' \u3000\n\t '), empty: true },
  { name: 'a format and nothing else', cell: (at) => `<c r="${at}" s="${styles.day}"/>`, empty: true },
  {
    name: 'text of two lines',
    cell: text('第一行\n第二行'),
    reads: { lines: '第一行\n第二行' },
    named: { text: 'excel_one_line' },
  },
  {
    name: 'a line end as Excel escapes it',
    cell: text('第一行_x000D_\n第二行'),
    reads: { lines: '第一行\n第二行' },
    named: { text: 'excel_one_line' },
  },
];

export type Sheet = {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What follows it. */
  readonly more?: string;
  readonly relations?: string;
};
export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** What `workbook` holds before and behind its sheets. */
  readonly before?: string;
  readonly behind?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly types?: string;
};

/** A whole workbook, as a program would save it. */
export function workbook({ sheets, before = '', behind = '', parts = {}, types = '' }: Workbook): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
  const relations = (lines: readonly string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
  const texts: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
      .map(
        (_sheet, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types}</Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook ${spreadsheet} xmlns:r="${officeRelations}">${before}<sheets>${sheets
      .map(({ name }, at) => `<sheet name="${quoted(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets>${behind}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_sheet, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rId90', 'styles', 'styles.xml'),
      relation('rId91', 'sharedStrings', '/xl/sharedStrings.xml'),
    ]),
    'xl/styles.xml': stylesXml,
    'xl/sharedStrings.xml': sharedStringsXml,
  };
  for (const [at, { rows, more = '', relations: lines }] of sheets.entries()) {
    texts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${declaration}<worksheet ${spreadsheet}><sheetData>${rows}</sheetData>${more}</worksheet>`;
    if (lines !== undefined) texts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations([lines]);
  }
  return packed({ ...texts, ...parts });
}

export function packed(parts: Readonly<Record<string, string>>): Buffer {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(parts)) entries[name] = strToU8(content);
  return Buffer.from(zipSync(entries));
}

/** Files with the ending .xlsx that are something else, with what they are refused as. */
export const oddFiles: readonly {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly code: string;
}[] = [
  { name: 'nothing', bytes: () => Buffer.alloc(0), code: 'excel_no_workbook' },
  { name: 'a .csv', bytes: () => Buffer.from('临时编号,项目名称\n1,校园网\n'), code: 'excel_no_workbook' },
  {
    name: 'a page of a website',
    bytes: () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    code: 'excel_no_workbook',
  },
  { name: 'an .xls', bytes: () => compound('Workbook'), code: 'excel_other_format' },
  { name: 'a workbook with a password', bytes: () => compound('EncryptedPackage'), code: 'excel_protected' },
  {
    name: 'an .xlsb',
    bytes: () =>
      packed({
        '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
        'xl/workbook.bin': 'x',
      }),
    code: 'excel_other_format',
  },
  {
    name: 'an .ods',
    bytes: () =>
      packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    code: 'excel_no_workbook',
  },
  {
    name: 'a sheet of fifty megabytes of blanks',
    bytes: () => workbook({ sheets: [{ name: 's', rows: ' '.repeat(50_000_000) }] }),
    code: 'excel_too_large',
  },
  {
    name: 'forty thousand cells with the same long text',
    bytes: () =>
      workbook({
        sheets: [
          {
            name: 's',
            rows: Array.from({ length: 1000 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`).join(
              '',
            ),
          },
        ],
        parts: { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>` },
      }),
    code: 'excel_too_large',
  },
  {
    name: 'entities that grow',
    bytes: () =>
      packed({
        'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>',
      }),
    code: 'excel_no_workbook',
  },
  {
    name: 'elements in each other without end',
    bytes: () => workbook({ sheets: [{ name: 's', rows: '<a>'.repeat(500_000) }] }),
    code: 'excel_no_workbook',
  },
];

/** The container of old files and of encrypted ones, with the name of one stream in its directory. */
function compound(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}
