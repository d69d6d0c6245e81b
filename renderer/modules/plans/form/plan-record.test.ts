import { describe, expect, it } from 'vitest';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { planRecord } from './plan-record.ts';

const { draftKey, idOfDraft, readDraft } = planRecord;
const id = '00000000-0000-7000-8000-000000000010';

it('finds the plan of a draft by its key, and no other key', () => {
  expect(idOfDraft(draftKey(id))).toBe(id);
  expect(idOfDraft('contract/1')).toBeUndefined();
});

describe('reading a draft', () => {
  it('gives back what was kept, through JSON', () => {
    const draft = { base: exampleContent, content: exampleContent, unreadable: { budgetAmount: '1o' } };
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual({ about: null, ...draft });
  });

  it('keeps the content when the rest is unusable', () => {
    const read = readDraft({ content: { projectName: 'Chairs' }, unreadable: 3 });
    expect(read?.content.projectName).toBe('Chairs');
    expect(read?.base).toBeNull();
    expect(read?.unreadable).toEqual({});
  });

  it('is undefined for what is no draft', () => {
    expect(readDraft(null)).toBeUndefined();
    expect(readDraft({ content: 'x' })).toBeUndefined();
  });
});
