import type { RouteObject } from 'react-router';
import { acceptancePages } from '#shared/text/index.ts';
import { AcceptanceFormPage } from './form/pages.tsx';
import { AcceptanceListPage } from './list/acceptance-list-page.tsx';
import { AcceptancePage } from './page/acceptance-page.tsx';

const { form, view } = acceptancePages;

export const acceptanceRoutes: readonly RouteObject[] = [
  { path: 'acceptances', element: <AcceptanceListPage /> },
  { path: 'acceptances/new', handle: { crumb: form.newTitle }, element: <AcceptanceFormPage /> },
  { path: 'acceptances/:acceptanceId', handle: { crumb: view }, element: <AcceptancePage /> },
  {
    path: 'acceptances/:acceptanceId/edit',
    handle: { crumb: form.editTitle },
    element: <AcceptanceFormPage />,
  },
];
