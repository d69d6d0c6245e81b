// 标段推送: the trading centre answers a filed plan with its sections, and may say everything twice, late or wrongly.
import { describe, expect, it } from 'vitest';
import { anActor, anAgency } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { aSectionContent } from '#test/builders/sections.ts';
import { aStore } from '#test/builders/world.ts';
import { plans } from '../plans/model.ts';
import { projects, type Section, type SectionContent, sections } from './model.ts';
import { availableActions } from './workflow.ts';

const centre = anActor('trading_platform');
const office = anActor('procurement_office');
const system = anActor('system');
const { id } = aPlan().build();
const minute = 60_000;

function arrival(lotUid: string, changes: Partial<SectionContent> = {}, version = 1) {
  return {
    id: anId(lotUid),
    lotUid,
    version,
    pushedAt: planDay,
    content: { ...aSectionContent, ...changes },
  };
}

/** A store in which the plan has been filed and pushed. */
function filed() {
  const store = aStore().put(plans, aPlan().approved().build());
  store.run(office, 'plans.file', { id });
  return store;
}

const one = arrival('lot-1');
const two = arrival('lot-2', { sectionNo: '2', name: 'Section 2', budget: 50_000_000 });

function announced(store: ReturnType<typeof filed>, lotUid: string) {
  const section = store.get(sections, anId(lotUid));
  store.put(sections, { ...section, status: 'announced' });
}

