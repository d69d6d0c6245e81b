// The menu in the manual's words and order, and who sees what. It is made of what the modules declare, in their order; a module that is not built is not in
// it. Roles decide what is shown; what may be done is decided by `access` of each command, here and on the server.
import { modules as all } from '#renderer/modules/index.ts';
import type { ListGroup } from '#renderer/ui/table/list-tabs.tsx';
import type { Role } from '#shared/domain/actor.ts';
import type { MenuEntry, WindowModule } from './module.ts';

export type MenuGroup = { readonly title: string; readonly items: readonly MenuEntry[] };
type Found = { readonly group: string; readonly item: MenuEntry };

/** No page is there: of a role that sees none. */
const nowhere = '/nowhere';

export type Menu = {
  /** What this role sees; groups without an item left are left out. */
  readonly menuFor: (role: Role) => readonly MenuGroup[];
  /** Where a role begins. */
  readonly homeOf: (role: Role) => string;
  /** The menu item of this role that a route lies under; that of others where it has none. */
  readonly itemOf: (path: string, role: Role) => Found | undefined;
  /** A page of the menu that this role does not see is not for it. */
  readonly maySee: (role: Role, path: string) => boolean;
  readonly liesUnder: (item: MenuEntry, path: string) => boolean;
  /** The lists beside the one at this address; null where it stands alone. */
  readonly listsBeside: (role: Role, path: string) => ListGroup | null;
};

export function menuOf(modules: readonly WindowModule[]): Menu {
  const entries = modules.flatMap(({ menu = [] }) => menu);
  const under = modules.flatMap(({ under: places = {} }) => Object.entries(places));
  const lists = modules.flatMap(({ lists: groups = [] }) => groups);

  const liesUnder = ({ route }: MenuEntry, path: string) =>
    isWithin(path, route) || under.some(([address, of]) => of === route && isWithin(path, address));
  const itemsOver = (path: string): readonly Found[] =>
    entries.filter((item) => liesUnder(item, path)).map((item) => ({ group: item.group, item }));

  return {
    liesUnder,
    menuFor: (role) => {
      const seen = entries.filter(({ roles }) => roles.includes(role));
      return [...Map.groupBy(seen, ({ group }) => group)].map(([title, items]) => ({ title, items }));
    },
    homeOf: (role) => entries.find(({ home = [] }) => home.includes(role))?.route ?? nowhere,
    itemOf: (path, role) => {
      const found = itemsOver(path);
      return found.find(({ item }) => item.roles.includes(role)) ?? found[0];
    },
    maySee: (role, path) => {
      const found = itemsOver(path);
      return found.length === 0 || found.some(({ item }) => item.roles.includes(role));
    },
    listsBeside: (role, path) =>
      lists.find(({ roles, tabs }) => roles.includes(role) && tabs.some(({ route }) => route === path)) ??
      null,
  };
}

function isWithin(path: string, address: string): boolean {
  return path === address || path.startsWith(`${address}/`);
}

export const { menuFor, homeOf, itemOf, maySee, liesUnder, listsBeside } = menuOf(all);
