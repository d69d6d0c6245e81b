// The made-up module as the window composes it. In the product its words stand in shared/text, and its pages are drawn with house components.
import { IconUsers } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { kinds, recordForms } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { Visit, VisitContent } from '../visits/model.ts';
import { tabs, VisitListPage } from './visit-list-page.tsx';

const labels = { supplier: '供应商', purpose: '事由' } satisfies Record<keyof VisitContent, string>;

function VisitPage() {
  return <p>来访 {useParams()['visitId']}</p>;
}

export const visitsWindow: WindowModule = {
  name: 'visits',
  routes: [
    { path: 'visits', element: <VisitListPage /> },
    { path: 'visits/new', handle: { crumb: '登记来访' }, element: <p>登记来访</p> },
    { path: 'visits/:visitId', handle: { crumb: '来访' }, element: <VisitPage /> },
  ],
  menu: [
    {
      ...{ key: 'visits', group: '采购计划', text: '供应商来访', icon: IconUsers, route: '/visits' },
      roles: ['purchaser_clerk', 'purchaser_reviewer'],
    },
  ],
  listWords: { visits: { tabs, sorts: { updatedAt: '更新时间', supplier: '供应商' } } },
  records: { visits: { name: '供应商来访', icon: IconUsers, route: (id) => `/visits/${id}` } },
  tones: {
    'visits.status': { draft: 'neutral', waiting: 'waiting', confirmed: 'done' } satisfies Record<
      Visit['status'],
      StatusTone
    >,
  },
  commands: [
    {
      of: 'visits',
      forms: recordForms('visits', '/visits'),
      values: { purpose: kinds.long },
      field: (_command, path) => {
        const name = path.split('.').at(-1) ?? '';
        if (name !== 'supplier' && name !== 'purpose') return undefined;
        return { label: labels[name], words: String };
      },
    },
  ],
  tasks: [{ kind: 'visits.confirm', name: '确认来访', unnamed: '未填写供应商的来访' }],
};
