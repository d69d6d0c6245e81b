// The local side fed through its own door with what no window should send: every query and command, every name. Each is answered with a code,
// nothing is thrown, and the desk works as before.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeServer } from '#electron/app/testing/fake-server.ts';
import { noTimers, TestDesk } from '#electron/app/testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '#electron/app/testing/town.ts';
import { queries } from '#shared/contract/ipc.ts';
import { commands } from '#shared/domain/registry.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { hostileStrings, hostileValues, prototypeNames, variants } from './values.ts';

const codes = new Set<string>(errorCodes);
const small = hostileValues.filter(({ large }) => large !== true);
const circular: Record<string, unknown> = {};
circular['self'] = circular;
/** What JSON cannot say, but a careless caller in the same program can hand over. */
const beyondJson: readonly unknown[] = [
  undefined,
  1n,
  Symbol('x'),
  () => 1,
  circular,
  new Date(Number.NaN),
  new Map([[1, 1]]),
  Object.create(null),
];

let desk: TestDesk;
let server: FakeServer;

beforeAll(async () => {
  const town = aTown();
  server = town.server;
  desk = await new TestDesk(server, town.clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  await desk.must('plans.create', aNewPlan(1));
});
afterAll(async () => {
  await desk.signIn('clerk');
  await desk.must('plans.create', aNewPlan(2));
  await desk.must('sync.now', {});
  expect(server.row('plans', idOf(2))).toBeDefined();
  await desk.remove();
});

async function answered(name: string, input: unknown): Promise<Result<unknown>> {
  const result = await desk.dispatch(name, input);
  if (!result.ok) {
    const { code } = result.error;
    expect([name.slice(0, 80), code, codes.has(code) && code !== 'internal']).toEqual([
      name.slice(0, 80),
      code,
      true,
    ]);
  }
  return result;
}

/** An input each query takes, from which those wrong in one place are made. */
const valid: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [
    'plans.list',
    {
      tab: 'draft',
      filters: [{ by: 'method', value: 'x' }],
      sort: { by: 'updatedAt', direction: 'desc' },
      after: { value: 1, id: 'x' },
      limit: 10,
      search: 'a',
    },
  ],
  ['plans.check', { id: null, content: aNewPlan(1).content }],
  ['plans.counts', { filters: [{ by: 'method', value: 'x' }] }],
  [
    'projects.list',
    {
      tab: 'all',
      filters: [{ by: 'purchaserId', value: 'x' }],
      sort: { by: 'filedAt', direction: 'asc' },
      after: null,
      limit: 10,
      search: '',
    },
  ],
  ['projects.counts', { filters: [] }],
  ['lists.unreadable', { entity: 'plans' }],
  [
    'organisations.list',
    {
      tab: 'all',
      filters: [
        { by: 'kind', value: 'agency' },
        { by: 'active', value: 1 },
      ],
      sort: { by: 'name', direction: 'desc' },
      search: 'a',
      after: { value: 'x', row: 1 },
      limit: 5,
    },
  ],
  [
    'accounts.list',
    {
      filters: [
        { by: 'role', value: 'agency' },
        { by: 'organisationId', value: idOf(1) },
      ],
      search: 'a',
      after: { value: 'x', row: 1 },
      limit: 5,
    },
  ],
  [
    'exchange.messages',
    { state: 'dead', platformId: 'xuchang', type: 'plan.push', after: idOf(1), limit: 5 },
  ],
  [
    'exchange.received',
    { state: 'held', platformId: 'xuchang', after: { receivedAt: 1, msgId: 'x' }, limit: 5 },
  ],
  ['exchange.refusals', { after: { at: 1, id: 'x' }, limit: 5 }],
  ['exchange.differences', { after: { at: 1, id: 'x' }, limit: 5 }],
  ['exchange.announcementDifferences', { after: { at: 1, id: 'x' }, limit: 5 }],
  ['exchange.eventDifferences', { after: { at: 1, id: 'x' }, limit: 5 }],
  ['exchange.resend', { msgId: idOf(1) }],
  ['exchange.reconcile', { platformId: 'xuchang' }],
  ['accounts.setPassword', { accountId: idOf(1), password: 'a new password' }],
  [
    'exchange.export',
    { state: 'dead', platformId: 'xuchang', type: 'plan.push', path: '/nowhere/at/all.ndjson' },
  ],
  ['audit.entries', { accountId: idOf(1), after: 5, limit: 5 }],
  [
    'plans.export',
    {
      list: { tab: 'draft', filters: [{ by: 'method', value: 'x' }], sort: null, search: 'a' },
      path: '/nowhere/at/all.xlsx',
    },
  ],
  ['projects.export', { list: { tab: 'all', search: 'a' }, ids: [idOf(1)], path: '/nowhere/at/all.xlsx' }],
  ['intentions.export', { list: {}, path: '/nowhere/at/all.xlsx' }],
  ['intentions.list', { after: { value: 5, row: 1 }, search: 'a', limit: 5 }],
  ['plans.importTemplate', { path: '/nowhere/at/all.xlsx' }],
  ['plans.importPreview', { path: '/nowhere/at/all.xlsx' }],
  ['plans.import', { token: 'x', nos: ['1'] }],
  ['plans.importNotes', { token: 'x', path: '/nowhere/at/all.xlsx' }],
  ['payments.importTemplate', { path: '/nowhere/at/all.xlsx' }],
  ['payments.importPreview', { path: '/nowhere/at/all.xlsx' }],
  ['payments.import', { token: 'x', nos: ['2'], acknowledged: true }],
  ['payments.importNotes', { token: 'x', path: '/nowhere/at/all.xlsx' }],
  ['contractItems.importTemplate', { path: '/nowhere/at/all.xlsx' }],
  ['contractItems.importPreview', { path: '/nowhere/at/all.xlsx' }],
  ['contractItems.importNotes', { token: 'x', path: '/nowhere/at/all.xlsx' }],
  [
    'tasks.list',
    {
      kind: 'plans.approve',
      purchaserId: idOf(1),
      search: 'a',
      direction: 'asc',
      after: { updatedAt: 1, entity: 'plans', row: 1 },
      limit: 5,
    },
  ],
  ['tasks.counts', { purchaserId: idOf(1) }],
  ['organisations.search', { kind: 'agency', text: 'a', limit: 5 }],
  ['search.query', { text: 'plan', limit: 5 }],
  ['outbox.list', { show: 'waiting', after: 5, limit: 5 }],
  ['outbox.resubmit', { id: idOf(1), input: {} }],
  ['conflict.get', { commandId: idOf(1) }],
  ['sections.byProject', { projectId: idOf(1) }],
  ['sectionEvents.byProject', { projectId: idOf(1) }],
  ['documents.word', { document: { of: 'award', id: idOf(1), key: 'letter' }, path: '/nowhere/at/all.docx' }],
  ['drafts.save', { key: 'k', form: 'plans.edit', body: { a: 1 } }],
  ['drafts.get', { key: 'k' }],
  ['drafts.list', { form: null }],
  ['drafts.remove', { key: 'k' }],
  ['files.add', { path: '/nowhere/at/all', fileName: 'x.pdf', mediaType: 'application/pdf' }],
  ['files.list', { hashes: ['a'.repeat(64)] }],
  ['files.giveUp', { sha256: 'a'.repeat(64) }],
  ['files.fetch', { sha256: 'a'.repeat(64) }],
  ['session.signIn', { username: 'clerk', password: 'not this one' }],
  ['session.unlock', { username: 'nobody', password: 'not this one' }],
  ['session.changePassword', { current: 'not this one', next: 'neither this one' }],
]);
const byId = [
  'plans.get',
  'projects.get',
  'organisations.get',
  'accounts.get',
  'announcements.papers',
  'awards.papers',
  'outbox.get',
  'outbox.discard',
];
/** What they do to the session is the subject of other tests; their inputs are tried last. */
const sessionEnding = ['session.lock', 'session.signOut'];
const inputOf = (name: string): unknown => (byId.includes(name) ? { id: idOf(1) } : (valid.get(name) ?? {}));
const names = [...Object.keys(queries).filter((name) => !sessionEnding.includes(name)), ...commands.keys()];

