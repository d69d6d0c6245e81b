// What corrections, terminations, second rounds and withdrawals make of one another: nothing changes silently, and what is said is what is done.
import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { recordContent } from '#test/builders/announcement-content.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import { aSectionContent } from '#test/builders/sections.ts';
import type { Store } from '#test/builders/store.ts';
import { projects, sections } from '../projects/model.ts';
import { type AnnouncementTypeCode, announcements } from './model.ts';
import { startable } from './startable.ts';
import type { TableLine, Values } from './values.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const office = anActor('procurement_office');
const centre = anActor('trading_platform');
const [first, second] = [anId('lot-1'), anId('lot-2')];
const lots = [first, second];
const notice = anId('notice');
const minute = 60_000;

function projectOf(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

type Draft = {
  readonly type?: AnnouncementTypeCode;
  readonly targetId?: string | null;
  readonly sectionIds?: readonly string[];
  readonly content?: Values;
};

function draft(store: Store, id: string, parts: Draft = {}, actor = clerk) {
  const input = { type: 'TENDER', targetId: null, sectionIds: lots, content: typedTender, ...parts };
  return store.run(actor, 'announcements.create', { id, projectId: projectOf(store).id, ...input });
}

/** Warnings of the rules are answered for as they come. */
function submit(store: Store, id: string, actor = clerk) {
  const answer = store.run(actor, 'announcements.submit', { id });
  if (answer.ok || answer.error.code !== 'warning_unacknowledged') return answer;
  const acknowledged = [...new Set((answer.error.fields ?? []).map(({ code }) => code))];
  return store.run(actor, 'announcements.submit', { id, acknowledged });
}

function approved(store: Store, id: string, parts: Draft = {}) {
  expect(draft(store, id, parts)).toMatchObject({ ok: true });
  expect(submit(store, id)).toMatchObject({ ok: true });
  expect(store.run(reviewer, 'announcements.approve', { id })).toMatchObject({ ok: true });
  return id;
}

function publish(store: Store, id: string, parts: Draft = {}) {
  approved(store, id, parts);
  store.now += minute;
  expect(store.run(clerk, 'announcements.publish', { id })).toMatchObject({ ok: true });
  return id;
}

function published(...of: readonly (readonly string[])[]) {
  const store = aStoreWithSections();
  for (const [index, sectionIds] of (of.length === 0 ? [lots] : of).entries()) {
    publish(store, index === 0 ? notice : anId(`notice ${index}`), { sectionIds });
  }
  return store;
}

type Cells = TableLine['cells'];
const deadlineLine = (value: string): Cells => ({
  field: 'bidDeadline',
  item: 'Deadline',
  before: 'x',
  after: 'y',
  value,
});

function correction(lines: readonly Cells[], sectionIds: readonly string[] = lots): Draft {
  const corrections = lines.map((cells, index) => ({ id: anId(`line ${index}`), cells }));
  return { type: 'CORRECTION', targetId: notice, sectionIds, content: { corrections } };
}

function termination(sectionIds: readonly string[], targetId = notice): Draft {
  const reason = sectionIds.map((id) => ({ id, cells: { section: id, explanation: 'Too few.' } }));
  const content = { reasonCode: 'UNFAIR_ACT', reason };
  return { type: 'TERMINATION', targetId, sectionIds, content };
}

function pushedAgain(store: Store, version: number, budget: number, no = '1') {
  const content = { ...aSectionContent, sectionNo: no, name: `Section ${no}`, budget };
  const section = { lotUid: `lot-${no}`, version, pushedAt: store.now, content };
  const { planId } = projectOf(store);
  expect(store.run(centre, 'sections.change', { planId, section })).toMatchObject({ ok: true });
}

function withdraw(store: Store, id: string) {
  return store.run(office, 'announcements.withdraw', { id, reason: 'Published by mistake.' });
}

const deadlines = (store: Store) => store.all(sections).map(({ schedule }) => schedule?.deadline);
const brokenBy = (answer: ReturnType<typeof submit>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code, path }) => `${code} ${path}`);

