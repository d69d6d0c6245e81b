// 变更采购方式: a section of a tender has failed; 经办岗 begins a plan that buys it by negotiation, 采购办 files it, the centre pushes a section in its place.
import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/kernel/dates.ts';
import { anActor, anAgency, anotherUnit } from '#test/builders/actors.ts';
import { typedTender } from '#test/builders/announcements.ts';
import {
  aStoreWithChange,
  aStoreWithFailedSection,
  aSuccessor,
  changeApproved,
  changeBegun,
  changeFilledIn,
  changePlan,
  drafted,
  failedSection,
  firstProject,
  goingOn,
  mustRun,
  projectOfChange,
  publishedBy,
  submitted,
} from '#test/builders/failed-section.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { announcements } from '../announcements/model.ts';
import { startable } from '../announcements/startable.ts';
import { gate } from '../projects/gates.ts';
import { projects, sections } from '../projects/model.ts';
import { plans } from './model.ts';
import { availableActions } from './workflow.ts';

const clerk = anActor('purchaser_clerk');
const office = anActor('procurement_office');
const centre = anActor('trading_platform');

const codesOf = (result: ReturnType<Store['run']>) =>
  result.ok ? [] : (result.error.fields ?? []).map(({ code }) => code);
const receive = (store: Store, ...arrivals: readonly object[]) =>
  store.run(centre, 'sections.receive', { planId: changePlan, sections: arrivals });

describe('变更采购方式', () => {
  it('begins with what is known of the sections that failed, and leaves the rest to be filled in', () => {
    const store = aStoreWithFailedSection();
    const before = store.all(plans)[0]?.content;
    mustRun(changeBegun(store));
    const plan = store.get(plans, changePlan);
    expect(plan).toMatchObject({
      status: 'draft',
      planNo: null,
      predecessor: {
        planNo: 'XC-2026-0001',
        method: 'OPEN_TENDER',
        budgetAmount: 150_000_000,
        sections: [{ sectionId: failedSection, lotUid: 'lot-2', budget: 75_000_000, rounds: 1 }],
      },
      content: {
        projectName: before?.projectName,
        contact: before?.contact,
        agencyId: before?.agencyId,
        agencyAgreementNo: before?.agencyAgreementNo,
        policies: before?.policies,
        intentionId: before?.intentionId,
        method: 'COMPETITIVE_NEGOTIATION',
        methodApprovalNo: '',
        methodReasonCode: null,
        budgetAmount: 75_000_000,
        funds: [{ amount: 75_000_000 }],
        plannedStart: null,
        priceWeight: null,
      },
    });
    const [planned] = plan.content.plannedSections;
    expect(plan.predecessor?.sections[0]?.plannedSectionId).toBe(planned?.id);
    expect(plan.content.items.every((item) => item.plannedSectionId === planned?.id)).toBe(true);
    expect(store.get(sections, failedSection)).toMatchObject({
      status: 'failed',
      successor: { planId: changePlan, planNo: null, projectId: null },
    });
    expect(store.get(sections, goingOn)).toMatchObject({ status: 'announced', successor: null });
  });

  it('is the unit’s own, for sections of the project that have failed, by another method', () => {
    const store = aStoreWithFailedSection();
    const projectId = firstProject(store).id;
    const input = { id: changePlan, projectId, sectionIds: [failedSection], method: 'INQUIRY' };
    const run = (actor: typeof clerk, change: object) =>
      store.run(actor, 'plans.changeMethod', { ...input, ...change });
    expect(run(anActor('agency', anAgency), {})).toMatchObject({ error: { code: 'not_allowed' } });
    expect(run(anActor('purchaser_clerk', anotherUnit), {})).toMatchObject({ error: { code: 'not_found' } });
    expect(codesOf(run(clerk, { sectionIds: [goingOn] }))).toEqual(['section_in_course']);
    expect(codesOf(run(clerk, { sectionIds: [anId('nowhere')] }))).toEqual(['unknown_section']);
    expect(codesOf(run(clerk, { method: 'OPEN_TENDER' }))).toEqual(['same_method']);
    expect(codesOf(run(clerk, { method: 'constructor' }))).toEqual(['invalid_value']);
    store.put(sections, { ...store.get(sections, failedSection), status: 'terminated' });
    expect(codesOf(run(clerk, {}))).toEqual(['section_terminated']);
  });

  it('of two who begin, the first stands', () => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    const second = changeBegun(store, anId('second'));
    expect(codesOf(second)).toEqual(['method_changed']);
    expect(store.has(plans, anId('second'))).toBe(false);
  });

  it('ends the method of before for the section, with a word of the plan that changes it', () => {
    const store = aStoreWithFailedSection();
    const again = drafted(store, 'again', {
      ...{ type: 'TENDER', sectionIds: [failedSection], content: typedTender },
    });
    submitted(store, 'announcements.submit', again);
    mustRun(store.run(anActor('purchaser_reviewer'), 'announcements.approve', { id: again }));
    mustRun(changeBegun(store));
    expect(codesOf(store.run(clerk, 'announcements.publish', { id: again }))).toEqual(['method_changed']);
    const offered = startable(clerk, firstProject(store), store.all(sections), store.all(announcements));
    expect(offered.map(({ type }) => type)).not.toContain('TENDER');

    mustRun(store.run(clerk, 'plans.delete', { id: changePlan }));
    expect(store.get(sections, failedSection).successor).toBeNull();
    expect(store.run(clerk, 'announcements.publish', { id: again })).toMatchObject({ ok: true });
    expect(codesOf(changeBegun(store, anId('later')))).toEqual(['section_in_course']);
  });

  it('keeps the end of the section from being withdrawn', () => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    const withdrawn = store.run(office, 'announcements.withdraw', {
      id: anId('termination'),
      reason: 'A mistake.',
    });
    expect(codesOf(withdrawn)).toEqual(['section_went_on']);
  });

  it('needs approval by the amount of the whole tender, and may not buy more than what failed', () => {
    const store = aStoreWithFailedSection();
    const [first] = store.all(plans);
    const [project] = store.all(projects);
    if (first === undefined || project === undefined) throw new Error('nothing filed');
    store.put(projects, { ...project, budgetAmount: 250_000_000 });
    mustRun(changeBegun(store));
    const refused = store.run(clerk, 'plans.submit', { id: changePlan });
    expect(refused).toMatchObject({ error: { code: 'rule_broken' } });
    expect(codesOf(refused)).toEqual(
      expect.arrayContaining(['plan.change_approval_no', 'plan.change_approval_file', 'plan.required']),
    );
    expect(codesOf(refused)).not.toContain('plan.method_approval_no');
  });
});

