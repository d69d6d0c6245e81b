// Where the form's pages are; the module's routes take them over. `plans/new` stands before `plans/:planId` by React Router's ranking.
import type { RouteObject } from 'react-router';
import { planForm } from '#shared/text/index.ts';
import { PlanFormPage, PlanPreviewPage } from './pages.tsx';

export const planFormRoutes: readonly RouteObject[] = [
  { path: 'plans/new', handle: { crumb: planForm.newTitle }, element: <PlanFormPage /> },
  { path: 'plans/:planId/edit', handle: { crumb: planForm.editTitle }, element: <PlanFormPage /> },
  { path: 'plans/:planId/preview', handle: { crumb: planForm.document.page }, element: <PlanPreviewPage /> },
];