describe.each(names)('%s', (name) => {
  it('answers what is wrong in one place', async () => {
    const slow = name.startsWith('session.');
    const tried = slow ? small.filter((_, index) => index % 6 === 0) : small;
    for (const { input } of variants(inputOf(name), tried)) await answered(name, input);
  });

  it('answers what is large, deep, or no JSON at all', async () => {
    for (const { value } of hostileValues.filter(({ large }) => large === true)) await answered(name, value);
    for (const value of beyondJson) await answered(name, value);
  });
});

it('knows no names but its own', async () => {
  for (const name of [...hostileStrings, ...prototypeNames, ...names.map((each) => `${each} `)]) {
    expect(await answered(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_name' } });
  }
});

it('searches whatever is typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.constantFrom('"', "'", '*', 'NEAR(', 'a OR', '-', '^', '%', '_', 'plan*"', '{a}:b', '许 昌'),
      ),
      async (text) => {
        await answered('search.query', { text });
        await answered('plans.list', { search: text });
        await answered('organisations.search', { text });
      },
    ),
    { numRuns: 150 },
  );
});

it.each(sessionEnding)('%s', async (name) => {
  for (const { input } of variants({ confirm: false }, small.slice(0, 10))) await answered(name, input);
  for (const value of beyondJson) await answered(name, value);
  await desk.signIn('clerk');
});
