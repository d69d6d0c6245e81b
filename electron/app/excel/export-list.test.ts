// 导出: lists as Excel shows them; threads for Excel are started as they always are.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncedEntities } from '#shared/domain/entities.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { projects } from '#shared/domain/projects/model.ts';
import { exampleAgency } from '#shared/rules/plan-example.ts';
import { describeError } from '#shared/text/index.ts';
import { aStoreWithSections } from '#test/builders/announcements.ts';
import { connect, openSqlite } from '../db/connection.ts';
import { layOut } from '../db/replica/lay-out.ts';
import { Replica } from '../db/replica/replica.ts';
import { type ExcelDesk, openExcelDesk } from '../testing/excel-desk.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { contentNamed, idOf, planOf } from '../testing/town.ts';
import { writeList } from './export-list.ts';

let server: FakeServer;
let desk: TestDesk;
let folder: string;
let file: string;
let opened: ExcelDesk;
beforeEach(async () => {
  opened = await openExcelDesk();
  ({ server, desk, folder, file } = opened);
});
afterEach(() => opened.close());

describe('plans.export', () => {
  const view = { tab: 'all', sort: { by: 'budgetAmount', direction: 'desc' } } as const;

  it('writes what the list shows, in its order, with amounts as numbers and days as days', async () => {
    server.put(
      plans,
      planOf(1, {
        status: 'filed',
        planNo: 'XC-2026-0001',
        filedAt: Date.UTC(2026, 0, 5, 16, 30),
        content: contentNamed('=HYPERLINK("http://x")', {
          budgetAmount: 123_456_789,
          plannedStart: '2026-03-16',
        }),
      }),
      planOf(2, {
        content: contentNamed('Second <&> one', {
          budgetAmount: 500,
          plannedStart: null,
          contact: 'constructor',
        }),
      }),
    );
    await desk.must('sync.now', {});
    const { rows, bytes } = await desk.see('plans.export', { list: view, path: file });
    expect([rows, bytes > 1000]).toEqual([2, true]);
    const [sheet] = await readXlsxFile(file);
    expect(sheet?.sheet).toBe('采购计划');
    const [head = [], first = [], second = []] = sheet?.data ?? [];
    const at = (title: string) => head.indexOf(title);
    expect(first[at('备案号')]).toBe('XC-2026-0001');
    // Text stays text: nothing becomes a formula.
    expect(first[at('项目名称')]).toBe('=HYPERLINK("http://x")');
    expect(first[at('预算金额（元）')]).toBe(1_234_567.89);
    expect(first[at('计划采购时间')]).toEqual(new Date(Date.UTC(2026, 2, 16)));
    expect(first[at('状态')]).toBe('已备案');
    expect(first[at('代理机构')]).toBe('Example Agency');
    expect(first[at('政策适用情况')]).toBe('本国产品：适用，价格扣除20%');
    // The day after in Shanghai.
    const filedAt = first[at('备案时间')];
    const minutes = filedAt instanceof Date ? Math.round(filedAt.getTime() / 60_000) : 0;
    expect(new Date(minutes * 60_000)).toEqual(new Date(Date.UTC(2026, 0, 6, 0, 30)));
    expect(['项目名称', '计划采购时间', '联系人'].map((title) => second[at(title)])).toEqual([
      'Second <&> one',
      null,
      'constructor',
    ]);
  });

  it('writes the rows of the tab, filters and search alone, and every one of many', async () => {
    server.put(
      plans,
      ...Array.from({ length: 450 }, (_, no) =>
        planOf(no, {
          status: no % 2 === 0 ? 'draft' : 'filed',
          content: contentNamed(no % 10 === 0 ? `School ${no}` : `Plan ${no}`, {
            fiscalYear: 2025 + (no % 3),
          }),
        }),
      ),
    );
    await desk.must('sync.now', {});
    const rowsOf = async (list: object) =>
      (await desk.see('plans.export', { list: { ...view, ...list }, path: file })).rows;
    expect(await rowsOf({})).toBe(450);
    expect(new Set((await readXlsxFile(file))[0]?.data.map((row) => row[1])).size).toBe(451);
    expect(await rowsOf({ tab: 'draft' })).toBe(225);
    expect(await rowsOf({ filters: [{ by: 'fiscalYear', value: 2026 }] })).toBe(150);
    expect(await rowsOf({ search: 'School' })).toBe(45);
    expect(await rowsOf({ tab: 'closed' })).toBe(0);
    // Chosen rows: those of the view alone, in its order.
    const ids = [7, 4, 2].map((no) => planOf(no).id);
    const some = await desk.see('plans.export', { list: { ...view, tab: 'draft' }, ids, path: file });
    expect(some.rows).toBe(2);
  });

  it('is refused politely where the list has more rows than a file takes', async () => {
    const db = openSqlite(':memory:', {});
    layOut(db, syncedEntities);
    const replica = new Replica(connect(db), syncedEntities);
    const table = replica.table('plans');
    replica.write(() => {
      for (const no of [1, 2, 3, 4]) {
        const row = planOf(no);
        if (table !== undefined) replica.putBase(table, row.id, 1, [], JSON.stringify(row), row);
      }
    });
    const sort = { by: 'updatedAt', direction: 'asc' } as const;
    const all = { tab: null, filters: [], sort, search: '', ids: null };
    expect(await writeList(planList, { replica }, all, file, 4)).toMatchObject({
      ok: true,
      value: { rows: 4 },
    });
    const refused = await writeList(planList, { replica }, all, file, 3);
    expect(refused).toEqual({ ok: false, error: { code: 'too_large', params: { rows: 4, most: 3 } } });
    if (!refused.ok) expect(describeError(refused.error)).toContain('4条');
    expect((await readXlsxFile(file))[0]?.data).toHaveLength(5);
    // Chosen rows are counted alone, and are those of the view.
    const chosen = { ...all, tab: 'draft', ids: [planOf(3).id, planOf(1).id, planOf(9).id] };
    expect(await writeList(planList, { replica }, chosen, file, 3)).toMatchObject({
      ok: true,
      value: { rows: 2 },
    });
    const other = { ...chosen, tab: 'filed' };
    expect(await writeList(planList, { replica }, other, file, 3)).toMatchObject({ value: { rows: 0 } });
    expect(readdirSync(folder)).toEqual(['plans.xlsx']);
    db.close();
  });

  it('ends where the search index cannot be written, and says why', async () => {
    const disk = failingDisk();
    await desk.close();
    await desk.open({ openDatabase: disk.open });
    await desk.signIn('clerk');
    server.put(plans, planOf(1, { content: contentNamed('School 1') }));
    await desk.must('sync.now', {});
    disk.failWith('SQLITE_FULL');
    const asked = { list: { ...view, search: 'School' }, path: file };
    const refused = await desk.ask('plans.export', asked);
    expect(refused).toEqual({ ok: false, error: { code: 'disk_full' } });
    if (!refused.ok) expect(describeError(refused.error)).toContain('磁盘');
    expect(readdirSync(folder)).toEqual([]);
    disk.failWith(null);
    expect(await desk.see('plans.export', asked)).toMatchObject({ rows: 1 });
  });

  it('counts the rows that it stumbles over, and writes the others', async () => {
    const db = openSqlite(':memory:', {});
    layOut(db, syncedEntities);
    const replica = new Replica(connect(db), syncedEntities);
    const table = replica.table('plans');
    replica.write(() => {
      for (const no of [1, 2, 3]) {
        const row = planOf(no);
        const body = JSON.stringify(no === 2 ? { ...row, content: null } : row);
        if (table !== undefined) replica.putBase(table, row.id, 1, [], body, row);
      }
    });
    const sort = { by: 'updatedAt', direction: 'asc' } as const;
    const all = { tab: null, filters: [], sort, search: '', ids: null };
    expect(await writeList(planList, { replica }, all, file)).toMatchObject({
      ok: true,
      value: { rows: 2, unreadable: 1 },
    });
    expect((await readXlsxFile(file))[0]?.data).toHaveLength(3);
    db.close();
  });

  it('begins again where the replica is exchanged meanwhile: other records have those numbers then', async () => {
    const numbers = Array.from({ length: 45 }, (_, no) => no + 1);
    const replicaOf = (order: readonly number[]) => {
      const db = openSqlite(':memory:', {});
      layOut(db, syncedEntities);
      const replica = new Replica(connect(db), syncedEntities);
      const table = replica.table('plans');
      replica.write(() => {
        for (const no of order) {
          const row = planOf(no, { content: contentNamed(`Plan ${no}`) });
          if (table !== undefined) replica.putBase(table, row.id, 1, [], JSON.stringify(row), row);
        }
      });
      return replica;
    };
    const source = { replica: replicaOf(numbers) };
    const newer = replicaOf(numbers.toReversed());
    const { file: name, sheet } = planList.export ?? { file: '', sheet: '' };
    const cell = (row: Plan) => {
      source.replica = newer;
      return row.content.projectName;
    };
    const list = { ...planList, export: { file: name, sheet, columns: [{ head: 'Name', width: 10, cell }] } };
    const sort = { by: 'updatedAt', direction: 'asc' } as const;
    const all = { tab: null, filters: [], sort, search: '', ids: null };
    expect(await writeList(list, source, all, file)).toMatchObject({ ok: true, value: { rows: 45 } });
    const names = (await readXlsxFile(file))[0]?.data.map((row) => row[0]) ?? [];
    expect(new Set(names).size).toBe(46);
  });

  it('leaves the old file and nothing else where it cannot write', async () => {
    const missing = join(folder, 'no such folder', 'x.xlsx');
    expect(await desk.ask('plans.export', { list: view, path: missing })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'path', code: 'file_not_writable' }] },
    });
    // A folder of this name is in the way of the last step.
    expect(await desk.ask('plans.export', { list: view, path: `${folder}/x\0.xlsx` })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('other lists', () => {
  it('have exports too: projects, with their filters and amounts', async () => {
    const [project] = aStoreWithSections().all(projects);
    if (project === undefined) throw new Error('there is no project');
    server.put(
      projects,
      { ...project, fiscalYear: 2026, agencyId: exampleAgency.id },
      { ...project, id: idOf(61), name: 'Another year', fiscalYear: 2027, sectionCount: 0 },
    );
    await desk.must('sync.now', {});
    const list = { filters: [{ by: 'fiscalYear' as const, value: 2026 }] };
    expect((await desk.see('projects.export', { list, path: file })).rows).toBe(1);
    const [sheet] = await readXlsxFile(file);
    expect(sheet?.sheet).toBe('采购项目');
    const [head = [], row = [], ...more] = sheet?.data ?? [];
    const at = (title: string) => row[head.indexOf(title)];
    expect(more).toEqual([]);
    expect(at('项目名称')).toBe(project.name);
    expect(at('状态')).toBe('已收到标段');
    expect(at('代理机构')).toBe(exampleAgency.name);
    expect(at('预算金额（元）')).toBe(project.budgetAmount / 100);
    expect(at('标段预算合计（元）')).toBe(project.sectionBudgetTotal / 100);
    expect(at('备案时间')).toBeInstanceOf(Date);
    expect((await desk.see('projects.export', { list: {}, ids: [idOf(61)], path: file })).rows).toBe(1);
    const [only] = await readXlsxFile(file);
    expect(only?.data[1]?.[head.indexOf('标段预算合计（元）')]).toBeNull();
  });

  it('采购意向, with what each of them is about', async () => {
    const line = (no: number, projectName: string, budgetWanYuan: number) => ({
      id: idOf(no),
      cells: { projectName, requirementSummary: 'S', budgetWanYuan, expectedMonth: '2026-05' },
    });
    const intentions = [line(21, 'Desks', 8_000_000), line(22, 'Chairs', 50)];
    const input = { id: idOf(11), type: 'INTENTION', projectId: null, content: { intentions } };
    await desk.must('announcements.create', input);
    expect((await desk.see('intentions.export', { list: {}, path: file })).rows).toBe(1);
    const [sheet] = await readXlsxFile(file);
    const [head = [], row = []] = sheet?.data ?? [];
    const at = (title: string) => row[head.indexOf(title)];
    expect(at('采购项目名称')).toBe('Desks\nChairs');
    expect(at('预算金额（元）')).toBe(80_000.5);
    expect(at('状态')).toBe('草稿');
    expect(at('发布时间')).toBeNull();
  });
});
