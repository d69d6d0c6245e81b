import { describe, expect, it } from 'vitest';
import { formRoute } from './form-route.ts';

const id = '01890000-0000-7000-8000-000000000002';
const plan = { id: '01890000-0000-7000-8000-000000000001' };

describe('the form of a refused command', () => {
  it('is that of the plan, for 增加 and for 修改', () => {
    expect(formRoute({ id, name: 'plans.create' }, plan)).toBe(`/plans/new?draft=${plan.id}&refused=${id}`);
    expect(formRoute({ id, name: 'plans.edit' }, plan)).toBe(`/plans/${plan.id}/edit?refused=${id}`);
  });

  it('is that of the announcement, likewise', () => {
    expect(formRoute({ id, name: 'announcements.create' }, plan)).toBe(
      `/announcements/new?draft=${plan.id}&refused=${id}`,
    );
    expect(formRoute({ id, name: 'announcements.edit' }, plan)).toBe(
      `/announcements/${plan.id}/edit?refused=${id}`,
    );
  });

  it('is none for other commands and for what has no plan', () => {
    expect(formRoute({ id, name: 'plans.submit' }, plan)).toBeUndefined();
    expect(formRoute({ id, name: 'plans.create' }, { id: '../x' })).toBeUndefined();
  });
});
