import { describe, expect, it } from 'vitest';
import { recordForms } from '#renderer/app/command-words.ts';
import { formRoute } from './form-route.ts';

const groups = [
  { of: 'plans', forms: recordForms('plans', '/plans') },
  { of: 'things', forms: { 'things.keep': (id: string) => `/things/${id}` } },
];
const id = '01890000-0000-7000-8000-000000000002';
const plan = { id: '01890000-0000-7000-8000-000000000001' };

describe('the form of a refused command', () => {
  it('is that of the record, for 增加 and for 修改', () => {
    expect(formRoute(groups, { id, name: 'plans.create' }, plan)).toBe(
      `/plans/new?draft=${plan.id}&refused=${id}`,
    );
    expect(formRoute(groups, { id, name: 'plans.edit' }, plan)).toBe(`/plans/${plan.id}/edit?refused=${id}`);
  });

  it('is found by what the command made, where its id follows from the rest of the input', () => {
    const made = { id, name: 'plans.create', subject: { entity: 'plans', id: plan.id, title: '' } };
    expect(formRoute(groups, made, { sectionId: id })).toBe(`/plans/new?draft=${plan.id}&refused=${id}`);
    expect(formRoute(groups, { ...made, subject: null }, { sectionId: id })).toBeUndefined();
  });

  it('is what its module says', () => {
    expect(formRoute(groups, { id, name: 'things.keep' }, plan)).toBe(`/things/${plan.id}`);
  });

  it('is none for other commands and for what has no record', () => {
    expect(formRoute(groups, { id, name: 'plans.submit' }, plan)).toBeUndefined();
    expect(formRoute(groups, { id, name: 'constructor' }, plan)).toBeUndefined();
    expect(formRoute(groups, { id, name: 'plans.create' }, { id: '../x' })).toBeUndefined();
  });
});
