// 中标结果变更备案 as the window composes it: a menu entry of 监督管理, and a part of the guide of a project.
import { IconArrowsExchange } from '@tabler/icons-react';
import { kinds, recordForms } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import type { ChangeStatus } from '#shared/domain/award-changes/model.ts';
import { appText, awardChangePages, label } from '#shared/text/index.ts';
import { ChangesOfProject } from './page/changes-of-project.tsx';
import { awardChangeRoutes } from './routes.tsx';

const { menu } = appText;
const { list, tasks, title: unnamed } = awardChangePages;

export const awardChangesModule: WindowModule = {
  name: 'award-changes',
  routes: awardChangeRoutes,
  menu: [
    {
      key: 'award-changes',
      group: menu.supervision,
      text: menu.awardChanges,
      icon: IconArrowsExchange,
      route: '/award-changes',
      roles: ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office', 'supervisor'],
    },
  ],
  actions: [
    {
      code: 'createAwardChange',
      name: awardChangePages.form.newTitle,
      route: '/award-changes/new',
      roles: ['purchaser_clerk'],
    },
  ],
  listWords: {
    'award-changes': { tabs: list.tabs, sorts: { updatedAt: label('awardChanges.updatedAt') } },
  },
  records: {
    award_changes: { name: unnamed, icon: IconArrowsExchange, route: (id) => `/award-changes/${id}` },
  },
  tones: {
    'awardChanges.status': {
      draft: 'neutral',
      review: 'waiting',
      returned: 'returned',
      approved: 'waiting',
      announced: 'done',
      closed: 'done',
      lapsed: 'neutral',
    } satisfies Record<ChangeStatus, StatusTone>,
  },
  commands: [
    {
      of: 'awardChanges',
      forms: recordForms('awardChanges', '/award-changes'),
      values: {
        sectionId: kinds.hidden,
        submittedAt: kinds.hidden,
        reasonCode: kinds.code(resultChangeReasons),
        reason: kinds.long,
        action: kinds.label('awardChanges.action'),
        contractState: kinds.label('awardChanges.contractState'),
        qualified: kinds.integer,
        sizeClass: kinds.label('suppliers.size'),
        amount: kinds.amount,
        purpose: kinds.label('awardChanges.purpose'),
      },
    },
  ],
  guide: ChangesOfProject,
  tasks: [
    { kind: 'awardChanges.submit', name: tasks.submit, unnamed },
    { kind: 'awardChanges.approve', name: tasks.approve, unnamed },
    { kind: 'awardChanges.publish', name: tasks.publish, unnamed },
  ],
};
