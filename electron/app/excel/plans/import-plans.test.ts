// 导入: plans that come from a filled-in template; threads for Excel are started as they always are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { describeField } from '#shared/text/index.ts';
import { excelFieldTexts, excelSheets, type ImportColumn, importHeaders } from '#shared/text/zh-CN/excel.ts';
import { type ExcelDesk, openExcelDesk } from '../../testing/excel-desk.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../../testing/test-desk.ts';
import { idOf } from '../../testing/town.ts';
import { columnLetters } from '../column-letters.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
let folder: string;
let file: string;
let opened: ExcelDesk;
beforeEach(async () => {
  opened = await openExcelDesk();
  ({ server, clock, desk, folder, file } = opened);
});
afterEach(() => opened.close());

type Filled = Partial<Record<ImportColumn, string | number | boolean | Date>>;
const names = Object.keys(importHeaders) as ImportColumn[];
const heads = names.map((name) => importHeaders[name]);

const sheetPath = 'xl/worksheets/sheet1.xml';
function firstSheet(): string {
  const parts = new Map(Object.entries(unzipSync(readFileSync(file))));
  return strFromU8(parts.get(sheetPath) ?? new Uint8Array());
}

async function fillIn(rows: readonly Filled[], columns = names): Promise<void> {
  const body = rows.map((row) =>
    columns.map((name) => {
      const value = row[name];
      return value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : (value ?? null);
    }),
  );
  const titles = columns.map((name) => importHeaders[name]);
  await writeXlsxFile([titles, ...body] as never, { sheet: excelSheets.plans }).toFile(file);
}

const aPlan: Filled = {
  no: '1',
  projectName: 'Laboratory equipment',
  fiscalYear: 2026,
  regionCode: '许昌市',
  category: '货物',
  budgetAmount: 1_500_000.1,
  ceilingPrice: '1,480,000.00',
  method: '公开招标',
  orgForm: 'DISPERSED',
  entrusted: '是',
  agency: 'Example Agency',
  importAllowed: false,
  smeMode: 'WHOLE_PROJECT',
  intentionPublishedOn: '2026/1/20',
  plannedStart: new Date(Date.UTC(2026, 2, 16)),
  priceWeight: 30,
  platform: 'Example Centre',
  contact: 'Li',
  itemCode: 'A02321900',
  itemName: 'Analyser',
  itemQty: 1.5,
  itemUnit: 'set',
  itemAmount: 1_000_000,
  fundSource: 'GENERAL',
  fundAmount: 1_500_000.1,
};

const preview = () => desk.see('plans.importPreview', { path: file });
type Problem = QueryOutput<'plans.importPreview'>['problems'][number];
const told = ({ row, column, code }: Problem) => [row, column, code];
const columnOf = (name: ImportColumn) => columnLetters(names.indexOf(name));

async function refusal(): Promise<string | undefined> {
  const answer = await desk.ask('plans.importPreview', { path: file });
  if (answer.ok) return undefined;
  return answer.error.fields?.[0]?.code ?? answer.error.code;
}

describe('the template', () => {
  it('can be filled in: what it offers is what the import takes', async () => {
    await desk.must('plans.importTemplate', { path: file });
    const sheets = await readXlsxFile(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['采购计划', '填写说明', '代码表']);
    expect(sheets[0]?.data).toEqual([heads]);
    expect(sheets[2]?.data.flat()).toEqual(
      expect.arrayContaining(['公开招标', 'OPEN_TENDER', 'Example Centre']),
    );
    expect(await refusal()).toBe('excel_empty');
    const sheet = firstSheet();
    const method = columnOf('method');
    expect(sheet).toMatch(new RegExp(`sqref="${method}2:${method}1001"><formula1>'代码表'!\\$[A-Z]+\\$3:`));
  });
});