describe('a line of a correction', () => {
  it('says what it does, whatever words were typed beside the value', () => {
    const store = published();
    const line = { ...deadlineLine('2026-02-28T09:00'), before: 'never', after: '2027年1月1日' };
    const id = publish(store, anId('correction'), correction([line]));
    const { corrections } = store.get(announcements, id).frozen?.values ?? {};
    expect(corrections).toMatchObject([
      {
        cells: {
          before: expect.stringContaining('2026年2月12日'),
          after: expect.stringContaining('2026年2月28日'),
        },
      },
    ]);
  });

  it.each<readonly [string, readonly Cells[]]>([
    ['a day that does not exist', [deadlineLine('2026-02-30T09:00')]],
    ['words in place of a day', [{ ...deadlineLine(''), after: '2026年3月1日', value: null }]],
    ['an amount below nothing', [{ ...deadlineLine(''), field: 'budgetAmount', value: -1 }]],
    ['an amount in words', [{ ...deadlineLine(''), field: 'budgetAmount', after: '1元', value: null }]],
    ['a field of another format', [{ ...deadlineLine('2026-03-01T09:00'), field: 'submitDeadline' }]],
    ['words of the format', [{ ...deadlineLine('x'), field: 'period' }]],
    ['the same field twice', [deadlineLine('2026-02-28T09:00'), deadlineLine('2026-03-02T09:00')]],
  ])('is refused with %s', (_, lines) => {
    const store = published();
    const id = anId('correction');
    expect(draft(store, id, correction(lines))).toMatchObject({ ok: true });
    expect(brokenBy(submit(store, id))).toContain(
      `announcement.correction_idle corrections.${lines.length - 1}`,
    );
  });

  it('may not raise the ceiling above the budget', () => {
    const store = published();
    const id = anId('correction');
    draft(store, id, correction([{ ...deadlineLine(''), field: 'ceilingPrice', value: 150_000_001 }]));
    expect(brokenBy(submit(store, id))).toContain('announcement.ceiling corrections.0.after');
  });

  it('may not bring the deadline forward as something that concerns nobody', () => {
    const store = published();
    const { content = {}, ...parts } = correction([deadlineLine('2026-02-11T09:00')]);
    store.now += 10 * 24 * 60 * minute;
    const id = anId('correction');
    draft(store, id, { ...parts, content: { ...content, affectsBids: false } });
    expect(brokenBy(submit(store, id))).toContain('CORR_T corrections.0.after');
  });
});

describe('corrections', () => {
  it('of one section never move the days of another', () => {
    const store = published();
    publish(store, anId('first'), correction([deadlineLine('2026-02-28T09:00')], [first]));
    const place = { field: 'bidPlace', item: 'Place', before: 'x', after: 'Hall 2', value: null };
    const later = publish(store, anId('second'), correction([place], [second]));
    expect(deadlines(store)).toEqual(['2026-02-28T09:00', '2026-02-12T09:00']);
    expect(store.sent.at(-1)).toMatchObject({ body: { dates: { deadline: '2026-02-12T09:00' } } });
    const both = anId('both');
    draft(store, both, correction([{ ...place, after: 'Hall 3' }]));
    expect(brokenBy(submit(store, both))).toContain('announcement.dates_apart sectionIds');
    expect(withdraw(store, later)).toMatchObject({ ok: true });
    expect(deadlines(store)).toEqual(['2026-02-28T09:00', '2026-02-12T09:00']);
  });

  it('are undone one by one, and the centre is told the days that hold again', () => {
    const store = published();
    publish(store, anId('first'), correction([deadlineLine('2026-02-28T09:00')]));
    publish(store, anId('second'), correction([deadlineLine('2026-03-02T09:00')]));
    expect(withdraw(store, anId('second'))).toMatchObject({ ok: true });
    expect(deadlines(store)).toEqual(['2026-02-28T09:00', '2026-02-28T09:00']);
    expect(store.sent.at(-1)).toMatchObject({ body: { dates: { deadline: '2026-02-28T09:00' } } });
  });

  it('are looked at again when another was published after the review', () => {
    const store = published();
    approved(store, anId('slow'), correction([deadlineLine('2026-02-28T09:00')]));
    publish(store, anId('quick'), correction([deadlineLine('2026-03-02T09:00')]));
    expect(store.run(clerk, 'announcements.publish', { id: anId('slow') })).toMatchObject({
      error: { code: 'stale', fields: [{ code: 'target_changed' }] },
    });
  });

  it('are looked at again when the centre has pushed the section once more', () => {
    const store = published();
    pushedAgain(store, 2, 70_000_000);
    approved(store, anId('correction'), { ...correction([]), content: {} });
    pushedAgain(store, 3, 60_000_000);
    expect(store.run(clerk, 'announcements.publish', { id: anId('correction') })).toMatchObject({
      error: { code: 'stale', fields: [{ code: 'section_changed' }] },
    });
  });

  it('settle a difference only where they say it; the project counts what holds then', () => {
    const store = published();
    pushedAgain(store, 2, 70_000_000);
    publish(store, anId('silent'), correction([deadlineLine('2026-02-28T09:00')]));
    expect(store.get(sections, first)).toMatchObject({
      budget: 75_000_000,
      difference: { platformVersion: 2 },
    });
    publish(store, anId('telling'), { ...correction([]), content: {} });
    expect(store.get(sections, first)).toMatchObject({ budget: 70_000_000, difference: null });
    expect(projectOf(store).sectionBudgetTotal).toBe(145_000_000);
  });

  it('of several sections, one after another, each go on from the sum and the text that hold by then', () => {
    const store = published();
    pushedAgain(store, 2, 70_000_000, '1');
    publish(store, anId('first'), { ...correction([], [first]), content: {} });
    pushedAgain(store, 2, 60_000_000, '2');
    const sum = publish(store, anId('second'), { ...correction([], [second]), content: {} });
    expect(store.get(announcements, sum).frozen?.values['corrections']).toMatchObject([
      {
        cells: {
          field: 'budgetAmount',
          before: expect.stringContaining('1,450,000'),
          after: expect.stringContaining('1,300,000'),
          value: 130_000_000,
        },
      },
      { cells: { item: '标段2预算金额' } },
    ]);
    const text = (after: string): Cells => ({
      field: 'specialQualification',
      item: '特定资格要求',
      before: 'x',
      after,
      value: null,
    });
    publish(store, anId('third'), correction([text('Parking is free.')], [first]));
    const again = publish(store, anId('fourth'), correction([text('Parking costs 5 yuan.')], [second]));
    expect(store.get(announcements, again).frozen?.values['corrections']).toMatchObject([
      { cells: { before: 'Parking is free.', after: 'Parking costs 5 yuan.' } },
    ]);
  });

  it('are not about sections that have ended', () => {
    const store = published();
    const late = approved(store, anId('late'), correction([deadlineLine('2026-02-28T09:00')]));
    publish(store, anId('termination'), termination([second]));
    expect(store.run(clerk, 'announcements.publish', { id: late })).toMatchObject({
      error: { fields: [{ code: 'section_failed' }] },
    });
    publish(store, anId('again'), correction([deadlineLine('2026-02-28T09:00')], [first]));
    expect(deadlines(store)).toEqual(['2026-02-28T09:00', '2026-02-12T09:00']);
  });
});

