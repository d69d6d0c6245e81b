import type { RouteObject } from 'react-router';
import { awardChangePages } from '#shared/text/index.ts';
import { ChangeFormPage } from './form/pages.tsx';
import { ChangeListPage } from './list/change-list-page.tsx';
import { ChangePage } from './page/change-page.tsx';

const { form, list } = awardChangePages;

export const awardChangeRoutes: readonly RouteObject[] = [
  { path: 'award-changes', element: <ChangeListPage /> },
  { path: 'award-changes/new', handle: { crumb: form.newTitle }, element: <ChangeFormPage /> },
  { path: 'award-changes/:changeId', handle: { crumb: list.view }, element: <ChangePage /> },
  { path: 'award-changes/:changeId/edit', handle: { crumb: form.editTitle }, element: <ChangeFormPage /> },
];
