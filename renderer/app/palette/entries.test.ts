import { expect, it } from 'vitest';
import { routeOfHit } from './entries.ts';

it('opens what is found on its page, and nothing that has none', () => {
  const hit = (entity: string) => ({ page: { entity, id: 'a' } });
  expect(routeOfHit(hit('plans'))).toBe('/plans/a');
  expect(routeOfHit(hit('projects'))).toBe('/projects/a');
  expect(routeOfHit(hit('organisations'))).toBeUndefined();
});
