// What the palette offers besides records: pages of the menu and actions, by role. Found by name, pinyin and initials like codes in a picker.
import { modules as all } from '#renderer/modules/index.ts';
import type { Role } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';
import { menuFor } from '../menu.ts';
import { type PaletteEntry, recordType, type WindowModule } from '../module.ts';

export type Entry = {
  readonly code: string;
  readonly name: string;
  /** Under which heading of the menu it stands. */
  readonly detail?: string;
} & ({ readonly route: string } | { readonly does: 'sync' | 'lock' | 'light' | 'dark' });

const { search } = appText;

export function pagesFor(role: Role): readonly Entry[] {
  const pages = menuFor(role).flatMap(({ title, items }) =>
    items.map(({ key, text, route }) => ({
      code: key,
      name: text,
      route,
      ...(title === text ? {} : { detail: title }),
    })),
  );
  return [...pages, ...all.flatMap(({ pages: own = [] }) => own).filter(isFor(role))];
}

export function actionsFor(role: Role, scheme: 'light' | 'dark'): readonly Entry[] {
  return [
    ...all.flatMap(({ actions = [] }) => actions).filter(isFor(role)),
    { code: 'sync', name: search.syncNow, does: 'sync' },
    scheme === 'dark'
      ? { code: 'light', name: search.light, does: 'light' }
      : { code: 'dark', name: search.dark, does: 'dark' },
    { code: 'lock', name: search.lock, does: 'lock' },
  ];
}

function isFor(role: Role) {
  return ({ roles }: PaletteEntry) => roles.includes(role);
}

type Hit = { readonly entity: string; readonly page: { readonly entity: string; readonly id: string } };

/** Where a found record is shown; undefined where the window has no page for it. */
export function routeOfHit(
  { page }: Pick<Hit, 'page'>,
  modules: readonly WindowModule[] = all,
): string | undefined {
  return recordType(modules, page.entity)?.route?.(page.id);
}

/** The records that have a page, under the name of their type, in the order in which the types were found. */
export function groupsOf<H extends Hit>(hits: readonly H[], modules: readonly WindowModule[] = all) {
  return [...Map.groupBy(hits, ({ entity }) => entity)].flatMap(([entity, found]) => {
    const type = recordType(modules, entity);
    const items = found.flatMap((hit) => {
      const route = routeOfHit(hit, modules);
      return route === undefined ? [] : [{ ...hit, route }];
    });
    return type === undefined || items.length === 0 ? [] : [{ title: type.name, icon: type.icon, items }];
  });
}
