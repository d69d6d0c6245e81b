import { describe, expect, it } from 'vitest';
import { draftOfRefused, refusedCreateOf } from '#renderer/ui/form/refused-command.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { planContents } from './form-content.ts';
import { planRecord } from './plan-record.ts';

const { names, readRefused } = planRecord;

const planId = '01890000-0000-7000-8000-000000000001';
const asked = (name: string, input: unknown, parts: object = {}) => ({
  item: {
    id: '01890000-0000-7000-8000-000000000002',
    no: 3,
    name,
    madeAt: 0,
    authority: 'local' as const,
    state: 'rejected' as const,
    error: { code: 'invalid_input' as const },
    doubt: null,
    dependsOnRejected: null,
    replacedBy: null,
    subject: null,
    ...parts,
  },
  version: 1,
  input,
});
const create = { id: planId, content: { ...emptyContent, projectName: '办公桌椅' } };
const edit = { id: planId, changes: [{ field: 'projectName', from: 'old', to: 'new' }] };

describe('a refused plan', () => {
  it('is filled into the form as it was asked for', () => {
    const refused = readRefused(asked('plans.create', create));
    expect(refused).toMatchObject({ name: 'plans.create', recordId: planId });
    const draft = refused && draftOfRefused(planContents, refused, null, emptyContent);
    expect(draft).toMatchObject({ base: null, content: { projectName: '办公桌椅' } });
  });

  it('keeps what others have saved beside a refused edit', () => {
    const refused = readRefused(asked('plans.edit', edit));
    const saved = { ...emptyContent, projectName: 'theirs', phone: '0374-1234567' };
    const draft = refused && draftOfRefused(planContents, refused, saved, emptyContent);
    expect(draft?.base).toMatchObject({ projectName: 'old', phone: '0374-1234567' });
    expect(draft?.content).toMatchObject({ projectName: 'new', phone: '0374-1234567' });
  });

  it('is found by its plan, where the form is opened without it', () => {
    const subject = (id: string) => ({ entity: 'plans', id, title: '办公桌椅' });
    const items = [
      asked('plans.create', create, { id: 'other', subject: subject('other') }).item,
      asked('plans.edit', edit, { id: 'edit', subject: subject(planId) }).item,
      asked('plans.create', create, { id: 'create', subject: subject(planId) }).item,
    ];
    expect(refusedCreateOf(names, items, planId)).toBe('create');
    expect(refusedCreateOf(names, items.slice(0, 2), planId)).toBeUndefined();
  });

  it('is nothing once it has been submitted anew or given up, or is of another kind', () => {
    expect(readRefused(asked('plans.edit', edit, { replacedBy: planId }))).toBeUndefined();
    expect(readRefused(asked('plans.edit', edit, { state: 'discarded' }))).toBeUndefined();
    expect(readRefused(asked('plans.submit', { id: planId }))).toBeUndefined();
    expect(readRefused(asked('plans.create', { id: planId }))).toBeUndefined();
  });
});
