// 信息发布: 经办岗 drafts a 招标公告 for the sections that the centre has pushed, 审核岗 agrees, the server publishes; corrections and terminations
// follow, and what is published never changes.
import { describe, expect, it } from 'vitest';
import { anActor, anAgency, anotherUnit } from '#test/builders/actors.ts';
import { aStoreWithSections, planStatusIn, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import { aResult, aSection, aSectionContent } from '#test/builders/sections.ts';
import type { Store } from '#test/builders/store.ts';
import { settings } from '../admin/model.ts';
import { projects, type Section, sections } from '../projects/model.ts';
import { announcements } from './model.ts';
import { richTextOf } from './rich-text.ts';
import { startable } from './startable.ts';
import { templateOf } from './templates/index.ts';
import type { Values } from './values.ts';
import { availableActions } from './workflow.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const colleague = anActor('agency', anAgency, 'second agency person');
const office = anActor('procurement_office');
const centre = anActor('trading_platform');
const day = 86_400_000;
const notice = anId('notice');
const lots = [anId('lot-1'), anId('lot-2')];

function projectOf(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

function drafted(content: Values = typedTender, sectionIds: readonly string[] = lots, id = notice) {
  const store = aStoreWithSections();
  draft(store, id, content, sectionIds);
  return store;
}

function draft(
  store: Store,
  id: string,
  content: Values = typedTender,
  sectionIds: readonly string[] = lots,
) {
  const projectId = projectOf(store).id;
  return store.run(clerk, 'announcements.create', { id, type: 'TENDER', projectId, sectionIds, content });
}

/** Warnings of the rules are answered for as they come. */
function submit(store: Store, id: string, actor = clerk) {
  const first = store.run(actor, 'announcements.submit', { id });
  if (first.ok || first.error.code !== 'warning_unacknowledged') return first;
  const acknowledged = [...new Set((first.error.fields ?? []).map(({ code }) => code))];
  return store.run(actor, 'announcements.submit', { id, acknowledged });
}

function publish(store: Store, id: string) {
  expect(submit(store, id)).toMatchObject({ ok: true });
  expect(store.run(reviewer, 'announcements.approve', { id })).toMatchObject({ ok: true });
  return store.run(clerk, 'announcements.publish', { id });
}

function published() {
  const store = drafted();
  expect(publish(store, notice)).toMatchObject({ ok: true });
  return store;
}

function about(
  store: Store,
  type: 'CORRECTION' | 'TERMINATION',
  content: Values,
  sectionIds = lots,
  name = '',
) {
  const id = anId(`${type}/${store.sent.length}${name}`);
  const input = { id, type, projectId: projectOf(store).id, targetId: notice, sectionIds, content };
  expect(store.run(clerk, 'announcements.create', input)).toMatchObject({ ok: true });
  return id;
}

function correctionOf(field: string, before: string, after: string, value: string): Values {
  const cells = { field, item: field, before, after, value };
  return { correctedItem: 'NOTICE', corrections: [{ id: anId(`line/${after}`), cells }] };
}

describe('起草公告', () => {
  it('is offered once there are sections, for the method of the project', () => {
    const store = aStoreWithSections();
    const offered = startable(clerk, projectOf(store), store.all(sections), []);
    expect(offered.map(({ type }) => type)).toContain('TENDER');
    expect(offered.map(({ type }) => type)).not.toContain('NEGOTIATION_NOTICE');
    expect(startable(reviewer, projectOf(store), store.all(sections), [])).toEqual([]);
    expect(startable(clerk, projectOf(store), [], [])).toEqual([]);
  });

  it('fills in what is known and keeps only what was typed', () => {
    const store = drafted();
    const row = store.get(announcements, notice);
    expect(row).toMatchObject({ status: 'draft', round: 1, draftedBy: 'purchaser', sectionIds: lots });
    expect(row.content).toEqual(typedTender);
    expect(row.title).toContain(projectOf(store).name);
  });

  it('is in the current format, or in the first one where a desk of before asks for it', () => {
    const store = aStoreWithSections();
    const input = { type: 'TENDER', projectId: projectOf(store).id, sectionIds: lots, content: typedTender };
    const drafted = (name: string, version: number) => {
      const id = anId(name);
      const created = store.run(clerk, 'announcements.create', { ...input, id }, store.now, version);
      expect(created).toMatchObject({ ok: true });
      return store.get(announcements, id).templateVersion;
    };
    expect([drafted('now', 2), drafted('before', 1)]).toEqual([templateOf('TENDER').version, 1]);
    expect(templateOf('TENDER').version).toBeGreaterThan(1);
  });

  it('waits for a newer server where its format is newer', () => {
    const store = aStoreWithSections();
    const input = { id: notice, type: 'TENDER', projectId: projectOf(store).id, content: typedTender };
    const templateVersion = templateOf('TENDER').version + 1;
    expect(store.run(clerk, 'announcements.create', { ...input, templateVersion })).toMatchObject({
      error: { code: 'server_too_old' },
    });
  });

  it('is the agency’s as well as the unit’s, each on its own draft', () => {
    const store = drafted();
    expect(store.run(agency, 'announcements.delete', { id: notice })).toMatchObject({
      error: { code: 'not_found' },
    });
    const own = anId('agency notice');
    const projectId = projectOf(store).id;
    const input = { id: own, type: 'TENDER', projectId, sectionIds: lots, content: typedTender };
    expect(store.run(agency, 'announcements.create', input).ok).toBe(true);
    expect(store.get(announcements, own).draftedBy).toBe('agency');
  });

  it('refuses sections of another project as ones that do not exist', () => {
    const store = aStoreWithSections();
    store.put(sections, aSection('foreign', { projectId: anId('other project') }));
    expect(draft(store, notice, typedTender, [anId('foreign')])).toMatchObject({
      error: { code: 'reference_missing', fields: [{ path: 'sectionIds' }] },
    });
  });

  it('refuses projects of another unit as ones that do not exist', () => {
    const store = aStoreWithSections();
    const stranger = anActor('purchaser_clerk', anotherUnit);
    const input = { id: notice, type: 'TENDER', projectId: projectOf(store).id, content: {} };
    expect(store.run(stranger, 'announcements.create', input)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('refuses what the format does not know, and values that do not suit their fields', () => {
    for (const content of [{ winner: 'x' }, { budgetAmount: 'much' }, { docFrom: '2026-02-30' }]) {
      const store = aStoreWithSections();
      expect(draft(store, notice, content)).toMatchObject({ error: { code: 'invalid_input' } });
    }
    const turned = { docPlace: 'abc\u202Edef' };
    expect(draft(aStoreWithSections(), notice, turned)).toMatchObject({ error: { code: 'invalid_input' } });
  });
});

describe('修改', () => {
  it('lets two people change different fields, and shows both values of one', () => {
    const store = drafted();
    const change = (field: string, from: unknown, to: unknown) =>
      store.run(clerk, 'announcements.edit', { id: notice, changes: [{ field, from, to }] });
    expect(change('docPlace', 'Trading centre', 'Hall 2').ok).toBe(true);
    expect(change('docHow', 'Download', 'By post').ok).toBe(true);
    expect(change('docPlace', 'Trading centre', 'Hall 3')).toMatchObject({
      error: { code: 'conflict', conflicts: [{ base: 'Trading centre', mine: 'Hall 3', theirs: 'Hall 2' }] },
    });
  });

  it('takes the name of no prototype for an author', () => {
    const changes = [{ field: 'constructor', from: 'Trading centre', to: 'Hall 3' }];
    expect(drafted().run(clerk, 'announcements.edit', { id: notice, changes })).toMatchObject({
      error: { code: 'conflict', conflicts: [{ theirs: null, theirAuthor: clerk.name }] },
    });
  });

  it('changes the sections without losing what was typed; null gives the generated value back', () => {
    const store = drafted();
    const changes = [
      { field: 'sectionIds', from: lots, to: [anId('lot-1')] },
      { field: 'docPlace', from: 'Trading centre', to: null },
    ];
    expect(store.run(clerk, 'announcements.edit', { id: notice, changes }).ok).toBe(true);
    const { sectionIds, content } = store.get(announcements, notice);
    expect(sectionIds).toEqual([anId('lot-1')]);
    expect(content).not.toHaveProperty('docPlace');
    expect(content['docHow']).toBe('Download');
  });
});

describe('提交', () => {
  it('refuses a deadline before the statutory minimum, with the article and the earliest day', () => {
    const store = drafted({ ...typedTender, bidDeadline: '2026-02-10T09:00' });
    expect(store.run(clerk, 'announcements.submit', { id: notice })).toMatchObject({
      error: {
        code: 'rule_broken',
        fields: [
          { path: 'bidDeadline', code: 'BID_MIN', article: 'law/35', params: { earliest: '2026-02-11' } },
        ],
      },
    });
  });

  it('refuses one without sections, and one with empty fields', () => {
    const store = drafted({}, []);
    const answer = store.run(clerk, 'announcements.submit', { id: notice });
    expect(answer).toMatchObject({ error: { code: 'rule_broken' } });
    const broken = answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${code} ${path}`);
    expect(broken).toContain('announcement.sections_chosen sectionIds');
    expect(broken).toContain('announcement.required bidDeadline');
    expect(broken).not.toContain('announcement.required purchaserName');
  });

  it('freezes what is reviewed, generated values included', () => {
    const store = drafted();
    expect(submit(store, notice)).toMatchObject({ ok: true });
    const { status, frozen } = store.get(announcements, notice);
    expect(status).toBe('review');
    expect(frozen?.values['purchaserName']).toBe(projectOf(store).purchaserName);
    expect(frozen?.values['budgetAmount']).toBe(150_000_000);
    expect(frozen?.sections).toEqual(lots.map((id) => ({ id, platformVersion: 1 })));
  });
});

describe('审核', () => {
  it('is the unit’s, or by setting another person’s of the agency; never the submitter’s', () => {
    const store = aStoreWithSections();
    const projectId = projectOf(store).id;
    const input = { id: notice, type: 'TENDER', projectId, sectionIds: lots, content: typedTender };
    store.run(agency, 'announcements.create', input);
    expect(submit(store, notice, agency)).toMatchObject({ ok: true });
    expect(store.run(colleague, 'announcements.approve', { id: notice })).toMatchObject({
      error: { code: 'not_allowed' },
    });
    store.put(settings, { id: 'announcements.agencyReviews', value: true, updatedAt: 0 });
    expect(store.run(agency, 'announcements.approve', { id: notice })).toMatchObject({
      error: { code: 'same_person' },
    });
    expect(store.run(reviewer, 'announcements.approve', { id: notice })).toMatchObject({
      error: { code: 'not_allowed' },
    });
    expect(store.run(colleague, 'announcements.approve', { id: notice }).ok).toBe(true);
  });

  it('returns with a reason; what was frozen is free again', () => {
    const store = drafted();
    submit(store, notice);
    expect(store.run(reviewer, 'announcements.return', { id: notice, reason: 'Name the hall.' }).ok).toBe(
      true,
    );
    expect(store.get(announcements, notice)).toMatchObject({ status: 'returned', frozen: null });
    expect(availableActions(clerk, store.get(announcements, notice), false)).toEqual([
      'announcements.edit',
      'announcements.submit',
      'announcements.delete',
    ]);
  });
});

describe('发布', () => {
  it('moves sections, project and plan on, counts 公告期限, and tells the centre', () => {
    const store = published();
    expect(store.get(announcements, notice)).toMatchObject({
      status: 'published',
      publishedAt: store.now,
      displayUntil: '2026-01-28',
      push: { status: 'waiting' },
    });
    expect(store.all(sections)).toMatchObject(
      lots.map(() => ({
        status: 'announced',
        schedule: {
          announcementId: notice,
          round: 1,
          publishedOn: '2026-01-21',
          documentsUntil: '2026-01-30',
          deadline: '2026-02-12T09:00',
          opening: '2026-02-12T09:00',
        },
      })),
    );
    expect(projectOf(store)).toMatchObject({ status: 'in_execution' });
    expect(planStatusIn(store)).toBe('in_execution');
    expect(store.sent.at(-1)).toMatchObject({
      type: 'announcement.push',
      body: { announcementId: notice, lotUids: ['lot-1', 'lot-2'] },
    });
  });

  it('happens once, also from two desks, and the same sections are announced once', () => {
    const store = published();
    expect(store.run(clerk, 'announcements.publish', { id: notice })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(draft(store, anId('second'))).toMatchObject({
      error: { fields: [{ code: 'section_in_course' }] },
    });
  });

  it('is refused while the plan is being changed', () => {
    const store = drafted();
    submit(store, notice);
    store.run(reviewer, 'announcements.approve', { id: notice });
    const { planId } = projectOf(store);
    expect(store.run(office, 'plans.reopen', { id: planId, reason: 'Other sections.' }).ok).toBe(true);
    expect(store.run(clerk, 'announcements.publish', { id: notice })).toMatchObject({
      error: { code: 'wrong_state', fields: [{ code: 'plan_being_changed' }] },
    });
  });

  it('is refused when another has announced one of the sections meanwhile', () => {
    const store = drafted();
    const second = anId('second');
    draft(store, second, typedTender, [anId('lot-2')]);
    submit(store, second);
    store.run(reviewer, 'announcements.approve', { id: second });
    expect(publish(store, notice).ok).toBe(true);
    expect(store.run(clerk, 'announcements.publish', { id: second })).toMatchObject({
      error: { code: 'wrong_state', fields: [{ path: 'sectionIds', code: 'section_in_course' }] },
    });
  });

  it('is refused when the centre has changed a section after the review', () => {
    const store = drafted();
    submit(store, notice);
    store.run(reviewer, 'announcements.approve', { id: notice });
    const { planId } = projectOf(store);
    const section = {
      lotUid: 'lot-1',
      version: 2,
      pushedAt: store.now,
      content: { ...aSectionContent, budget: 60_000_000 },
    };
    expect(store.run(centre, 'sections.change', { planId, section }).ok).toBe(true);
    expect(store.run(clerk, 'announcements.publish', { id: notice })).toMatchObject({
      error: { code: 'stale', fields: [{ code: 'section_changed' }] },
    });
  });

  it('is refused when it comes so late that the deadline is no longer lawful', () => {
    const store = drafted();
    submit(store, notice);
    store.run(reviewer, 'announcements.approve', { id: notice });
    store.now += 3 * day;
    expect(store.run(clerk, 'announcements.publish', { id: notice })).toMatchObject({
      error: { code: 'rule_broken' },
    });
  });

  it('cannot be changed afterwards by anybody', () => {
    const store = published();
    const row = store.get(announcements, notice);
    const changes = [{ field: 'docPlace', from: 'Trading centre', to: 'Elsewhere' }];
    expect(store.run(clerk, 'announcements.edit', { id: notice, changes })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(store.run(clerk, 'announcements.delete', { id: notice })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(store.get(announcements, notice)).toEqual(row);
  });
});

describe('更正公告', () => {
  it('moves the days of the sections, and the notice itself stays as it was', () => {
    const store = published();
    const before = store.get(announcements, notice);
    const id = about(
      store,
      'CORRECTION',
      correctionOf('bidDeadline', '2026-02-12 09:00', '2026-02-28 09:00', '2026-02-28T09:00'),
    );
    expect(publish(store, id)).toMatchObject({ ok: true });
    expect(store.all(sections).map(({ schedule }) => schedule?.deadline)).toEqual([
      '2026-02-28T09:00',
      '2026-02-28T09:00',
    ]);
    expect(store.get(announcements, notice)).toEqual(before);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'announcement.correct',
      body: { targetId: notice, dates: { deadline: '2026-02-28T09:00' } },
    });
  });

  it('that comes late must move the deadline', () => {
    const store = published();
    store.now += 10 * day;
    const id = about(store, 'CORRECTION', correctionOf('bidPlace', 'Hall 1', 'Hall 2', 'Hall 2'));
    const answer = submit(store, id);
    expect(answer).toMatchObject({ error: { code: 'rule_broken' } });
    expect(answer.ok ? [] : answer.error.fields?.map(({ code, path }) => [code, path])).toContainEqual([
      'CORR_T',
      'corrections',
    ]);
  });

  it('settles a difference that the centre pushed after publication', () => {
    const store = published();
    const { planId } = projectOf(store);
    const content = { ...aSectionContent, sectionNo: '1', name: 'Section 1', budget: 70_000_000 };
    const section = { lotUid: 'lot-1', version: 2, pushedAt: store.now, content };
    store.run(centre, 'sections.change', { planId, section });
    expect(store.get(sections, anId('lot-1')).budget).toBe(75_000_000);
    const id = about(store, 'CORRECTION', {});
    expect(publish(store, id)).toMatchObject({ ok: true });
    expect(store.get(sections, anId('lot-1'))).toMatchObject({
      budget: 70_000_000,
      platformVersion: 2,
      difference: null,
    });
  });
});

/** As if a 结果公告 had been published. */
function announcedResult({ schedule }: Section): Partial<Section> {
  const { results } = aResult(schedule?.announcementId ?? '');
  const announcementId = anId('result');
  return { status: 'awarded', results: results.map((result) => ({ ...result, announcementId })) };
}

/** As if a filing had made it void since, after which nobody wins. */
function voidResult(section: Section): Partial<Section> {
  const { results = [], ...rest } = announcedResult(section);
  return { ...rest, results: results.map((result) => ({ ...result, void: { at: 1, document: 'No 7' } })) };
}

function withRefusalFiled(section: Section): Section {
  const suppliers = [{ name: '甲公司', uscc: '' }];
  return { ...section, refusals: [{ recordId: anId('filing'), document: 'No 7', at: 1, suppliers }] };
}

describe('终止公告', () => {
  const reason = (code: string, ids: readonly string[]): Values => ({
    reasonCode: code,
    reason: ids.map((id, index) => ({
      id,
      cells: {
        section: id,
        lotNo: String(index + 1),
        lotName: `Section ${index + 1}`,
        explanation: 'Too few.',
      },
    })),
  });

  it('ends single sections; those without success may be announced again as the second time', () => {
    const store = published();
    const [first = '', second = ''] = lots;
    const id = about(store, 'TERMINATION', reason('UNFAIR_ACT', [second]), [second]);
    expect(publish(store, id)).toMatchObject({ ok: true });
    expect(store.get(sections, first).status).toBe('announced');
    expect(store.get(sections, second).status).toBe('failed');
    expect(store.sent.at(-1)).toMatchObject({ type: 'announcement.terminate', body: { lotUids: ['lot-2'] } });
    const again = anId('again');
    expect(draft(store, again, typedTender, [second])).toMatchObject({ ok: true });
    expect(store.get(announcements, again).round).toBe(2);
  });

  const deadlineOf = (store: Store) => {
    const [first = ''] = lots;
    return Date.parse(`${store.get(sections, first).schedule?.deadline}:00+08:00`);
  };
  const submit = (store: Store, id: string) => store.run(clerk, 'announcements.submit', { id });
  const submitted = (store: Store, code: string) =>
    submit(store, about(store, 'TERMINATION', reason(code, lots)));
  const refusedFor = (rule: string, article: string) => ({
    ok: false,
    error: {
      code: 'rule_broken',
      fields: [expect.objectContaining({ path: 'reasonCode', code: rule, article })],
    },
  });

  it.each([
    ['SUPPLIERS_LT_3', 'law/36'],
    ['OVER_BUDGET', 'law/36'],
    ['DOCUMENT_DEFECT', 'order87/65'],
    ['WINNER_WITHDREW', 'regulation/49'],
  ])('not for what cannot be true before the deadline: %s', (code, article) => {
    const store = published();
    const id = about(store, 'TERMINATION', reason(code, lots));
    expect(submit(store, id)).toMatchObject(refusedFor(`announcement.reason_early.${code}`, article));
    store.now = deadlineOf(store);
    // The fixture's bids are opened at the deadline.
    expect(submit(store, id).ok).toBe(code !== 'WINNER_WITHDREW');
  });

  it('not because too few came, one minute before the deadline', () => {
    const store = published();
    store.now = deadlineOf(store) - 60_000;
    expect(submitted(store, 'SUPPLIERS_LT_3')).toMatchObject({ error: { code: 'rule_broken' } });
  });

  it('not for a method that is not to be given up, where bids are invited in public', () => {
    expect(submitted(published(), 'METHOD_NOT_APPLICABLE')).toMatchObject(
      refusedFor('announcement.reason_method.METHOD_NOT_APPLICABLE', 'order74/37'),
    );
  });

  it('begins anew where a 质疑 was right, at any time; where the winner withdrew, after the result', () => {
    const store = published();
    const upheld = about(store, 'TERMINATION', reason('COMPLAINT_UPHELD', lots));
    expect(publish(store, upheld)).toMatchObject({ ok: true });
    expect(store.all(sections).map(({ status }) => status)).toEqual(['failed', 'failed']);

    const awarded = published();
    awarded.put(
      sections,
      ...awarded.all(sections).map((section) => ({ ...section, ...announcedResult(section) })),
    );
    const begun = { type: 'TERMINATION', projectId: projectOf(awarded).id, targetId: notice };
    const content = reason('WINNER_WITHDREW', lots);
    const early = { id: anId('early'), ...begun, sectionIds: lots, content };
    // First the result is taken back by a filing.
    expect(awarded.run(clerk, 'announcements.create', early)).toMatchObject({
      error: { fields: [{ code: 'result_in_force' }] },
    });
    awarded.put(
      sections,
      ...awarded.all(sections).map((section) => ({ ...section, ...voidResult(section) })),
    );
    expect(submitted(awarded, 'WINNER_WITHDREW')).toMatchObject(
      refusedFor('announcement.reason_not_filed', 'regulation/49'),
    );
    // By a filing that says so.
    awarded.put(sections, ...awarded.all(sections).map(withRefusalFiled));
    const withdrew = about(awarded, 'TERMINATION', reason('WINNER_WITHDREW', lots), lots, 'withdrew');
    expect(publish(awarded, withdrew)).toMatchObject({ ok: true });
    expect(awarded.all(sections).map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(awarded.run(office, 'announcements.withdraw', { id: withdrew, reason: 'A mistake.' }).ok).toBe(
      true,
    );
    expect(awarded.all(sections).map(({ status }) => status)).toEqual(['awarded', 'awarded']);
  });

  it('not for want of a second supplier, where there is to be one alone', () => {
    const store = published();
    store.put(projects, ...store.all(projects).map((row) => ({ ...row, method: 'SINGLE_SOURCE' })));
    store.now = deadlineOf(store);
    expect(submitted(store, 'SUPPLIERS_LT_3')).toMatchObject(
      refusedFor('announcement.reason_method.SUPPLIERS_LT_3', 'law/36'),
    );
  });

  it('leaves a result where it was, once its end is withdrawn', () => {
    const store = published();
    const notice = store.all(announcements).find(({ type }) => type === 'TENDER');
    if (notice === undefined) throw new Error('no notice');
    store.put(announcements, {
      ...notice,
      id: anId('result'),
      type: 'RESULT',
      templateVersion: 1,
      targetId: null,
      publishedAt: store.now,
    });
    store.put(sections, ...store.all(sections).map((row) => ({ ...row, ...voidResult(row) })));
    const id = about(store, 'TERMINATION', reason('COMPLAINT_UPHELD', lots));
    expect(publish(store, id)).toMatchObject({ ok: true });
    expect(store.run(office, 'announcements.withdraw', { id, reason: 'A mistake.' }).ok).toBe(true);
    expect(store.all(sections).map(({ status }) => status)).toEqual(['awarded', 'awarded']);
  });

  it('for good when the task is cancelled', () => {
    const store = published();
    const id = about(store, 'TERMINATION', reason('TASK_CANCELLED', lots));
    expect(publish(store, id)).toMatchObject({ ok: true });
    expect(store.all(sections).map(({ status }) => status)).toEqual(['terminated', 'terminated']);
    expect(draft(store, anId('again'))).toMatchObject({
      error: { fields: [{ code: 'section_terminated' }] },
    });
  });
});

describe('撤回', () => {
  it('is 采购办’s alone, with a reason; the sections are free again and the centre is told', () => {
    const store = published();
    const input = { id: notice, reason: 'Published by mistake.' };
    expect(store.run(clerk, 'announcements.withdraw', input)).toMatchObject({
      error: { code: 'not_allowed' },
    });
    expect(store.run(office, 'announcements.withdraw', { id: notice, reason: '' })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(store.run(office, 'announcements.withdraw', input).ok).toBe(true);
    expect(store.get(announcements, notice)).toMatchObject({
      status: 'withdrawn',
      withdrawal: { reason: 'Published by mistake.' },
    });
    expect(store.all(sections)).toMatchObject(lots.map(() => ({ status: 'received', schedule: null })));
    expect(projectOf(store).status).toBe('sections_received');
    expect(store.sent.at(-1)?.type).toBe('announcement.terminate');
  });

  it('waits until what is about it has been withdrawn', () => {
    const store = published();
    const id = about(
      store,
      'CORRECTION',
      correctionOf('bidDeadline', '2026-02-12 09:00', '2026-02-28 09:00', '2026-02-28T09:00'),
    );
    publish(store, id);
    expect(store.run(office, 'announcements.withdraw', { id: notice, reason: 'Mistake.' })).toMatchObject({
      error: { fields: [{ code: 'still_corrected' }] },
    });
    expect(store.run(office, 'announcements.withdraw', { id, reason: 'Mistake.' }).ok).toBe(true);
    expect(store.get(sections, anId('lot-1')).schedule?.deadline).toBe('2026-02-12T09:00');
  });
});

describe('采购意向', () => {
  it('belongs to the unit and to no project', () => {
    const store = aStoreWithSections();
    const cells = {
      projectName: 'Desks',
      requirementSummary: '100 desks',
      budgetWanYuan: 10_000_000,
      expectedMonth: '2026-06',
    };
    const content = { intentions: [{ id: anId('line'), cells }] };
    const input = { id: notice, type: 'INTENTION', projectId: null, content };
    expect(store.run(agency, 'announcements.create', input)).toMatchObject({ error: { code: 'not_found' } });
    expect(store.run(clerk, 'announcements.create', input)).toMatchObject({ ok: true });
    expect(publish(store, notice)).toMatchObject({ ok: true });
    expect(store.get(announcements, notice)).toMatchObject({ projectId: null, status: 'published' });
  });

  it('is no way to publish what belongs to a project or another module', () => {
    const store = aStoreWithSections();
    for (const type of ['TENDER', 'PENALTY', 'RESULT']) {
      const input = { id: notice, type, projectId: null, content: { text: richTextOf('x') } };
      expect(store.run(clerk, 'announcements.create', input)).toMatchObject({
        error: { fields: [{ code: 'not_startable' }] },
      });
    }
  });
});
