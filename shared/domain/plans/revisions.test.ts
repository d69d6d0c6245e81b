import { describe, expect, it } from 'vitest';
import { aPlan } from '#test/builders/plans.ts';
import { upcast } from '../execute.ts';
import { commands } from '../registry.ts';
import { presentRow } from '../stored-body.ts';
import { type Plan, planContentSchema, plans } from './model.ts';

function commandOf(name: string) {
  const found = commands.get(name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

/** As revision 1 stored it. */
function ofRevision1<T extends object>(value: T): unknown {
  const added = new Set(['plannedSectionId', 'catalogCode', 'smeReserved', 'evalMethod']);
  return JSON.parse(
    JSON.stringify(value, function (this: unknown, key: string, held: unknown) {
      // Items and plans have fields of these names of their own.
      const isPackage = typeof this === 'object' && this !== null && 'reserve' in this;
      return key === 'plannedSectionId' || (isPackage && added.has(key)) ? undefined : held;
    }),
  );
}

describe('plans of revision 1', () => {
  const plan = aPlan().returned().build();

  it('are raised: no item names a package, no package says otherwise', () => {
    const stored = ofRevision1(plan);
    expect(JSON.stringify(stored)).not.toContain('plannedSectionId');
    expect(presentRow(plans, JSON.stringify(stored))).toEqual(plan);
  });

  it('keep what they held, also where a list is no list', () => {
    const odd = { ...plan, content: { ...plan.content, items: 'none' }, returnedContent: null };
    expect(presentRow(plans, JSON.stringify(ofRevision1(odd)))).toMatchObject({
      content: { items: 'none' },
      returnedContent: null,
    });
  });

  it('are made and edited by commands of before', () => {
    const { items, plannedSections } = plan.content;
    const made = upcast(commandOf('plans.create'), { id: plan.id, content: ofRevision1(plan.content) }, 1);
    expect(made).toEqual({ ok: true, value: { id: plan.id, content: plan.content } });
    const changes = [
      { field: 'items', from: ofRevision1(items), to: [] },
      { field: 'plannedSections', from: ofRevision1(plannedSections), to: ofRevision1(plannedSections) },
      { field: 'contact', from: 'Li', to: 'Wang' },
    ];
    expect(upcast(commandOf('plans.edit'), { id: plan.id, changes }, 1)).toEqual({
      ok: true,
      value: {
        id: plan.id,
        changes: [
          { field: 'items', from: items, to: [] },
          { field: 'plannedSections', from: plannedSections, to: plannedSections },
          { field: 'contact', from: 'Li', to: 'Wang' },
        ],
      },
    });
  });

  it('left drafts whose lines are read', () => {
    const draft = ofRevision1(plan.content) as Plan['content'];
    expect(planContentSchema.shape.items.parse(draft.items)).toEqual(plan.content.items);
    expect(planContentSchema.shape.plannedSections.parse(draft.plannedSections)).toEqual(
      plan.content.plannedSections,
    );
  });
});
