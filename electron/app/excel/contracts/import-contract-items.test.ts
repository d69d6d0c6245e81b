// 导入 of 主要标的: every row is a line for the form, or says which of its cells is wrong.

import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { describeField } from '#shared/text/index.ts';
import { type ContractItemColumnName, contractItemHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import { type ExcelDesk, openExcelDesk } from '../../testing/excel-desk.ts';

type Filled = Partial<Record<ContractItemColumnName, string | number>>;
const names = Object.keys(contractItemHeaders) as ContractItemColumnName[];

let opened: ExcelDesk;
beforeEach(async () => {
  opened = await openExcelDesk();
});
afterEach(() => opened.close());

async function preview(rows: readonly Filled[]) {
  const heads = names.map((name) => contractItemHeaders[name]);
  const body = rows.map((row) => names.map((name) => row[name] ?? null));
  await writeXlsxFile([heads, ...body] as never, { sheet: excelSheets.contractItems }).toFile(opened.file);
  return opened.desk.see('contractItems.importPreview', { path: opened.file });
}

it('offers a template without a sheet of codes', async () => {
  await opened.desk.must('contractItems.importTemplate', { path: opened.file });
  const sheets = await readXlsxFile(opened.file);
  expect(sheets.map(({ sheet }) => sheet)).toEqual([excelSheets.contractItems, excelSheets.notes]);
});

it('reads lines with quantity and unit in one column or in two', async () => {
  const { records, rows } = await preview([
    { name: '分析仪', spec: 'FX-1\n双通道', qty: 2, unit: '台', unitPrice: '3.6万' },
    { name: '维保服务', requirement: '每季度一次', qty: '1项' },
    { name: '离心机', qty: '2台', unit: '台' },
  ]);
  expect(rows).toBe(3);
  expect(records.map(({ content, amounts }) => [content, amounts.length])).toMatchObject([
    [{ name: '分析仪', spec: 'FX-1\n双通道', requirement: '', qty: '2台', unitPrice: 3_600_000 }, 1],
    [{ name: '维保服务', spec: '', requirement: '每季度一次', qty: '1项', unitPrice: null }, 0],
    [{ name: '离心机', qty: '2台' }, 0],
  ]);
  expect(new Set(records.map(({ id }) => id)).size).toBe(3);
});

it('names what is wrong, and takes the rest', async () => {
  const { records } = await preview([
    { spec: 'no name', qty: 1 },
    { name: '分析仪', unit: '台' },
    { name: '分析仪', qty: '1'.repeat(40), unit: '台'.repeat(20) },
    { name: '分析仪', unitPrice: '-5' },
    { name: '离心机', qty: '1台', unitPrice: 5 },
  ]);
  const problems = records.flatMap((record) => record.problems);
  expect(problems.map(({ row, header, code }) => [row, header, code])).toEqual([
    [2, contractItemHeaders.name, 'excel_needed'],
    [3, contractItemHeaders.qty, 'excel_needed'],
    [4, contractItemHeaders.qty, 'too_big'],
    [5, contractItemHeaders.unitPrice, 'excel_negative'],
  ]);
  for (const { code, params } of problems) {
    expect(describeField({ path: '', code, params })).not.toMatch(/undefined|（[a-z_]+）/);
  }
  expect(records.map(({ content }) => content?.name ?? null)).toEqual([null, null, null, null, '离心机']);
});
