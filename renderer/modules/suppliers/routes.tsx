import type { RouteObject } from 'react-router';
import { supplierPages } from '#shared/text/index.ts';
import { SupplierListPage } from './list/supplier-list-page.tsx';
import { SupplierPage } from './page/supplier-page.tsx';

export const supplierRoutes: readonly RouteObject[] = [
  { path: 'suppliers', handle: { crumb: supplierPages.title }, element: <SupplierListPage /> },
  {
    path: 'suppliers/:supplierId',
    handle: { crumb: supplierPages.list.view },
    element: <SupplierPage />,
  },
];
