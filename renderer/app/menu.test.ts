// The menu of modules made up for it; that of the product is asked for in `layout/crumbs.test.ts`.
import { IconFolders as icon } from '@tabler/icons-react';
import { describe, expect, it } from 'vitest';
import { menuOf } from './menu.ts';
import type { MenuEntry, WindowModule } from './module.ts';

const entry = (key: string, group: string, more: Partial<MenuEntry> = {}): MenuEntry => ({
  key,
  group,
  text: key,
  icon,
  route: `/${key}`,
  roles: ['agency'],
  ...more,
});
const modules: readonly WindowModule[] = [
  { name: 'first', routes: [], menu: [entry('first', 'A', { roles: ['agency', 'supervisor'] })] },
  { name: 'second', routes: [], menu: [entry('second', 'B', { home: ['agency'] })] },
  {
    name: 'third',
    routes: [],
    menu: [entry('third', 'A')],
    under: { '/notes': '/second' },
    lists: [
      {
        label: 'lists',
        roles: ['agency'],
        tabs: [
          { route: '/second', text: 'second' },
          { route: '/notes/all', text: 'notes' },
        ],
      },
    ],
  },
];
const menu = menuOf(modules);

describe('the menu', () => {
  it('puts entries under their heading, headings in the order of the modules', () => {
    expect(menu.menuFor('agency').map(({ title, items }) => [title, ...items.map(({ key }) => key)])).toEqual(
      [
        ['A', 'first', 'third'],
        ['B', 'second'],
      ],
    );
    expect(menu.menuFor('supervisor').map(({ title }) => title)).toEqual(['A']);
  });

  it('leads everybody to the page of the role, and nobody to a page of others', () => {
    expect(menu.homeOf('agency')).toBe('/second');
    expect(menu.maySee('supervisor', menu.homeOf('auditor'))).toBe(true);
    expect(modules.flatMap(({ menu: items = [] }) => items.map(({ route }) => route))).not.toContain(
      menu.homeOf('auditor'),
    );
    expect(menu.maySee('supervisor', '/second/1')).toBe(false);
  });

  it('finds a page without an entry under the entry that its module names', () => {
    expect(menu.itemOf('/notes/1', 'agency')).toMatchObject({ group: 'B', item: { key: 'second' } });
    expect(menu.maySee('supervisor', '/notes/1')).toBe(false);
    expect(menu.itemOf('/notebook', 'agency')).toBeUndefined();
  });

  it('shows the lists that stand beside the one that is open, to those who have a choice', () => {
    expect(menu.listsBeside('agency', '/notes/all')?.tabs).toHaveLength(2);
    expect(menu.listsBeside('agency', '/second')?.label).toBe('lists');
    expect(menu.listsBeside('agency', '/notes/1')).toBeNull();
    expect(menu.listsBeside('supervisor', '/second')).toBeNull();
  });
});
