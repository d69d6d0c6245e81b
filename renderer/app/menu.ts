// The menu in the manual's words and order, and who sees what. A module that is not built is not in it. Roles decide what is shown; what may
// be done is decided by `access` of each command, here and on the server.
import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';

export type MenuCount = 'tasks' | 'attention';
export type MenuItem = {
  readonly key: 'plans' | 'announcements' | 'projects' | 'tasks' | 'outbox' | 'system';
  readonly text: string;
  readonly route: string;
  readonly roles: readonly Role[];
  /** Other addresses that lie under it. */
  readonly also?: readonly string[];
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
/** Who publishes: to them the list of projects is 采购公告发布, as the manual has it; to the others the projects themselves. */
const publishing: readonly Role[] = [...unit, 'agency'];
const watching: readonly Role[] = ['procurement_office', 'supervisor'];
/** Who makes commands that can be refused, and who has plans or announcements waiting for them. */
const working: readonly Role[] = [...publishing, 'procurement_office'];
/** An announcement is found from its project. */
const ofProjects = ['/announcements'];

const { menu } = appText;

export const menuGroups: readonly MenuGroup[] = [
  { title: menu.planning, items: [{ key: 'plans', text: menu.plans, route: '/plans', roles: business }] },
  {
    title: menu.publishing,
    items: [
      {
        key: 'announcements',
        text: menu.announcements,
        route: '/projects',
        roles: publishing,
        also: ofProjects,
      },
    ],
  },
  {
    title: menu.projects,
    items: [{ key: 'projects', text: menu.projects, route: '/projects', roles: watching, also: ofProjects }],
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

type Found = { readonly group: string; readonly item: MenuItem };

/** The menu item of this role that a route lies under; that of others where it has none. */
export function itemOf(path: string, role: Role): Found | undefined {
  const found = itemsOver(path);
  return found.find(({ item }) => item.roles.includes(role)) ?? found[0];
}

/** A page of the menu that this role does not see is not for it. */
export function maySee(role: Role, path: string): boolean {
  const found = itemsOver(path);
  return found.length === 0 || found.some(({ item }) => item.roles.includes(role));
}

export function liesUnder({ route, also = [] }: MenuItem, path: string): boolean {
  return [route, ...also].some((each) => path === each || path.startsWith(`${each}/`));
}

function itemsOver(path: string): readonly Found[] {
  return menuGroups.flatMap(({ title, items }) =>
    items.filter((item) => liesUnder(item, path)).map((item) => ({ group: title, item })),
  );
}
