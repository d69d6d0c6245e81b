// Projects and their sections as the window composes them. To those who publish, their list is 采购公告发布 and has its menu entry there.
import { IconFolders } from '@tabler/icons-react';
import { kinds } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import type { shownStatus } from '#shared/domain/projects/completion.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { appText, forms, projectsPages } from '#shared/text/index.ts';
import { eventKindTable } from './course/event-kinds.ts';
import { projectRoutes } from './routes.tsx';

const { menu, search } = appText;
const { list } = projectsPages;

export const projectsModule: WindowModule = {
  name: 'projects',
  routes: projectRoutes,
  menu: [
    {
      key: 'projects',
      group: menu.projects,
      text: menu.projects,
      icon: IconFolders,
      route: '/projects',
      roles: ['procurement_office', 'supervisor'],
      home: ['supervisor'],
    },
  ],
  listWords: {
    projects: {
      tabs: list.tabs,
      sorts: { updatedAt: forms.listColumns.updatedAt, filedAt: list.columns.filedAt },
    },
  },
  records: {
    projects: { name: search.projects, icon: IconFolders, route: (id) => `/projects/${id}` },
    sections: { name: search.sections, icon: IconFolders },
  },
  tones: {
    'projects.status': {
      waiting_for_sections: 'waiting',
      sections_received: 'done',
      in_execution: 'progress',
      completed: 'done',
      in_warranty: 'done',
      cancelled: 'danger',
    } satisfies Record<ReturnType<typeof shownStatus>, StatusTone>,
    'projects.push': {
      not_needed: 'neutral',
      waiting: 'waiting',
      received: 'progress',
      accepted: 'done',
      rejected: 'danger',
      dead: 'danger',
    } satisfies Record<Project['push']['status'], StatusTone>,
    'sections.status': {
      received: 'done',
      announced: 'progress',
      opened: 'progress',
      evaluated: 'progress',
      awarded: 'done',
      contracted: 'done',
      accepted: 'done',
      failed: 'danger',
      terminated: 'danger',
      cancelled: 'danger',
    } satisfies Record<Section['status'], StatusTone>,
  },
  commands: [
    { of: 'projects', values: { projectId: kinds.hidden } },
    {
      of: 'sectionEvents',
      values: {
        sectionId: kinds.hidden,
        noticeId: kinds.hidden,
        kind: kinds.code(eventKindTable),
        at: kinds.instant,
        note: kinds.long,
      },
    },
  ],
};
