import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';
import { type PlanContent, plans } from './model.ts';

const clerk = anActor('purchaser_clerk', undefined, 'Zhang');
const colleague = anActor('purchaser_clerk', undefined, 'Li');
const { id, content } = aPlan().build();
const store = () => aStore().put(plans, aPlan().build());

describe('修改 by two people', () => {
  it('keeps both when they change different fields', () => {
    const shared = store();
    shared.run(clerk, 'plans.edit', { id, changes: [{ field: 'contact', from: 'Li', to: 'Wang' }] });
    const phone = { field: 'phone', from: content.phone, to: '13800000000' };
    expect(shared.run(colleague, 'plans.edit', { id, changes: [phone] }).ok).toBe(true);
    expect(shared.get(plans, id).content).toMatchObject({ contact: 'Wang', phone: '13800000000' });
    expect(shared.get(plans, id).fieldEdits).toMatchObject({
      contact: { name: 'Zhang' },
      phone: { name: 'Li' },
    });
  });

  it('shows both values, authors and times when they change the same field, and applies nothing', () => {
    const shared = store();
    const { now: applied } = shared;
    // Whatever the other desk's clock said.
    const wrong = Number.MAX_SAFE_INTEGER;
    shared.run(clerk, 'plans.edit', { id, changes: [{ field: 'contact', from: 'Li', to: 'Wang' }] }, wrong);
    const answer = shared.run(colleague, 'plans.edit', {
      id,
      changes: [
        { field: 'contact', from: 'Li', to: 'Zhao' },
        { field: 'phone', from: content.phone, to: '13800000000' },
      ],
    });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'conflict',
        conflicts: [
          {
            path: 'contact',
            base: 'Li',
            mine: 'Zhao',
            theirs: 'Wang',
            theirAuthor: 'Zhang',
            theirAt: applied,
          },
        ],
      },
    });
    expect(shared.get(plans, id).content.phone).toBe(content.phone);
  });

  it('is no conflict when both wrote the same', () => {
    const shared = store();
    const change = { id, changes: [{ field: 'contact', from: 'Li', to: 'Wang' }] };
    shared.run(clerk, 'plans.edit', change);
    expect(shared.run(colleague, 'plans.edit', change)).toEqual({ ok: true, value: [] });
    expect(shared.get(plans, id).fieldEdits.contact?.name).toBe('Zhang');
  });

  it('compares tables as a whole, whatever the order of their keys', () => {
    const shared = store();
    const [item] = content.items;
    const reordered = Object.fromEntries(Object.entries(item ?? {}).reverse());
    const change = { field: 'items', from: [reordered], to: [] };
    expect(shared.run(clerk, 'plans.edit', { id, changes: [change] }).ok).toBe(true);
    expect(shared.get(plans, id).content.items).toEqual([]);
  });
});

describe('修改 refuses', () => {
  it.each([
    ['a field that does not exist', { field: 'status', from: 'draft', to: 'filed' }],
    ['a name of the prototype', { field: '__proto__', from: null, to: { filed: true } }],
    ['a value of another type', { field: 'budgetAmount', from: 150_000_000, to: '1' }],
    ['a date that does not exist', { field: 'plannedStart', from: '2026-03-16', to: '2026-02-30' }],
  ])('%s', (_what, change) => {
    expect(store().run(clerk, 'plans.edit', { id, changes: [change] })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  it('one field twice', () => {
    const change = { field: 'contact', from: 'Li', to: 'Wang' };
    expect(store().run(clerk, 'plans.edit', { id, changes: [change, change] })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'changes', code: 'field_twice' }] },
    });
  });

  it('a plan that is under review', () => {
    const shared = aStore().put(plans, aPlan().submitted().build());
    const change = { field: 'contact', from: 'Li', to: 'Wang' };
    expect(shared.run(clerk, 'plans.edit', { id, changes: [change] })).toMatchObject({
      error: { code: 'wrong_state', params: { status: 'unit_review', expected: 'draft returned' } },
    });
  });
});

describe('property', () => {
  const textFields = ['projectName', 'contact', 'phone', 'performancePlace', 'budgetUnitCode'] as const;
  type Edit = { readonly field: (typeof textFields)[number]; readonly from: string; readonly to: string };

  function edited(...edits: readonly Edit[]): PlanContent {
    const shared = store();
    for (const edit of edits) shared.run(clerk, 'plans.edit', { id, changes: [edit] });
    return shared.get(plans, id).content;
  }
  const anEdit = fc
    .record({ field: fc.constantFrom(...textFields), to: fc.stringMatching(/^[a-z]{0,20}$/) })
    .map(({ field, to }): Edit => ({ field, from: content[field], to }));

  it('edits of different fields give one result in either order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anEdit, { minLength: 2, maxLength: 2, selector: ({ field }) => field }),
        ([first, second]) => {
          if (first === undefined || second === undefined) return;
          expect(edited(first, second)).toEqual(edited(second, first));
        },
      ),
    );
  });

  it('an edit whose base is out of date never changes the field', () => {
    fc.assert(
      fc.property(anEdit, anEdit, (first, second) => {
        fc.pre(first.field === second.field && first.to !== second.to && first.to !== first.from);
        expect(edited(first, second)[first.field]).toBe(first.to);
      }),
    );
  });
});
