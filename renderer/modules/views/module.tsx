// 视图 as the window composes it: saved views have no page of their own, they stand above every list (`ui/table/views-menu.tsx`).
import { IconBookmark } from '@tabler/icons-react';
import { kinds, type ListWords } from '#renderer/app/command-words.ts';
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
      field: (command, path, _input, lists) =>
        command === 'views.edit' && path === 'look'
          ? { label: label('views.look'), words: (value) => lookWords(value, lists) }
          : undefined,
    },
  ],
};

function lookWords(value: unknown, lists: readonly ListWords[]): string {
  const look = savedLookSchema.safeParse(value);
  if (!look.success) return '';
  const { tab, sort, filters, search, hidden } = look.data;
  // The list itself is not said with a change: of those that have such a tab and sort, all that say the same.
  const fitting = lists.filter(
    ({ tabs, sorts }) => Object.hasOwn(sorts, sort.by) && (Object.hasOwn(tabs, tab) || tab === 'all'),
  );
  return forms.views.look({
    tab: agreed(fitting.map(({ tabs }) => own(tabs, tab))),
    sort: agreed(fitting.map(({ sorts }) => own(sorts, sort.by))),
    direction: sort.direction,
    filters: Object.keys(filters).length,
    search,
    hidden: hidden.length,
  });
}

function own(words: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}

function agreed(words: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(words);
  return others.length === 0 ? first : null;
}
