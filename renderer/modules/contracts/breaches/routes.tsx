import type { RouteObject } from 'react-router';
import { breachPages } from '#shared/text/index.ts';
import { BreachFormPage } from './form/pages.tsx';
import { BreachListPage } from './list/breach-list-page.tsx';
import { BreachPage } from './page/breach-page.tsx';

const { form, view } = breachPages;

export const breachRoutes: readonly RouteObject[] = [
  { path: 'breaches', element: <BreachListPage /> },
  { path: 'breaches/new', handle: { crumb: form.newTitle }, element: <BreachFormPage /> },
  { path: 'breaches/:breachId', handle: { crumb: view }, element: <BreachPage /> },
  { path: 'breaches/:breachId/edit', handle: { crumb: form.editTitle }, element: <BreachFormPage /> },
];
