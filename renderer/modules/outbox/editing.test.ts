import { describe, expect, it } from 'vitest';
import { kinds } from '#renderer/app/command-words.ts';
import { editableFields, locate, withValue } from './editing.ts';
import { inputWords } from './input-words.ts';

const created = {
  id: '0190',
  content: { projectName: 'a', budgetAmount: null, items: [{ id: 'i', qty: '1' }] },
};
const edited = { id: '0190', changes: [{ field: 'phone', from: '', to: '12' }] };

const { kindOf } = inputWords([], 'plans.create', created);

describe('changing a refused input', () => {
  it('offers plain values, the wrong ones first, never ids', () => {
    const fields = editableFields(
      created,
      { code: 'rule_broken', fields: [{ path: 'budgetAmount', code: 'plan.required' }] },
      kindOf,
    );
    expect(fields).toEqual([
      { path: 'content.budgetAmount', key: 'budgetAmount', value: null, wrong: true },
      { path: 'content.projectName', key: 'projectName', value: 'a', wrong: false },
      { path: 'content.items.0.qty', key: 'qty', value: '1', wrong: false },
    ]);
  });

  it('offers no file and nothing that its module calls technical', () => {
    const input = { file: { sha256: 'x', size: 3 }, edition: '2022', year: 2026 };
    const values = { edition: kinds.hidden, year: kinds.integer };
    const words = inputWords([{ of: 'things', values }], 'things.keep', input);
    expect(editableFields(input, null, words.kindOf).map(({ path }) => path)).toEqual(['year']);
  });

  it('knows the field of a change', () => {
    const error = { code: 'invalid_input', fields: [{ path: 'phone', code: 'x' }] } as const;
    expect(editableFields(edited, error, kindOf)).toEqual([
      { path: 'changes.0.to', key: 'phone', value: '12', wrong: true },
    ]);
  });

  it('finds where a refusal points', () => {
    expect(locate(created, 'items.0.qty')).toBe('content.items.0.qty');
    expect(locate(edited, 'phone')).toBe('changes.0.to');
    expect(locate(edited, 'contact')).toBeUndefined();
    expect(locate({}, '__proto__')).toBeUndefined();
  });

  it('changes one value and nothing else', () => {
    const changed = withValue(created, 'content.items.0.qty', '2');
    expect(changed).toEqual({ ...created, content: { ...created.content, items: [{ id: 'i', qty: '2' }] } });
    expect(created.content.items).toEqual([{ id: 'i', qty: '1' }]);
    expect(withValue(created, 'content.nothing', 1)).toEqual(created);
  });
});