describe('what the change buys', () => {
  const edited = (store: Store, field: string, from: unknown, to: unknown) =>
    mustRun(store.run(clerk, 'plans.edit', { id: changePlan, changes: [{ field, from, to }] }));
  const begun = (): Store => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    changeFilledIn(store);
    return store;
  };
  const submission = (store: Store) => codesOf(store.run(clerk, 'plans.submit', { id: changePlan }));

  it('is of the same unit and year, unless the year has turned', () => {
    const store = begun();
    const { fiscalYear, budgetUnitCode } = store.get(plans, changePlan).content;
    expect(submission(store)).not.toContain('plan.change_year');
    edited(store, 'fiscalYear', fiscalYear, (fiscalYear ?? 0) + 1);
    edited(store, 'budgetUnitCode', budgetUnitCode, '999999');
    expect(submission(store)).toEqual(expect.arrayContaining(['plan.change_year', 'plan.change_unit']));
    store.now = instantOf(`${(fiscalYear ?? 0) + 1}-01-05T09:00`);
    const later = submission(store);
    expect(later).not.toContain('plan.change_year');
    expect(later).not.toContain('plan.change_unit');
    expect(later).toContain('plan.change_year_funds');
  });

  it('is warned of what the plan before did not have, and may be told that it is the same', () => {
    const store = begun();
    const { items } = store.get(plans, changePlan).content;
    expect(submission(store)).not.toContain('plan.change_items');
    edited(
      store,
      'items',
      items,
      items.map((item) => ({ ...item, catalogCode: 'A02320100' })),
    );
    const refused = store.run(clerk, 'plans.submit', { id: changePlan });
    const fields = refused.ok ? [] : (refused.error.fields ?? []);
    expect(fields.find(({ code }) => code === 'plan.change_items')).toMatchObject({
      path: 'items.0.catalogCode',
      params: { planNo: 'XC-2026-0001' },
    });
  });
});

