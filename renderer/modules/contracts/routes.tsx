import type { RouteObject } from 'react-router';
import { contractPages, yearEndPages } from '#shared/text/index.ts';
import { acceptanceRoutes } from './acceptances/routes.tsx';
import { breachRoutes } from './breaches/routes.tsx';
import { contractChangeRoutes } from './changes/routes.tsx';
import { ContractFormPage } from './form/pages.tsx';
import { ContractListPage } from './list/contract-list-page.tsx';
import { ContractPage } from './page/contract-page.tsx';
import { paymentRoutes } from './payments/routes.tsx';
import { YearEndPage } from './year-end/year-end-page.tsx';

const { form, list } = contractPages;

export const contractRoutes: readonly RouteObject[] = [
  { path: 'contracts', element: <ContractListPage /> },
  { path: 'contracts/new', handle: { crumb: form.newTitle }, element: <ContractFormPage /> },
  { path: 'contracts/:contractId', handle: { crumb: list.view }, element: <ContractPage /> },
  { path: 'contracts/:contractId/edit', handle: { crumb: form.editTitle }, element: <ContractFormPage /> },
  ...contractChangeRoutes,
  ...acceptanceRoutes,
  ...paymentRoutes,
  ...breachRoutes,
  { path: 'year-end', handle: { crumb: yearEndPages.title }, element: <YearEndPage /> },
];
