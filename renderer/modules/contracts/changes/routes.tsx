import type { RouteObject } from 'react-router';
import { contractChangePages } from '#shared/text/index.ts';
import { ChangeFormPage } from './form/pages.tsx';
import { ChangePage } from './page/change-page.tsx';

const { form, viewChange } = contractChangePages;

export const contractChangeRoutes: readonly RouteObject[] = [
  { path: 'contracts/changes/new', handle: { crumb: form.newTitle }, element: <ChangeFormPage /> },
  { path: 'contracts/changes/:changeId', handle: { crumb: viewChange }, element: <ChangePage /> },
  {
    path: 'contracts/changes/:changeId/edit',
    handle: { crumb: form.editTitle },
    element: <ChangeFormPage />,
  },
];