describe('a termination', () => {
  it('names the sections that it ends, whatever is typed of them', () => {
    const store = published();
    const cells = { section: second, lotNo: '1', lotName: 'Section 1', explanation: 'Too few.' };
    const content = { reasonCode: 'UNFAIR_ACT', reason: [{ id: second, cells }] };
    const id = publish(store, anId('termination'), { ...termination([second]), content });
    expect(store.get(announcements, id).frozen?.values['reason']).toMatchObject([
      { cells: { lotNo: '2', lotName: 'Section 2', explanation: 'Too few.' } },
    ]);
  });
});

describe('a section that failed and that nobody buys again', () => {
  const forGood = (sectionIds: readonly string[], reasonCode = 'TASK_CANCELLED'): Draft => ({
    ...termination(sectionIds),
    content: { ...termination(sectionIds).content, reasonCode },
  });
  const statuses = (store: Store) => store.all(sections).map(({ status }) => status);

  it('is ended for good because the task is cancelled, and for no other reason', () => {
    const store = published();
    publish(store, anId('end'), termination([second]));
    draft(store, anId('again'), forGood([second], 'UNFAIR_ACT'));
    expect(brokenBy(submit(store, anId('again')))).toEqual(['announcement.reason_failed_before reasonCode']);
    publish(store, anId('for good'), forGood([second]));
    expect(statuses(store)).toEqual(['announced', 'terminated']);
    expect(draft(store, anId('once more'), { sectionIds: [second] })).toMatchObject({
      error: { fields: [{ code: 'section_terminated' }] },
    });
  });

  it('is offered its end beside a new notice', () => {
    const store = published([first], [second]);
    publish(store, anId('end'), termination([second], anId('notice 1')));
    const all = [store.all(sections), store.all(announcements)] as const;
    const ends = startable(clerk, projectOf(store), ...all).filter(({ type }) => type === 'TERMINATION');
    expect(ends.map(({ targetId }) => targetId).toSorted()).toEqual([notice, anId('notice 1')].toSorted());
  });

  it('ends its project, where the others are accepted and paid', () => {
    const store = published();
    publish(store, anId('end'), termination([second]));
    const section = store.get(sections, first);
    store.put(sections, { ...section, status: 'accepted' });
    publish(store, anId('for good'), forGood([second]));
    expect(projectOf(store).status).toBe('completed');
    expect(withdraw(store, anId('for good'))).toMatchObject({ ok: true });
    expect([projectOf(store).status, store.get(sections, second).status]).toEqual(['in_execution', 'failed']);
  });

  it('goes on as it had failed once that is withdrawn, and not before by the end before', () => {
    const store = published();
    publish(store, anId('end'), termination([second]));
    const before = store.all(sections);
    publish(store, anId('for good'), forGood([second]));
    expect(withdraw(store, anId('end'))).toMatchObject({ error: { fields: [{ code: 'section_went_on' }] } });
    expect(withdraw(store, anId('for good'))).toMatchObject({ ok: true });
    expect(store.all(sections)).toEqual(before);
    expect(withdraw(store, anId('end'))).toMatchObject({ ok: true });
    expect(statuses(store)).toEqual(['announced', 'announced']);
  });
});

