// 供应商: the list.
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import type { ExportColumn } from '../list-export.ts';
import { type Supplier, suppliers } from './model.ts';

const exportColumns: readonly ExportColumn<Supplier>[] = [
  { head: heads.supplierName, width: 40, cell: ({ name }) => name },
  { head: heads.uscc, width: 22, cell: ({ uscc }) => uscc },
  { head: heads.address, width: 44, cell: ({ address }) => address },
  {
    head: heads.sizeClass,
    width: 12,
    cell: ({ sizeClass }) => label(`suppliers.size.${sizeClass ?? 'unsaid'}`),
  },
  {
    head: heads.earlierNames,
    width: 40,
    cell: ({ earlierNames }) => earlierNames.map(({ name }) => name).join('\n') || null,
  },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const supplierList = defineList(suppliers, {
  name: 'suppliers',
  filters: ['sizeClass'],
  sorts: ['updatedAt'],
  shows: ['name', 'uscc', 'address', 'sizeClass', 'earlierNames', 'bannedUntil', 'updatedAt'],
  export: { file: exportFiles.suppliers, sheet: excelSheets.suppliers, columns: exportColumns },
});
