// A record type that is declared here and nowhere else has what every record type has: tables on both sides, a list with tab, filter, sort, search, saved
// view and export, a task, a search hit, a row in the access matrix. A real desk and a real server show it, composed as the product is.
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { httpTransport } from '#electron/app/sync/http-transport.ts';
import { noTimers, TestClock, TestDesk } from '#electron/app/testing/test-desk.ts';
import { aTown } from '#electron/app/testing/town.ts';
import { shownLook } from '#renderer/ui/table/saved-look.ts';
import { listQueriesOf } from '#shared/contract/lists.ts';
import { roles } from '#shared/domain/actor.ts';
import {
  actingAccounts,
  actorOf,
  circumstances,
  foreignUnit,
  homeUnit,
  matrixClock,
} from '#test/access/cast.ts';
import { cellsOf, groundRows } from '#test/access/cells.ts';
import { labelOf } from '#test/access/scenes.ts';
import { type Goes, ofUnit, rowOf } from '#test/access/table.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, seedPassword, storeAll } from '#test/support/seed.ts';
import { regularStepsOf } from '#test/support/step-inputs.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { domain, migrate, serverParts } from './program.ts';
import { visitList } from './visits/list.ts';
import { type Visit, visits } from './visits/model.ts';
import { visitWorkflow } from './visits/workflow.ts';
import { refusedVisit } from './window/refused-visit.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
const questions = listQueriesOf([visitList]);
const [stone, paper, taken] = [anId('stone'), anId('paper'), anId('taken')];

function aVisit(id: string, over: Partial<Visit> = {}): Visit {
  const { id: purchaserId, name: purchaserName } = homeUnit.row;
  return {
    ...{ id, status: 'waiting', purchaserId, purchaserName, fieldEdits: {}, history: [] },
    ...{ content: { supplier: '示例供应商', purpose: '' }, submittedBy: null, submittedAt: null },
    updatedAt: matrixClock,
    ...over,
  };
}

