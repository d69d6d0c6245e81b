// What choosing a contract, the page of a contract, the guide, the form and the page of an acceptance are told, by role.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { acceptances, emptyAcceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { acceptanceId as id, notPassed, withAcceptanceIn } from '#test/builders/acceptances.ts';
import { anAgency } from '#test/builders/actors.ts';
import { aStoreToSign, contractId, sectionId, withContractIn } from '#test/builders/contracts.ts';
import type { Store } from '#test/builders/store.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { actorOf, aTown } from '../../testing/town.ts';

const kinds = [
  ...[calendarYears, organisations, plans, projects, sections, announcements, contracts],
  acceptances,
];
const desks: TestDesk[] = [];
const day = 86_400_000;
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

beforeEach(() => {
  ({ server, clock } = aTown());
  clock.advance(60 * day);
  store = withContractIn(aStoreToSign(), 'received');
  store.now += day;
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function deskOf(username: string): Promise<TestDesk> {
  for (const kind of kinds) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

const ofContract = (desk: TestDesk) => desk.see('acceptances.ofContract', { contractId });
const ofProject = (desk: TestDesk) =>
  desk.see('acceptances.byProject', { projectId: store.get(sections, sectionId).projectId });

it('offers the clerk the contracts in force, by their words, until one is begun', async () => {
  const offered = async (username: string, text = '') =>
    (await (await deskOf(username)).see('acceptances.choosable', { text, limit: 10 })).contracts;
  expect(await offered('clerk')).toMatchObject([{ id: contractId, acceptance: 'none', after: null }]);
  expect(await offered('clerk', '分析仪')).toHaveLength(1);
  expect(await offered('clerk', '别的')).toEqual([]);
  expect(await offered('reviewer')).toEqual([]);
  withAcceptanceIn(store, 'draft');
  expect(await offered('clerk')).toEqual([]);
});

it('tells the page of a contract what there is, and why another one has to wait', async () => {
  expect(await ofContract(await deskOf('clerk'))).toEqual({
    acceptances: [],
    begin: { may: true, why: null, after: null },
  });
  withAcceptanceIn(store, 'review');
  expect(await ofContract(await deskOf('clerk'))).toMatchObject({
    acceptances: [{ id, status: 'review', stage: 'final', conclusion: 'passed', mark: 'synced' }],
    begin: { may: false, why: 'acceptance_open' },
  });
  // Until it is concluded it is the unit's alone.
  expect(await ofContract(await deskOf('officer'))).toMatchObject({ acceptances: [], begin: { may: false } });
});

it('leads from what did not pass to the acceptance after its 整改', async () => {
  withAcceptanceIn(store, 'concluded', notPassed);
  const clerk = await deskOf('clerk');
  expect(await ofContract(clerk)).toMatchObject({
    acceptances: [{ id, conclusion: 'failed', rectifyUntil: '2026-03-20' }],
    begin: { may: true, after: id },
  });
  const seen = await clerk.see('acceptances.get', { id });
  expect(seen).toMatchObject({ repeat: true, actions: [], papers: [{ key: 'record' }] });
  const officer = await (await deskOf('officer')).see('acceptances.get', { id });
  expect(officer).toMatchObject({ repeat: false, acceptance: { content: { conclusion: 'failed' } } });
});

it('tells the guide of each contract in force, and who may not open it no more than the section says', async () => {
  withAcceptanceIn(store, 'concluded');
  const known = { contractId, contractNo: 'HT-2026-001', acceptedOn: '2026-03-05' };
  expect(await ofProject(await deskOf('clerk'))).toMatchObject({
    contracts: [
      { ...known, known: true, acceptances: [{ id }], begin: { may: false, why: 'contract_accepted' } },
    ],
  });
  server.addPerson('agent', 'password of agent', actorOf('agency', anAgency, 6));
  expect(await ofProject(await deskOf('agent'))).toMatchObject({
    contracts: [{ ...known, known: false, acceptances: [], begin: { may: false, why: null } }],
  });
});

it('checks the form by the rules of the command, and begins it with what is known', async () => {
  const input = { id: null, contractId, content: emptyAcceptance };
  const answer = await (await deskOf('clerk')).see('acceptances.check', input);
  expect(answer.findings.map(({ ruleId }) => ruleId)).toContain('acceptance.required');
  expect(answer.known).toMatchObject({ requestedBy: '乙公司', rows: [{ item: '分析仪' }] });
  expect(answer.document.title).toContain('验收书');
});
