// 采购计划备案 as the manual tells it: 经办岗 fills in, 审核岗 reviews, 采购办 files, the plan goes to the trading centre.
import { describe, expect, it } from 'vitest';
import { anActor, anAgency, anotherUnit, aUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';
import { numberSeries, organisations, platforms, settings } from '../admin/model.ts';
import { projects, sections } from '../projects/model.ts';
import { contentForCopy, emptyContent } from './content.ts';
import { plans } from './model.ts';
import { availableActions, planWorkflow } from './workflow.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const { id, content } = aPlan().build();

function storeWith(...built: readonly ReturnType<typeof aPlan>[]) {
  return aStore().put(plans, ...built.map((builder) => builder.build()));
}

describe('经办岗 writes a plan', () => {
  it('is a draft of the clerk’s own unit, whatever the clerk writes', () => {
    const store = aStore();
    expect(store.run(clerk, 'plans.create', { id, content })).toMatchObject({ ok: true });
    expect(store.get(plans, id)).toMatchObject({
      status: 'draft',
      purchaserId: aUnit.id,
      purchaserUscc: aUnit.uscc,
      createdBy: clerk.accountId,
      leftUnit: false,
    });
  });

  it('may be empty', () => {
    expect(aStore().run(clerk, 'plans.create', { id, content: emptyContent }).ok).toBe(true);
  });

  it('is refused under an id that is taken', () => {
    const answer = storeWith(aPlan()).run(clerk, 'plans.create', { id, content });
    expect(answer).toMatchObject({ error: { code: 'already_exists' } });
  });

  it('is refused for a unit that is not active', () => {
    const store = aStore().put(organisations, { ...aUnit, active: false });
    expect(store.run(clerk, 'plans.create', { id, content })).toMatchObject({
      error: { code: 'reference_missing' },
    });
  });

  it('never takes in what is classified, neither new nor by an edit', () => {
    const store = storeWith(aPlan());
    const secret = { id: anId('secret'), content: { ...content, classified: true } };
    expect(store.run(clerk, 'plans.create', secret)).toMatchObject({ error: { code: 'classified' } });
    const edit = { id, changes: [{ field: 'classified', from: false, to: true }] };
    expect(store.run(clerk, 'plans.edit', edit)).toMatchObject({ error: { code: 'classified' } });
  });

  it('refuses text that cannot be shown or stored', () => {
    for (const projectName of ['a\u0000b', 'half a character \ud800']) {
      expect(aStore().run(clerk, 'plans.create', { id, content: { ...content, projectName } })).toMatchObject(
        {
          error: {
            code: 'invalid_input',
            fields: [{ path: 'content.projectName', code: 'invalid_characters' }],
          },
        },
      );
    }
  });

  it('is copied without what belongs to the old plan', () => {
    const copy = contentForCopy(aPlan().build(), () => anId('new line'));
    expect(copy).toMatchObject({ projectName: content.projectName, agencyAgreementNo: '', files: [] });
    expect(copy.items.map((item) => item.id)).toEqual([anId('new line')]);
    expect(aStore().run(clerk, 'plans.create', { id, content: copy }).ok).toBe(true);
  });

  it('is deleted only while nobody outside the unit has seen it', () => {
    const store = storeWith(aPlan('a'), aPlan('b').returned(), aPlan('c').approved());
    expect(store.run(clerk, 'plans.delete', { id: anId('a') }).ok).toBe(true);
    expect(store.has(plans, anId('a'))).toBe(false);
    expect(store.run(clerk, 'plans.delete', { id: anId('b') }).ok).toBe(true);
    store.run(office, 'plans.officeReturn', { id: anId('c'), reason: 'Please add the approval.' });
    expect(store.run(clerk, 'plans.delete', { id: anId('c') })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });
});

describe('提交', () => {
  it('brings a lawful plan to the reviewer', () => {
    const store = storeWith(aPlan());
    expect(store.run(clerk, 'plans.submit', { id }).ok).toBe(true);
    expect(store.get(plans, id)).toMatchObject({
      status: 'unit_review',
      submittedBy: clerk.accountId,
      acknowledgedWarnings: [],
    });
  });

  it('is not held up for a telephone number that looks like none', () => {
    const store = storeWith(aPlan().with({ phone: '0374-2961598转801' }));
    expect(store.run(clerk, 'plans.submit', { id }).ok).toBe(true);
    const other = storeWith(aPlan().with({ phone: 'ask at the gate' }));
    expect(other.run(clerk, 'plans.submit', { id })).toMatchObject({
      error: { code: 'warning_unacknowledged', fields: [{ path: 'phone', code: 'plan.phone' }] },
    });
    expect(other.run(clerk, 'plans.submit', { id, acknowledged: ['plan.phone'] }).ok).toBe(true);
    expect(other.get(plans, id).content.phone).toBe('ask at the gate');
  });

  it('names every broken rule at its field, with the article', () => {
    const store = storeWith(aPlan().with({ phone: '1', contact: '', ceilingPrice: 150_000_001 }));
    const answer = store.run(clerk, 'plans.submit', { id });
    expect(answer).toMatchObject({
      error: {
        code: 'rule_broken',
        fields: [
          { path: 'contact', code: 'plan.required', article: 'regulation/29' },
          {
            path: 'ceilingPrice',
            code: 'plan.ceiling',
            article: 'order87/12',
            params: { budget: 150_000_000 },
          },
        ],
      },
    });
    expect(store.get(plans, id).status).toBe('draft');
  });

  it('asks to read the warnings, and remembers that they were read', () => {
    const store = storeWith(aPlan().with({ intentionPublishedOn: '2026-03-01' }));
    expect(store.run(clerk, 'plans.submit', { id })).toMatchObject({
      error: {
        code: 'warning_unacknowledged',
        fields: [
          { path: 'plannedStart', code: 'plan.intention_days', params: { earliest: '2026-03-31' } },
          { path: 'intentionPublishedOn', code: 'plan.intention_days' },
        ],
      },
    });
    const read = { id, acknowledged: ['plan.intention_days'] };
    expect(store.run(clerk, 'plans.submit', read).ok).toBe(true);
    expect(store.get(plans, id).acknowledgedWarnings).toEqual(['plan.intention_days']);
  });

  it('marks a date as provisional in a year without published holidays', () => {
    const late = { fiscalYear: 2027, plannedStart: '2027-01-18', intentionPublishedOn: '2026-12-20' };
    expect(storeWith(aPlan().with(late)).run(clerk, 'plans.submit', { id })).toMatchObject({
      error: { fields: [{ params: { earliest: '2027-01-19', provisional: true } }, {}] },
    });
  });

  it('sees 化整为零 among the plans of the unit, and only of the unit', () => {
    const inquiry = {
      method: 'INQUIRY',
      methodReasonCode: 'LAW_32',
      methodReason: 'Standard goods in stock.',
      evalMethod: 'LOWEST_QUOTE',
      priceWeight: null,
    };
    const other = aPlan('other').withBudget(120_000_000).with(inquiry);
    const store = storeWith(
      aPlan().withBudget(120_000_000).with(inquiry),
      other.of(anActor('purchaser_clerk', anotherUnit)).submitted(),
    );
    expect(store.run(clerk, 'plans.submit', { id }).ok).toBe(true);
    store.put(plans, aPlan().withBudget(120_000_000).with(inquiry).build(), other.submitted().build());
    expect(store.run(clerk, 'plans.submit', { id })).toMatchObject({
      error: {
        code: 'warning_unacknowledged',
        fields: [{ code: 'plan.splitting', params: { plans: 2, sum: 240_000_000 } }, {}],
      },
    });
  });

  it('can be taken back until the reviewer has acted', () => {
    const store = storeWith(aPlan().submitted());
    expect(store.run(clerk, 'plans.takeBack', { id }).ok).toBe(true);
    expect(store.get(plans, id)).toMatchObject({ status: 'draft', submittedBy: null });
    store.put(plans, aPlan().approved().build());
    expect(store.run(clerk, 'plans.takeBack', { id })).toMatchObject({
      error: { code: 'wrong_state', params: { status: 'office_review' } },
    });
  });
});

describe('审核岗', () => {
  it('approves, and the plan leaves the unit', () => {
    const store = storeWith(aPlan().submitted());
    expect(store.run(reviewer, 'plans.approve', { id }).ok).toBe(true);
    expect(store.get(plans, id)).toMatchObject({ status: 'office_review', leftUnit: true });
  });

  it('decides on the submission that was looked at, and so does 采购办; a desk of before does not say which', () => {
    const anew = { error: { code: 'stale', fields: [{ path: 'id', code: 'submitted_anew' }] } };
    for (const [actor, command, builder] of [
      [reviewer, 'plans.approve', aPlan().submitted()],
      [reviewer, 'plans.return', aPlan().submitted()],
      [office, 'plans.officeReturn', aPlan().approved()],
      [office, 'plans.file', aPlan().approved()],
    ] as const) {
      const store = storeWith(builder);
      const { submittedAt } = store.get(plans, id);
      const input = {
        id,
        ...(command === 'plans.return' || command === 'plans.officeReturn' ? { reason: 'Wrong item.' } : {}),
      };
      // Taken back and submitted once more after the reviewer has opened it.
      store.put(plans, { ...store.get(plans, id), submittedAt: (submittedAt ?? 0) + 1 });
      expect(store.run(actor, command, { ...input, submittedAt }), command).toMatchObject(anew);
      expect(store.run(actor, command, input), command).toMatchObject({ ok: true });
      const again = storeWith(builder);
      expect(again.run(actor, command, { ...input, submittedAt }), command).toMatchObject({ ok: true });
    }
  });

  it('may not approve what the same person submitted', () => {
    const store = storeWith(aPlan().submitted(reviewer));
    expect(store.run(reviewer, 'plans.approve', { id })).toMatchObject({ error: { code: 'same_person' } });
    expect(availableActions(reviewer, store.get(plans, id))).toEqual(['plans.return']);
  });

  it('returns with a reason and keeps what was returned', () => {
    const store = storeWith(aPlan().submitted());
    expect(store.run(reviewer, 'plans.return', { id, reason: ' ' })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'reason', code: 'reason_short' }] },
    });
    expect(store.run(reviewer, 'plans.return', { id, reason: 'Wrong item.' }).ok).toBe(true);
    const plan = store.get(plans, id);
    expect(plan).toMatchObject({ status: 'returned', returnedContent: plan.content });
    expect(plan.history.at(-1)).toMatchObject({ action: 'plans.return', note: 'Wrong item.' });
  });

  it('cannot act on another unit’s plan, nor learn that it exists', () => {
    const store = storeWith(aPlan().submitted());
    const stranger = anActor('purchaser_reviewer', anotherUnit);
    const foreign = store.run(stranger, 'plans.approve', { id });
    const missing = store.run(stranger, 'plans.approve', { id: anId('nothing') });
    expect(foreign).toMatchObject({ error: { code: 'not_found' } });
    expect(foreign).toEqual(missing);
  });
});

