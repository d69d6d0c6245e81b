import { describe, expect, it } from 'vitest';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { planContents } from './form-content.ts';

const { changedFields, fieldChanges, mergeIncoming, read: readContent, stillUnreadable } = planContents;

describe('what an edit says', () => {
  it('names the changed fields alone, with the value the form began from', () => {
    const content = { ...exampleContent, projectName: 'Other', budgetAmount: 1 };
    expect(fieldChanges(exampleContent, content)).toEqual([
      { field: 'projectName', from: exampleContent.projectName, to: 'Other' },
      { field: 'budgetAmount', from: exampleContent.budgetAmount, to: 1 },
    ]);
  });

  it('says nothing of a table that was rebuilt with the same lines', () => {
    const content = { ...exampleContent, items: exampleContent.items.map((item) => ({ ...item })) };
    expect(changedFields(exampleContent, content)).toEqual([]);
  });
});

describe('another person’s edit arrives', () => {
  it('is taken over where nothing was typed', () => {
    const mine = { ...exampleContent, contact: 'Wang' };
    const theirs = { ...exampleContent, phone: '0374-7654321' };
    const merge = mergeIncoming(exampleContent, mine, theirs);
    expect(merge.taken).toEqual(['phone']);
    expect(merge.contested).toEqual([]);
    expect(merge.content).toEqual({ ...mine, phone: '0374-7654321' });
    expect(changedFields(merge.base, merge.content)).toEqual(['contact']);
  });

  it('is contested where both wrote, and what was typed stays', () => {
    const mine = { ...exampleContent, contact: 'Wang' };
    const theirs = { ...exampleContent, contact: 'Zhao' };
    const merge = mergeIncoming(exampleContent, mine, theirs);
    expect(merge.contested).toEqual(['contact']);
    expect(merge.content.contact).toBe('Wang');
    // The base is still the old one: an edit made now would be refused as a conflict rather than overwrite.
    expect(merge.base.contact).toBe(exampleContent.contact);
  });

  it('is no news where both wrote the same', () => {
    const same = { ...exampleContent, contact: 'Wang' };
    const merge = mergeIncoming(exampleContent, same, same);
    expect([merge.taken, merge.contested]).toEqual([[], []]);
    expect(changedFields(merge.base, merge.content)).toEqual([]);
  });
});

describe('what was kept', () => {
  it('forgets the text of a line that is gone and keeps that of the others', () => {
    const [item] = exampleContent.items;
    const unreadable = { budgetAmount: '12x', [`items.${item?.id}.qty`]: 'a', 'items.gone.qty': 'b' };
    expect(Object.keys(stillUnreadable(unreadable, exampleContent))).toEqual([
      'budgetAmount',
      `items.${item?.id}.qty`,
    ]);
  });

  it('is read field by field when the program has changed since', () => {
    const kept = { ...exampleContent, budgetAmount: 'many', noLongerThere: 1 };
    const read = readContent(kept);
    expect(read.projectName).toBe(exampleContent.projectName);
    expect(read.budgetAmount).toBe(emptyContent.budgetAmount);
    expect(read).not.toHaveProperty('noLongerThere');
  });

  it('is nothing when it is no content', () => {
    expect(readContent('x')).toEqual(emptyContent);
  });
});
