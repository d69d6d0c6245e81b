// What the palette offers besides records: pages of the menu and actions, by role. Found by name, pinyin and initials like codes in a picker.

import { systemPages } from '#renderer/modules/system/pages.ts';
import type { Role } from '#shared/domain/actor.ts';
import { appText, systemText } from '#shared/text/index.ts';
import { menuFor } from '../menu.ts';

export type Entry = {
  readonly code: string;
  readonly name: string;
  /** Under which heading of the menu it stands. */
  readonly detail?: string;
} & ({ readonly route: string } | { readonly does: 'sync' | 'lock' | 'light' | 'dark' });

const { search, menu } = appText;

export function pagesFor(role: Role): readonly Entry[] {
  const pages = menuFor(role).flatMap(({ title, items }) =>
    items.map(({ key, text, route }) => ({
      code: key,
      name: text,
      route,
      ...(title === text ? {} : { detail: title }),
    })),
  );
  const system = systemPages
    .filter(({ roles }) => roles === 'everybody' || roles.includes(role))
    .map(({ key }) => ({
      code: key,
      name: systemText.pages[key],
      route: `/system/${key}`,
      detail: menu.system,
    }));
  return [...pages, ...system];
}

export function actionsFor(role: Role, scheme: 'light' | 'dark'): readonly Entry[] {
  return [
    ...(role === 'purchaser_clerk' ? [{ code: 'create', name: search.createPlan, route: '/plans/new' }] : []),
    { code: 'sync', name: search.syncNow, does: 'sync' },
    scheme === 'dark'
      ? { code: 'light', name: search.light, does: 'light' }
      : { code: 'dark', name: search.dark, does: 'dark' },
    { code: 'lock', name: search.lock, does: 'lock' },
  ];
}

type Hit = { readonly page: { readonly entity: string; readonly id: string } };

const withPages: ReadonlySet<string> = new Set(['projects', 'plans', 'announcements']);

/** Where a found record is shown; undefined where the window has no page for it. */
export function routeOfHit({ page }: Hit): string | undefined {
  return withPages.has(page.entity) ? `/${page.entity}/${page.id}` : undefined;
}
