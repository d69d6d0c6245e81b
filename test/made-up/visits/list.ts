// The list of visits. Words stand here only because nothing of this belongs to the product; its own stand in shared/text.
import { defineList } from '#shared/domain/list.ts';
import { visits } from './model.ts';

export const visitList = defineList(visits, {
  name: 'visits',
  tabs: { column: 'status', names: ['draft', 'waiting', 'confirmed'] },
  filters: ['purchaserId'],
  sorts: ['updatedAt', 'supplier'],
  shows: ['status', 'supplier', 'purchaserName', 'updatedAt'],
  export: {
    file: '来访.xlsx',
    sheet: '来访',
    columns: [
      { head: '供应商', width: 30, cell: ({ content }) => content.supplier },
      { head: '时间', width: 20, format: 'instant', cell: ({ updatedAt }) => updatedAt },
    ],
  },
});