describe('after 采购办 has filed it', () => {
  it('has a number and a project of its own, which waits for the centre', () => {
    const store = aStoreWithChange();
    const before = firstProject(store);
    const project = projectOfChange(store);
    expect(project).toMatchObject({
      planNo: 'XC-2026-0002',
      method: 'COMPETITIVE_NEGOTIATION',
      status: 'waiting_for_sections',
      sectionCount: 0,
      predecessor: { projectId: before.id, planNo: 'XC-2026-0001', method: 'OPEN_TENDER', rounds: 1 },
    });
    expect(store.get(projects, before.id)).toEqual(before);
    expect(store.get(sections, failedSection).successor).toMatchObject({
      planNo: 'XC-2026-0002',
      projectId: project.id,
      sectionId: null,
    });
    const message = store.sent.at(-1);
    const [planned] = store.get(plans, changePlan).content.plannedSections;
    expect(message).toMatchObject({
      type: 'plan.push',
      body: {
        planId: changePlan,
        predecessor: {
          planNo: 'XC-2026-0001',
          lots: [{ plannedSectionId: planned?.id, lotUid: 'lot-2' }],
        },
      },
    });
  });

  it('tells another centre nothing of lots that it does not have', () => {
    const store = aStoreWithFailedSection();
    const [project] = store.all(projects);
    if (project === undefined) throw new Error('nothing filed');
    mustRun(changeBegun(store));
    const plan = store.get(plans, changePlan);
    if (plan.predecessor === null) throw new Error('no predecessor');
    store.put(plans, { ...plan, predecessor: { ...plan.predecessor, platformId: 'elsewhere' } });
    changeApproved(store);
    mustRun(store.run(office, 'plans.file', { id: changePlan }));
    expect(store.sent.at(-1)).toMatchObject({ type: 'plan.push' });
    expect(store.sent.at(-1)?.body).not.toHaveProperty('predecessor');
  });

  it('gives the sections back when it is cancelled, and not while it is changed', () => {
    const store = aStoreWithChange();
    mustRun(store.run(office, 'plans.reopen', { id: changePlan, reason: 'The amount.' }));
    expect(store.get(sections, failedSection).successor?.planId).toBe(changePlan);
    submitted(store, 'plans.submit', changePlan);
    mustRun(store.run(anActor('purchaser_reviewer'), 'plans.approve', { id: changePlan }));
    mustRun(store.run(office, 'plans.file', { id: changePlan }));
    expect(store.get(plans, changePlan).planNo).toBe('XC-2026-0002');
    mustRun(store.run(office, 'plans.cancel', { id: changePlan, reason: 'No longer needed.' }));
    expect(store.get(sections, failedSection)).toMatchObject({ status: 'failed', successor: null });
    expect(changeBegun(store, anId('another'))).toMatchObject({ ok: true });
  });

  it('is not filed for sections that it has lost', () => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    changeApproved(store);
    store.put(sections, { ...store.get(sections, failedSection), successor: null });
    expect(codesOf(store.run(office, 'plans.file', { id: changePlan }))).toEqual(['predecessor_gone']);
  });
});