describe('the second time', () => {
  it('counts how often the section was announced, not how many notices there were', () => {
    const store = published([first], [second]);
    publish(store, anId('end 1'), termination([first]));
    publish(store, anId('end 2'), termination([second], anId('notice 1')));
    draft(store, anId('again'));
    expect(store.get(announcements, anId('again')).round).toBe(2);
  });

  it('announces what the centre has said last', () => {
    const store = published();
    publish(store, anId('end'), termination(lots));
    pushedAgain(store, 2, 80_000_000);
    publish(store, anId('again'));
    expect(store.get(announcements, anId('again')).frozen?.values['budgetAmount']).toBe(155_000_000);
    expect(store.get(sections, first)).toMatchObject({ budget: 80_000_000, difference: null });
  });

  it('is undone to where the first time left each section, so that its end can be undone as well', () => {
    const store = published([first], [second]);
    publish(store, anId('end 1'), termination([first]));
    publish(store, anId('end 2'), termination([second], anId('notice 1')));
    const before = store.all(sections);
    publish(store, anId('again'));
    expect(withdraw(store, anId('again'))).toMatchObject({ ok: true });
    expect(store.all(sections)).toEqual(before);
    expect(withdraw(store, anId('end 1'))).toMatchObject({ ok: true });
    expect(store.get(sections, first).status).toBe('announced');
  });
});

describe('a withdrawn notice', () => {
  it('leaves no difference behind: its sections are as the centre has pushed them', () => {
    const store = published();
    pushedAgain(store, 2, 70_000_000);
    expect(withdraw(store, notice)).toMatchObject({ ok: true });
    expect(store.get(sections, first)).toMatchObject({
      status: 'received',
      budget: 70_000_000,
      difference: null,
    });
  });
});

describe('a plan that was changed between draft and publication', () => {
  it('asks for another look, and an agency that was replaced has no say any more', () => {
    const store = aStoreWithSections();
    approved(store, notice);
    draft(store, anId('of the agency'), {}, agency);
    store.put(projects, { ...projectOf(store), agencyId: null });
    expect(store.run(clerk, 'announcements.publish', { id: notice })).toMatchObject({
      error: { code: 'stale', fields: [{ code: 'plan_changed' }] },
    });
    expect(submit(store, anId('of the agency'), agency)).toMatchObject({ error: { code: 'not_allowed' } });
    store.run(clerk, 'announcements.takeBack', { id: notice });
    expect(submit(store, notice)).toMatchObject({ ok: true });
    expect(store.get(announcements, notice).agencyId).toBeNull();
  });

  it('ends a draft of a format that the new method does not have', () => {
    const store = aStoreWithSections();
    draft(store, notice);
    store.put(projects, { ...projectOf(store), method: 'INQUIRY' });
    expect(submit(store, notice)).toMatchObject({
      error: { code: 'wrong_state', fields: [{ path: 'type', code: 'not_startable' }] },
    });
  });
});

describe('a framework agreement', () => {
  it('has its 征集公告, and days that are checked', () => {
    const store = aStoreWithSections();
    store.put(projects, { ...projectOf(store), method: 'FRAMEWORK_AGREEMENT' });
    const typed = {
      ...recordContent('FRAMEWORK_SOLICITATION'),
      docPlace: 'Trading centre',
      openPlace: 'Hall 1',
      docFrom: '2026-01-22',
      docTo: '2026-01-30',
      submitDeadline: '2026-02-12T09:00',
      openTime: '2026-02-12T08:00',
    };
    const parts: Draft = { type: 'FRAMEWORK_SOLICITATION', content: typed };
    draft(store, anId('early'), parts);
    expect(brokenBy(submit(store, anId('early')))).toEqual(['announcement.opening openTime']);
    publish(store, notice, { ...parts, content: { ...typed, openTime: '2026-02-12T09:00' } });
    expect(store.get(sections, first)).toMatchObject({
      status: 'announced',
      schedule: { announcementId: notice, deadline: '2026-02-12T09:00' },
    });
  });
});
