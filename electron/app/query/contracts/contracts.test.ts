// What 选择项目, the form, the page and the project's guide are told of contracts, on desks of the unit and of others.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { contracts, emptyContract } from '#shared/domain/contracts/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { heldBy } from '#shared/domain/projects/holds.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { anAgency } from '#test/builders/actors.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import {
  aContractContent,
  aStoreToSign,
  contractAmount,
  contractId as id,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { actorOf, aTown } from '../../testing/town.ts';

const desks: TestDesk[] = [];
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

beforeEach(() => {
  ({ server, clock } = aTown());
  clock.advance(60 * 86_400_000);
  store = aStoreToSign();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function deskOf(username: string): Promise<TestDesk> {
  for (const kind of [calendarYears, organisations, plans, projects, sections, contracts]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

const project = () => store.get(projects, store.get(sections, sectionId).projectId);
const choosable = async (desk: TestDesk, text = '') =>
  (await desk.see('contracts.choosable', { text })).projects;
const guide = async (desk: TestDesk) =>
  (await desk.see('contracts.byProject', { projectId: project().id })).sections;

describe('选择项目', () => {
  it('offers the sections with an announced result, with its supplier and until when to sign', async () => {
    const desk = await deskOf('clerk');
    const line = {
      ...{ id: sectionId, sectionNo: '1', supplierName: '乙公司', amount: contractAmount },
      ...{ letterOn: '2026-03-03', signUntil: '2026-04-02', contractCount: 0 },
    };
    const offered = [{ id: project().id, planNo: project().planNo, sections: [line] }];
    expect(await choosable(desk)).toMatchObject(offered);
    expect(await choosable(desk, project().planNo)).toMatchObject(offered);
    expect(await choosable(desk, 'no such project')).toEqual([]);
  });

  it('counts what is begun and filed, and offers nothing before the announcement nor to who files none', async () => {
    withContractIn(store, 'submitted');
    expect(await choosable(await deskOf('clerk'))).toMatchObject([{ sections: [{ contractCount: 1 }] }]);
    expect(await choosable(await deskOf('reviewer'))).toEqual([]);
    ({ server, clock } = aTown());
    clock.advance(60 * 86_400_000);
    store = aStoreWithAward({}, false);
    expect(await choosable(await deskOf('clerk'))).toEqual([]);
  });
});

describe('the form', () => {
  it('is told what is known without typing, what is missing, and the days', async () => {
    const desk = await deskOf('clerk');
    const answer = await desk.see('contracts.check', { id: null, sectionId, content: emptyContract });
    expect(answer).toMatchObject({
      result: { supplierName: '乙公司' },
      known: { amountKind: 'total', amount: contractAmount },
      others: [],
      clocks: { sign: { date: '2026-04-02' }, publish: null, file: null },
    });
    expect(answer.known.items.length).toBeGreaterThan(0);
    expect(answer.findings.map(({ ruleId }) => ruleId)).toContain('contract.required');
    const whole = await desk.see('contracts.check', { id: null, sectionId, content: aContractContent() });
    expect(whole.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(whole.clocks).toMatchObject({
      publish: { date: '2026-03-06' },
      file: { date: '2026-03-13' },
    });
    const secret = aContractContent({ secret: true });
    const { clocks } = await desk.see('contracts.check', { id: null, sectionId, content: secret });
    expect(clocks.publish).toBeNull();
  });

  it('knows the other contracts of the section, and not itself', async () => {
    withContractIn(store, 'submitted', { several: 'by_batch', amount: 1 });
    const desk = await deskOf('clerk');
    const check = (own: string | null) =>
      desk.see('contracts.check', { id: own, sectionId, content: aContractContent({ amount: 1 }) });
    expect((await check(null)).others).toMatchObject([{ contractId: id }]);
    expect((await check(id)).others).toEqual([]);
  });

  it('tells of one that is being written; of several only the first has to be signed by a day', async () => {
    const second = anId('second');
    withContractIn(store, 'submitted', { several: 'by_batch', amount: 1 });
    withContractIn(store, 'draft', { several: 'by_batch', amount: 1, contractNo: 'HT-2' }, second);
    const desk = await deskOf('clerk');
    const check = (own: string | null) =>
      desk.see('contracts.check', { id: own, sectionId, content: aContractContent({ amount: 1 }) });
    const fresh = await check(null);
    expect(fresh.begun).toEqual([{ id: second, status: 'draft', contractNo: 'HT-2' }]);
    expect(fresh.clocks.sign).toBeNull();
    expect((await check(second)).begun).toEqual([]);
    expect((await check(id)).clocks.sign).toMatchObject({ date: '2026-04-02' });
  });

  it('answers for a section of others as for one that is not there', async () => {
    const desk = await deskOf('clerk');
    const asked = { id: null, sectionId: anId('nowhere'), content: emptyContract };
    expect(await desk.ask('contracts.check', asked)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the guide of a project', () => {
  it('lets the clerk begin, and says what stops it', async () => {
    store.put(
      sections,
      heldBy(store.get(sections, sectionId), {
        ...{ kind: 'challenge', recordId: anId('letter'), document: 'ZY-1', from: 0 },
      }),
    );
    expect(await guide(await deskOf('clerk'))).toMatchObject([
      { sectionId, supplierName: '乙公司', filed: [], contracts: [], begin: true, holds: ['ZY-1'] },
    ]);
    expect(await guide(await deskOf('reviewer'))).toMatchObject([{ begin: false }]);
  });

  it('shows what is filed to everybody, and the records to unit and 采购办 alone', async () => {
    withContractIn(store, 'approved');
    expect(await guide(await deskOf('officer'))).toMatchObject([{ filed: [], contracts: [] }]);
    ({ server, clock } = aTown());
    clock.advance(60 * 86_400_000);
    store = withContractIn(aStoreToSign(), 'submitted');
    const filed = [{ contractId: id, contractNo: 'HT-2026-001' }];
    for (const username of ['clerk', 'officer']) {
      expect(await guide(await deskOf(username)), username).toMatchObject([
        { filed, contracts: [{ id, status: 'submitted' }] },
      ]);
    }
    server.addPerson('agent', 'password of agent', actorOf('agency', anAgency, 6));
    const agency = await deskOf('agent');
    expect(await guide(agency)).toMatchObject([{ filed, contracts: [], begin: false }]);
    expect(await agency.ask('contracts.get', { id })).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the page', () => {
  it('offers each what is to be done next', async () => {
    withContractIn(store, 'review');
    const seen = async (username: string) =>
      (await (await deskOf(username)).see('contracts.get', { id })).actions;
    expect(await seen('clerk')).toEqual(['contracts.takeBack']);
    expect(await seen('reviewer')).toEqual(['contracts.approve', 'contracts.return']);
    ({ server, clock } = aTown());
    clock.advance(60 * 86_400_000);
    store = withContractIn(aStoreToSign(), 'submitted');
    expect(await seen('clerk')).toEqual(['contracts.addFunding']);
    expect(await seen('officer')).toEqual(['contracts.receive', 'contracts.requestPapers']);
  });
});
