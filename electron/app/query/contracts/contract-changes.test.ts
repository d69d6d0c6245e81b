// What the page of a contract, the form and the page of a change are told, and two desks that begin one at once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { contractChanges, emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { anAgency } from '#test/builders/actors.ts';
import { aChangeContent, changeAmount, changeId, withChangeIn } from '#test/builders/contract-changes.ts';
import {
  aStoreToSign,
  contractAmount,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { actorOf, aTown } from '../../testing/town.ts';

const desks: TestDesk[] = [];
const day = 86_400_000;
const tenth = Math.floor(contractAmount / 10);
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
  for (const kind of [calendarYears, organisations, plans, projects, sections, contracts, contractChanges]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

const rulesIn = ({ findings }: { readonly findings: readonly { readonly ruleId: string }[] }) =>
  findings.map(({ ruleId }) => ruleId);
const contract = (desk: TestDesk) => desk.see('contracts.get', { id: contractId });

describe('the page of a contract', () => {
  it('lists its changes and lets the clerk begin one while none is open', async () => {
    const free = await contract(await deskOf('clerk'));
    expect(free).toMatchObject({ changes: [], beginChange: true });
    expect(await contract(await deskOf('reviewer'))).toMatchObject({ beginChange: false });
    withChangeIn(store, 'draft', { kind: 'extension' });
    const line = { id: changeId, kind: 'extension', changedOn: '2026-03-05', newSupplier: '' };
    expect(await contract(await deskOf('clerk'))).toMatchObject({
      // Typed before another kind was chosen.
      changes: [{ ...line, status: 'draft', amount: null, announcementId: null }],
      beginChange: false,
    });
    // Until it is announced it is the unit's alone.
    expect(await contract(await deskOf('officer'))).toMatchObject({ changes: [], beginChange: false });
  });

  it('says who takes the contract over, and of which announcement a change is', async () => {
    const party = { newSupplier: '丙公司', newSupplierUscc: '11411000005712349F' };
    withChangeIn(store, 'published', { kind: 'party', amount: null, ...party });
    const { announcementId } = store.get(contractChanges, changeId);
    expect(announcementId).not.toBeNull();
    for (const username of ['clerk', 'officer']) {
      const desk = await deskOf(username);
      const line = { id: changeId, newSupplier: '丙公司', announcementId };
      expect(await contract(desk), username).toMatchObject({ changes: [line] });
      const { projectId } = store.get(sections, sectionId);
      const guide = await desk.see('contracts.byProject', { projectId });
      expect(guide, username).toMatchObject({ sections: [{ contracts: [{ changes: [line] }] }] });
    }
  });
});

describe('the form of a change', () => {
  it('is told what is missing, how much may still be added, and until when to announce', async () => {
    withChangeIn(store, 'published');
    const desk = await deskOf('clerk');
    const check = (content: typeof emptyContractChange) =>
      desk.see('contractChanges.check', { id: null, contractId, content });
    const empty = await check(emptyContractChange);
    expect(empty).toMatchObject({ mayAdd: tenth - changeAmount, publish: null });
    expect(rulesIn(empty)).toContain('contract_change.required');
    const rest = { amount: tenth - changeAmount, changedOn: '2026-03-05' };
    const whole = await check(aChangeContent(rest));
    const late = 'contract_change.published_late';
    expect(rulesIn(whole)).toEqual([late]);
    expect(whole.publish).toMatchObject({ date: '2026-03-09' });
    const above = await check(aChangeContent({ ...rest, amount: rest.amount + 1 }));
    expect(rulesIn(above)).toEqual(['contract_change.above_tenth', late]);
  });

  it('counts a change once that has been announced', async () => {
    withChangeIn(store, 'published', { amount: tenth });
    const desk = await deskOf('clerk');
    const { change } = await desk.see('contractChanges.get', { id: changeId });
    const own = { id: changeId, contractId, content: change.content };
    const answer = await desk.see('contractChanges.check', own);
    expect(rulesIn(answer)).not.toContain('contract_change.above_tenth');
    expect(answer.mayAdd).toBe(tenth);
  });

  it('is the unit’s: to the agency neither form nor change is there', async () => {
    withChangeIn(store, 'published');
    server.addPerson('agent', 'password of agent', actorOf('agency', anAgency, 6));
    const agency = await deskOf('agent');
    const asked = { id: null, contractId, content: emptyContractChange };
    for (const answer of [
      await agency.ask('contractChanges.check', asked),
      await agency.ask('contractChanges.get', { id: changeId }),
    ]) {
      expect(answer).toMatchObject({ error: { code: 'not_found' } });
    }
  });
});

it('the page of a change offers each what is to be done next', async () => {
  const seen = async (username: string) =>
    (await (await deskOf(username)).see('contractChanges.get', { id: changeId })).actions;
  withChangeIn(store, 'review');
  expect(await seen('clerk')).toEqual(['contractChanges.takeBack']);
  expect(await seen('reviewer')).toEqual(['contractChanges.approve', 'contractChanges.return']);
  store = withContractIn(aStoreToSign(), 'received');
  store.now += day;
  withChangeIn(store, 'published');
  for (const username of ['clerk', 'reviewer', 'officer']) expect(await seen(username)).toEqual([]);
});

it('of two desks that begin a change at once one wins; the other is told why and keeps what it typed', async () => {
  const first = await deskOf('clerk');
  const second = await deskOf('colleague');
  const input = (id: string, clauses: string) => ({ id, contractId, content: aChangeContent({ clauses }) });
  await first.must('contractChanges.create', input(changeId, '第二条'));
  const late = input(anId('late'), '第三条');
  await second.must('contractChanges.create', late);
  await first.must('sync.now', {});
  await second.must('sync.now', {});
  expect(server.row(contractChanges.name, changeId)).toMatchObject({ content: { clauses: '第二条' } });
  expect(server.row(contractChanges.name, late.id)).toBeUndefined();
  const [refused] = (await second.see('outbox.list', { show: 'attention' })).items;
  expect(refused).toMatchObject({
    name: 'contractChanges.create',
    error: { code: 'already_exists', fields: [{ path: 'contractId', code: 'contract_change_open' }] },
  });
  expect(await second.see('outbox.get', { id: refused?.id ?? '' })).toMatchObject({ input: late });
  // And sees the one that was first.
  expect(await contract(second)).toMatchObject({ changes: [{ id: changeId, status: 'draft' }] });
});
