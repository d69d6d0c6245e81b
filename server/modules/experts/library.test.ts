// 采购办 keeps the library of experts over HTTP: what it may do, what it is told, and that no name is anywhere it must not be.
import { hash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OnlineOutcome, onlineResponseSchema } from '#shared/contract/online.ts';
import { importColumns } from '#shared/domain/experts/library/import-rows.ts';
import type { ExpertContent } from '#shared/domain/experts/library/person.ts';
import { getExpert, listExperts } from '#shared/domain/experts/library/queries.ts';
import { commands } from '#shared/domain/registry.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { databases } from '#test/support/database.ts';
import { everythingIn, formsOf } from '#test/support/everything.ts';
import { anExpert, expertKey, expertRecoveryKey } from '#test/support/experts.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';

const today = '2026-03-02';

describe.each(databases())('the library of experts on $name', (engine) => {
  let server: TestServer;
  let office: SignedInDesk;

  beforeAll(async () => {
    server = await aServer(engine, { expertKey, expertRecoveryKey });
    office = await server.signIn('cgb', { role: 'procurement_office', regionCodes: ['411000'] });
  });
  afterAll(() => server.stop());

  async function run(name: string, input: unknown, id = randomUUID()): Promise<OnlineOutcome> {
    const answer = await server.http.inject({
      method: 'POST',
      url: '/commands/run',
      headers: office.headers,
      payload: { id, name, version: commands.get(name)?.version ?? 1, input: input as object, madeAt: 1 },
    });
    return onlineResponseSchema.parse(answer.json()).outcome;
  }
  async function ask(name: string, input: unknown, by = office) {
    const answer = await server.http.inject({
      method: 'POST',
      url: `/query/${name}`,
      headers: by.headers,
      payload: input as object,
    });
    return { status: answer.statusCode, body: answer.json() };
  }
  const create = (content: ExpertContent, id = randomUUID()) => run('experts.create', { id, content });
  const get = async (id: string) => getExpert.output.parse((await ask('experts.get', { id })).body);
  async function list(filters: object, over: object = {}) {
    const input = { filters, sort: { by: 'expertNo', direction: 'asc' }, after: null, limit: 50, ...over };
    return listExperts.output.parse((await ask('experts.list', input)).body);
  }
  const names = async (filters: object) => (await list(filters)).items.map(({ name }) => name);

  it('takes people in, each once, under numbers in their order', async () => {
    expect(await create(anExpert(1, { name: '张示例', employer: '许昌市第一人民医院' }))).toEqual({
      kind: 'done',
    });
    const again = await create(anExpert(1, { name: '张示例', phone: '13900000099' }));
    expect(again).toEqual({
      kind: 'rejected',
      error: {
        code: 'already_exists',
        fields: [{ path: 'content.idNumber', code: 'expert_known', params: { expertNo: 'ZJ000001' } }],
      },
    });
    expect(await create(anExpert(2, { name: '李示例', legal: true, level: 4 }))).toEqual({ kind: 'done' });
    const { items, total, counts } = await list({});
    expect(items.map(({ expertNo, name }) => [expertNo, name])).toEqual([
      ['ZJ000001', '张示例'],
      ['ZJ000002', '李示例'],
    ]);
    expect([total, counts.active]).toEqual([2, 2]);
  });

  it.each([
    [{ idNumber: '411002196001020011' }, 'content.idNumber', 'id_number'],
    [{ phone: '一三九' }, 'content.phone', 'phone_unreadable'],
    [{ name: ' ' }, 'content.name', 'required'],
    [{ specialities: ['B1'] }, 'content.specialities.0', 'speciality_unknown'],
    [{ specialities: ['A0201', 'A0201'] }, 'content.specialities', 'twice'],
    [{ regions: ['990000'] }, 'content.regions.0', 'region_unknown'],
    [{ employerUscc: '123' }, 'content.employerUscc', 'uscc_invalid'],
  ] as const)('says what is wrong with %j', async (over, path, code) => {
    expect(await create(anExpert(900, over as Partial<ExpertContent>))).toEqual({
      kind: 'rejected',
      error: { code: 'invalid_input', fields: [{ path, code }] },
    });
  });

  it('finds them by name, pinyin, initials, employer and number, and by what they are', async () => {
    expect(await names({ text: '张示' })).toEqual(['张示例']);
    expect(await names({ text: 'zhangshili' })).toEqual(['张示例']);
    expect(await names({ text: 'lsl' })).toEqual(['李示例']);
    expect(await names({ text: '人民医院' })).toEqual(['张示例']);
    expect(await names({ text: 'zj000002' })).toEqual(['李示例']);
    expect(await names({ text: 'zsl 许昌' })).toEqual(['张示例']);
    expect(await names({ text: 'nobody' })).toEqual([]);
    expect(await names({ legal: true })).toEqual(['李示例']);
    expect(await names({ level: 4 })).toEqual(['李示例']);
    expect(await names({ speciality: 'A02' })).toHaveLength(2);
    expect(await names({ speciality: 'C' })).toEqual([]);
    expect(await names({ employer: '第一人民' })).toEqual(['张示例']);
  });

  it('corrects them, unless somebody else has done so in between', async () => {
    const [first] = (await list({ text: '张示例' })).items;
    if (first === undefined) throw new Error('nobody');
    const { updatedAt } = await get(first.id);
    server.time.now += 1000;
    const content = anExpert(1, { name: '张示例', employer: '许昌市中心医院', regions: ['411002'] });
    expect(await run('experts.edit', { id: first.id, updatedAt, content })).toEqual({ kind: 'done' });
    expect((await get(first.id)).person.content.employer).toBe('许昌市中心医院');
    expect(await names({ region: '411003' })).toEqual(['李示例']);
    expect(await run('experts.edit', { id: first.id, updatedAt, content })).toEqual({
      kind: 'rejected',
      error: { code: 'conflict' },
    });
    const seen = (await get(first.id)).updatedAt;
    const taken = { ...content, idNumber: anExpert(2).idNumber };
    expect(await run('experts.edit', { id: first.id, updatedAt: seen, content: taken })).toMatchObject({
      error: { code: 'already_exists', fields: [{ params: { expertNo: 'ZJ000002' } }] },
    });
  });

  it('keeps leave, bans, ratings and removals', async () => {
    const [, second] = (await list({})).items;
    const id = second?.id ?? '';
    const state = async () => (await get(id)).state;
    const leave = { id: randomUUID(), from: today, until: '2026-03-10', reason: 'travel' };
    expect(await run('experts.takeLeave', { id, leave: { ...leave, until: '2026-03-01' } })).toMatchObject({
      error: { fields: [{ path: 'leave.until', code: 'day_before_from' }] },
    });
    expect(await run('experts.takeLeave', { id, leave })).toEqual({ kind: 'done' });
    expect(await state()).toBe('leave');
    expect(await names({ state: 'leave' })).toEqual(['李示例']);
    expect(await run('experts.endLeave', { id, leaveId: leave.id, until: '2026-03-01' })).toEqual({
      kind: 'done',
    });
    expect(await state()).toBe('active');

    const ban = { id: randomUUID(), document: '示例〔2026〕1号', reason: 'leak', from: today, until: null };
    expect(await run('experts.ban', { id, ban })).toEqual({ kind: 'done' });
    expect(await state()).toBe('banned');
    const lift = { id, banId: ban.id, document: '示例〔2026〕2号' };
    expect(await run('experts.liftBan', lift)).toEqual({ kind: 'done' });
    expect(await run('experts.liftBan', lift)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(await state()).toBe('active');
    expect((await get(id)).person.bans[0]?.lifted?.day).toBe(today);

    const rating = {
      id: randomUUID(),
      day: today,
      discipline: 5,
      competence: 4,
      attendance: 'late',
      remark: '',
    };
    expect(await run('experts.rate', { id, rating })).toEqual({ kind: 'done' });
    expect(await run('experts.rate', { id, rating })).toMatchObject({ error: { code: 'already_exists' } });
    expect(await run('experts.remove', { id })).toEqual({ kind: 'done' });
    expect(await state()).toBe('removed');
    expect(await run('experts.takeLeave', { id, leave: { ...leave, id: randomUUID() } })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(await run('experts.readmit', { id })).toEqual({ kind: 'done' });
    expect((await get(id)).person.ratings).toHaveLength(1);
    expect(await run('experts.remove', { id: randomUUID() })).toMatchObject({ error: { code: 'not_found' } });
  });

  it('reports on a sheet row by row, and takes it in as a whole', async () => {
    const empty = Object.fromEntries(importColumns.map((column) => [column, '']));
    const row = (no: number, cells: Record<string, string>) => ({
      row: no,
      id: randomUUID(),
      cells: { ...empty, ...cells },
    });
    const cells = (no: number, over: Record<string, string> = {}) => {
      const { name, idNumber, phone } = anExpert(no);
      return {
        name,
        idNumber,
        phone,
        specialities: 'A0201、c0301',
        level: '副高级',
        regions: '许昌市',
        ...over,
      };
    };
    const good = [row(2, cells(20, { legal: '是' })), row(3, cells(21))];
    const bad = [
      row(4, cells(22, { level: '教授' })),
      row(5, cells(23, { phone: '不详', specialities: '' })),
      row(6, cells(1)),
      row(7, cells(20)),
      row(8, cells(24, { phone: anExpert(1).phone })),
    ];
    const { body } = await ask('experts.checkImport', { rows: [...good, ...bad] });
    const report = body.rows.map(({ row, fields, similar }: never) => [
      row,
      (fields as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`),
      (similar as { by: string }[]).map(({ by }) => by),
    ]);
    expect(report).toEqual([
      [2, [], []],
      [3, [], []],
      [4, ['level level_unknown'], []],
      [5, ['phone phone_unreadable', 'specialities too_small'], []],
      [6, ['idNumber expert_known'], []],
      [7, ['idNumber expert_twice'], []],
      [8, [], ['phone']],
    ]);
    const before = (await list({})).total;
    expect(await run('experts.import', { rows: [...good, ...bad] })).toMatchObject({
      error: {
        code: 'invalid_input',
        fields: [{ path: 'rows.2.cells.level', code: 'level_unknown' }, {}, {}],
      },
    });
    expect(await run('experts.import', { rows: [...good, bad[3]] })).toMatchObject({
      error: { code: 'already_exists', fields: [{ path: 'rows.2.cells.idNumber', code: 'expert_twice' }] },
    });
    expect((await list({})).total).toBe(before);
    const id = randomUUID();
    expect(await run('experts.import', { rows: good }, id)).toEqual({ kind: 'done' });
    expect(await run('experts.import', { rows: good }, id)).toEqual({ kind: 'done' });
    expect((await list({})).total).toBe(before + 2);
    const [lawyer] = (await list({ legal: true, text: anExpert(20).name })).items;
    expect(lawyer).toMatchObject({ level: 3, specialities: ['A0201', 'C0301'], regions: ['411000'] });
  });

  it('finds records that may be of one person', async () => {
    await create(anExpert(30, { name: '王重名' }));
    await create(anExpert(31, { name: '王 重名', phone: anExpert(30).phone }));
    const { body } = await ask('experts.duplicates', { limit: 10 });
    expect(body.groups.map(({ by, items }: never) => [by, (items as unknown[]).length])).toEqual([
      ['phone', 2],
      ['name', 2],
    ]);
    expect(body.total).toBe(2);
  });

  it('goes through a long list page by page, in any order, each once', async () => {
    const { total } = await list({});
    for (const by of ['expertNo', 'name', 'updatedAt']) {
      for (const direction of ['asc', 'desc']) {
        const seen: string[] = [];
        for (let after: string | null = null; ; ) {
          const page: Awaited<ReturnType<typeof list>> = await list(
            {},
            { sort: { by, direction }, after, limit: 2 },
          );
          seen.push(...page.items.map(({ id }) => id));
          after = page.next;
          if (after === null) break;
        }
        expect([by, direction, seen.length, new Set(seen).size]).toEqual([by, direction, total, total]);
      }
    }
  });

  it('answers nobody else', async () => {
    for (const role of ['purchaser_clerk', 'agency', 'supervisor', 'administrator', 'auditor'] as const) {
      const other = await server.signIn(`other-${role}`, { role, regionCodes: ['411000'] });
      expect((await ask('experts.list', {}, other)).status).toBe(403);
      expect((await ask('experts.get', { id: randomUUID() }, other)).status).toBe(403);
    }
  });

  it('leaves no name, number or pinyin in the database, the log or the audit chain', async () => {
    const secret = anExpert(40, { name: '欧阳保密', employer: '保密示例单位', remark: '保密备注' });
    const sent = { id: randomUUID(), content: secret };
    expect(await run('experts.create', sent)).toEqual({ kind: 'done' });
    await run('experts.create', { ...sent, content: { ...secret, phone: '无' } });
    await create(secret);
    await ask('experts.list', {
      filters: { text: '欧阳保密' },
      sort: { by: 'name', direction: 'asc' },
      after: null,
      limit: 1,
    });
    const dumped = await everythingIn(server);
    for (const word of [
      secret.name,
      secret.idNumber,
      secret.phone,
      secret.employer,
      'ouyangbaomi',
      'oybm',
      '保密备注',
    ]) {
      const forms = formsOf(word);
      for (const form of forms) expect([word, form, dumped.includes(form)]).toEqual([word, form, false]);
    }
    // The search is not blind: what may be there is found.
    expect(dumped.includes(sent.id)).toBe(true);
    // Whoever guesses an input cannot try it against what the chain keeps of it.
    expect(dumped.includes(hash('sha256', canonicalJson(sent), 'hex'))).toBe(false);
  });

  it('is closed on a server without the key, and on one with another', async () => {
    for (const [key, state] of [
      [undefined, 'no_key'],
      [Buffer.alloc(32, 7), 'wrong_key'],
    ] as const) {
      const other = await server.twin({ expertKey: key });
      const health = await other.http.inject({ method: 'GET', url: '/healthz' });
      expect(health.json()).toMatchObject({ status: 'ok', expertLibrary: state });
      const locked = { code: 'library_locked' };
      const asked = await other.http.inject({
        method: 'POST',
        url: '/query/experts.duplicates',
        headers: office.headers,
        payload: { limit: 1 },
      });
      expect(asked.json().error).toEqual(locked);
      const done = await other.http.inject({
        method: 'POST',
        url: '/commands/run',
        headers: office.headers,
        payload: {
          id: randomUUID(),
          name: 'experts.create',
          version: 1,
          input: { id: randomUUID(), content: anExpert(50) },
          madeAt: 1,
        },
      });
      expect(done.json().outcome).toEqual({ kind: 'rejected', error: locked });
      await other.close();
    }
    expect(server.logged.filter((line) => line.includes('library of experts is locked'))).toHaveLength(2);
    const health = await server.http.inject({ method: 'GET', url: '/healthz' });
    expect(health.json().expertLibrary).toBe('open');
  });
});
