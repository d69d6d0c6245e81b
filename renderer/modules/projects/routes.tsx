import type { RouteObject } from 'react-router';
import { projectsPages } from '#shared/text/index.ts';
import { ProjectListPage } from './list/project-list-page.tsx';
import { ProjectPage } from './page/project-page.tsx';

export const projectRoutes: readonly RouteObject[] = [
  { path: 'projects', element: <ProjectListPage /> },
  { path: 'projects/:projectId', handle: { crumb: projectsPages.guide }, element: <ProjectPage /> },
];
