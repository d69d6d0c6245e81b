// The menu in the manual's words and order, and who sees what. A module that is not built is not in it. Roles decide what is shown; what may
// be done is decided by `access` of each command, here and on the server.
import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';

export type MenuCount = 'tasks' | 'attention';
export type MenuItem = {
  readonly key: 'plans' | 'projects' | 'tasks' | 'outbox' | 'system';
  readonly text: string;
  readonly route: string;
  readonly roles: readonly Role[];
  readonly count?: MenuCount;
};
export type MenuGroup = { readonly title: string; readonly items: readonly MenuItem[] };

const everybody: readonly Role[] = [
  'purchaser_clerk',
  'purchaser_reviewer',
  'agency',
  'procurement_office',
  'supervisor',
  'administrator',
  'auditor',
];
const unit: readonly Role[] = ['purchaser_clerk', 'purchaser_reviewer'];
/** Whose scopes hold plans and projects. */
const business: readonly Role[] = [...unit, 'agency', 'procurement_office', 'supervisor'];
/** Who makes commands that can be refused, and who has plans waiting for them. */
const working: readonly Role[] = [...unit, 'procurement_office'];

const { menu } = appText;

export const menuGroups: readonly MenuGroup[] = [
  { title: menu.planning, items: [{ key: 'plans', text: menu.plans, route: '/plans', roles: business }] },
  {
    title: menu.projects,
    items: [{ key: 'projects', text: menu.projects, route: '/projects', roles: business }],
  },
  {
    title: menu.mine,
    items: [
      { key: 'tasks', text: menu.tasks, route: '/tasks', roles: working, count: 'tasks' },
      { key: 'outbox', text: menu.outbox, route: '/outbox', roles: everybody, count: 'attention' },
    ],
  },
  { title: menu.system, items: [{ key: 'system', text: menu.system, route: '/system', roles: everybody }] },
];

/** What this role sees; groups without an item left are left out. */
export function menuFor(role: Role): readonly MenuGroup[] {
  return menuGroups
    .map(({ title, items }) => ({ title, items: items.filter(({ roles }) => roles.includes(role)) }))
    .filter(({ items }) => items.length > 0);
}

/** Where a role begins: with what waits for it where it reviews, else with its list. */
export function homeOf(role: Role): string {
  switch (role) {
    case 'purchaser_clerk':
      return '/plans';
    case 'purchaser_reviewer':
    case 'procurement_office':
      return '/tasks';
    case 'agency':
    case 'supervisor':
      return '/projects';
    default:
      return '/system';
  }
}

/** The menu item a route lies under, whether or not this role sees it. */
export function itemOf(path: string): { readonly group: string; readonly item: MenuItem } | undefined {
  for (const { title, items } of menuGroups) {
    const item = items.find(({ route }) => path === route || path.startsWith(`${route}/`));
    if (item !== undefined) return { group: title, item };
  }
  return undefined;
}

/** A page of the menu that this role does not see is not for it. */
export function maySee(role: Role, path: string): boolean {
  return itemOf(path)?.item.roles.includes(role) ?? true;
}
