import { describe, expect, it } from 'vitest';
import { homeOf, itemOf, maySee, menuFor } from '../menu.ts';
import { crumbsOf } from './crumbs.ts';

const words = (path: string, ...handles: unknown[]) =>
  crumbsOf(
    itemOf(path, path === '/projects' ? 'supervisor' : 'purchaser_clerk'),
    handles.map((handle) => ({ handle, pathname: path })),
  ).map(({ text }) => text);

describe('where I am', () => {
  it('is said in the words of the menu', () => {
    expect(words('/plans')).toEqual(['计划管理', '采购计划备案']);
    expect(words('/plans/new', undefined, { crumb: '增加' })).toEqual(['计划管理', '采购计划备案', '增加']);
    expect(words('/tasks')).toEqual(['我的', '待办']);
  });

  it('depends on what the list of projects is to the role', () => {
    const at = (role: Parameters<typeof itemOf>[1]) => itemOf('/announcements/1', role)?.item.text;
    expect(words('/announcements/1', { crumb: '公告' })).toEqual(['信息发布', '采购公告发布', '公告']);
    expect(at('agency')).toBe('采购公告发布');
    expect(at('procurement_office')).toBe('项目');
  });

  it('says nothing twice', () => {
    expect(words('/projects')).toEqual(['项目']);
    expect(words('/system/about', { crumb: '系统' }, { crumb: '关于' })).toEqual(['系统', '关于']);
  });

  it('does not take a longer name for a shorter one', () => {
    expect(itemOf('/planets', 'supervisor')).toBeUndefined();
  });

  it('ignores what is no word', () => {
    expect(words('/plans/1', null, { crumb: 3 }, 'x', { other: 'y' })).toEqual(['计划管理', '采购计划备案']);
  });
});

describe('the menu', () => {
  const routes = (role: Parameters<typeof menuFor>[0]) =>
    menuFor(role).flatMap(({ items }) => items.map(({ route }) => route));

  it.each([
    ['purchaser_clerk', ['/plans', '/projects', '/tasks', '/outbox', '/system'], []],
    ['supervisor', ['/plans', '/projects', '/outbox', '/system'], ['/tasks']],
    ['administrator', ['/outbox', '/system'], ['/plans', '/projects', '/tasks']],
  ] as const)('shows %s what they can work with, in the order of the modules', (role, own, others) => {
    const shown = routes(role);
    expect(shown.filter((route) => own.some((each) => each === route))).toEqual(own);
    expect(others.filter((route) => shown.includes(route))).toEqual([]);
  });

  it('leaves out groups without an item', () => {
    const titles = menuFor('administrator').map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['我的', '系统']));
    expect(titles).not.toContain('计划管理');
    expect(menuFor('administrator').filter(({ items }) => items.length === 0)).toEqual([]);
    expect(menuFor('system')).toEqual([]);
  });

  it.each([
    'purchaser_clerk',
    'purchaser_reviewer',
    'agency',
    'procurement_office',
    'supervisor',
    'administrator',
    'auditor',
  ] as const)('begins where %s may be', (role) => {
    expect(maySee(role, homeOf(role))).toBe(true);
  });

  it('keeps pages of others away', () => {
    expect(maySee('administrator', '/plans/0190')).toBe(false);
    expect(maySee('auditor', '/announcements/0190')).toBe(false);
    expect(maySee('supervisor', '/tasks')).toBe(false);
    expect(maySee('supervisor', '/no-such-page')).toBe(true);
  });
});
