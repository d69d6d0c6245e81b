// 未通过的操作 as the window composes it.
import { IconAlertTriangle } from '@tabler/icons-react';
import type { WindowModule } from '#renderer/app/module.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import { appText, outboxText } from '#shared/text/index.ts';
import { ItemPage } from './item-page.tsx';
import { OutboxPage } from './outbox-page.tsx';

const { menu } = appText;

export const outboxModule: WindowModule = {
  name: 'outbox',
  routes: [
    { path: 'outbox', element: <OutboxPage /> },
    { path: 'outbox/:id', element: <ItemPage />, handle: { crumb: outboxText.crumb } },
  ],
  menu: [
    {
      key: 'outbox',
      group: menu.mine,
      text: menu.outbox,
      icon: IconAlertTriangle,
      route: '/outbox',
      roles: humanRoles,
      count: 'attention',
    },
  ],
};
