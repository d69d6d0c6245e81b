// 采购计划备案 as the window composes it.
import { IconClipboardList } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { PlanStatus } from '#shared/domain/plans/model.ts';
import { appText, forms, plansPages } from '#shared/text/index.ts';
import { planCommandWords } from './command-words.ts';
import { BatchDialog } from './list/batch-dialog.tsx';
import { planRoutes } from './routes.tsx';

const { menu, search } = appText;
const { batch, list, tasks, unnamed } = plansPages;

export const plansModule: WindowModule = {
  name: 'plans',
  routes: planRoutes,
  menu: [
    {
      key: 'plans',
      group: menu.planning,
      text: menu.plans,
      icon: IconClipboardList,
      route: '/plans',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office', 'supervisor'],
      home: ['purchaser_clerk'],
    },
  ],
  actions: [{ code: 'create', name: search.createPlan, route: '/plans/new', roles: ['purchaser_clerk'] }],
  listWords: {
    plans: {
      tabs: list.tabs,
      sorts: { updatedAt: forms.listColumns.updatedAt, budgetAmount: list.columns.budgetAmount },
    },
  },
  records: {
    plans: { name: search.plans, icon: IconClipboardList, route: (id) => `/plans/${id}` },
  },
  tones: {
    'plans.status': {
      draft: 'neutral',
      unit_review: 'waiting',
      returned: 'returned',
      office_review: 'waiting',
      filed: 'done',
      pushed: 'progress',
      sections_received: 'done',
      in_execution: 'progress',
      completed: 'done',
      cancelled: 'danger',
    } satisfies Record<PlanStatus, StatusTone>,
  },
  commands: [planCommandWords],
  tasks: [
    {
      kind: 'plans.submit',
      name: tasks.submit,
      unnamed,
      batch: { label: batch.submit, dialog: (props) => <BatchDialog kind="submit" {...props} /> },
    },
    {
      kind: 'plans.approve',
      name: tasks.approve,
      unnamed,
      batch: { label: batch.approve, dialog: (props) => <BatchDialog kind="approve" {...props} /> },
    },
    // 备案 gives a number for good: each plan is filed on its page.
    { kind: 'plans.file', name: tasks.file, unnamed },
  ],
};
