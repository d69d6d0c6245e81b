// 采购公告发布 as the window composes it: announcements are found from their project, 采购意向 in a list beside the projects.
import { IconSpeakerphone } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { AnnouncementStatus } from '#shared/domain/announcements/model.ts';
import type { PushState } from '#shared/domain/projects/model.ts';
import { announcementPages, appText, forms } from '#shared/text/index.ts';
import { announcementCommandWords } from './command-words.ts';
import { announcementRoutes } from './routes.tsx';

const { menu, search } = appText;
const { lists, tasks, untitled: unnamed } = announcementPages;
const unit: readonly Role[] = ['purchaser_clerk', 'purchaser_reviewer'];

const statusTones = {
  draft: 'neutral',
  review: 'waiting',
  returned: 'returned',
  approved: 'waiting',
  published: 'done',
  withdrawn: 'danger',
} satisfies Record<AnnouncementStatus, StatusTone>;

export const announcementsModule: WindowModule = {
  name: 'announcements',
  routes: announcementRoutes,
  menu: [
    {
      // To those who publish, the list of projects is 采购公告发布, as the manual has it.
      key: 'announcements',
      group: menu.publishing,
      text: menu.announcements,
      icon: IconSpeakerphone,
      route: '/projects',
      roles: [...unit, 'agency'],
      home: ['agency'],
    },
  ],
  listWords: { intentions: { tabs: {}, sorts: { updatedAt: forms.listColumns.updatedAt } } },
  under: { '/announcements': '/projects' },
  lists: [
    {
      label: lists.label,
      // An agency is of projects alone: it has nothing to choose between.
      roles: [...unit, 'procurement_office', 'supervisor'],
      tabs: [
        { route: '/projects', text: lists.projects },
        { route: '/announcements/intentions', text: lists.intentions },
      ],
    },
  ],
  records: {
    announcements: {
      name: search.announcements,
      icon: IconSpeakerphone,
      route: (id) => `/announcements/${id}`,
    },
  },
  tones: {
    'announcements.status': statusTones,
    'announcements.sending': statusTones,
    'announcements.push': {
      not_needed: 'neutral',
      waiting: 'waiting',
      received: 'progress',
      accepted: 'done',
      rejected: 'danger',
      dead: 'danger',
    } satisfies Record<PushState['status'], StatusTone>,
  },
  commands: [announcementCommandWords],
  // What is published stands for good, word for word as it was approved: each is read on its page.
  tasks: [
    { kind: 'announcements.submit', name: tasks.submit, unnamed },
    { kind: 'announcements.approve', name: tasks.approve, unnamed },
    { kind: 'announcements.publish', name: tasks.publish, unnamed },
    { kind: 'announcements.create', name: tasks.end, unnamed },
  ],
};
