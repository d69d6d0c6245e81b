import { expect, it } from 'vitest';
import { groupsOf, routeOfHit } from './entries.ts';

it('opens a section in its project, and nothing that has no page', () => {
  const hit = (entity: string, id = 'a') => ({ page: { entity, id } });
  expect(routeOfHit(hit('plans'))).toBe('/plans/a');
  expect(routeOfHit(hit('projects', 'b'))).toBe('/projects/b');
  expect(routeOfHit(hit('sections'))).toBeUndefined();
  expect(routeOfHit(hit('organisations'))).toBeUndefined();
});

it('puts what was found under the name of its type, in the order in which it came', () => {
  const hit = (entity: string, id: string, page = { entity, id }) => ({ entity, id, page });
  const groups = groupsOf([
    hit('projects', 'a'),
    hit('sections', 'b', { entity: 'projects', id: 'a' }),
    hit('organisations', 'c'),
    hit('projects', 'd'),
  ]);
  expect(groups.map(({ title, items }) => [title, ...items.map(({ route }) => route)])).toEqual([
    ['项目', '/projects/a', '/projects/d'],
    ['标段', '/projects/a'],
  ]);
});
