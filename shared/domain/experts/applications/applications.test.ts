// 专家抽取申请: written by unit or agency, reviewed by another person of the unit, handed in to 采购办, returned, withdrawn.
import { describe, expect, it } from 'vitest';
import { committee, exampleApplication } from '#shared/rules/experts/facts.ts';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { visible } from '../../entity.ts';
import { projects } from '../../projects/model.ts';
import { legalSpeciality } from '../pools/make-pool.ts';
import { drawRequestOf } from './draw-request.ts';
import { type ApplicationContent, type ExpertApplication, expertApplications } from './model.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const office = anActor('procurement_office');
const [first, second] = [anId('lot-1'), anId('lot-2')];
const id = anId('application');
const acknowledged = everyWarning;

/** The example's day is 2026-01-21; both sections are announced. */
function announced(): Store {
  const store = aStoreWithSections();
  const notice = anId('notice');
  const input = { type: 'TENDER', projectId: projectIn(store).id, sectionIds: [first, second] };
  done(store, clerk, 'announcements.create', { id: notice, ...input, content: typedTender });
  done(store, clerk, 'announcements.submit', { id: notice, acknowledged });
  done(store, reviewer, 'announcements.approve', { id: notice });
  done(store, clerk, 'announcements.publish', { id: notice });
  return store;
}

