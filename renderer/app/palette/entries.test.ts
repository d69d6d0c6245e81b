import { expect, it } from 'vitest';
import { routeOfHit } from './entries.ts';

it('opens a section in its project, and nothing that has no page', () => {
  const hit = (entity: string, projectId: string | null = null) => ({ entity, id: 'a', projectId });
  expect(routeOfHit(hit('plans'))).toBe('/plans/a');
  expect(routeOfHit(hit('projects'))).toBe('/projects/a');
  expect(routeOfHit(hit('sections', 'b'))).toBe('/projects/b');
  expect(routeOfHit(hit('sections'))).toBeUndefined();
  expect(routeOfHit(hit('organisations'))).toBeUndefined();
});
