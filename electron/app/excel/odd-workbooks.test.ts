// What programs and people make of the template, through the desk's own door.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisations } from '#shared/domain/admin/model.ts';
import { exampleAgency } from '#shared/rules/plan-example.ts';
import { describeField } from '#shared/text/index.ts';
import { excelSheets, type ImportColumn, importHeaders } from '#shared/text/zh-CN/excel.ts';
import { differences } from '#test/inputs/every-column.ts';
import { oddCells, oddFiles, styles, textCell, type Workbook, workbook } from '#test/inputs/workbook.ts';
import { type ExcelDesk, openExcelDesk } from '../testing/excel-desk.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { idOf } from '../testing/town.ts';
import { columnLetters } from './column-letters.ts';
import { planColumns } from './plans/plan-columns.ts';

let server: FakeServer;
let desk: TestDesk;
let file: string;

let opened: ExcelDesk;
beforeEach(async () => {
  opened = await openExcelDesk();
  ({ server, desk, file } = opened);
});
afterEach(() => opened.close());

it('every odd cell in every column is read as a person reads it, or named', async () => {
  const found = await differences((bytes) => {
    writeFileSync(file, bytes);
    return desk.see('plans.importPreview', { path: file });
  });
  expect(found).toEqual([]);
});

it.each(oddFiles)('$name is refused with its reason', async ({ bytes, code }) => {
  writeFileSync(file, bytes());
  expect(await desk.ask('plans.importPreview', { path: file })).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'file', code }] },
  });
});

it.each(['Asia/Shanghai', 'UTC', 'America/New_York'])('cells say the same in %s', async (TZ) => {
  const script = `
    import { differencesHere } from './test/inputs/every-column.ts';
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    process.stdout.write(JSON.stringify({ timeZone, found: await differencesHere() }));
  `;
  const cwd = new URL('../../../', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd,
    env: { ...process.env, TZ },
  });
  expect(JSON.parse(stdout)).toEqual({ timeZone: TZ, found: [] });
});

it('every reason has words', () => {
  const codes = oddCells.flatMap(({ named = {} }) => Object.values(named));
  for (const code of new Set(codes)) expect(describeField({ path: '', code }), code).not.toContain(code);
});

type Row = Partial<Record<ImportColumn, (at: string) => string>>;
const letters = (name: ImportColumn) =>
  columnLetters(planColumns.findIndex((column) => column.name === name));
const text = (words: string) => (at: string) => textCell(at, words);
const number =
  (digits: string, style = 0) =>
  (at: string) =>
    `<c r="${at}" s="${style}"><v>${digits}</v></c>`;

function rowsXml(rows: readonly Row[], attributes: Readonly<Record<number, string>> = {}): string {
  const heads: Row = Object.fromEntries(planColumns.map(({ name }) => [name, text(importHeaders[name])]));
  return [heads, ...rows]
    .map((row, index) => {
      const cells = planColumns.map(({ name }) => row[name]?.(`${letters(name)}${index + 1}`) ?? '');
      return `<row r="${index + 1}"${attributes[index + 1] ?? ''}>${cells.join('')}</row>`;
    })
    .join('');
}

function preview(content: Workbook) {
  writeFileSync(file, workbook(content));
  return desk.see('plans.importPreview', { path: file });
}

const plan: Row = { no: text('1'), projectName: text('Desks') };
const sheetOf = (rows: readonly Row[]) => ({ name: excelSheets.plans, rows: rowsXml(rows) });

