// 视图 as the window composes it: saved views have no page of their own, they stand above every list (`ui/table/views-menu.tsx`).
import { IconBookmark } from '@tabler/icons-react';
import { kinds } from '#renderer/app/command-words.ts';
import type { WindowModule } from '#renderer/app/module.ts';
import { savedLookSchema } from '#shared/domain/views/model.ts';
import { forms, label } from '#shared/text/index.ts';

export const viewsModule: WindowModule = {
  name: 'views',
  routes: [],
  records: { saved_views: { name: forms.views.button, icon: IconBookmark } },
  commands: [
    {
      of: 'views',
      values: { list: kinds.hidden, look: kinds.hidden },
      field: (command, path) =>
        command === 'views.edit' && path === 'look'
          ? { label: label('views.look'), words: lookWords }
          : undefined,
    },
  ],
};

function lookWords(value: unknown): string {
  const look = savedLookSchema.safeParse(value);
  if (!look.success) return '';
  const { filters, search, hidden } = look.data;
  return forms.views.look(Object.keys(filters).length, search, hidden.length);
}
