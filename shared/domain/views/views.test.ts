// Saved views: whose they are, who sees them, what a list of another version does to them.
import { describe, expect, it } from 'vitest';
import { anActor, aUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { planDay } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';
import { type Actor, circleOf, scopeSchema, unitScope } from '../actor.ts';
import { visible } from '../entity.ts';
import { presentBody } from '../stored-body.ts';
import { type SavedView, savedLookSchema, savedViews } from './model.ts';

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
    const share = { id, changes: [{ field: 'shared', from: false, to: true }] };
    expect(store.run(clerk, 'views.edit', share).ok).toBe(true);
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
    const rename = { id, changes: [{ field: 'name', from: '待报送', to: 'x' }] };
    expect(store.run(colleague, 'views.save', { ...view, name: 'x' })).toMatchObject(refused);
    expect(store.run(colleague, 'views.edit', rename)).toMatchObject(refused);
    expect(store.run(colleague, 'views.remove', { id })).toMatchObject(refused);
    expect(store.get(savedViews, id).ownerId).toBe(clerk.accountId);
    expect(store.run(clerk, 'views.edit', rename).ok).toBe(true);
    expect(store.get(savedViews, id)).toMatchObject({ name: 'x', look });
    expect(store.run(clerk, 'views.remove', { id }).ok).toBe(true);
    expect(store.run(clerk, 'views.remove', { id })).toMatchObject(refused);
    expect(store.run(clerk, 'views.edit', rename)).toMatchObject(refused);
  });

  it('needs a name', () => {
    const store = aStore();
    const refused = { error: { code: 'invalid_input' } };
    expect(store.run(clerk, 'views.save', { ...view, name: ' ' })).toMatchObject(refused);
    store.run(clerk, 'views.save', view);
    const rename = { id, changes: [{ field: 'name', from: '待报送', to: ' ' }] };
    expect(store.run(clerk, 'views.edit', rename)).toMatchObject(refused);
  });

  it('is saved under an id once', () => {
    const store = aStore();
    store.run(clerk, 'views.save', view);
    expect(store.run(clerk, 'views.save', { ...view, name: 'x' })).toMatchObject({
      error: { code: 'already_exists' },
    });
    expect(store.get(savedViews, id).name).toBe('待报送');
  });

  it('may speak of lists, tabs and filters of another version, in bounds', () => {
    const other = { ...look, tab: 'archived', filters: { colour: 'red' } };
    expect(savedLookSchema.safeParse(other).success).toBe(true);
    // A kind of task is called by its command.
    expect(savedLookSchema.safeParse({ ...look, tab: 'plans.approve' }).success).toBe(true);
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, no) => [`filter${no}`, 'x']));
    expect(savedLookSchema.safeParse({ ...look, filters: many }).success).toBe(false);
    expect(savedLookSchema.safeParse({ ...look, filters: { __proto_: '', 'a b': 'x' } }).success).toBe(false);
  });
});

describe('a saved view that is changed on two desks of one person', () => {
  const lookOf = (search: string) => ({ ...look, search });
  const change = (field: string, from: unknown, to: unknown) => ({ id, changes: [{ field, from, to }] });
  const saved = () => {
    const store = aStore();
    store.run(clerk, 'views.save', view);
    return store;
  };

  it('keeps both where they changed different fields', () => {
    const store = saved();
    expect(store.run(clerk, 'views.edit', change('name', '待报送', '本季度')).ok).toBe(true);
    expect(store.run(clerk, 'views.edit', change('look', look, lookOf('课桌'))).ok).toBe(true);
    expect(store.get(savedViews, id)).toMatchObject({ name: '本季度', look: lookOf('课桌') });
  });

  it('hands both values back where they changed the same, and keeps what stands there', () => {
    const store = saved();
    // What a desk says of the time decides nothing.
    const early = planDay - 60_000;
    store.run(clerk, 'views.edit', change('look', look, lookOf('课桌')), early);
    expect(store.run(clerk, 'views.edit', change('look', look, lookOf('空调')))).toEqual({
      ok: false,
      error: {
        code: 'conflict',
        conflicts: [
          {
            path: 'look',
            base: look,
            mine: lookOf('空调'),
            theirs: lookOf('课桌'),
            theirAuthor: clerk.name,
            theirAt: planDay,
          },
        ],
      },
    });
    expect(store.get(savedViews, id).look).toEqual(lookOf('课桌'));
    // Chosen with both before one's eyes.
    expect(store.run(clerk, 'views.edit', change('look', lookOf('课桌'), lookOf('空调'))).ok).toBe(true);
    expect(store.get(savedViews, id).look).toEqual(lookOf('空调'));
  });

  it('says of one from before its fields were marked that its owner wrote it', () => {
    const store = saved();
    const { fieldEdits: _, ...before } = store.get(savedViews, id);
    const row = presentBody(savedViews, before) as SavedView;
    const edit = { by: row.ownerId, name: row.ownerName, at: row.updatedAt };
    expect(savedViews.schema.parse(row).fieldEdits).toEqual({ name: edit, shared: edit, look: edit });
  });
});

describe('a view that is shared', () => {
  const [city, county] = [['411000', '411002'], ['411002']];
  const inOffice = (office: string, regionCodes: readonly string[]): Actor => ({
    ...anActor('procurement_office', aUnit, office),
    ...{ organisationId: anId(office), regionCodes },
  });
  const supervisor = (name: string, regionCodes: readonly string[]): Actor => ({
    ...anActor('supervisor', aUnit, name),
    ...{ organisationId: null, regionCodes },
  });
  const people = {
    clerk,
    reviewer: anActor('purchaser_reviewer'),
    agency: anActor('agency'),
    'city office': inOffice('city', city),
    'county office': inOffice('county', county),
    'city supervisor': supervisor('a', city),
    'county supervisor': supervisor('b', county),
    administrator: anActor('administrator'),
    auditor: anActor('auditor'),
  };

  it.each<readonly [keyof typeof people, Actor, readonly (keyof typeof people)[]]>([
    ['clerk', clerk, ['clerk', 'reviewer']],
    ['agency', people.agency, ['agency']],
    ['city office', people['city office'], ['city office']],
    ['county office', people['county office'], ['county office']],
    ['city supervisor', supervisor('c', city.toReversed()), ['city supervisor']],
    ['county supervisor', supervisor('d', county), ['county supervisor']],
    ['administrator', people.administrator, ['administrator', 'auditor']],
  ])('by a %s reaches their colleagues alone', (_who, owner, reached) => {
    const store = aStore();
    expect(
      store.run({ ...owner, accountId: anId('owner') }, 'views.save', { ...view, shared: true }).ok,
    ).toBe(true);
    const shared = store.get(savedViews, id);
    const sees = Object.entries(people).filter(([, actor]) => visible(actor, savedViews, shared));
    expect(sees.map(([name]) => name)).toEqual(reached);
  });

  it('names its circle in few letters, however many regions a body answers for', () => {
    const regionCodes = Array.from({ length: 50 }, (_, no) => String(411000 + no));
    const [scope] = circleOf(supervisor('all', regionCodes));
    expect(scopeSchema.safeParse(scope).success).toBe(true);
  });
});