describe('workbooks as a whole', () => {
  it.each(['1', 'true'])('days are counted from 1904 where the file says %s', async (said) => {
    const rows = [{ ...plan, plannedStart: number('44641', styles.day) }];
    const { records: plans } = await preview({
      sheets: [sheetOf(rows)],
      before: `<workbookPr date1904="${said}"/>`,
    });
    expect(plans[0]?.content?.plannedStart).toBe('2026-03-22');
  });

  it('results that nobody has computed are not taken', async () => {
    const formula = (at: string) => `<c r="${at}"><f>SUM(A1:A3)</f><v>0</v></c>`;
    const rows = [{ ...plan, ceilingPrice: formula, budgetAmount: number('5') }];
    const { records: plans } = await preview({
      sheets: [sheetOf(rows)],
      behind: '<calcPr calcId="1" fullCalcOnLoad="1"/>',
    });
    expect(plans[0]?.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, letters('ceilingPrice'), 'excel_uncalculated'],
    ]);
  });

  it('rows that are not shown are read, and said to have been', async () => {
    const rows = rowsXml([plan, { ...plan, no: text('2') }], { 3: ' hidden="1"' });
    const { records: plans, hiddenRows } = await preview({ sheets: [{ name: excelSheets.plans, rows }] });
    expect([plans.map(({ no }) => no), hiddenRows]).toEqual([['1', '2'], [3]]);
  });

  it('columns of their own and other sheets like it are named as not read', async () => {
    const last = columnLetters(planColumns.length);
    const rows = rowsXml([plan]).replace('</row>', `${textCell(`${last}1`, 'Remarks')}</row>`);
    const filled = rows.replace(/<\/row>$/, `${textCell(`${last}2`, 'urgent')}</row>`);
    const { notRead } = await preview({
      sheets: [
        { name: 'Notes', rows: `<row r="1">${textCell('A1', 'how to fill it in')}</row>` },
        { name: excelSheets.plans, rows: filled },
        { name: 'Next year', rows },
      ],
    });
    expect(notRead).toEqual({ columns: ['Remarks'], sheets: ['Next year'] });
  });

  it('a sheet that is not asked for may be broken', async () => {
    const { records: plans, notRead } = await preview({
      sheets: [sheetOf([plan]), { name: 'Broken', rows: '<row>' }],
    });
    expect([plans.length, notRead.sheets]).toEqual([1, []]);
  });

  it('merged cells are said of each row, but no amount is', async () => {
    const [no, projectName, itemAmount] = [letters('no'), letters('projectName'), letters('itemAmount')];
    const rows = rowsXml([
      { ...plan, itemName: text('Desk'), itemAmount: number('1') },
      { itemName: text('Chair'), itemAmount: number('2') },
      { ...plan, no: text('2'), itemName: text('Lamp'), itemAmount: number('300') },
      { no: text('2'), itemName: text('Bulb') },
    ]);
    const merges = [
      `${no}2:${no}3`,
      `${projectName}2:${projectName}3`,
      `${no}6:${no}1000`,
      `${itemAmount}4:${itemAmount}5`,
    ];
    const more = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const { records: plans, problems } = await preview({ sheets: [{ name: excelSheets.plans, rows, more }] });
    expect(problems).toEqual([]);
    expect(plans[0]?.content?.items.map(({ name, amount }) => [name, amount])).toEqual([
      ['Desk', 100],
      ['Chair', 200],
    ]);
    expect(plans[1]?.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, itemAmount, 'excel_merged'],
    ]);
  });
});

describe('names', () => {
  const named = (no: number, name: string, uscc: string) => ({ ...exampleAgency, id: idOf(no), name, uscc });

  it('are found with brackets and blanks of either width, and exactly where two are alike', async () => {
    server.put(
      organisations,
      named(71, '河南诚信（集团）招标代理有限公司', '91410000MA3X12346A'),
      named(72, '许昌Ａ招标（集团）', '91410000MA3X12347A'),
      named(73, '许昌A招标(集团)', '91410000MA3X12348A'),
    );
    await desk.must('sync.now', {});
    const names = [
      '河南诚信(集团)招标代理有限公司',
      '河南诚信（集团）招标代理\n有限公司 ',
      '许昌A招标(集团)',
      '许昌a招标（集团)',
    ];
    const rows = names.map((name, index) => ({ ...plan, no: text(`${index}`), agency: text(name) }));
    const { records: plans } = await preview({ sheets: [sheetOf(rows)] });
    expect(plans.map(({ content, problems }) => content?.agencyId ?? problems[0]?.code)).toEqual([
      idOf(71),
      idOf(71),
      idOf(73),
      'excel_ambiguous',
    ]);
  });
});
