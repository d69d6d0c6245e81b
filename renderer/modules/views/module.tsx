// 视图 as the window composes it: saved views have no page of their own, they stand above every list (`ui/table/views-menu.tsx`).
import { IconBookmark } from '@tabler/icons-react';
import { kinds } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import { forms } from '#shared/text/index.ts';

export const viewsModule: WindowModule = {
  name: 'views',
  routes: [],
  records: { saved_views: { name: forms.views.button, icon: IconBookmark } },
  commands: [{ of: 'views', values: { list: kinds.hidden, look: kinds.hidden } }],
};
