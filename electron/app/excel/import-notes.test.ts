// A workbook that was read, saved once more with comments where something is wrong: of everything else not a byte changes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeField } from '#shared/text/index.ts';
import { excelSheets, type ImportColumn, importHeaders, importNotes } from '#shared/text/zh-CN/excel.ts';
import { styles, textCell, type Workbook, workbook } from '#test/inputs/workbook.ts';
import { type ExcelDesk, openExcelDesk } from '../testing/excel-desk.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { columnLetters } from './column-letters.ts';
import { elementsOf } from './edit-xml.ts';
import { planColumns } from './plans/plan-columns.ts';
import { xmlPieces } from './xml.ts';

let desk: TestDesk;
let folder: string;
let file: string;
let noted: string;

let opened: ExcelDesk;
beforeEach(async () => {
  opened = await openExcelDesk();
  ({ desk, folder, file } = opened);
  noted = join(folder, 'noted.xlsx');
});
afterEach(() => opened.close());

type Row = Partial<Record<ImportColumn, string>>;
const at = (name: ImportColumn) => columnLetters(planColumns.findIndex((column) => column.name === name));
const cell = (name: ImportColumn, row: number) => `${at(name)}${row}`;

/** Cells as they are given, or as text. */
function rowsXml(rows: readonly Row[]): string {
  const heads: Row = Object.fromEntries(planColumns.map(({ name }) => [name, importHeaders[name]]));
  return [heads, ...rows]
    .map((row, index) => {
      const cells = planColumns.map(({ name }) => {
        const said = row[name] ?? '';
        return said === '' || said.startsWith('<c') ? said : textCell(cell(name, index + 1), said);
      });
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    })
    .join('');
}

const faulty: readonly Row[] = [
  {
    no: '1',
    projectName: 'Desks',
    budgetAmount: `<c r="${cell('budgetAmount', 2)}" s="${styles.amount}"><f>1+1</f><v>2</v></c>`,
    ceilingPrice: `<c r="${cell('ceilingPrice', 2)}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
    plannedStart: '2026-02-30',
  },
  { no: '2', projectName: 'Chairs' },
  { projectName: 'Lamps' },
];
const rest = [
  '<dataValidations count="1"><dataValidation type="list" sqref="A2:A9"><formula1>"1,2"</formula1></dataValidation></dataValidations>',
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
].join('');
const after = '<extLst><ext uri="{1}"><a:b xmlns:a="urn:a"><a:c/></a:b></ext></extLst>';
const aWorkbook: Workbook = {
  sheets: [
    { name: excelSheets.plans, rows: rowsXml(faulty), more: rest + after },
    { name: 'Other', rows: '<row r="1"><c r="A1" s="4"><f>1/3</f><v>0.333</v></c></row>' },
  ],
  behind: '<definedNames><definedName name="x">Other!$A$1</definedName></definedNames>',
  parts: { 'docProps/custom.xml': '<Properties/>', 'xl/theme/theme1.xml': '<theme/>' },
};

function partsOf(path: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([name, part]) => [name, strFromU8(part)]),
  );
}

/** Words of comments by their cells. */
function commentsIn(path: string): Readonly<Record<string, string>> {
  const [, xml = ''] = [...partsOf(path)].find(([name]) => name.startsWith('xl/comments')) ?? [];
  return Object.fromEntries(
    elementsOf(xml, new Set(['comment'])).map(({ tag, end }) => {
      const words = [...xmlPieces(xml.slice(tag.start, end))].map((piece) =>
        piece.kind === 'text' ? piece.text : '',
      );
      return [tag.attributes.get('ref') ?? '', words.join('')];
    }),
  );
}

function shapesIn(path: string): readonly string[] {
  const [, xml = ''] = [...partsOf(path)].find(([name]) => name.endsWith('.vml')) ?? [];
  return [...xml.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/g)]
    .map(([, row, column]) => `${columnLetters(Number(column))}${Number(row) + 1}`)
    .toSorted();
}

const words = (code: string, params = {}) => describeField({ path: '', code, params });
const problemsOf = ({ records, problems }: Awaited<ReturnType<typeof preview>>) => [
  ...records.flatMap((plan) => plan.problems),
  ...problems,
];
const preview = (path = file) => desk.see('plans.importPreview', { path });

const found = {
  [cell('ceilingPrice', 2)]: words('excel_error_cell', { value: '#DIV/0!' }),
  [cell('plannedStart', 2)]: words('excel_date'),
  [cell('no', 4)]: words('excel_no_number'),
};

it('every problem becomes a comment at its cell, and everything else stays as it was', async () => {
  writeFileSync(file, workbook(aWorkbook));
  const { token } = await preview();
  expect(await desk.see('plans.importNotes', { token, path: noted })).toEqual({ notes: 3 });
  expect(commentsIn(noted)).toEqual(found);
  expect(shapesIn(noted)).toEqual(Object.keys(found).toSorted());

  const [before, now] = [partsOf(file), partsOf(noted)];
  const sheet = 'xl/worksheets/sheet1.xml';
  const changed = [...now].flatMap(([name, part]) => (before.get(name) === part ? [] : [name]));
  expect(changed.toSorted()).toEqual([
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    sheet,
  ]);
  expect([...before.keys()].filter((name) => !now.has(name))).toEqual([]);
  const drawing = /<legacyDrawing [^>]*\/>/;
  expect(now.get(sheet)?.replace(drawing, '')).toBe(before.get(sheet));
  // Where the order of a sheet's parts wants it.
  expect(now.get(sheet)).toMatch(/<pageMargins [^>]*\/><legacyDrawing [^>]*\/><extLst>/);
  const types = now.get('[Content_Types].xml') ?? '';
  for (const part of ['/xl/comments1.xml', '/xl/drawings/vmlDrawing1.vml'])
    expect(types).toContain(`PartName="${part}"`);
  for (const part of now.values()) expect([...xmlPieces(part)].length).toBeGreaterThan(0);
});

it('can be read again, and says the same', async () => {
  writeFileSync(file, workbook(aWorkbook));
  const first = await preview();
  await desk.see('plans.importNotes', { token: first.token, path: noted });
  expect(problemsOf(await preview(noted))).toEqual(problemsOf(first));
});

it('what has been put right has no comment the next time', async () => {
  writeFileSync(file, workbook(aWorkbook));
  await desk.see('plans.importNotes', { token: (await preview()).token, path: noted });
  const parts = { ...unzipSync(readFileSync(noted)) };
  const sheet = 'xl/worksheets/sheet1.xml';
  parts[sheet] = strToU8(strFromU8(parts[sheet] ?? new Uint8Array()).replace('2026-02-30', '2026-02-28'));
  writeFileSync(file, zipSync(parts));
  await desk.see('plans.importNotes', { token: (await preview()).token, path: noted });
  const { [cell('plannedStart', 2)]: gone, ...left } = found;
  expect(gone).toBeDefined();
  expect(commentsIn(noted)).toEqual(left);
  expect(shapesIn(noted)).toEqual(Object.keys(left).toSorted());
});

const theirs = { [cell('ceilingPrice', 2)]: 'Ask 李 <why>?', [cell('projectName', 3)]: 'nice' };
function withTheirComments(): Workbook {
  const comments = Object.entries(theirs).map(
    ([ref, text]) =>
      `<x:comment ref="${ref}" authorId="0"><x:text><x:r><x:rPr><x:b/></x:rPr><x:t>${text.replace('<', '&lt;')}</x:t></x:r></x:text></x:comment>`,
  );
  const shapes = Object.keys(theirs).map((ref, index) => {
    const [, letters = '', row = ''] = /([A-Z]+)(\d+)/.exec(ref) ?? [];
    const column = planColumns.findIndex((_column, no) => columnLetters(no) === letters);
    // As Excel writes it: an element that is not closed.
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202"><v:textbox><div><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>${Number(row) - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  const [plans, other] = aWorkbook.sheets;
  if (plans === undefined || other === undefined) throw new Error('no sheets');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    ...aWorkbook,
    sheets: [
      {
        ...plans,
        more: `${rest}<legacyDrawing xmlns:r="${type}" r:id="rId7"/>${after}`,
        relations: `<Relationship Id="rId7" Type="${type}/vmlDrawing" Target="../drawings/vmlDrawing4.vml"/><Relationship Id="rId8" Type="${type}/comments" Target="../comments4.xml"/>`,
      },
      other,
    ],
    parts: {
      ...aWorkbook.parts,
      'xl/comments4.xml': `<x:comments xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:authors><x:author>Li</x:author></x:authors><x:commentList>${comments.join('')}</x:commentList></x:comments>`,
      'xl/drawings/vmlDrawing4.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"></v:shapetype>${shapes.join('')}</xml>`,
    },
  };
}

