// Filled-in templates as a unit would hand them over: two good plans and one that is wrong; and any other, by its heads.
import writeXlsxFile from 'write-excel-file/node';
import { forms } from '#shared/text/index.ts';
import { excelSheets, type ImportColumn, importHeaders } from '#shared/text/zh-CN/excel.ts';
import type { ImportWords } from '#shared/text/zh-CN/imports.ts';
import type { Stage } from './stage.ts';

type Row = Partial<Record<ImportColumn, string | number>>;

const common: Row = {
  fiscalYear: 2026,
  regionCode: '许昌市',
  category: '货物',
  method: '公开招标',
  orgForm: '分散采购',
  entrusted: '否',
  importAllowed: '否',
  plannedStart: '2026-12-28',
  contact: '贾宁',
  itemCode: 'A02010301',
};

const rows: readonly Row[] = [
  {
    ...common,
    no: '1',
    projectName: '2026年校园网防火墙采购项目',
    budgetAmount: '588,000.00',
    itemName: '下一代防火墙',
  },
  {
    ...common,
    no: '2',
    projectName: '2026年机房日志审计系统采购项目',
    budgetAmount: '306,000.00',
    itemName: '日志审计系统',
  },
  {
    ...common,
    no: '3',
    projectName: '2026年入侵防御设备采购项目',
    budgetAmount: '三十万',
    method: '公开招标采购',
    itemName: '入侵防御设备',
  },
];

export function writeImportFile(path: string): Promise<void> {
  return writeTemplate(path, excelSheets.plans, importHeaders, rows);
}

type Cells = Readonly<Record<string, string | number>>;

export async function writeTemplate(
  path: string,
  name: string,
  heads: Readonly<Record<string, string>>,
  filled: readonly Cells[],
): Promise<void> {
  const columns = Object.keys(heads);
  const sheet = [
    columns.map((column) => heads[column]),
    ...filled.map((row) => columns.map((column) => row[column] ?? null)),
  ];
  await writeXlsxFile(sheet as never, { sheet: name }).toFile(path);
}

/** Chooses it in the dialog of 导入 that is open. */
export async function chooseTemplate(
  stage: Stage,
  file: string,
  { choose, result }: ImportWords,
): Promise<void> {
  const button = stage.dialog().getByRole('button', { name: choose, exact: true });
  const [chooser] = await Promise.all([stage.page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(file);
  await stage.page.getByText(result, { exact: true }).waitFor();
}

export async function closeDialog(stage: Stage): Promise<void> {
  await stage.dialog().getByRole('button', { name: forms.close }).first().click();
}