describe('plans.importPreview', () => {
  it('reads a plan with its items and funds, by names and codes', async () => {
    await fillIn([
      aPlan,
      { no: '1', itemCode: 'A02010100', itemName: 'Computer', itemAmount: 500_000.1, itemQty: '2' },
      { ...aPlan, no: 2, projectName: 'Second', agency: '９１４１１０００ma3x12345a' },
    ]);
    const { rows, records: read, problems } = await preview();
    expect([rows, read.map(({ no, rows: of }) => [no, of]), problems]).toEqual([
      3,
      [
        ['1', [2, 3]],
        ['2', [4]],
      ],
      [],
    ]);
    expect(read.flatMap((plan) => plan.problems)).toEqual([]);
    expect(read[0]?.content).toMatchObject({
      projectName: 'Laboratory equipment',
      fiscalYear: 2026,
      regionCode: '411000',
      category: 'A',
      budgetAmount: 150_000_010,
      ceilingPrice: 148_000_000,
      method: 'OPEN_TENDER',
      entrusted: true,
      agencyId: '00000000-0000-7000-8000-000000000002',
      importAllowed: false,
      intentionPublishedOn: '2026-01-20',
      plannedStart: '2026-03-16',
      platformId: 'xuchang',
      // As the form fills it in for the unit.
      budgetUnitCode: '101001',
      items: [
        { catalogEdition: '2022', catalogCode: 'A02321900', qty: '1.5', amount: 100_000_000 },
        { catalogCode: 'A02010100', qty: '2', amount: 50_000_010 },
      ],
      funds: [{ source: 'GENERAL', amount: 150_000_010, budgetItemNo: '' }],
    });
  });

  it('refuses 框架协议采购 in the words of the form', async () => {
    await fillIn([
      { ...aPlan, method: '框架协议采购' },
      { ...aPlan, no: '2', method: 'FRAMEWORK_AGREEMENT' },
    ]);
    const { records: read } = await preview();
    const code = 'plan.framework_unsupported';
    expect(read.map(({ content, problems }) => [content, problems.map(told)])).toEqual([
      [null, [[2, columnOf('method'), code]]],
      [null, [[3, columnOf('method'), code]]],
    ]);
    expect(describeField({ path: '', code })).toContain('本系统暂不支持框架协议采购');
  });

  it('says every amount that was written in 万 in yuan, before it counts', async () => {
    await fillIn([
      { ...aPlan, budgetAmount: '150万元', itemUnitPrice: ' 1.5 万', itemAmount: '1,000,000.00元' },
      { no: '1', itemName: 'Computer', fundSource: 'GENERAL', fundAmount: '0.5亿' },
      { ...aPlan, no: '2', budgetAmount: '1.5万5' },
    ]);
    const { records: read } = await preview();
    expect(
      read.map(({ amounts }) => amounts.map(({ row, header, amount }) => [row, header, amount])),
    ).toEqual([
      [
        [2, '预算金额（元）', 150_000_000],
        [2, '单价（元）', 1_500_000],
        [3, '资金金额（元）', 5_000_000_000],
      ],
      [],
    ]);
    expect(read[0]?.amounts[1]?.written).toBe('1.5 万');
  });

  it('says at once which policies the plan will have to answer', async () => {
    await fillIn([
      aPlan,
      { ...aPlan, no: '2', smeMode: 'NONE', category: '服务' },
      { ...aPlan, no: '3', plannedStart: new Date(Date.UTC(2025, 11, 31)) },
      { ...aPlan, no: '4', category: '工程' },
    ]);
    const { records: read } = await preview();
    expect(read.map(({ unanswered }) => unanswered)).toEqual([
      ['本国产品'],
      ['本国产品', '小微企业价格扣除'],
      [],
      [],
    ]);
  });

  it('divides a plan into packages by a column of its items', async () => {
    const row = (itemName: string, itemAmount: number, more: Filled): Filled => ({
      no: '1',
      itemName,
      itemAmount,
      ...more,
    });
    await fillIn([
      { ...aPlan, itemName: 'Switch', itemAmount: 300, packageNo: '1' },
      row('Router', 200, { packageNo: '2', packageName: 'Routers', packageReserved: '是' }),
      row('Cable', 100.5, { packageNo: 1 }),
      row('Rack', 50, {}),
    ]);
    const [plan] = (await preview()).records;
    expect(plan?.problems).toEqual([]);
    const { items = [], plannedSections = [] } = plan?.content ?? {};
    expect(plannedSections).toMatchObject([
      { no: '1', name: '第1包', budget: 40_050, reserve: null, smeReserved: null },
      { no: '2', name: 'Routers', budget: 20_000, reserve: 20_000, smeReserved: true },
    ]);
    const [one, two] = plannedSections.map(({ id }) => id);
    expect(items.map(({ name, plannedSectionId }) => [name, plannedSectionId])).toEqual([
      ['Switch', one],
      ['Router', two],
      ['Cable', one],
      // Nobody guesses: the form asks for it.
      ['Rack', null],
    ]);
  });

  it('names what is said of a package without its number, and what is said differently', async () => {
    await fillIn([
      { ...aPlan, packageNo: '1', packageName: 'One' },
      { no: '1', itemName: 'Router', packageNo: '1', packageName: 'Another', packageReserved: '否' },
      { no: '1', itemName: 'Cable', packageNo: '1', packageReserved: '是' },
      { no: '1', itemName: 'Rack', packageName: 'One' },
    ]);
    const [plan] = (await preview()).records;
    expect(plan?.problems.map(told)).toEqual([
      [3, columnOf('packageName'), 'excel_package_differs'],
      [4, columnOf('packageReserved'), 'excel_package_differs'],
      [5, columnOf('packageNo'), 'excel_needed'],
    ]);
  });

  it('takes a template of before there were packages', async () => {
    await fillIn(
      [aPlan],
      names.filter((name) => !name.startsWith('package')),
    );
    const [plan] = (await preview()).records;
    expect([plan?.problems, plan?.content?.plannedSections]).toEqual([[], []]);
    expect(plan?.content?.items).toMatchObject([{ plannedSectionId: null }]);
  });

  it('names each cell that is wrong, with words for it', async () => {
    await fillIn([
      {
        no: 'a',
        projectName: 'x'.repeat(201),
        fiscalYear: 2026.5,
        category: 'Goods',
        budgetAmount: '12.345',
        entrusted: 'maybe',
        plannedStart: '2026-02-30',
        intentionPublishedOn: 20_260_120,
        agency: 'Nobody',
        itemQty: '1.23456',
        itemCode: 'Z99',
      },
      { no: 'b', projectName: 'Year out of range', fiscalYear: 1990, priceWeight: 101 },
      { no: 'b', projectName: 'Another name' },
      { projectName: 'Without a number' },
      { no: 'c' },
    ]);
    const { records: read, problems } = await preview();
    expect(read.every(({ content }) => content === null)).toBe(true);
    expect(read.flatMap((plan) => plan.problems).map(told)).toEqual([
      [2, columnOf('projectName'), 'excel_cell_too_long'],
      [2, columnOf('fiscalYear'), 'excel_whole_number'],
      [2, columnOf('category'), 'excel_unknown_code'],
      [2, columnOf('budgetAmount'), 'money_decimals'],
      [2, columnOf('entrusted'), 'excel_yes_no'],
      [2, columnOf('agency'), 'excel_unknown_code'],
      [2, columnOf('intentionPublishedOn'), 'excel_date'],
      [2, columnOf('plannedStart'), 'excel_date'],
      [2, columnOf('itemCode'), 'excel_unknown_code'],
      [2, columnOf('itemQty'), 'quantity_format'],
      [4, columnOf('projectName'), 'excel_differs'],
      [4, null, 'excel_nothing_added'],
      [6, columnOf('projectName'), 'excel_needed'],
    ]);
    expect(problems.map(told)).toEqual([[5, columnOf('no'), 'excel_no_number']]);
    for (const { code, params } of [...problems, ...read.flatMap((plan) => plan.problems)]) {
      expect(describeField({ path: '', code, params })).not.toContain(code);
    }
  });

  it('tells reasons with the same words apart by the method', async () => {
    const methodReasonCode = '技术复杂或者性质特殊，不能确定详细规格或者具体要求的';
    await fillIn([
      { no: '1', projectName: 'A', method: '竞争性谈判', methodReasonCode },
      { no: '2', projectName: 'B', method: '竞争性磋商', methodReasonCode },
      { no: '3', projectName: 'C', method: '询价', methodReasonCode: 'LAW_30_2' },
      { no: '4', projectName: 'D', methodReasonCode },
    ]);
    const { records: read } = await preview();
    expect(read.map(({ content }) => content?.methodReasonCode)).toEqual([
      'LAW_30_2',
      'D214_3_2',
      'LAW_30_2',
      undefined,
    ]);
    expect(read[3]?.problems.map(told)).toEqual([[5, columnOf('methodReasonCode'), 'excel_ambiguous']]);
  });

  it('says where the form’s own limits are broken', async () => {
    await fillIn([{ no: 'b', projectName: 'Year out of range', fiscalYear: 1990, priceWeight: 101 }]);
    expect((await preview()).records[0]?.problems.map(told)).toEqual([
      [2, columnOf('fiscalYear'), 'too_small'],
      [2, columnOf('priceWeight'), 'too_big'],
    ]);
  });

  it('takes what a formula came to, and merged cells as said in each row', async () => {
    await writeXlsxFile(
      [
        [...heads],
        [{ value: '1' }, { value: '=1+1', type: 'Formula' }],
        [{ value: '2', rowSpan: 2 }, { value: 'Two' }],
        [null, { value: 'Three' }],
      ] as never,
      { sheet: excelSheets.plans },
    ).toFile(file);
    const saved = firstSheet().replace('</f>', '</f><v>2</v>');
    writeFileSync(file, zipSync({ ...unzipSync(readFileSync(file)), [sheetPath]: strToU8(saved) }));
    const { records: read, problems } = await preview();
    expect(read.map(({ no, rows, title }) => [no, rows, title])).toEqual([
      ['1', [2], '2'],
      ['2', [3, 4], 'Two'],
    ]);
    expect(read[1]?.problems.map(told)).toEqual([
      [4, columnOf('projectName'), 'excel_differs'],
      [4, null, 'excel_nothing_added'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is for the units’ clerks', async () => {
    const reviewer = await new TestDesk(server, clock, { timers: noTimers }).open();
    await reviewer.signIn('reviewer');
    expect(await reviewer.ask('plans.importPreview', { path: file })).toMatchObject({
      error: { code: 'not_allowed' },
    });
    await reviewer.remove();
  });
});

describe('a file that is no filled-in template', () => {
  const sheetXml = (rows: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const workbook =
    '<workbook xmlns:r="x"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const relations =
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
  const parts = { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations };

  function archive(files: Readonly<Record<string, string>>): Buffer {
    return Buffer.from(
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    );
  }
  const withSheet = (xml: string) => archive({ ...parts, [sheetPath]: xml });
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

  it.each<readonly [string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'excel_no_workbook'],
    ['text', () => Buffer.from('a,b,c\n1,2,3\n'), 'excel_no_workbook'],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'excel_other_format'],
    ['another archive', () => archive({ 'a.txt': 'x' }), 'excel_no_workbook'],
    ['half a workbook', () => withSheet(sheetXml('')).subarray(0, 300), 'excel_no_workbook'],
    ['a workbook without its sheet', () => archive(parts), 'excel_no_workbook'],
    [
      'a workbook without sheets',
      () => archive({ ...parts, 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
      'excel_no_sheet',
    ],
    [
      'a sheet that breaks off',
      () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"'),
      'excel_no_workbook',
    ],
    ['an empty sheet', () => withSheet(sheetXml('')), 'excel_empty'],
    ['other heads', () => withSheet(sheetXml(`<row r="1">${cell('A1', 'x')}</row>`)), 'excel_headers'],
    [
      'a sheet with entities of its own',
      () => withSheet(`<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml(`<row r="1">${cell('A1', '&b;')}</row>`)}`),
      'excel_no_workbook',
    ],
    [
      'more rows than one file takes',
      () =>
        withSheet(
          sheetXml(
            Array.from({ length: 1002 }, (_, at) => `<row><c r="A${at + 1}"><v>1</v></c></row>`).join(''),
          ),
        ),
      'excel_too_many_rows',
    ],
    ['an archive that unpacks to much more', () => withSheet(' '.repeat(50_000_000)), 'excel_too_large'],
    [
      'a cell in the billionth row',
      () => withSheet(sheetXml('<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>')),
      'excel_no_workbook',
    ],
    [
      'a cell billions of columns away',
      () => withSheet(sheetXml('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>')),
      'excel_no_workbook',
    ],
    [
      'such a cell, written otherwise',
      () => withSheet(sheetXml("<x:row><x:c t='n' r = '&#90;ZZZZZZ1'><v>1</v></x:c></x:row>")),
      'excel_no_workbook',
    ],
    [
      'a cell further away than can be counted',
      () => withSheet(sheetXml(`<row r="1"><c r="<'${'Z'.repeat(200)}1"><v>1</v></c></row>`)),
      'excel_no_workbook',
    ],
    [
      'such a cell behind what looks like the end of its tag',
      () => withSheet(sheetXml('<row r="1"><c a=">" r="ZZZZZZZ1"><v>1</v></c></row>')),
      'excel_no_workbook',
    ],
    [
      'millions of empty cells',
      () =>
        withSheet(
          sheetXml(
            '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>',
          ),
        ),
      'excel_headers',
    ],
    [
      'a tag of megabytes',
      () => withSheet(`<worksheet><sheetData><row ${'a'.repeat(8_000_000)}>`),
      'excel_no_workbook',
    ],
    [
      'opened quotes',
      () => withSheet(`<worksheet><sheetData><row ${' a="'.repeat(500_001)}>`),
      'excel_no_workbook',
    ],
    [
      'a cell of megabytes',
      () => withSheet(sheetXml(`<row r="1">${cell('A1', 'x'.repeat(9_000_000))}</row>`)),
      'excel_headers',
    ],
    ['eleven megabytes', () => Buffer.alloc(11_000_000), 'excel_too_large'],
  ])('%s is refused with its reason', async (_name, make, code) => {
    writeFileSync(file, make());
    expect(await refusal()).toBe(code);
  });

  it('an archive that lies about its sizes is read no further than it says', async () => {
    const lying = withSheet(sheetXml(`<row r="1">${cell('A1', 'x'.repeat(9_000_000))}</row>`));
    const directory = lying.lastIndexOf(Buffer.from('504b0102', 'hex'));
    lying.writeUInt32LE(100, directory + 24);
    writeFileSync(file, lying);
    expect(await refusal()).toBe('excel_no_workbook');
  });

  it('any byte changed is an answer, never an exception', async () => {
    await fillIn([aPlan]);
    const bytes = readFileSync(file);
    const step = Math.ceil(bytes.length / 25);
    for (let at = 0; at < bytes.length; at += step) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      writeFileSync(file, broken);
      const answer = await desk.ask('plans.importPreview', { path: file });
      expect(answer.ok || answer.error.code).not.toBe('internal');
    }
  });

  it('no file at all', async () => {
    expect(await refusal()).toBe('not_found');
    // As an attachment would be: it is not said to be no workbook.
    file = folder;
    expect(await refusal()).toBe('file_unreadable');
  });

  it('a cell of a hundred thousand characters is a cell that is too long', async () => {
    const headRow = heads.map((text, at) => cell(`${columnOf(names[at] ?? 'no')}1`, text)).join('');
    const long = `<c r="A2"><v>1</v></c>${cell('B2', 'x'.repeat(100_000))}`;
    writeFileSync(file, withSheet(sheetXml(`<row r="1">${headRow}</row><row r="2">${long}</row>`)));
    expect((await preview()).records[0]?.problems.map(told)).toEqual([[2, 'B', 'excel_cell_too_long']]);
  });

  it('has words for every reason', () => {
    for (const [code] of excelFieldTexts) expect(describeField({ path: '', code })).not.toContain(code);
  });
});

describe('plans.import', () => {
  it('makes what the preview has shown, answers for each, and makes nothing twice', async () => {
    await fillIn([
      aPlan,
      { ...aPlan, no: '2', projectName: 'Second' },
      { no: '3', projectName: 'Third', category: '?' },
    ]);
    const { token, records: read } = await preview();
    const { made, results } = await desk.see('plans.import', { token });
    expect([made, results.map(({ no, state }) => [no, state])]).toEqual([
      2,
      [
        ['1', 'made'],
        ['2', 'made'],
      ],
    ]);
    const drafts = await desk.see('plans.list', { tab: 'draft' });
    expect(drafts.items.map(({ projectName }) => projectName).toSorted()).toEqual([
      'Laboratory equipment',
      'Second',
    ]);
    expect((await desk.see('plans.get', { id: read[0]?.id ?? '' })).plan.content).toEqual(read[0]?.content);
    expect(
      (await desk.see('plans.import', { token })).results.map(({ state, error }) => [state, error?.code]),
    ).toEqual([
      ['refused', 'already_exists'],
      ['refused', 'already_exists'],
    ]);
    await desk.must('sync.now', {});
    expect(server.row('plans', read[1]?.id ?? idOf(0))).toMatchObject({ content: { projectName: 'Second' } });
  });

  it('makes only those chosen, and says of one with problems that it was not made', async () => {
    await fillIn([aPlan, { ...aPlan, no: '2' }, { no: '3', projectName: 'Third', category: '?' }]);
    const { token } = await preview();
    const { made, results } = await desk.see('plans.import', { token, nos: ['2', '3', 'none'] });
    expect([made, results.map(({ no, state, error }) => [no, state, error?.code])]).toEqual([
      1,
      [
        ['2', 'made', undefined],
        ['3', 'refused', 'invalid_input'],
      ],
    ]);
  });

  it('knows no preview but the last, and none of another sign-in', async () => {
    await fillIn([aPlan]);
    const { token } = await preview();
    await preview();
    expect(await desk.ask('plans.import', { token })).toMatchObject({ error: { code: 'not_found' } });
    const again = await preview();
    await desk.must('session.signOut', { confirm: true });
    await desk.signIn('colleague');
    await desk.must('sync.now', {});
    expect(await desk.ask('plans.import', { token: again.token })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await desk.see('plans.list', {})).total).toBe(0);
  });

  it('says which plans were not tried when it is stopped', async () => {
    await fillIn(Array.from({ length: 40 }, (_, no) => ({ ...aPlan, no: `n${no}` })));
    const { token } = await preview();
    const importing = desk.see('plans.import', { token });
    await desk.must('session.signOut', { confirm: true });
    const { made, results } = await importing;
    expect(results).toHaveLength(40);
    expect(made).toBe(results.filter(({ state }) => state === 'made').length);
    expect(
      results
        .filter(({ state }) => state === 'not_tried')
        .every(({ error }) => error?.code === 'not_signed_in'),
    ).toBe(true);
    expect(existsSync(file)).toBe(true);
  });
});
