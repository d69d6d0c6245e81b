import type { RouteObject } from 'react-router';
import { plansPages } from '#shared/text/index.ts';
import { planFormRoutes } from './form/routes.tsx';
import { PlanListPage } from './list/plan-list-page.tsx';
import { PlanPage } from './page/plan-page.tsx';

export const planRoutes: readonly RouteObject[] = [
  { path: 'plans', element: <PlanListPage /> },
  { path: 'plans/:planId', handle: { crumb: plansPages.list.view }, element: <PlanPage /> },
  ...planFormRoutes,
];
