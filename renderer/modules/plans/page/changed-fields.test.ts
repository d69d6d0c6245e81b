import { describe, expect, it } from 'vitest';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { changedFields, fieldsOf } from './changed-fields.ts';

const names = {
  organisation: (id: string) => `organisation ${id.slice(-1)}`,
  platform: (id: string) => `platform ${id}`,
  policy: (code: string) => `policy ${code}`,
  plannedSection: (id: string) => `package ${id.slice(-1)}`,
};
const changed = (parts: Partial<typeof exampleContent>) =>
  changedFields(exampleContent, { ...exampleContent, ...parts }, names);

describe('what changed since the return', () => {
  it('is nothing when nothing changed', () => {
    expect(changed({})).toEqual([]);
  });

  it('shows each policy by its name with its answer', () => {
    const policies = [{ code: 'X', applies: false, rate: null, reason: '不涉及货物' }];
    expect(changed({ policies })).toEqual([
      {
        path: 'policies',
        kind: 'changed',
        before: 'policy DOMESTIC_PRODUCT：适用，价格扣除20%',
        after: 'policy X：不适用（不涉及货物）',
      },
    ]);
  });

  it('shows amounts in yuan and codes by name, in the order of the form', () => {
    expect(changed({ method: 'INQUIRY', budgetAmount: 160_000_000, platformId: 'other' })).toEqual([
      { path: 'budgetAmount', kind: 'changed', before: '¥1,500,000.00', after: '¥1,600,000.00' },
      { path: 'method', kind: 'changed', before: '公开招标', after: '询价' },
      { path: 'platformId', kind: 'changed', before: 'platform xuchang', after: 'platform other' },
    ]);
  });

  it('says with an empty word what was cleared', () => {
    expect(changed({ agencyId: null, contact: '' })).toEqual([
      { path: 'agencyId', kind: 'changed', before: 'organisation 2', after: '' },
      { path: 'contact', kind: 'changed', before: 'Li', after: '' },
    ]);
  });

  it('follows lines by their id: cells, new lines, removed lines', () => {
    const [item] = exampleContent.items;
    const [fund] = exampleContent.funds;
    if (item === undefined || fund === undefined) throw new Error('the example has an item and a fund');
    const added = { ...item, id: '00000000-0000-7000-8000-000000000999', name: 'Centrifuge' };
    const differences = changed({
      items: [added, { ...item, qty: '4' }],
      funds: [{ ...fund, id: '00000000-0000-7000-8000-000000000998', source: 'BOND' }],
    });
    expect(differences).toEqual([
      expect.objectContaining({ path: 'items.0', kind: 'added', before: '' }),
      { path: 'items.1.qty', kind: 'changed', before: '3', after: '4' },
      expect.objectContaining({ path: 'funds.0', kind: 'added' }),
      expect.objectContaining({ path: 'funds.0', kind: 'removed', after: '' }),
    ]);
    expect(differences[0]?.after).toContain('Centrifuge');
    expect(differences[3]?.before).toBe('一般公共预算资金 · ¥1,500,000.00 · 411000-26-0001');
    expect([...fieldsOf(differences)]).toEqual(['items', 'funds']);
  });

  it('says to which package an item was moved, and what a package says otherwise', () => {
    const items = exampleContent.items.map((item) => ({
      ...item,
      plannedSectionId: '00000000-0000-7000-8000-000000000301',
    }));
    const plannedSections = exampleContent.plannedSections.map((one) => ({ ...one, smeReserved: true }));
    expect(changed({ items, plannedSections })).toEqual([
      { path: 'items.0.plannedSectionId', kind: 'changed', before: '', after: 'package 1' },
      { path: 'plannedSections.0.smeReserved', kind: 'changed', before: '', after: '是' },
    ]);
  });

  it('does not take another order of the same lines for a change of what is bought', () => {
    const [item] = exampleContent.items;
    if (item === undefined) throw new Error('the example has an item');
    const other = { ...item, id: '00000000-0000-7000-8000-000000000999' };
    const before = { ...exampleContent, items: [item, other] };
    expect(changedFields(before, { ...before, items: [other, item] }, names)).toEqual([]);
  });
});