describe('the centre pushes sections', () => {
  it('and the project has them: counted, summed, with the parties of the project', () => {
    const store = filed();
    expect(store.run(centre, 'sections.receive', { planId: id, sections: [one, two] }).ok).toBe(true);
    expect(store.get(plans, id).status).toBe('sections_received');
    expect(store.all(projects)).toMatchObject([
      { status: 'sections_received', sectionCount: 2, sectionBudgetTotal: 150_000_000, overBudget: false },
    ]);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({
      status: 'received',
      platformVersion: 1,
      agencyId: anAgency.id,
      regionCode: '411000',
    });
  });

  it('names the plan by its 备案号, also as other systems write it', () => {
    const store = filed();
    expect(store.run(centre, 'sections.receive', { planNo: 'XC-2026-0001', sections: [one] }).ok).toBe(true);
    expect(store.run(centre, 'sections.receive', { planNo: ' ＸＣ—2026-0001', sections: [two] }).ok).toBe(
      true,
    );
    expect(store.all(sections)).toHaveLength(2);
  });

  it('is warned about, not refused, when the sections exceed the budget', () => {
    const store = filed();
    const more = arrival('lot-1', { budget: 150_000_001 });
    expect(store.run(centre, 'sections.receive', { planId: id, sections: [more] }).ok).toBe(true);
    expect(store.all(projects)).toMatchObject([{ overBudget: true }]);
  });

  it('changes nothing when the same message comes again', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    expect(store.run(centre, 'sections.receive', { planId: id, sections: [one] })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('replaces a section that has not been announced', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    const changed = arrival('lot-1', { budget: 90_000_000 }, 2);
    expect(store.run(centre, 'sections.receive', { planId: id, sections: [changed] }).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ budget: 90_000_000, platformVersion: 2 });
    expect(store.all(projects)).toMatchObject([{ sectionCount: 1, sectionBudgetTotal: 90_000_000 }]);
  });

  it('keeps a change after publication as a difference, and drops it when the centre takes it back', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    announced(store, 'lot-1');
    const { id: _, ...changed } = arrival('lot-1', { name: 'New name' }, 2);
    expect(store.run(centre, 'sections.change', { planId: id, section: changed }).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({
      name: 'Section 1',
      platformVersion: 1,
      difference: { platformVersion: 2, content: { name: 'New name' } },
    });
    const back = { ...changed, version: 3, content: aSectionContent };
    expect(store.run(centre, 'sections.change', { planId: id, section: back }).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ difference: null, platformVersion: 3 });
  });

  it('has nothing to correct where a renewed centre only names the package of an announced section', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    announced(store, 'lot-1');
    const named = (name: string, version: number) => {
      const { id: _, ...section } = arrival('lot-1', { plannedSectionId: anId(name) }, version);
      return store.run(centre, 'sections.change', { planId: id, section });
    };
    expect(named('package', 2).ok).toBe(true);
    const renewed = { plannedSectionId: anId('package'), platformVersion: 2, difference: null };
    expect(store.get(sections, anId('lot-1'))).toMatchObject(renewed);
    // Another package is another thing to buy.
    expect(named('other package', 3).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ difference: { platformVersion: 3 } });
  });

  it('takes the same version once more where only the package is named, and keeps it where a centre goes back', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    announced(store, 'lot-1');
    const again = (plannedSectionId: string | null, version: number) => {
      const { id: _, ...section } = arrival('lot-1', { plannedSectionId }, version);
      return store.run(centre, 'sections.change', { planId: id, section });
    };
    const named = { plannedSectionId: anId('package'), difference: null };
    expect(again(anId('package'), 1).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ ...named, platformVersion: 1 });
    expect(again(null, 2).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ ...named, platformVersion: 2 });
    expect(again(null, 2).ok).toBe(true);
  });

  it.each([
    ['an older version', [arrival('lot-1', {}, 1)], 'stale', 'sections.0.version'],
    [
      'the same version with other content',
      [arrival('lot-1', { budget: 1 }, 2)],
      'duplicate_mismatch',
      'sections.0.version',
    ],
    [
      'a number that another section has',
      [two, arrival('lot-3', { sectionNo: '1' })],
      'already_exists',
      'sections.1.content.sectionNo',
    ],
  ])('refuses %s, as a whole', (_what, arrivals, code, path) => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [arrival('lot-1', {}, 2)] });
    expect(store.run(centre, 'sections.receive', { planId: id, sections: arrivals })).toMatchObject({
      error: { code, fields: [{ path }] },
    });
    expect(store.all(sections)).toHaveLength(1);
  });

  it('refuses a section that belongs to another project', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    store.put(plans, aPlan('second').approved().build());
    store.run(office, 'plans.file', { id: anId('second') });
    expect(store.run(centre, 'sections.receive', { planId: anId('second'), sections: [one] })).toMatchObject({
      error: { code: 'already_exists', fields: [{ code: 'section_elsewhere' }] },
    });
  });

  it('does not find plans of another centre, unknown plans, or a number that is not the plan’s', () => {
    const store = filed();
    const stranger = { ...centre, platformId: 'yuzhou' };
    for (const [actor, key] of [
      [stranger, { planId: id }],
      [centre, { planId: anId('nothing') }],
      [centre, { planNo: 'XC-2026-9999' }],
      [centre, { planId: id, planNo: 'XC-2026-9999' }],
    ] as const) {
      expect(store.run(actor, 'sections.receive', { ...key, sections: [one] })).toEqual({
        ok: false,
        error: { code: 'not_found' },
      });
    }
  });

  it('is refused while the plan is being changed or after it was cancelled', () => {
    const store = filed();
    store.run(office, 'plans.reopen', { id, reason: 'The unit asks for it.' });
    expect(store.run(centre, 'sections.receive', { planId: id, sections: [one] })).toMatchObject({
      error: { code: 'wrong_state', fields: [{ code: 'plan_not_open' }] },
    });
  });

  it('is not for people', () => {
    const store = filed();
    expect(store.run(office, 'sections.receive', { planId: id, sections: [one] })).toMatchObject({
      error: { code: 'not_allowed' },
    });
  });
});

describe('the centre cancels a section', () => {
  it('and it no longer counts; the plan waits again when none is left', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    const cancel = { planId: id, lotUid: 'lot-1', version: 2, reason: 'No bidders expected.' };
    expect(store.run(centre, 'sections.cancel', cancel).ok).toBe(true);
    expect(store.get(sections, anId('lot-1'))).toMatchObject({ status: 'cancelled' });
    expect(store.all(projects)).toMatchObject([{ status: 'waiting_for_sections', sectionCount: 0 }]);
    expect(store.get(plans, id).status).toBe('pushed');
    expect(store.run(centre, 'sections.cancel', cancel)).toEqual({ ok: true, value: [] });
  });

  it('but not one that has been announced', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    announced(store, 'lot-1');
    const cancel = { planId: id, lotUid: 'lot-1', version: 2, reason: 'No bidders expected.' };
    expect(store.run(centre, 'sections.cancel', cancel)).toMatchObject({
      error: { code: 'wrong_state', fields: [{ path: 'lotUid', code: 'section_announced' }] },
    });
  });

  it('which we have never seen: refused with the field', () => {
    const cancel = { planId: id, lotUid: 'lot-9', version: 1, reason: 'Unknown.' };
    expect(filed().run(centre, 'sections.cancel', cancel)).toMatchObject({
      error: { code: 'not_found', fields: [{ path: 'lotUid', code: 'unknown_section' }] },
    });
  });
});