describe.each(oneDatabase())('a made-up record type on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;
  let origin: string;
  let clerk: TestDesk;

  beforeAll(async () => {
    held = await engine.open();
    await migrate(held.database);
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock, serverParts);
    origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
    clerk = await deskOf('purchaser_clerk');
    await clerk.must('visits.create', { id: stone, content: { supplier: '许昌石材厂', purpose: '送样' } });
    await clerk.must('visits.create', { id: paper, content: { supplier: '魏都纸业', purpose: '洽谈' } });
    await clerk.must('visits.submit', { id: stone });
    await clerk.must('sync.now', {});
    // A question brings the search index on by a slice; without timers nothing else does.
    while ((await clerk.see('diagnostics', {})).notIndexed > 0)
      await clerk.see('search.query', { text: 'x' });
  });
  afterAll(async () => {
    await clerk.remove();
    expect(server.bugs).toEqual([]);
    await server.close();
    await held.close();
  });

  async function deskOf(role: 'purchaser_clerk' | 'purchaser_reviewer'): Promise<TestDesk> {
    const ports = { timers: noTimers, transport: httpTransport(origin) };
    const desk = await new TestDesk(aTown().server, new TestClock(matrixClock), ports).open({}, domain);
    await desk.signIn(actingAccounts[role].username, seedPassword);
    await desk.must('sync.now', {});
    return desk;
  }

  /** What the made-up list answers, held against the schema that follows from its declaration. */
  async function asked(query: string, input: unknown): Promise<unknown> {
    const schema: z.ZodType | undefined = questions.get(query)?.output;
    if (schema === undefined) throw new Error(`nobody asks ${query}`);
    return schema.parse(await clerk.must(query, input));
  }
  const suppliersOf = async (input: unknown) => {
    const page = (await asked('visits.list', input)) as { readonly items: readonly { supplier: string }[] };
    return page.items.map(({ supplier }) => supplier);
  };

  it('has a table on the server, with its columns', async () => {
    expect(await server.operations.row(visits.name, stone)).toMatchObject({ status: 'waiting' });
    const { rows } = await held.database.query('SELECT id, status, purchaser_id FROM visits ORDER BY status');
    expect(rows).toEqual([
      { id: paper, status: 'draft', purchaser_id: homeUnit.row.id },
      { id: stone, status: 'waiting', purchaser_id: homeUnit.row.id },
    ]);
  });

  it('has a table on the desk and a list with tab, filter, sort and search', async () => {
    expect(await suppliersOf({})).toEqual(['许昌石材厂', '魏都纸业']);
    expect(await suppliersOf({ tab: 'draft' })).toEqual(['魏都纸业']);
    const byName = { by: 'supplier', direction: 'desc' };
    expect(await suppliersOf({ sort: byName })).toEqual(['魏都纸业', '许昌石材厂']);
    const of = (value: string) => ({ filters: [{ by: 'purchaserId', value }] });
    expect(await suppliersOf(of(homeUnit.row.id))).toHaveLength(2);
    expect(await suppliersOf(of(foreignUnit.row.id))).toEqual([]);
    expect(await suppliersOf({ search: 'xcsc' })).toEqual(['许昌石材厂']);
    expect((await clerk.dispatch('visits.list', { sort: { by: 'purpose', direction: 'asc' } })).ok).toBe(
      false,
    );
  });

  it('is counted by its tabs', async () => {
    expect(await asked('visits.counts', {})).toEqual({ all: 2, draft: 1, waiting: 1, confirmed: 0 });
  });

  it('is seen as a saved view says, which comes back from the server', async () => {
    const look = {
      tab: 'draft',
      filters: { purchaserId: homeUnit.row.id },
      sort: { by: 'supplier', direction: 'asc' },
      search: '魏都',
      hidden: ['updatedAt'],
    };
    const view = { id: anId('a view'), list: visitList.name, name: '未提交的来访', shared: true, look };
    await clerk.must('views.save', view);
    await clerk.must('sync.now', {});
    const reviewer = await deskOf('purchaser_reviewer');
    try {
      const of = { filters: [{ by: 'list' as const, value: visitList.name }] };
      const [saved, ...others] = (await reviewer.see('views.list', of)).items;
      expect(others).toEqual([]);
      expect(saved).toMatchObject({ name: '未提交的来访', shared: 1 });
      const shown = shownLook(visitList, { look: saved?.look ?? '' });
      const { filters, ...rest } = look;
      expect({ ...shown.look, search: shown.search, hidden: shown.hidden }).toEqual({ filters, ...rest });
      const { tab, sort } = shown.look;
      const narrowed = Object.entries(filters).map(([by, value]) => ({ by, value }));
      const input = { tab, sort, search: shown.search, filters: narrowed };
      expect(await suppliersOf(input)).toEqual(['魏都纸业']);
    } finally {
      await reviewer.remove();
    }
  });

  it('goes into a file', async () => {
    const path = join(clerk.root, 'visits.xlsx');
    expect(await asked('visits.export', { list: { tab: 'waiting' }, path })).toMatchObject({ rows: 1 });
    const [sheet] = await readXlsxFile(path);
    expect(sheet?.sheet).toBe('来访');
    expect(sheet?.data.map(([supplier]) => supplier)).toEqual(['供应商', '许昌石材厂']);
  });

  it('is found by the search over everything', async () => {
    const page = { entity: 'visits', id: stone };
    const { hits } = await clerk.see('search.query', { text: '石材' });
    expect(hits).toEqual([{ ...page, title: '许昌石材厂', detail: homeUnit.row.name, page }]);
  });

  it('waits for the reviewer, who ends the wait by the step', async () => {
    expect((await clerk.see('tasks.list', {})).items).toEqual([]);
    const reviewer = await deskOf('purchaser_reviewer');
    try {
      const [task, ...others] = (await reviewer.see('tasks.list', { kind: 'visits.confirm' })).items;
      expect(task).toMatchObject({ entity: 'visits', id: stone, title: '许昌石材厂', status: 'waiting' });
      expect(others).toEqual([]);
      await reviewer.must('visits.confirm', { id: stone, note: '同意' });
      await reviewer.must('sync.now', {});
      expect(await reviewer.see('tasks.counts', {})).toMatchObject({ 'visits.confirm': 0 });
      const confirmed = {
        status: 'confirmed',
        history: [{}, {}, { action: 'visits.confirm', note: '同意' }],
      };
      expect(await server.operations.row(visits.name, stone)).toMatchObject(confirmed);
    } finally {
      await reviewer.remove();
    }
  });

  it('is refused where the server knows more, and can be put right in its form', async () => {
    const elsewhere = aVisit(taken, { purchaserId: foreignUnit.row.id });
    await storeAll(held.database, [{ entity: visits.name, row: elsewhere }], matrixClock, serverParts.tables);
    await clerk.must('visits.create', { id: taken, content: { supplier: '示例供应商', purpose: '送样' } });
    await clerk.must('sync.now', {});
    const [item] = (await clerk.see('outbox.list', { show: 'attention' })).items;
    expect(item?.error?.code).toBe('already_exists');
    const refused = await clerk.see('outbox.get', { id: item?.id ?? '' });
    expect(refusedVisit(refused)).toEqual({
      lines: ['供应商：示例供应商', '事由：送样'],
      form: `/visits/new?draft=${taken}&refused=${item?.id}`,
      begins: { supplier: '示例供应商', purpose: '送样' },
    });
  });

  it('has its rows in the access matrix, said by whose records each role acts on', async () => {
    const goes: Goes = {
      scene: (status, input) => (cell) => {
        const { unit, author } = circumstances(cell.role, cell.relation);
        const id = anId(labelOf(cell));
        const row = aVisit(id, { purchaserId: unit.row.id, submittedBy: author });
        const stored = [{ entity: visits.name, row: { ...row, status } }];
        return { stored, input: input(id) };
      },
      reach: {
        purchaser_clerk: ofUnit,
        purchaser_reviewer: { ...ofUnit, own: 'same_person' },
      },
    };
    const cells = regularStepsOf(visitWorkflow).flatMap((step) => cellsOf(...rowOf(step, goes)));
    expect(cells).toHaveLength(2 * 5 * roles.length);
    const before = cells.flatMap(({ stored }) => stored);
    await storeAll(held.database, before, matrixClock, serverParts.tables);
    for (const cell of cells) {
      const done = await server.operations.runAs(actorOf(cell.role), cell.command, cell.input);
      const code = done.ok ? 'applied' : done.error.code;
      expect([labelOf(cell), code]).toEqual([labelOf(cell), cell.expected]);
    }
  });
});
