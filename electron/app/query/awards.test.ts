// What the project's guide, the form and the page of a result are told, on a desk of the unit whose section has been evaluated.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { type Award, type AwardContent, awards, emptyAward } from '#shared/domain/awards/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { type Supplier, supplierIdOf, suppliers } from '#shared/domain/suppliers/model.ts';
import { anActor } from '#test/builders/actors.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, TestDesk } from '../testing/test-desk.ts';
import { aTown, office } from '../testing/town.ts';

const [sectionId, notice, result] = [anId('lot-1'), anId('notice'), anId('result')];
const desks: TestDesk[] = [];
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

beforeEach(() => {
  ({ server, clock } = aTown());
  clock.advance(45 * 86_400_000);
  store = aStoreWithAward({}, false);
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function deskOf(username: string, begun = true): Promise<TestDesk> {
  const kinds = [calendarYears, suppliers, plans, projects, sections, sectionEvents, announcements];
  // Without its award nothing is determined.
  if (!begun) store.put(sections, ...store.all(sections).map((section) => ({ ...section, results: [] })));
  for (const kind of begun ? [...kinds, awards] : kinds)
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

const projectId = () => store.get(sections, sectionId).projectId;
const check = (desk: TestDesk, content: AwardContent) => desk.see('awards.check', { sectionId, content });

describe('the guide of a project', () => {
  it('has the sections that were evaluated, each with its result', async () => {
    const desk = await deskOf('clerk');
    const { sections: shown } = await desk.see('awards.byProject', { projectId: projectId() });
    expect(shown).toMatchObject([
      {
        sectionId,
        award: { id: awardId, status: 'confirmed', winner: '乙公司', amount: 72_000_050, letterNo: null },
        failed: false,
        begin: false,
      },
    ]);
  });

  it('lets the drafters begin one where there is none, under the id that follows from section and notice', async () => {
    const [clerk, reviewer] = [await deskOf('clerk', false), await deskOf('reviewer', false)];
    const begin = async (desk: TestDesk) =>
      (await desk.see('awards.byProject', { projectId: projectId() })).sections.map((each) => each.begin);
    expect(await begin(clerk)).toEqual([true]);
    expect(await begin(reviewer)).toEqual([false]);
    const { place } = await clerk.see('awards.place', { sectionId });
    expect(place).toEqual({ projectId: projectId(), noticeId: notice, awardId, begun: false });
  });

  it('leads to the one that has been begun', async () => {
    const desk = await deskOf('clerk');
    expect((await desk.see('awards.place', { sectionId })).place).toMatchObject({ awardId, begun: true });
    expect(await desk.see('awards.place', { sectionId: anId('lot-2') })).toEqual({ place: null });
  });
});

describe('the form', () => {
  const first: AwardContent = {
    ...emptyAward,
    winner: '甲公司',
    address: '许昌市示例路1号',
    amount: 70_000_000,
  };

  it('is told the ranking of the centre, and what the rules say', async () => {
    const desk = await deskOf('clerk');
    const answer = await check(desk, first);
    expect(answer).toMatchObject({ told: true, projectId: projectId(), evaluatedAgain: false });
    expect(answer.ranking.map(({ supplier }) => supplier)).toEqual(['甲公司', '乙公司', '丙公司']);
    // It has bid, and is neither ranked nor rejected.
    const untold = answer.findings.find(({ ruleId }) => ruleId === 'award.fate_untold');
    expect(untold).toMatchObject({ severity: 'warning', params: { suppliers: '戊公司' } });
    const second = await check(desk, { ...first, winner: '乙公司', amount: 72_000_050 });
    expect(second.findings.map(({ ruleId }) => ruleId)).toContain('award.passed_over_unexplained');
  });

  it('is told of those who have bid only where nobody has told the ranking', async () => {
    expect((await check(await deskOf('clerk'), first)).opened).toEqual([]);
    for (const event of store.all(sectionEvents)) {
      if (event.kind !== 'evaluation_ended') continue;
      store.put(sectionEvents, { ...event, source: 'agency', details: null });
    }
    const { told, opened } = await check(await deskOf('clerk'), first);
    expect(told).toBe(false);
    expect(opened.map(({ supplier }) => supplier)).toContain('乙公司');
  });

  it('is told what is known of a candidate by the code, and that they are excluded', async () => {
    const { uscc } = office;
    const banned = { document: '示例〔2026〕1号', reason: '示例', from: '2026-01-01', until: '2027-01-01' };
    const supplier: Supplier = {
      ...{ id: supplierIdOf(uscc), uscc, name: '甲公司', address: '许昌市示例路9号', sizeClass: 'micro' },
      ...{ earlierNames: [], createdAt: 1, updatedAt: 1, history: [] },
      bans: [{ ...banned, id: anId('ban'), issuer: null, lifted: null }],
    };
    store.put(suppliers, supplier);
    for (const event of store.all(sectionEvents)) {
      const { details } = event;
      if (details?.of !== 'evaluation') continue;
      const ranking = details.ranking.map((each) => (each.rank === 1 ? { ...each, uscc } : each));
      store.put(sectionEvents, { ...event, details: { ...details, ranking } });
    }
    const { ranking, findings } = await check(await deskOf('clerk'), first);
    expect(ranking.map(({ known }) => known)).toEqual([
      {
        ...{ id: supplier.id, name: '甲公司', address: '许昌市示例路9号', sizeClass: 'micro' },
        ban: { document: banned.document, until: banned.until },
      },
      null,
      null,
    ]);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('award.banned');
  });

  it('answers for a section of others as for one that is not there', async () => {
    const desk = await deskOf('clerk');
    const asked = await desk.ask('awards.check', { sectionId: anId('nowhere'), content: first });
    expect(asked).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the page', () => {
  it('has the ranking that was submitted, and what the reviewer may still do', async () => {
    const desk = await deskOf('reviewer');
    const { award, ranking, told, actions } = await desk.see('awards.get', { id: awardId });
    expect(award.status).toBe('confirmed');
    expect(told).toBe(true);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(actions).toEqual(['awards.reopen']);
  });
});

describe('a result that was returned', () => {
  async function tasksOf(parts: Partial<Section>, status: Award['status'] = 'returned') {
    const undetermined = { ...store.get(sections, sectionId), results: [], ...parts };
    store.put(sections, undetermined);
    const { submittedBy: _, ...award } = store.get(awards, awardId);
    store.put(awards, { ...award, status, submittedBy: anId('somebody'), determinedAt: null });
    const desk = await deskOf(status === 'returned' ? 'clerk' : 'reviewer');
    const command = status === 'returned' ? 'awards.submit' : 'awards.confirm';
    const { items } = await desk.see('tasks.list', { kind: command, limit: 50 });
    const counts = await desk.see('tasks.counts', {});
    expect(counts[command]).toBe(items.length);
    const { standing } = await desk.see('awards.get', { id: awardId });
    return [items.length, standing.as];
  }
  const anew = () => {
    const { schedule } = store.get(sections, sectionId);
    return { schedule: schedule === null ? null : { ...schedule, announcementId: anId('again') } };
  };

  it('waits while its section is in the course that it was begun in', async () => {
    expect(await tasksOf({})).toEqual([1, 'in_force']);
    expect(await tasksOf({}, 'review')).toEqual([1, 'in_force']);
  });

  it('waits for nobody once its section has ended, and says so', async () => {
    expect(await tasksOf({ status: 'failed' })).toEqual([0, 'ended']);
    expect(await tasksOf({ status: 'terminated' }, 'review')).toEqual([0, 'ended']);
  });

  it('waits for nobody in the next course of its section, also once that was evaluated', async () => {
    expect(await tasksOf({ ...anew(), status: 'announced' })).toEqual([0, 'ended']);
    expect(await tasksOf(anew())).toEqual([0, 'ended']);
  });
});

describe('the result announcement', () => {
  it('is published by the command of results, and by no other', async () => {
    const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
    const about = { type: 'RESULT', projectId: projectId(), sectionIds: [sectionId], content: typedResult };
    const answers = [
      store.run(clerk, 'announcements.create', { id: result, ...about }),
      store.run(clerk, 'announcements.submit', { id: result, acknowledged: everyWarning }),
      store.run(reviewer, 'announcements.approve', { id: result }),
    ];
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const desk = await deskOf('clerk');
    const { actions } = await desk.see('announcements.get', { id: result });
    expect(actions.filter((name) => name.endsWith('.publish'))).toEqual(['awards.publish']);
  });
});
