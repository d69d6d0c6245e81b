// What 选择项目, the form, the page and the project's guide are told of 中标结果变更备案, on desks of the unit and of others.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import { awardChanges, type ChangeContent } from '#shared/domain/award-changes/model.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { type Supplier, supplierIdOf, suppliers } from '#shared/domain/suppliers/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, TestDesk } from '../testing/test-desk.ts';
import { aTown, office as officeUnit } from '../testing/town.ts';

const clerk = anActor('purchaser_clerk');
const office = anActor('procurement_office');
const [sectionId, result, id] = [anId('lot-1'), anId('result'), anId('change')];
const desks: TestDesk[] = [];
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

beforeEach(() => {
  ({ server, clock } = aTown());
  clock.advance(60 * 86_400_000);
  store = aStoreWithAward();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function deskOf(username: string): Promise<TestDesk> {
  for (const kind of [
    ...[calendarYears, suppliers, plans, projects, sections, sectionEvents, announcements],
    ...[awards, awardChanges],
  ]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}
const begin = (parts: Partial<ChangeContent> = {}) =>
  must(store.run(clerk, 'awardChanges.create', { id, sectionId, content: { ...refusedToSign, ...parts } }));
const submit = () => must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
const approve = () =>
  must(store.run(office, 'awardChanges.approve', { id, note: '同意', acknowledged: everyWarning }));

const project = () => store.get(projects, store.get(sections, sectionId).projectId);
const choosable = async (desk: TestDesk, text = '') =>
  (await desk.see('awardChanges.choosable', { text })).projects;
const guide = async (desk: TestDesk) =>
  (await desk.see('awardChanges.byProject', { projectId: project().id })).sections;

describe('选择项目', () => {
  it('offers the sections with a published result, found by words of their project', async () => {
    const desk = await deskOf('clerk');
    const offered = [
      {
        id: project().id,
        planNo: project().planNo,
        sections: [
          { id: sectionId, sectionNo: '1', supplierName: '乙公司', amount: 72_000_050 },
          { id: anId('lot-2'), sectionNo: '2' },
        ],
      },
    ];
    expect(await choosable(desk)).toMatchObject(offered);
    expect(await choosable(desk, project().name.slice(0, 3))).toMatchObject(offered);
    expect(await choosable(desk, project().planNo)).toMatchObject(offered);
    expect(await choosable(desk, 'no such project')).toEqual([]);
  });

  it('says of the other sections why nothing of them is changed', async () => {
    const offered = async () =>
      (await choosable(await deskOf('clerk')))[0]?.sections.map(({ id: each, refused }) => [
        each,
        refused?.kind,
      ]);
    const second = anId('lot-2');
    expect(await offered()).toEqual([
      [sectionId, undefined],
      [second, expect.stringMatching(/^section_/)],
    ]);
    begin();
    expect((await offered())?.[0]).toEqual([sectionId, 'change_open']);
  });

  it('offers a correction also after the contract, and once its project is completed', async () => {
    const { planId } = project();
    store.put(sections, { ...store.get(sections, sectionId), status: 'accepted' });
    store.put(projects, { ...project(), status: 'completed' });
    store.put(plans, { ...store.get(plans, planId), status: 'completed' });
    const desk = await deskOf('clerk');
    expect((await choosable(desk))[0]?.sections[0]).toMatchObject({ id: sectionId, refused: null });
    expect(await guide(desk)).toMatchObject([{ begin: true }]);
  });

  it('offers nothing of a project that was cancelled', async () => {
    store.put(projects, { ...project(), status: 'cancelled' });
    const desk = await deskOf('clerk');
    expect((await choosable(desk))[0]?.sections[0]?.refused).toMatchObject({ kind: 'project_not_open' });
    expect(await guide(desk)).toMatchObject([{ begin: false }]);
  });

  it('offers nothing before the announcement, and to those who file none', async () => {
    expect(await choosable(await deskOf('reviewer'))).toEqual([]);
    store = aStoreWithAward({}, false);
    expect(await choosable(await deskOf('clerk'))).toEqual([]);
  });
});

describe('the form', () => {
  const check = (desk: TestDesk, content: ChangeContent, own: string | null = null) =>
    desk.see('awardChanges.check', { id: own, sectionId, content });

  it('is told the result that is to be changed, who follows, and what the reason allows and demands', async () => {
    const { uscc } = officeUnit;
    const supplier: Supplier = {
      ...{ id: supplierIdOf(uscc), uscc, name: '丙公司', address: '许昌市示例路9号', sizeClass: 'micro' },
      ...{ bans: [], earlierNames: [], createdAt: 1, updatedAt: 1, history: [] },
    };
    store.put(suppliers, supplier);
    for (const event of store.all(sectionEvents)) {
      const { details } = event;
      if (details?.of !== 'evaluation') continue;
      const ranking = details.ranking.map((each) => (each.rank === 3 ? { ...each, uscc } : each));
      store.put(sectionEvents, { ...event, details: { ...details, ranking } });
    }
    const answer = await check(await deskOf('clerk'), { ...refusedToSign, files: [] });
    expect(answer).toMatchObject({
      projectId: project().id,
      original: { supplierName: '乙公司', announcementId: result },
      next: [
        { supplier: '丙公司', price: 73_000_000, score: 88.5, known: { sizeClass: 'micro', ban: null } },
      ],
      actions: ['next_candidate', 'procure_again'],
      numbered: false,
      asksQualified: false,
      papers: ['refusal', 'liability'],
    });
    expect(answer.findings.map(({ ruleId }) => ruleId)).toEqual(['change.paper_missing']);
    const upheld = await check(await deskOf('clerk'), { ...refusedToSign, reasonCode: 'COMPLAINT_UPHELD' });
    expect(upheld).toMatchObject({ numbered: true, asksQualified: true, papers: ['decision'] });
  });

  it('says of another open filing, but not of the own one', async () => {
    begin();
    const desk = await deskOf('clerk');
    const rules = async (own: string | null) => {
      const { findings } = await check(desk, refusedToSign, own);
      return findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
    };
    expect(await rules(null)).toEqual(['change.other_open']);
    expect(await rules(id)).toEqual([]);
  });

  it('says of a result that is not published, that there is nothing to change', async () => {
    store = aStoreWithAward({}, false);
    const { original, findings } = await check(await deskOf('clerk'), refusedToSign);
    expect(original).toBeNull();
    expect(findings.map(({ ruleId }) => ruleId)).toContain('change.not_announced');
  });

  it('answers for a section of others as for one that is not there', async () => {
    const desk = await deskOf('clerk');
    const asked = { id: null, sectionId: anId('nowhere'), content: refusedToSign };
    expect(await desk.ask('awardChanges.check', asked)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the guide of a project', () => {
  it('lets the clerk begin where a result is published, and nobody else', async () => {
    const line = { sectionId, sectionNo: '1', resultNoticeId: result, supplierName: '乙公司', filing: null };
    expect(await guide(await deskOf('clerk'))).toEqual([{ ...line, begin: true }]);
    expect(await guide(await deskOf('reviewer'))).toEqual([{ ...line, begin: false }]);
  });

  it('has the open filing, and with its approval the drafted announcement', async () => {
    begin();
    const [line] = await guide(await deskOf('clerk'));
    expect(line).toMatchObject({ begin: false, filing: { id, status: 'draft', notice: null } });
    submit();
    approve();
    const [after] = await guide(await deskOf('clerk'));
    const notice = { id: noticeIdOf({ id }), status: 'draft' };
    expect(after).toMatchObject({ begin: false, filing: { status: 'approved', notice } });
  });

  it('shows 采购办 a filing once it was submitted', async () => {
    begin();
    expect(await guide(await deskOf('officer'))).toMatchObject([{ filing: null }]);
    submit();
    expect(await guide(await deskOf('officer'))).toMatchObject([{ filing: { status: 'review' } }]);
  });
});

describe('the page', () => {
  const get = (desk: TestDesk) => desk.see('awardChanges.get', { id });

  it('has the original result, and what each may do', async () => {
    begin();
    submit();
    const seen = await get(await deskOf('clerk'));
    expect(seen).toMatchObject({ change: { original: { supplierName: '乙公司' } }, result: null });
    expect(seen.actions).toEqual(['awardChanges.takeBack']);
    expect((await get(await deskOf('officer'))).actions).toEqual([
      'awardChanges.approve',
      'awardChanges.return',
    ]);
  });

  it('has after the approval the new result and its announcement, still a draft', async () => {
    begin();
    submit();
    approve();
    const seen = await get(await deskOf('clerk'));
    expect(seen).toMatchObject({
      result: { supplierName: '丙公司', amount: 73_000_000, letter: null },
      notice: { id: noticeIdOf({ id }), status: 'draft' },
      actions: ['awardChanges.giveUp'],
      toBeEnded: false,
    });
  });

  it('says that a section without a result is still to be ended', async () => {
    begin({ action: 'procure_again', winner: '', amount: null });
    submit();
    approve();
    expect(await get(await deskOf('officer'))).toMatchObject({
      change: { status: 'closed' },
      result: null,
      notice: null,
      toBeEnded: true,
    });
  });
});
