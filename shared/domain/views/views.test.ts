// Saved views: whose they are, who sees them, what a list of another version does to them.
import { describe, expect, it } from 'vitest';
import { anActor, aUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aStore } from '#test/builders/world.ts';
import { type Actor, accountScope, administration, officeScope, regionScope, unitScope } from '../actor.ts';
import { visible } from '../entity.ts';
import { circleOf, savedLookSchema, savedViews } from './model.ts';

const clerk = anActor('purchaser_clerk');
const colleague: Actor = { ...clerk, accountId: anId('colleague') };
const stranger: Actor = { ...clerk, accountId: anId('stranger'), organisationId: anId('another unit') };
const id = anId('view');
const look = {
  tab: 'draft',
  filters: { method: 'OPEN' },
  sort: { by: 'updatedAt', direction: 'desc' },
  search: '',
  hidden: ['planNo'],
} as const;
const view = { id, list: 'plans', name: ' 待报送 ', look, shared: false };

describe('a saved view', () => {
  it('is its owner’s alone until it is shared with the unit', () => {
    const store = aStore();
    expect(store.run(clerk, 'views.save', view).ok).toBe(true);
    const own = store.get(savedViews, id);
    expect(own).toMatchObject({ name: '待报送', ownerId: clerk.accountId, ownerName: clerk.name, look });
    expect([clerk, colleague, stranger].map((actor) => visible(actor, savedViews, own))).toEqual([
      true,
      false,
      false,
    ]);
    expect(store.run(clerk, 'views.save', { ...view, shared: true }).ok).toBe(true);
    const shared = store.get(savedViews, id);
    expect(shared.sharedWith).toEqual([unitScope(clerk.organisationId ?? aUnit.id)]);
    expect([clerk, colleague, stranger].map((actor) => visible(actor, savedViews, shared))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is changed and removed by its owner alone', () => {
    const store = aStore();
    store.run(clerk, 'views.save', { ...view, shared: true });
    const refused = { ok: false, error: { code: 'not_found' } };
    expect(store.run(colleague, 'views.save', { ...view, name: 'x' })).toMatchObject(refused);
    expect(store.run(colleague, 'views.remove', { id })).toMatchObject(refused);
    expect(store.get(savedViews, id).ownerId).toBe(clerk.accountId);
    expect(store.run(clerk, 'views.remove', { id }).ok).toBe(true);
    expect(store.run(clerk, 'views.remove', { id })).toMatchObject(refused);
  });

  it('needs a name', () => {
    expect(aStore().run(clerk, 'views.save', { ...view, name: ' ' })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  it('may speak of lists, tabs and filters of another version, in bounds', () => {
    const other = { ...look, tab: 'archived', filters: { colour: 'red' } };
    expect(savedLookSchema.safeParse(other).success).toBe(true);
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, no) => [`filter${no}`, 'x']));
    expect(savedLookSchema.safeParse({ ...look, filters: many }).success).toBe(false);
    expect(savedLookSchema.safeParse({ ...look, filters: { __proto_: '', 'a b': 'x' } }).success).toBe(false);
  });
});

describe('whom a person shares with', () => {
  it('is never everybody, and for an office not the supervisors of its region', () => {
    const office: Actor = { ...anActor('procurement_office'), regionCodes: ['411002'] };
    const supervisor: Actor = { ...anActor('supervisor'), regionCodes: ['411002'] };
    expect(circleOf(office)).toEqual([officeScope('411002')]);
    expect(circleOf(supervisor)).toEqual([regionScope('411002')]);
    expect(circleOf(anActor('administrator'))).toEqual([administration]);
    for (const actor of [office, supervisor, clerk]) {
      expect(circleOf(actor)).not.toContain('all');
      expect(circleOf(actor)).not.toContain(accountScope(actor.accountId));
    }
  });
});
