import { describe, expect, it } from 'vitest';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { planContentSchema } from '#shared/domain/plans/model.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { planSectionState, requiredNow, sectionFields, sectionIds } from './form-sections.ts';

const sectionState = (
  section: Parameters<typeof planSectionState>[0],
  content: Parameters<typeof planSectionState>[1],
  problems: readonly { readonly path: string }[] = [],
) => planSectionState(section, content, { findings: [], problems });

describe('sections', () => {
  it('hold every field of the content once', () => {
    const held = sectionIds.flatMap((id) => [...sectionFields[id]]);
    expect([...held].sort()).toEqual([...planContentSchema.keyof().options].sort());
  });

  it('say what is still missing, and when they are complete', () => {
    expect(sectionState('money', emptyContent).missing).toBe(2);
    expect(sectionState('money', exampleContent)).toEqual({
      missing: 0,
      errors: 0,
      warnings: 0,
      optional: false,
    });
  });

  it('are optional while nothing in them is required or filled in', () => {
    expect(sectionState('sections', emptyContent).optional).toBe(true);
    expect(sectionState('sections', exampleContent).optional).toBe(false);
  });

  it('count an error where it stands, in a line too', () => {
    const problems = [{ path: 'items.0.qty' }, { path: 'items.1.name' }, { path: 'phone' }];
    expect(sectionState('items', exampleContent, problems).errors).toBe(2);
    expect(sectionState('platform', exampleContent, problems).errors).toBe(1);
    expect(sectionState('method', exampleContent, problems).errors).toBe(0);
  });
});

describe('required at present', () => {
  it('follows the answers', () => {
    const open = { ...exampleContent, entrusted: false };
    expect(requiredNow(open).has('agencyId')).toBe(false);
    expect(requiredNow({ ...open, entrusted: true }).has('agencyId')).toBe(true);
    expect(requiredNow(open).has('methodReason')).toBe(false);
    expect(requiredNow({ ...open, method: 'INQUIRY' }).has('methodReason')).toBe(true);
  });
});
