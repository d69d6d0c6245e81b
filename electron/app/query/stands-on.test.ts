// What the contract says an answer stands on, held against the tables that are really read for it.
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { hostOnly, type QueryInput, type QueryName, queries, queryName } from '#shared/contract/ipc.ts';
import { sources } from '#shared/contract/stands-on.ts';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { awardChanges, emptyChange } from '#shared/domain/award-changes/model.ts';
import { awards, emptyAward } from '#shared/domain/awards/model.ts';
import { emptyChallenge } from '#shared/domain/challenges/model.ts';
import { acceptances, emptyAcceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { breaches, emptyBreach } from '#shared/domain/contracts/breaches/model.ts';
import { contractChanges, emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import { contracts, emptyContract } from '#shared/domain/contracts/model.ts';
import { emptyPayment, payments } from '#shared/domain/contracts/payments/model.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import { lists } from '#shared/domain/lists.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { ok } from '#shared/kernel/result.ts';
import { exampleRanking } from '#shared/rules/awards/example.ts';
import { exampleReply } from '#shared/rules/challenge-rules.ts';
import { acceptanceId, beginAcceptance } from '#test/builders/acceptances.ts';
import { anActor } from '#test/builders/actors.ts';
import { drawnFromLibrary } from '#test/builders/announcement-content.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { breachId, withBreachIn } from '#test/builders/breaches.ts';
import { changeId, withChangeIn } from '#test/builders/contract-changes.ts';
import { aStoreToSign, contractId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { beginPayment, must, paymentId } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { Replica } from '../db/replica/replica.ts';
import { SearchIndexer } from '../search/indexer.ts';
import { noTimers, TestDesk } from '../testing/test-desk.ts';
import { actorOf, aNewPlan, aTown, clerk as clerkActor, idOf, office } from '../testing/town.ts';

const store = aStoreWithSections();
const [plan] = store.all(plans);
const [project] = store.all(projects);
if (plan === undefined || project === undefined) throw new Error('no project');
const sectionIds = store.all(sections).map(({ id }) => id);
const notice = idOf(1);
const letter = idOf(2);
/** An id of each type that the desks below have rows of. */
const rowsHeld: ReadonlyMap<string, string> = new Map([
  ['plans', plan.id],
  ['projects', project.id],
  ['announcements', notice],
  ['challenges', letter],
  ['awards', awardId],
  ['contracts', contractId],
  ['organisations', office.id],
  ['accounts', clerkActor.accountId],
]);
const draft = { id: null, type: 'TENDER', projectId: project.id, targetId: null, sectionIds } as const;
const searches = ['', 'exam', 'a'];
const changeContent = { ...emptyChange, reasonCode: 'SUPPLIER_REFUSED', action: 'next_candidate' } as const;
/** A section with a published result, whose change is filed. */
const awarded = { sectionId: anId('awarded'), changeId: anId('change') };
const awardContent = { ...emptyAward, candidates: [...exampleRanking], winner: 'First' };

/** Of every declared list: searched or not, counted under no filter and under each. */
const ofLists = lists.flatMap(({ name, searched, filterNames, kind }) => {
  const typeOf = (by: string) => (kind.columns[by] ?? kind.deskColumns[by])?.type;
  const filters = filterNames.map((by) => ({ filters: [{ by, value: typeOf(by) === 'integer' ? 1 : '1' }] }));
  return [
    [`${name}.list`, (searched ? searches : ['']).map((search) => ({ search }))],
    [`${name}.counts`, [{}, ...filters]],
  ] as const;
});
/** Of every record type that is asked for one by one: a record that a desk has, or one that is nowhere. */
const ofRecords = [...syncedEntities.keys()].flatMap((entity) => {
  const name = queryName(`${entity}.get`);
  return name === undefined ? [] : [[name, [{ id: rowsHeld.get(entity) ?? idOf(7) }]] as const];
});

/** Of the others: inputs that lead a question to every table it may read. */
const others = {
  'plans.check': [
    { id: null, content: aNewPlan(1).content },
    { id: plan.id, content: plan.content },
  ],
  'sections.byProject': [{ projectId: project.id }],
  'sections.gates': [{ projectId: project.id }],
  'sectionEvents.byProject': [{ projectId: project.id }],
  'announcements.byProject': [{ projectId: project.id }],
  'awards.byProject': [{ projectId: project.id }],
  'awards.place': sectionIds.map((sectionId) => ({ sectionId })),
  'awards.check': sectionIds.map((sectionId) => ({ sectionId, content: awardContent })),
  'awards.papers': [{ id: awardId }],
  'awardChanges.choosable': searches.map((text) => ({ text })),
  'awardChanges.byProject': [{ projectId: project.id }],
  'awardChanges.get': [{ id: awarded.changeId }],
  'awardChanges.papers': [{ id: awarded.changeId }],
  'awardChanges.check': [
    { id: awarded.changeId, sectionId: awarded.sectionId, content: changeContent },
    ...sectionIds.map((sectionId) => ({ id: null, sectionId, content: changeContent })),
  ],
  'contracts.choosable': searches.map((text) => ({ text })),
  'contracts.byProject': [{ projectId: project.id }],
  'contracts.check': [
    ...[...sectionIds, awarded.sectionId].map((sectionId) => ({
      ...{ id: null, sectionId, content: emptyContract },
    })),
    { id: contractId, sectionId: anId('lot-1'), content: emptyContract },
  ],
  'contractChanges.get': [{ id: changeId }],
  'contractChanges.check': [
    { id: null, contractId, content: emptyContractChange },
    { id: changeId, contractId, content: emptyContractChange },
  ],
  'acceptances.choosable': searches.map((text) => ({ text })),
  'acceptances.ofContract': [{ contractId }],
  'acceptances.byProject': [{ projectId: project.id }],
  'acceptances.get': [{ id: acceptanceId }],
  'acceptances.check': [
    { id: null, contractId, content: emptyAcceptance },
    { id: acceptanceId, contractId, content: emptyAcceptance },
  ],
  'contracts.yearEnd': [{ year: 2026 }],
  'payments.choosable': searches.map((text) => ({ text })),
  'payments.ofContract': [{ contractId }],
  'payments.get': [{ id: paymentId }],
  'payments.check': [
    { id: null, contractId, content: emptyPayment },
    { id: paymentId, contractId, content: emptyPayment },
  ],
  'payments.figures': [{ budgetYear: 2026 }],
  'breaches.choosable': searches.map((text) => ({ text })),
  'breaches.ofContract': [{ contractId }],
  'breaches.get': [{ id: breachId }],
  'breaches.check': [
    { id: null, contractId, content: emptyBreach },
    { id: breachId, contractId, content: emptyBreach },
  ],
  'suppliers.suggest': searches.map((text) => ({ text })),
  'challenges.byProject': [{ projectId: project.id }],
  'challenges.check': [{ projectId: project.id, content: emptyChallenge }],
  'challenges.checkReply': [{ id: letter, reply: exampleReply }],
  'announcements.compose': [
    { ...draft, content: typedTender },
    { ...draft, id: notice, content: {} },
    { ...draft, type: 'CORRECTION', targetId: notice, content: {} },
    { ...draft, type: 'TENDER_INVITATION', content: drawnFromLibrary },
    { ...draft, type: 'INTENTION', projectId: null, sectionIds: [], content: {} },
  ],
  'announcements.document': [{ id: notice }],
  'announcements.papers': [{ id: notice }],
  'lists.unreadable': [...syncedEntities.keys()].map((entity) => ({ entity })),
  'home.counts': [{}],
  'tasks.list': [{}],
  'tasks.counts': [{}],
  'organisations.search': searches.map((text) => ({ text })),
  'settings.list': [{}],
  'calendarYears.list': [{}],
  'numberPatterns.list': [{}],
  'platforms.list': [{}],
  'platforms.active': [{}],
  'search.query': searches.map((text) => ({ text })),
  'outbox.list': [{ show: 'waiting' }, { show: 'attention' }, { show: 'history' }],
  'outbox.get': [{ id: idOf(1) }],
  'conflict.get': [{ commandId: idOf(1) }],
  'drafts.get': [{ key: 'k' }],
  'drafts.list': [{}],
  'files.list': [{ hashes: ['a'.repeat(64)] }],
  diagnostics: [{}],
} as const satisfies { readonly [N in QueryName]?: readonly QueryInput<N>[] };

/** By query. */
const asked: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries([...ofLists, ...ofRecords]),
  ...others,
};

/** They do something, ask the server each time, or tell by an event of their own what is new. */
const notAsked: ReadonlySet<string> = new Set([
  ...hostOnly,
  ...Object.keys(queries).filter((name) => name.startsWith('session.') || name.startsWith('exchange.')),
  ...[
    'plans.import',
    'payments.import',
    'outbox.resubmit',
    'outbox.discard',
    'drafts.save',
    'drafts.remove',
    'files.giveUp',
    'accounts.setPassword',
  ],
  ...['sync.now', 'sync.status', 'desks.list', 'audit.entries'],
]);

const tableNames = [...syncedEntities.keys()];
const statements: string[] = [];
const { server, clock } = aTown();
const desks: TestDesk[] = [];

/** Every statement that it runs is written down. */
const traced = (file: string, options: Database.Options) =>
  new Database(file, { ...options, verbose: (sql) => statements.push(String(sql)) });

beforeAll(async () => {
  for (const kind of [calendarYears, plans, sections, projects] as const)
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  putAwarded(aStoreWithAward());
  const signed = withChangeIn(withContractIn(aStoreToSign(), 'submitted'), 'draft');
  server.put(contracts, ...signed.all(contracts));
  server.put(contractChanges, ...signed.all(contractChanges));
  must(beginAcceptance(signed));
  server.put(acceptances, ...signed.all(acceptances));
  must(beginPayment(signed));
  server.put(payments, ...signed.all(payments));
  withBreachIn(signed, 'draft');
  server.put(breaches, ...signed.all(breaches));
  server.addPerson('keeper', 'password of keeper', {
    ...actorOf('administrator', office, 6),
    organisationId: null,
  });
  for (const username of ['clerk', 'keeper']) {
    const desk = await new TestDesk(server, clock, { timers: noTimers, openDatabase: traced }).open();
    desks.push(desk);
    await desk.signIn(username);
    await desk.must('sync.now', {});
  }
  const [clerk] = desks;
  await clerk?.must('announcements.create', {
    ...draft,
    id: notice,
    targetId: undefined,
    content: typedTender,
  });
  await clerk?.must('challenges.create', { id: letter, projectId: project.id, content: emptyChallenge });
  // All words are indexed; looking for new ones, which every search begins with, would read every table.
  for (const desk of desks) await desk.see('search.query', { text: 'a' });
  vi.spyOn(SearchIndexer.prototype, 'catchUp').mockReturnValue(ok('done'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const desk of desks) await desk.remove();
});

describe.each(Object.entries(queries))('%s', (name, { output, standsOn }) => {
  it('names record types and sources that there are', () => {
    const known = new Set<string>([...sources, ...tableNames]);
    expect(standsOn.filter((each) => !known.has(each))).toEqual([]);
    expect(new Set(standsOn).size).toBe(standsOn.length);
  });

  it('stands on the outbox if it answers marks', () => {
    const shape = JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' }));
    if (shape.includes('"mark":')) expect(standsOn).toContain('outbox');
  });

  it('is asked below, or is no question to the replica', () => {
    expect([Object.hasOwn(asked, name), notAsked.has(name)].filter(Boolean)).toHaveLength(1);
    if (notAsked.has(name)) expect(standsOn).toEqual([]);
  });
});

describe.each(Object.entries(asked))('%s', (name, inputs) => {
  it('reads no record type but those it stands on', async () => {
    const query = queryName(name);
    if (query === undefined) throw new Error(name);
    const tables = vi.spyOn(Replica.prototype, 'table');
    statements.length = 0;
    let answers = 0;
    for (const desk of desks)
      for (const input of inputs) if ((await desk.dispatch(name, input)).ok) answers += 1;
    const read = new Set([...tables.mock.calls.map(([entity]) => entity), ...statements.flatMap(tablesIn)]);
    tables.mockRestore();
    // A record that no desk has is looked for where it would be.
    const mayBeMissing = /\.get$/.test(name) && !rowsHeld.has(name.slice(0, -4));
    expect(mayBeMissing || answers > 0).toBe(true);
    expect(
      [...read].filter((table) => !(queries[query].standsOn as readonly string[]).includes(table)),
    ).toEqual([]);
  });
});

/** Whose rows, words or search index a statement reads. */
function tablesIn(sql: string): readonly string[] {
  const sources = [...sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?/gi)].map(([, source = '']) => source);
  return tableNames.filter((table) =>
    sources.some((source) => [table, `${table}_words`, `${table}_search`].includes(source)),
  );
}

/** Beside the sections above, with the award it came from; the candidate who follows has a code. */
function putAwarded(from: Store): void {
  const award = from.get(awards, awardId);
  const { sectionId, changeId } = awarded;
  const section = {
    ...from.get(sections, award.sectionId),
    id: sectionId,
    lotUid: 'awarded',
    sectionNo: '9',
  };
  from.put(sections, section);
  const ranking = award.ranking.map((each) => (each.rank === 3 ? { ...each, uscc: office.uscc } : each));
  from.put(awards, { ...award, id: anId('award'), sectionId, ranking });
  const created = from.run(anActor('purchaser_clerk'), 'awardChanges.create', {
    ...{ id: changeId, sectionId, content: changeContent },
  });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  server.put(sections, section);
  server.put(awards, ...from.all(awards));
  server.put(awardChanges, ...from.all(awardChanges));
}
