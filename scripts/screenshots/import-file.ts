// A filled-in template with two good plans and one that is wrong, as a unit would hand it over.
import writeXlsxFile from 'write-excel-file/node';
import { excelSheets, type ImportColumn, importHeaders } from '#shared/text/zh-CN/excel.ts';

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

export async function writeImportFile(path: string): Promise<void> {
  const names = Object.keys(importHeaders) as ImportColumn[];
  const sheet = [
    names.map((name) => importHeaders[name]),
    ...rows.map((row) => names.map((name) => row[name] ?? null)),
  ];
  await writeXlsxFile(sheet as never, { sheet: excelSheets.plans }).toFile(path);
}