describe('放弃变更采购方式', () => {
  const reviewer = anActor('purchaser_reviewer');
  const reason = '市场情况变化，仍按公开招标采购。';
  const giveUp = (store: Store, actor = clerk) =>
    store.run(actor, 'plans.giveUp', { id: changePlan, reason });
  const sentBack = (): Store => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    changeApproved(store);
    mustRun(store.run(office, 'plans.officeReturn', { id: changePlan, reason: 'The amount.' }));
    return store;
  };

  it('ends the plan that 采购办 sent back, keeps it on record, and frees its section for either way', () => {
    for (const goOn of [
      (store: Store) => mustRun(changeBegun(store, anId('another'))),
      (store: Store) => {
        const input = { type: 'TENDER', sectionIds: [failedSection], content: typedTender };
        mustRun(publishedBy(store, drafted(store, 'again', input)));
      },
    ]) {
      const store = sentBack();
      const project = firstProject(store);
      expect(codesOf(changeBegun(store, anId('another')))).toEqual(['method_changed']);
      expect(gate(store.get(sections, failedSection), 'announce', project).open).toBe(false);
      const told = store.sent.length;
      mustRun(giveUp(store));
      expect(store.get(plans, changePlan)).toMatchObject({ status: 'cancelled', planNo: null });
      expect(store.get(plans, changePlan).history.at(-1)).toMatchObject({
        action: 'plans.giveUp',
        note: reason,
      });
      const section = store.get(sections, failedSection);
      expect(section).toMatchObject({ status: 'failed', successor: null });
      expect(gate(section, 'announce', project).open).toBe(true);
      expect(gate(section, 'change_method', project).open).toBe(true);
      // The centre never heard of it.
      expect(store.sent).toHaveLength(told);
      goOn(store);
    }
  });

  it('is for the clerk of the unit, of a change that others have seen and sent back, with a reason', () => {
    const store = aStoreWithFailedSection();
    mustRun(changeBegun(store));
    // What nobody has seen is deleted.
    expect(giveUp(store)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(availableActions(clerk, store.get(plans, changePlan))).not.toContain('plans.giveUp');
    changeApproved(store);
    expect(giveUp(store)).toMatchObject({ error: { code: 'wrong_state' } });
    mustRun(store.run(office, 'plans.officeReturn', { id: changePlan, reason: 'The amount.' }));
    expect(availableActions(clerk, store.get(plans, changePlan))).toEqual([
      'plans.edit',
      'plans.submit',
      'plans.giveUp',
    ]);
    expect(giveUp(store, reviewer)).toMatchObject({ error: { code: 'not_allowed' } });
    expect(giveUp(store, anActor('purchaser_clerk', anotherUnit))).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(store.run(clerk, 'plans.giveUp', { id: changePlan, reason: '' })).toMatchObject({ ok: false });
    // A plan of its own is changed and filed again, or cancelled by 采购办.
    const { planId } = firstProject(store);
    store.put(plans, { ...store.get(plans, planId), status: 'returned' });
    expect(store.run(clerk, 'plans.giveUp', { id: planId, reason })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });

  it('may be done with what was submitted once more and taken back', () => {
    const store = sentBack();
    submitted(store, 'plans.submit', changePlan);
    mustRun(store.run(clerk, 'plans.takeBack', { id: changePlan }));
    expect(store.get(plans, changePlan).status).toBe('draft');
    expect(store.run(clerk, 'plans.delete', { id: changePlan })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    mustRun(giveUp(store));
    expect(store.get(sections, failedSection).successor).toBeNull();
  });

  it('of two desks the first stands: whoever files or submits after that finds it over, and the other way round', () => {
    const store = sentBack();
    mustRun(giveUp(store));
    for (const [actor, command] of [
      [clerk, 'plans.submit'],
      [clerk, 'plans.giveUp'],
      [reviewer, 'plans.approve'],
      [office, 'plans.file'],
    ] as const) {
      const input = { id: changePlan, ...(command === 'plans.giveUp' ? { reason } : {}) };
      expect(store.run(actor, command, input), command).toMatchObject({ error: { code: 'wrong_state' } });
    }

    const other = sentBack();
    submitted(other, 'plans.submit', changePlan);
    expect(giveUp(other)).toMatchObject({ error: { code: 'wrong_state' } });
    mustRun(other.run(reviewer, 'plans.approve', { id: changePlan }));
    expect(giveUp(other)).toMatchObject({ error: { code: 'wrong_state' } });
    mustRun(other.run(office, 'plans.file', { id: changePlan }));
    expect(giveUp(other)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(other.get(sections, failedSection).successor).toMatchObject({ planNo: 'XC-2026-0002' });
  });

  it('takes project, sections and the word to the centre with it, where the plan had been filed', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    mustRun(store.run(office, 'plans.reopen', { id: changePlan, reason: 'The amount.' }));
    mustRun(giveUp(store));
    expect(projectOfChange(store)).toMatchObject({ status: 'cancelled', sectionCount: 0 });
    expect(store.get(sections, anId('lot-9'))).toMatchObject({ status: 'cancelled', cancelReason: reason });
    expect(store.get(sections, failedSection)).toMatchObject({ status: 'failed', successor: null });
    expect(store.sent.at(-1)).toMatchObject({ type: 'plan.withdraw', body: { planNo: 'XC-2026-0002' } });
    expect(codesOf(receive(store, aSuccessor('lot-10')))).not.toEqual([]);
    mustRun(changeBegun(store, anId('another')));
  });

  it('is too late once the section in its place was announced', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    mustRun(store.run(office, 'plans.reopen', { id: changePlan, reason: 'The amount.' }));
    store.put(sections, { ...store.get(sections, anId('lot-9')), status: 'announced' });
    expect(codesOf(giveUp(store))).toEqual(['section_announced']);
  });
});

describe('the section in its place', () => {
  it('names its predecessor, which names it, and is announced as the second time', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    const before = store.get(sections, failedSection);
    const after = store.get(sections, anId('lot-9'));
    expect(before.successor).toMatchObject({ sectionId: after.id, sectionNo: '2-1' });
    expect(after.predecessor).toMatchObject({ sectionId: before.id, sectionNo: '2', rounds: 1 });
    expect(before.status).toBe('failed');
    const project = projectOfChange(store);
    expect(project.status).toBe('sections_received');

    const id = anId('second notice');
    mustRun(
      store.run(clerk, 'announcements.create', {
        ...{ id, type: 'NEGOTIATION_NOTICE', projectId: project.id, sectionIds: [after.id], content: {} },
      }),
    );
    expect(store.get(announcements, id)).toMatchObject({ round: 2 });
    expect(store.get(announcements, id).title).toMatch(/（第二次）$/);
  });

  it('the same message again changes nothing', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    expect(mustRun(receive(store, aSuccessor('lot-9', { id: anId('other id') })))).toEqual([]);
  });

  it('is found by package or name, where the centre does not say', () => {
    for (const content of [
      { plannedSectionId: failedSection, name: 'Negotiated' },
      { plannedSectionId: null, name: 'Section 2' },
    ]) {
      const store = aStoreWithChange();
      const arrival = aSuccessor('lot-9');
      mustRun(
        receive(store, { ...arrival, predecessorLotUid: null, content: { ...arrival.content, ...content } }),
      );
      expect(store.get(sections, anId('lot-9')).predecessor?.sectionId).toBe(failedSection);
    }
  });

  it('of a centre that divides otherwise, counts on from the project', () => {
    const store = aStoreWithChange();
    const arrival = aSuccessor('lot-9', { predecessorLotUid: null });
    mustRun(receive(store, { ...arrival, content: { ...arrival.content, name: 'Something else' } }));
    const section = store.get(sections, anId('lot-9'));
    expect(section.predecessor).toBeNull();
    const id = anId('second notice');
    mustRun(
      store.run(clerk, 'announcements.create', {
        ...{ id, type: 'NEGOTIATION_NOTICE', projectId: section.projectId, sectionIds: [section.id] },
        content: {},
      }),
    );
    expect(store.get(announcements, id).round).toBe(2);
  });

  it('is one: nobody else takes the place, unless the centre cancels it', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    const second = aSuccessor('lot-10');
    const other = { ...second, content: { ...second.content, sectionNo: '2-2' } };
    expect(codesOf(receive(store, other))).toEqual(['predecessor_taken']);
    expect(codesOf(receive(store, { ...other, predecessorLotUid: 'lot-1' }))).toEqual([
      'unknown_predecessor',
    ]);
    mustRun(
      store.run(centre, 'sections.cancel', {
        ...{ planId: changePlan, lotUid: 'lot-9', version: 2, reason: 'Divided anew.' },
      }),
    );
    expect(store.get(sections, failedSection).successor).toMatchObject({ sectionId: null, sectionNo: null });
    mustRun(receive(store, other));
    expect(store.get(sections, failedSection).successor?.sectionId).toBe(anId('lot-10'));
  });

  it('is that of the package it names: not of one section the place, of another the package', () => {
    const store = aStoreWithFailedSection();
    store.put(sections, { ...store.get(sections, goingOn), status: 'failed' });
    mustRun(changeBegun(store, changePlan, [goingOn, failedSection]));
    store.put(plans, { ...store.get(plans, changePlan), status: 'office_review', leftUnit: true });
    mustRun(store.run(office, 'plans.file', { id: changePlan }));
    const naming = (plannedSectionId: string | null) => {
      const arrival = aSuccessor('lot-9');
      return receive(store, { ...arrival, content: { ...arrival.content, plannedSectionId } });
    };
    const before = store.get(sections, failedSection);
    expect(naming(goingOn)).toMatchObject({
      error: {
        code: 'invalid_input',
        fields: [
          {
            path: 'sections.0.predecessorLotUid',
            code: 'predecessor_of_another_package',
            params: { section: '2', other: '1' },
          },
        ],
      },
    });
    expect(store.get(sections, failedSection)).toEqual(before);
    mustRun(naming(failedSection));
    expect(store.get(sections, failedSection).successor?.sectionId).toBe(anId('lot-9'));
    // Nor does a later version move it to another package.
    const { id: _, ...arrival } = aSuccessor('lot-9');
    const moved = { ...arrival, version: 2, content: { ...arrival.content, plannedSectionId: goingOn } };
    expect(codesOf(store.run(centre, 'sections.change', { planId: changePlan, section: moved }))).toEqual([
      'predecessor_of_another_package',
    ]);
    expect(store.get(sections, goingOn).successor).toMatchObject({ sectionId: null });
  });

  it('may name no package, as centres of before do', () => {
    const store = aStoreWithChange();
    const arrival = aSuccessor('lot-9');
    mustRun(receive(store, { ...arrival, content: { ...arrival.content, plannedSectionId: null } }));
    expect(store.get(sections, failedSection).successor?.sectionId).toBe(anId('lot-9'));
  });

  it('does not come back once it is cancelled, though the centre repeats itself', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    const cancellation = { planId: changePlan, lotUid: 'lot-9', version: 1, reason: 'Divided anew.' };
    mustRun(store.run(centre, 'sections.cancel', cancellation));
    mustRun(receive(store, aSuccessor('lot-9', { id: anId('other id') })));
    expect(store.get(sections, failedSection).successor).toMatchObject({ sectionId: null });
  });

  it('has its number of today told to the one that failed', () => {
    const store = aStoreWithChange();
    const arrival = aSuccessor('lot-9');
    mustRun(receive(store, arrival));
    const { id: _, ...again } = arrival;
    const content = { ...arrival.content, sectionNo: '2-7' };
    const section = { ...again, version: 2, content };
    mustRun(store.run(centre, 'sections.change', { planId: changePlan, section }));
    expect(store.get(sections, failedSection).successor).toMatchObject({ sectionNo: '2-7' });
  });

  it('may fail and be changed itself: rounds and the amount that is measured go on', () => {
    const store = aStoreWithChange();
    mustRun(receive(store, aSuccessor('lot-9')));
    const section = store.get(sections, anId('lot-9'));
    const schedule = {
      ...{ announcementId: anId('second notice'), round: 2, publishedOn: '2026-01-21' },
      ...{ documentsFrom: null, documentsUntil: null, deadline: null, opening: null },
    };
    store.put(sections, { ...section, status: 'failed', schedule });
    const again = { projectId: section.projectId, sectionIds: [section.id], method: 'INQUIRY' };
    mustRun(store.run(clerk, 'plans.changeMethod', { id: anId('once more'), ...again }));
    expect(store.get(plans, anId('once more'))).toMatchObject({
      predecessor: {
        ...{ planNo: 'XC-2026-0002', method: 'COMPETITIVE_NEGOTIATION', budgetAmount: 150_000_000 },
        sections: [{ sectionId: section.id, budget: 75_000_000, rounds: 2 }],
      },
      content: { budgetAmount: 75_000_000 },
    });
    expect(store.get(sections, failedSection).successor?.planId).toBe(changePlan);
  });

  it('names none in a plan that changes nothing', () => {
    const store = aStoreWithFailedSection();
    const [plan] = store.all(plans);
    const result = store.run(centre, 'sections.receive', {
      planId: plan?.id,
      sections: [aSuccessor('lot-9')],
    });
    expect(codesOf(result)).toEqual(['unknown_predecessor']);
  });
});

describe('原方式再次采购', () => {
  it('keeps plan number and project, runs full periods and says 第二次, of the failed section alone', () => {
    const store = aStoreWithFailedSection();
    const before = store.get(sections, goingOn);
    const id = drafted(store, 'again', {
      ...{ type: 'TENDER', sectionIds: [failedSection], content: typedTender },
    });
    expect(store.get(announcements, id)).toMatchObject({ round: 2, planNo: 'XC-2026-0001' });
    expect(store.get(announcements, id).title).toMatch(/（第二次）$/);
    // Twenty days from this publication, not from the first.
    store.now += 5 * 86_400_000;
    expect(codesOf(store.run(clerk, 'announcements.submit', { id }))).toContain('BID_MIN');
    store.now -= 5 * 86_400_000;
    mustRun(publishedBy(store, id));
    expect(store.get(sections, failedSection)).toMatchObject({
      status: 'announced',
      schedule: { announcementId: id, round: 2 },
    });
    expect(store.get(sections, goingOn)).toEqual(before);
    expect(store.all(projects)).toHaveLength(1);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'announcement.push',
      body: { round: 2, planNo: 'XC-2026-0001', lotUids: ['lot-2'] },
    });
  });
});
