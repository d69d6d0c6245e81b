// 待办 as the window composes it.
import { IconChecklist } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import { appText } from '#shared/text/index.ts';
import { TasksPage } from './tasks-page.tsx';

const { menu } = appText;

export const tasksModule: WindowModule = {
  name: 'tasks',
  routes: [{ path: 'tasks', element: <TasksPage /> }],
  menu: [
    {
      key: 'tasks',
      group: menu.mine,
      text: menu.tasks,
      icon: IconChecklist,
      route: '/tasks',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office'],
      home: ['purchaser_reviewer', 'procurement_office'],
      count: 'tasks',
    },
  ],
};
