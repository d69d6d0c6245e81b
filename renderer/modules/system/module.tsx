// 系统 as the window composes it: one menu entry, its pages in the palette.
import { IconSettings } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import { appText, label, systemText } from '#shared/text/index.ts';
import { systemCommandWords } from './command-words.ts';
import { systemPages } from './pages.ts';
import { systemRoutes } from './routes.tsx';

const { menu } = appText;

export const systemModule: WindowModule = {
  name: 'system',
  routes: systemRoutes,
  menu: [
    {
      key: 'system',
      group: menu.system,
      text: menu.system,
      icon: IconSettings,
      route: '/system',
      roles: humanRoles,
      home: ['administrator', 'auditor'],
    },
  ],
  listWords: {
    organisations: { tabs: {}, sorts: { name: label('organisation.name') } },
    accounts: { tabs: {}, sorts: { username: label('account.username') } },
  },
  pages: systemPages.map(({ key, roles }) => ({
    code: key,
    name: systemText.pages[key],
    route: `/system/${key}`,
    roles: roles === 'everybody' ? humanRoles : roles,
    detail: menu.system,
  })),
  commands: systemCommandWords,
};
