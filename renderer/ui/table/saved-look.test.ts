import { describe, expect, it } from 'vitest';
import { organisationList } from '#shared/domain/admin/list.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { chosenWhile, shownLook, viewChanges } from './saved-look.ts';

const saved = {
  tab: 'filed',
  filters: { method: 'OPEN' },
  sort: { by: 'budgetAmount', direction: 'asc' },
  search: '课桌',
  hidden: ['planNo'],
};
const read = (look: unknown) => shownLook(planList, { look: JSON.stringify(look) });

describe('a saved view', () => {
  it('is shown as it was saved', () => {
    const { search, hidden, ...look } = saved;
    expect(read(saved)).toEqual({ look, search, hidden });
  });

  it('loses tabs, filters and sorts that the list does not have', () => {
    const other = {
      ...saved,
      tab: 'archived',
      filters: { ...saved.filters, colour: 'red' },
      sort: { by: 'colour', direction: 'asc' },
    };
    expect(read(other).look).toEqual({
      tab: 'all',
      filters: { method: 'OPEN' },
      sort: { by: 'updatedAt', direction: 'desc' },
    });
  });

  it.each(['', 'null', '7', '{"search":7,"hidden":"x","filters":[]}', '{"tab":'])(
    'is as the list begins: %s',
    (look) => {
      expect(shownLook(organisationList, { look })).toEqual({
        look: { tab: 'all', filters: {}, sort: { by: 'name', direction: 'asc' } },
        search: '',
        hidden: [],
      });
    },
  );
});

describe('what is changed of a saved view', () => {
  const { search, hidden, ...look } = saved;
  const view = { name: '待报送', shared: 0, look: JSON.stringify(saved) } as const;

  it('is said field by field, with what it was', () => {
    expect(viewChanges(view, { name: '本季度', shared: true })).toEqual([
      { field: 'name', from: '待报送', to: '本季度' },
      { field: 'shared', from: false, to: true },
    ]);
    const other = { ...look, search: '空调', hidden };
    expect(viewChanges(view, { look: other })).toEqual([{ field: 'look', from: saved, to: other }]);
  });

  it('leaves out what stays as it is, whatever the order of its parts', () => {
    expect(viewChanges(view, { name: '待报送', shared: false, look: { hidden, search, ...look } })).toEqual(
      [],
    );
  });
});

describe('a view that is saved', () => {
  it('is the chosen one at once, and the one before where it was refused', async () => {
    const chosen: (string | null)[] = [];
    const choosing = { id: 'new', before: 'old', choose: (id: string | null) => void chosen.push(id) };
    const saved = await chosenWhile(choosing, async () => {
      expect(chosen).toEqual(['new']);
      return true;
    });
    expect([saved, chosen]).toEqual([true, ['new']]);
    expect(await chosenWhile(choosing, async () => false)).toBe(false);
    expect(chosen).toEqual(['new', 'new', 'old']);
  });
});