describe('采购办 and announced sections', () => {
  it('neither reopens nor cancels the plan any more', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    announced(store, 'lot-1');
    for (const command of ['plans.reopen', 'plans.cancel']) {
      expect(store.run(office, command, { id, reason: 'Too late.' })).toMatchObject({
        error: { code: 'wrong_state', params: { section: '1' } },
      });
    }
  });

  it('cancels the plan with sections that are not announced', () => {
    const store = filed();
    store.run(centre, 'sections.receive', { planId: id, sections: [one, two] });
    store.run(office, 'plans.cancel', { id, reason: 'No funds any more.' });
    expect(store.all(sections).map(({ status, cancelReason }: Section) => [status, cancelReason])).toEqual([
      ['cancelled', 'No funds any more.'],
      ['cancelled', 'No funds any more.'],
    ]);
  });
});

describe('what became of the push', () => {
  const delivery = (status: string, at: number) => ({
    projectId: '',
    messageId: anId('message'),
    status,
    at,
    errorCode: status === 'rejected' ? 'unknown_unit' : null,
  });
  function delivered(...steps: readonly (readonly [string, number])[]) {
    const store = filed();
    const projectId = store.all(projects)[0]?.id ?? '';
    for (const [status, at] of steps) {
      expect(store.run(system, 'projects.recordDelivery', { ...delivery(status, at), projectId }).ok).toBe(
        true,
      );
    }
    return store;
  }

  it('is seen on the project; acceptance moves the plan on', () => {
    const store = delivered(['received', planDay + 1], ['accepted', planDay + 2]);
    expect(store.all(projects)).toMatchObject([
      {
        push: {
          status: 'accepted',
          receivedAt: planDay + 1,
          answeredAt: planDay + 2,
          lastContactAt: planDay + 2,
        },
      },
    ]);
    expect(store.get(plans, id).status).toBe('pushed');
  });

  it('may arrive in the wrong order or late', () => {
    expect(delivered(['accepted', planDay + 2], ['received', planDay + 1]).all(projects)).toMatchObject([
      { push: { status: 'accepted' } },
    ]);
    expect(delivered(['accepted', planDay - 1]).all(projects)).toMatchObject([
      { push: { status: 'waiting' } },
    ]);
  });

  it('names what the centre refused', () => {
    expect(delivered(['rejected', planDay + 2]).all(projects)).toMatchObject([
      { push: { status: 'rejected', errorCode: 'unknown_unit' } },
    ]);
  });
});

describe('再次请求', () => {
  const agency = anActor('agency');

  it('pushes the plan once more, at most every ten minutes', () => {
    const store = filed();
    const projectId = store.all(projects)[0]?.id ?? '';
    store.now += 9 * minute;
    expect(store.run(agency, 'projects.requestSections', { projectId })).toMatchObject({
      error: { code: 'rate_limited', params: { retryAt: planDay + 10 * minute } },
    });
    store.now += minute;
    expect(store.run(agency, 'projects.requestSections', { projectId }).ok).toBe(true);
    expect(store.sent.map(({ type }) => type)).toEqual(['plan.push', 'plan.push']);
    expect(store.run(agency, 'projects.requestSections', { projectId })).toMatchObject({
      error: { code: 'rate_limited' },
    });
  });

  it('is offered and possible only while sections are awaited', () => {
    const store = filed();
    const [project] = store.all(projects);
    if (project === undefined) throw new Error('no project was made');
    expect(availableActions(agency, project)).toEqual(['projects.requestSections']);
    store.run(centre, 'sections.receive', { planId: id, sections: [one] });
    expect(availableActions(agency, store.get(projects, project.id))).toEqual([]);
    store.now += 20 * minute;
    expect(store.run(agency, 'projects.requestSections', { projectId: project.id })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });
});
