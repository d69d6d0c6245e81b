// 供应商 as the window composes it. The manual has no entry for them: they are found from the projects, from results, by search and in the list of commands.
import { IconBuildingStore } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import { label, supplierPages } from '#shared/text/index.ts';
import { supplierCommandWords } from './command-words.ts';
import { supplierRoutes } from './routes.tsx';

const { title } = supplierPages;

export const suppliersModule: WindowModule = {
  name: 'suppliers',
  routes: supplierRoutes,
  listWords: { suppliers: { tabs: {}, sorts: { updatedAt: label('suppliers.updatedAt') } } },
  under: { '/suppliers': '/projects' },
  pages: [
    {
      code: 'suppliers',
      name: title,
      route: '/suppliers',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office', 'supervisor'],
    },
  ],
  records: {
    suppliers: { name: title, icon: IconBuildingStore, route: (id) => `/suppliers/${id}` },
  },
  commands: [supplierCommandWords],
};