it('comments of others stay; ours stands below them, and goes again', async () => {
  writeFileSync(file, workbook(withTheirComments()));
  await desk.see('plans.importNotes', { token: (await preview()).token, path: noted });
  const [error, name] = [cell('ceilingPrice', 2), cell('projectName', 3)];
  const both = { ...found, ...theirs, [error]: `${theirs[error]}\n${importNotes.heading}\n${found[error]}` };
  expect(commentsIn(noted)).toEqual(both);
  expect(shapesIn(noted)).toEqual(Object.keys(both).toSorted());
  expect(theirs[name]).toBe(both[name]);
  // Once more over its own: nothing comes twice.
  writeFileSync(file, readFileSync(noted));
  await desk.see('plans.importNotes', { token: (await preview()).token, path: noted });
  expect(commentsIn(noted)).toEqual(both);

  const parts = { ...unzipSync(readFileSync(noted)) };
  const sheet = 'xl/worksheets/sheet1.xml';
  const repaired = strFromU8(parts[sheet] ?? new Uint8Array()).replace(/<c [^>]*t="e">.*?<\/c>/, '');
  parts[sheet] = strToU8(repaired);
  writeFileSync(file, zipSync(parts));
  await desk.see('plans.importNotes', { token: (await preview()).token, path: noted });
  expect(commentsIn(noted)[error]).toBe(theirs[error]);
});

it('a plan that has been made is said to have been', async () => {
  writeFileSync(file, workbook(aWorkbook));
  const { token } = await preview();
  expect((await desk.see('plans.import', { token })).made).toBe(1);
  await desk.see('plans.importNotes', { token, path: noted });
  expect(commentsIn(noted)).toEqual({ ...found, [cell('no', 3)]: importNotes.made });
});

it('knows no preview but the last, and leaves nothing where it cannot write', async () => {
  writeFileSync(file, workbook(aWorkbook));
  const { token } = await preview();
  await preview();
  expect(await desk.ask('plans.importNotes', { token, path: noted })).toMatchObject({
    error: { code: 'not_found' },
  });
  const again = await preview();
  const nowhere = join(folder, 'no such folder', 'x.xlsx');
  expect(await desk.ask('plans.importNotes', { token: again.token, path: nowhere })).toMatchObject({
    error: { fields: [{ path: 'path', code: 'file_not_writable' }] },
  });
  expect(readdirSync(folder)).toEqual(['plans.xlsx']);
});