function projectIn(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

function done(store: Store, actor: typeof clerk, name: string, input: object): void {
  expect([name, store.run(actor, name, input)]).toMatchObject([name, { ok: true }]);
}

const content: ApplicationContent = {
  ...exampleApplication,
  ...committee(7, 2),
  sectionIds: [first],
  reviewAt: '2026-03-20T09:00',
};

function create(store: Store, parts: Partial<ApplicationContent> = {}, actor = clerk, own = id) {
  const input = { id: own, projectId: projectIn(store).id, content: { ...content, ...parts } };
  return store.run(actor, 'expertApplications.create', input);
}

function submit(store: Store, parts: Partial<ApplicationContent> = {}, actor = clerk, own = id) {
  expect(create(store, parts, actor, own).ok).toBe(true);
  return store.run(actor, 'expertApplications.submit', { id: own, acknowledged });
}

function row(store: Store, own = id): ExpertApplication {
  const found = store.all(expertApplications).find((each) => each.id === own);
  if (found === undefined) throw new Error('no application');
  return found;
}

function approve(store: Store, actor = reviewer) {
  const { submittedAt } = row(store);
  return store.run(actor, 'expertApplications.approve', { id, submittedAt, note: '', acknowledged });
}

const rules = (result: ReturnType<Store['run']>) =>
  result.ok ? [] : (result.error.fields ?? []).map(({ code }) => code);

describe('an application', () => {
  it('goes from the clerk to the reviewer, then to 采购办 under a number', () => {
    const store = announced();
    expect(submit(store).ok).toBe(true);
    expect(row(store)).toMatchObject({ status: 'review', applyNo: null });
    expect(visible(office, expertApplications, row(store))).toBe(false);
    expect(approve(store).ok).toBe(true);
    const { status, applyNo, history } = row(store);
    expect([status, applyNo]).toEqual(['submitted', expect.stringMatching(/^ZJSQ-20260121-[0-9A-F]{8}$/)]);
    expect(history.map(({ action }) => action)).toEqual([
      'expertApplications.create',
      'expertApplications.submit',
      'expertApplications.approve',
    ]);
    expect(visible(office, expertApplications, row(store))).toBe(true);
  });

  it('may be the agency’s, and is reviewed by the unit all the same', () => {
    const store = announced();
    expect(submit(store, {}, agency).ok).toBe(true);
    expect(approve(store, agency)).toMatchObject({ error: { code: 'not_allowed' } });
    expect(approve(store).ok).toBe(true);
  });

  it('is not approved by who submitted it, nor on an older look', () => {
    const store = announced();
    submit(store);
    const self = { ...reviewer, accountId: clerk.accountId };
    expect(approve(store, self)).toMatchObject({ error: { code: 'same_person' } });
    const older = { id, submittedAt: 1, note: '', acknowledged };
    expect(store.run(reviewer, 'expertApplications.approve', older)).toMatchObject({
      error: { code: 'stale' },
    });
  });

  it('is returned with a reason by whom it lies with, and handed in again under its number', () => {
    const store = announced();
    submit(store);
    const back = () => ({ id, submittedAt: row(store).submittedAt, reason: '请调整评审时间' });
    expect(store.run(office, 'expertApplications.return', back())).toMatchObject({
      error: { code: 'not_found' },
    });
    done(store, reviewer, 'expertApplications.return', back());
    done(store, clerk, 'expertApplications.submit', { id, acknowledged });
    expect(approve(store).ok).toBe(true);
    const { applyNo } = row(store);
    expect(store.run(reviewer, 'expertApplications.return', back())).toMatchObject({
      error: { code: 'wrong_state' },
    });
    done(store, office, 'expertApplications.return', back());
    expect(row(store).status).toBe('returned');
    const change = { field: 'reviewPlace', from: content.reviewPlace, to: '二号评审室' };
    done(store, clerk, 'expertApplications.edit', { id, changes: [change] });
    done(store, clerk, 'expertApplications.submit', { id, acknowledged });
    expect(approve(store).ok).toBe(true);
    expect(row(store)).toMatchObject({ applyNo, content: { reviewPlace: '二号评审室' } });
  });

  it('is withdrawn while nobody has begun to draw', () => {
    const store = announced();
    submit(store);
    const withdraw = () => store.run(clerk, 'expertApplications.withdraw', { id, reason: '评审推迟' });
    expect(withdraw()).toMatchObject({ error: { code: 'wrong_state' } });
    done(store, clerk, 'expertApplications.takeBack', { id });
    done(store, clerk, 'expertApplications.submit', { id, acknowledged });
    approve(store);
    store.put(expertApplications, { ...row(store), status: 'drawing' });
    expect(withdraw()).toMatchObject({ error: { code: 'wrong_state' } });
    store.put(expertApplications, { ...row(store), status: 'submitted' });
    expect(withdraw().ok).toBe(true);
    expect(row(store).status).toBe('withdrawn');
  });

  it('is for sections that are announced, and that no other application has', () => {
    const store = aStoreWithSections();
    expect(rules(submit(store))).toContain('expert.sections');
    const ready = announced();
    expect(submit(ready).ok).toBe(true);
    const other = anId('other application');
    expect(rules(submit(ready, {}, agency, other))).toEqual(['expert.sections_covered']);
    const change = { field: 'sectionIds', from: [first], to: [second] };
    done(ready, agency, 'expertApplications.edit', { id: other, changes: [change] });
    done(ready, agency, 'expertApplications.submit', { id: other, acknowledged });
  });

  it('is asked once more when it is handed in, as sections and time go on', () => {
    const store = announced();
    submit(store);
    const later = anId('later');
    const put = row(store);
    store.put(expertApplications, { ...put, id: later, status: 'submitted' });
    expect(rules(approve(store))).toEqual(['expert.sections_covered']);
  });

  it.each([
    [{ ...committee(6, 1) }, 'committeeSize'],
    [{ ...committee(7, 3) }, 'purchaserReps'],
    [{ demands: [] }, 'demands'],
    [{ reviewAt: '2026-01-20T09:00' }, 'reviewAt'],
    [{ drawMode: 'chosen' as const }, 'drawMode'],
  ])('is refused with %j at %s', (parts, path) => {
    const result = submit(announced(), parts);
    expect(result).toMatchObject({ ok: false, error: { code: 'rule_broken' } });
    expect(result.ok ? [] : (result.error.fields ?? []).map((field) => field.path)).toContain(path);
  });

  it('keeps a draft whatever is missing in it', () => {
    const store = announced();
    expect(create(store, { reviewAt: null, committeeSize: null, demands: [], contact: '' }).ok).toBe(true);
    expect(store.run(clerk, 'expertApplications.submit', { id, acknowledged })).toMatchObject({
      error: { code: 'rule_broken' },
    });
    done(store, clerk, 'expertApplications.delete', { id });
    expect(store.all(expertApplications)).toEqual([]);
  });
});

it('asks of the draw what it says, and avoids both sides by itself', () => {
  const store = announced();
  submit(store, {
    demands: [
      ...(committee(7, 3).demands ?? []),
      { specialities: [], legal: true, regions: ['411000'], level: 3, count: 1, reserve: 0 },
    ],
    avoidUnits: [{ name: '某某公司', uscc: '' }],
  });
  approve(store);
  const unit = { name: '采购单位', uscc: '11411000005712349F' } as never;
  const request = drawRequestOf(row(store), { purchaser: unit, agency: undefined }, []);
  expect(request).toMatchObject({
    applyNo: row(store).applyNo,
    reviewAt: Date.UTC(2026, 2, 20, 1),
    lines: [
      { specialities: ['A0201'], count: 4 },
      { specialities: [legalSpeciality], regions: ['411000'], level: 3, count: 1 },
    ],
    avoidUnits: [
      { as: 'purchaser', name: '采购单位' },
      { as: 'named', name: '某某公司' },
    ],
  });
  expect(
    drawRequestOf({ ...row(store), applyNo: null }, { purchaser: unit, agency: unit }, []),
  ).toBeUndefined();
});