describe('采购办 files', () => {
  it('gives the number, begins the project and pushes the plan, all at once', () => {
    const store = storeWith(aPlan().approved());
    const answer = store.run(office, 'plans.file', { id });
    expect(answer.ok).toBe(true);
    const plan = store.get(plans, id);
    expect(plan).toMatchObject({ status: 'filed', planNo: 'XC-2026-0001', filingRound: 1 });
    const [project] = store.all(projects);
    expect(project).toMatchObject({
      id: plan.projectId,
      planNo: 'XC-2026-0001',
      purchaserId: aUnit.id,
      agencyId: anAgency.id,
      regionCode: '411000',
      status: 'waiting_for_sections',
      push: { status: 'waiting', queuedAt: store.now },
    });
    expect(store.sent).toMatchObject([
      {
        type: 'plan.push',
        platformId: 'xuchang',
        body: { planNo: 'XC-2026-0001', projectId: plan.projectId },
      },
    ]);
  });

  it('counts on from the last number and skips numbers in use', () => {
    const store = storeWith(aPlan('a').approved(), aPlan('b').approved());
    store.put(plans, { ...aPlan('imported').build(), planNo: 'XC-2026-0001' });
    store.run(office, 'plans.file', { id: anId('a') });
    store.run(office, 'plans.file', { id: anId('b') });
    expect([store.get(plans, anId('a')).planNo, store.get(plans, anId('b')).planNo]).toEqual([
      'XC-2026-0002',
      'XC-2026-0003',
    ]);
    expect(store.get(numberSeries, 'plan/411000/2026').last).toBe(3);
  });

  it('sends nothing without a platform', () => {
    const store = storeWith(aPlan().with({ platformId: null }).approved());
    store.run(office, 'plans.file', { id });
    expect(store.all(projects)).toMatchObject([{ push: { status: 'not_needed' } }]);
    expect(store.sent).toEqual([]);
  });

  it('refuses a platform that is not active, and changes nothing', () => {
    const store = storeWith(aPlan().approved());
    store.put(platforms, ...store.all(platforms).map((platform) => ({ ...platform, active: false })));
    expect(store.run(office, 'plans.file', { id })).toMatchObject({
      error: { code: 'reference_missing', fields: [{ path: 'platformId' }] },
    });
    expect(store.get(plans, id).planNo).toBeNull();
    expect(store.all(numberSeries)).toEqual([]);
  });

  it('says so when no number pattern has been set for the region', () => {
    const elsewhere = { regionCode: '411081' };
    const store = storeWith(aPlan().with(elsewhere).approved());
    const official = { ...office, regionCodes: ['411081'] };
    expect(store.run(official, 'plans.file', { id })).toMatchObject({
      error: { code: 'reference_missing', params: { entity: 'number_patterns' } },
    });
  });

  it('does not reach plans of other regions or plans still in the unit', () => {
    const store = storeWith(aPlan('a').approved(), aPlan('b').submitted());
    const stranger = { ...office, regionCodes: ['411081'] };
    expect(store.run(stranger, 'plans.file', { id: anId('a') })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(store.run(office, 'plans.file', { id: anId('b') })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('is done by the server itself only where the setting says so', () => {
    const store = storeWith(aPlan().approved());
    const system = anActor('system');
    expect(store.run(system, 'plans.file', { id })).toMatchObject({ error: { code: 'not_allowed' } });
    store.put(settings, { id: 'plans.autoFile', value: true, updatedAt: 0 });
    expect(store.run(system, 'plans.file', { id }).ok).toBe(true);
  });
});

describe('采购办 changes its mind', () => {
  function filed() {
    const store = storeWith(aPlan().approved());
    store.run(office, 'plans.file', { id });
    return store;
  }

  it('reopens: number and project stay, the next filing is a change', () => {
    const store = filed();
    const projectId = store.get(plans, id).projectId;
    expect(store.run(office, 'plans.reopen', { id, reason: 'The unit asks for it.' }).ok).toBe(true);
    const edit = { id, changes: [{ field: 'projectName', from: content.projectName, to: 'New name' }] };
    expect(store.run(clerk, 'plans.edit', edit).ok).toBe(true);
    store.run(clerk, 'plans.submit', { id });
    store.run(reviewer, 'plans.approve', { id });
    expect(store.run(office, 'plans.file', { id }).ok).toBe(true);
    expect(store.get(plans, id)).toMatchObject({ planNo: 'XC-2026-0001', projectId, filingRound: 2 });
    expect(store.all(projects)).toMatchObject([{ id: projectId, name: 'New name' }]);
    expect(store.sent.map(({ type }) => type)).toEqual(['plan.push', 'plan.change']);
  });

  it('moves to another platform: the old one is told that the plan is withdrawn', () => {
    const store = filed();
    store.put(platforms, ...store.all(platforms).map((platform) => ({ ...platform, id: 'yuzhou' })));
    store.run(office, 'plans.reopen', { id, reason: 'Other centre.' });
    store.run(clerk, 'plans.edit', { id, changes: [{ field: 'platformId', from: 'xuchang', to: 'yuzhou' }] });
    store.run(clerk, 'plans.submit', { id });
    store.run(reviewer, 'plans.approve', { id });
    expect(store.run(office, 'plans.file', { id }).ok).toBe(true);
    expect(store.sent.slice(1).map(({ type, platformId }) => [type, platformId])).toEqual([
      ['plan.withdraw', 'xuchang'],
      ['plan.push', 'yuzhou'],
    ]);
    const answer = { messageId: anId('message'), status: 'accepted', at: store.now };
    const projectId = store.get(plans, id).projectId;
    const system = anActor('system');
    store.run(system, 'projects.recordDelivery', { ...answer, projectId, platformId: 'xuchang' });
    expect(store.all(projects)).toMatchObject([{ push: { status: 'waiting' } }]);
    store.run(system, 'projects.recordDelivery', { ...answer, projectId, platformId: 'yuzhou' });
    expect(store.all(projects)).toMatchObject([{ push: { status: 'accepted' } }]);
  });

  it('cancels plan, project and sections, and the centre is told', () => {
    const store = filed();
    expect(store.run(office, 'plans.cancel', { id, reason: 'No funds any more.' }).ok).toBe(true);
    expect(store.get(plans, id).status).toBe('cancelled');
    expect(store.all(projects)).toMatchObject([{ status: 'cancelled' }]);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'plan.withdraw',
      body: { reason: 'No funds any more.' },
    });
    expect(store.all(sections)).toEqual([]);
  });
});

describe('buttons', () => {
  it('offer exactly what role and state allow', () => {
    expect(availableActions(clerk, aPlan().build())).toEqual(['plans.edit', 'plans.submit', 'plans.delete']);
    expect(availableActions(reviewer, aPlan().submitted().build())).toEqual([
      'plans.approve',
      'plans.return',
    ]);
    expect(availableActions(office, aPlan().submitted().build())).toEqual([]);
    expect(availableActions(office, aPlan().approved().build())).toEqual([
      'plans.officeReturn',
      'plans.file',
    ]);
    expect(availableActions(anActor('purchaser_clerk', anotherUnit), aPlan().build())).toEqual([]);
    expect(availableActions(anActor('supervisor'), aPlan().approved().build())).toEqual([]);
  });

  it('have a line for every command', () => {
    const { commands } = planWorkflow;
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });
});
