// The window with the made-up module beside its own: menu, address, breadcrumb, palette, tones and tabs of 待办 come from what the module says.
import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { crumbsOf } from '#renderer/app/layout/crumbs.ts';
import { menuOf } from '#renderer/app/menu.ts';
import { listWordsOf, recordType, tonesOf } from '#renderer/app/module.ts';
import { groupsOf } from '#renderer/app/palette/entries.ts';
import { modules as product } from '#renderer/modules/index.ts';
import { inputWords } from '#renderer/modules/outbox/input-words.ts';
import { countsByTab, tabWords } from '#renderer/modules/tasks/task-kinds.ts';
import { toneOf } from '#renderer/ui/states/status-tones.ts';
import { anId } from '#test/builders/ids.ts';
import { visitList } from '../visits/list.ts';
import { visits } from '../visits/model.ts';
import { visitsModule } from '../visits/module.ts';
import { visitsWindow } from './module.tsx';
import { tabs, VisitListPage, visitColumns } from './visit-list-page.tsx';

const modules = [...product, visitsWindow];
const menu = menuOf(modules);
const id = anId('visit');

describe('the window of a made-up module', () => {
  it('has a place in the menu, for its roles alone', () => {
    const routes = (role: 'purchaser_clerk' | 'agency') =>
      menu.menuFor(role).flatMap(({ items }) => items.map(({ route }) => route));
    expect(routes('purchaser_clerk')).toContain('/visits');
    expect(routes('agency')).not.toContain('/visits');
    expect(menu.maySee('agency', `/visits/${id}`)).toBe(false);
  });

  it('has pages with addresses and names', () => {
    const routes = modules.flatMap((each) => each.routes);
    const crumbs = (path: string) => {
      const matches = (matchRoutes([...routes], path) ?? []).map(({ route, pathname }) => ({
        handle: route.handle,
        pathname,
      }));
      return crumbsOf(menu.itemOf(path, 'purchaser_clerk'), matches).map(({ text }) => text);
    };
    expect(crumbs('/visits')).toEqual(['采购计划', '供应商来访']);
    expect(crumbs(`/visits/${id}`)).toEqual(['采购计划', '供应商来访', '来访']);
    expect(crumbs('/visits/new')).toEqual(['采购计划', '供应商来访', '登记来访']);
  });

  it('has a page for its list, with a word for each tab and a column for each sort', () => {
    const route = visitsWindow.routes.find(({ path }) => path === visitList.name);
    expect(route?.element).toMatchObject({ type: VisitListPage });
    const sorts = visitColumns('purchaser_clerk').flatMap(({ sortBy = [] }) => sortBy);
    expect(sorts.toSorted()).toEqual(visitList.sortNames.toSorted());
    expect(Object.keys(tabs)).toEqual(visitList.tabNames);
  });

  it('tells in words how a saved view of its list differs from another', () => {
    const groups = modules.flatMap(({ commands = [] }) => commands);
    const { wordsOf } = inputWords(groups, 'views.edit', { id, changes: [] }, listWordsOf(modules));
    const look = {
      tab: 'waiting',
      filters: {},
      sort: { by: 'supplier', direction: 'asc' },
      search: '',
      hidden: [],
    };
    expect(wordsOf('look', look)).toBe('状态“待确认”，不筛选，按供应商升序，显示全部列');
  });

  it('shows what search finds under its name, on its page', () => {
    const hit = { entity: visits.name, page: { entity: visits.name, id } };
    expect(groupsOf([hit], modules)).toMatchObject([
      { title: '供应商来访', items: [{ route: `/visits/${id}` }] },
    ]);
    expect(groupsOf([hit])).toEqual([]);
  });

  it('has a tone for every state', () => {
    const tones = tonesOf(modules);
    const shown = (['draft', 'waiting', 'confirmed'] as const).map((status) =>
      toneOf(tones, 'visits.status', status),
    );
    expect(shown).toEqual(['neutral', 'waiting', 'done']);
  });

  it('has a tab in 待办 for each kind of task, and a page to do it on', () => {
    const types = modules.flatMap(({ tasks = [] }) => tasks);
    expect(tabWords(types)).toMatchObject({ 'visits.confirm': '确认来访' });
    expect(countsByTab({ 'plans.approve': 1, 'visits.confirm': 2 })).toMatchObject({ all: 3 });
    for (const { command, entity } of visitsModule.tasks) {
      expect(types.map(({ kind }) => kind)).toContain(command);
      expect(recordType(modules, entity.name)?.route?.(id)).toBe(`/visits/${id}`);
    }
  });
});
