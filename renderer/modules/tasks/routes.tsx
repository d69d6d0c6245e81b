import type { RouteObject } from 'react-router';
import { TasksPage } from './tasks-page.tsx';

export const taskRoutes: readonly RouteObject[] = [{ path: 'tasks', element: <TasksPage /> }];
