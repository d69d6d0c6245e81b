// Where the form's pages are; the module's routes take them over. `plans/new` stands before `plans/:planId` by React Router's ranking.
import type { RouteObject } from 'react-router';
import { planForm } from '#shared/text/index.ts';
import { EditPlanPage, NewPlanPage, PlanPreviewPage } from './pages.tsx';

export const planFormRoutes: readonly RouteObject[] = [
  { path: 'plans/new', handle: { crumb: planForm.newTitle }, element: <NewPlanPage /> },
  { path: 'plans/:planId/edit', handle: { crumb: planForm.editTitle }, element: <EditPlanPage /> },
  { path: 'plans/:planId/preview', handle: { crumb: planForm.document.page }, element: <PlanPreviewPage /> },
];
