// Draws on a real server, from the pool in yesterday's head to the last reply, killed in every gap between two writes; each is then looked at by the
// stand-alone verifier, with nothing but what the server published.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplyDeps, DeskSession } from '#server/command/apply.ts';
import { runOnline } from '#server/command/run-online.ts';
import type { Database, Sql } from '#server/db/database.ts';
import { openEscrow } from '#server/vault/escrow.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { organisations } from '#shared/domain/admin/model.ts';
import { expertApplications } from '#shared/domain/experts/applications/model.ts';
import { type Draw, draws, transcriptOf } from '#shared/domain/experts/draws/model.ts';
import { courseOf } from '#shared/domain/experts/draws/progress.ts';
import type { ExpertContent } from '#shared/domain/experts/library/person.ts';
import { openPeople, type PoolList, poolLists } from '#shared/domain/experts/pools/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { nextCall } from '#shared/draw/course.ts';
import { operatorCommitment } from '#shared/draw/seed.ts';
import { toLocalTime } from '#shared/kernel/dates.ts';
import type { Result } from '#shared/kernel/result.ts';
import { searchText } from '#shared/replica-format/terms.ts';
import { examplePurchaser } from '#shared/rules/plan-example.ts';
import { databases } from '#test/support/database.ts';
import { everythingIn, formsOf } from '#test/support/everything.ts';
import {
  anApplication,
  anExpert,
  expertKey,
  expertRecoveryKey,
  recoveryPrivateKey,
  testVault,
} from '#test/support/experts.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { idOf } from '#test/support/server-fixture.ts';
import { type Evidence, verifyDraw } from '../../../scripts/verify-draw.ts';

const hour = 3_600_000;
const day = 24 * hour;
const { sha256 } = testVault;
const regionCode = '411000';

const anOfficer = (name: string, regions: readonly string[] = [regionCode]): Actor => ({
  ...{ accountId: idOf(name), name, role: 'procurement_office', organisationId: null },
  ...{ regionCodes: regions, platformId: null },
});
const first = anOfficer('first');
const second = anOfficer('second');
const third = anOfficer('third');
const secretOf = (actor: Actor) => sha256(`secret of ${actor.name}`);

describe.each(databases())('a draw of experts on $name', (engine) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aServer(engine, { expertKey, expertRecoveryKey });
  });
  afterEach(() => server.stop());

  const run = (actor: Actor, name: string, input: unknown): Promise<Result<unknown>> =>
    server.operations.runAs(actor, name, input);
  async function done(actor: Actor, name: string, input: unknown): Promise<void> {
    const result = await run(actor, name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
  }
  const refusal = async (actor: Actor, name: string, input: unknown) => {
    const result = await run(actor, name, input);
    return result.ok ? 'applied' : (result.error.fields?.[0]?.code ?? result.error.code);
  };

  async function aLibraryOf(size: number, over: (no: number) => Partial<ExpertContent> = () => ({})) {
    for (let no = 1; no <= size; no += 1) {
      await done(first, 'experts.create', { id: expertId(no), content: anExpert(no, over(no)) });
    }
  }
  const expertId = (no: number) => idOf(`expert ${no}`);
  /** The day ends: pool and head of it are there. */
  async function nextDay() {
    server.time.now += day;
    await server.runDueWork();
  }
  type Over = Parameters<typeof anApplication>[1];
  /** An application with 采购办, whose review is in three days. */
  async function applied({ content, ...over }: NonNullable<Over> = {}): Promise<string> {
    const id = idOf(`application ${over.applyNo ?? ''}`);
    const reviewAt = toLocalTime(server.time.now + 3 * day);
    const row = anApplication(id, { ...over, content: { reviewAt, ...content } });
    await storeAll(server.held.database, [{ entity: expertApplications.name, row }], server.time.now);
    return id;
  }
  const beginInput = (applicationId: string, over: object = {}) => ({
    ...{ id: randomUUID(), applicationId, avoidPersons: [], physical: false },
    acknowledged: ['EXPERT_EARLY'],
    ...over,
  });
  async function begun(over: Over = {}, more: object = {}): Promise<string> {
    const input = beginInput(await applied(over), more);
    await done(first, 'draws.begin', input);
    return input.id;
  }
  const commitInput = (id: string, actor: Actor) => ({
    id,
    commitment: operatorCommitment(sha256, id, actor.accountId, secretOf(actor)),
    sealed: testVault.escrow?.(secretOf(actor)) ?? '',
  });
  async function committed(id: string) {
    for (const actor of [first, second]) await done(actor, 'draws.commitSecret', commitInput(id, actor));
  }
  async function revealed(id: string) {
    for (const actor of [first, second])
      await done(actor, 'draws.revealSecret', { id, secret: secretOf(actor) });
  }
  async function stored(id: string): Promise<{ readonly draw: Draw; readonly list: PoolList }> {
    const draw = draws.schema.parse(await server.operations.row(draws.name, id));
    return { draw, list: poolLists.schema.parse(await server.operations.row(poolLists.name, draw.poolDay)) };
  }
  async function callOf(id: string) {
    const { draw, list } = await stored(id);
    const course = courseOf(testVault, draw.recorded, list);
    return course === undefined ? undefined : nextCall(course);
  }
  /** Everybody attends but whom `refuse` names by how many were asked before. */
  async function called(id: string, refuse: ReadonlySet<number> = new Set()) {
    for (let asked = 0; ; asked += 1) {
      const call = await callOf(id);
      if (call === undefined) return;
      const reply = refuse.has(asked) ? 'declines' : 'attends';
      const actor = asked % 2 === 0 ? first : second;
      await done(actor, 'draws.recordReply', { id, candidate: call.id, as: call.as, reply, note: '' });
    }
  }
  const lastClose = ({ recorded }: Draw) => recorded.events.findLast((event) => event.kind === 'close');

  /** What everybody can have: heads, chain, register, and the transcript, as a verifier reads them. */
  async function published(id: string): Promise<Evidence> {
    await nextDay();
    const { draw, list } = await stored(id);
    const heads = (await server.http.inject({ method: 'GET', url: '/audit/heads' })).json();
    const { rows: chain } = await server.held.database.query(
      `SELECT no, at, account_id AS "accountId", role, desk_id AS "deskId", action, command_id AS "commandId",
         input_hash AS "inputHash", outcome, code, seq, hash FROM audit_log
       WHERE no > $1 AND no <= (SELECT no FROM audit_heads ORDER BY day DESC LIMIT 1) ORDER BY no`,
      [draw.recorded.commit.head.no],
    );
    const reader = await server.signIn('reader', { role: 'auditor' });
    const register = await server.http.inject({
      method: 'POST',
      url: '/query/draws.register',
      headers: reader.headers,
      payload: {},
    });
    const people = openPeople(testVault, list);
    const openings = (lastClose(draw)?.members ?? []).map(({ id: member }) => {
      const { expertNo, name, salt } = people.get(member) ?? { expertNo: '', name: '', salt: '' };
      return { id: member, expertNo, name, salt };
    });
    return {
      transcript: transcriptOf(draw, list.entries),
      ...{ chain, heads, register: register.json(), keys: null },
      disclosure: draw.recorded.voided === null && lastClose(draw) ? { drawId: id, openings } : null,
    } as Evidence;
  }

  it('goes from the pool to the last reply, and verifies', async () => {
    await aLibraryOf(12);
    await nextDay();
    const id = await begun();
    const status = async () => {
      const row = await server.operations.row(expertApplications.name, idOf('application '));
      return expertApplications.schema.parse(row).status;
    };
    expect(await status()).toBe('drawing');
    await committed(id);
    expect((await stored(id)).draw.recorded.reveals).toEqual([]);
    await revealed(id);
    expect(await status()).toBe('drawing');
    await called(id, new Set([1, 3]));
    expect(await status()).toBe('drawn');
    const { draw } = await stored(id);
    expect(lastClose(draw)).toMatchObject({ members: [{}, {}, {}], reserves: [{}], missing: [] });
    expect(draw.recorded.events.filter((event) => event.kind === 'reply')).toHaveLength(6);
    const evidence = await published(id);
    expect(verifyDraw(evidence)).toEqual([]);
    // The verifier is not blind on what this server makes.
    const { transcript } = evidence as { transcript: { events: object[] } };
    const edited = { ...transcript, events: transcript.events.toSpliced(0, 1) };
    expect(verifyDraw({ ...evidence, transcript: edited } as Evidence)).not.toEqual([]);
  });

  it('is asked whether it may be so early, and what it could fall on', async () => {
    await aLibraryOf(6);
    await nextDay();
    const applicationId = await applied();
    const office = await server.signIn('somebody', { role: 'procurement_office', regionCodes: [regionCode] });
    const prepare = async () => {
      const payload = { applicationId, avoidPersons: [] };
      const url = '/query/draws.prepare';
      return (await server.http.inject({ method: 'POST', url, headers: office.headers, payload })).json();
    };
    // The review is on Friday: from Wednesday on. Three of six for three seats are easily guessed.
    expect(await prepare()).toMatchObject({ pool: 6, candidates: 6, earliest: '2026-03-04', unmet: [] });
    expect((await prepare()).advice).toContainEqual({ code: 'guessable_panel', line: null });
    const unread = beginInput(applicationId, { acknowledged: [] });
    expect(await refusal(first, 'draws.begin', unread)).toBe('EXPERT_EARLY');
    await nextDay();
    expect((await prepare()).earliest).toBeNull();
    await done(first, 'draws.begin', beginInput(applicationId, { acknowledged: [] }));
  });

  it('takes in a seed drawn in public, before anything is revealed', async () => {
    await aLibraryOf(8);
    await nextDay();
    const id = await begun({}, { physical: true });
    const text = '03 17 22';
    expect(await refusal(first, 'draws.enterSeed', { id, text })).toBe('wrong_state');
    await committed(id);
    expect(await refusal(first, 'draws.revealSecret', { id, secret: secretOf(first) })).toBe('seed_missing');
    expect(await refusal(third, 'draws.enterSeed', { id, text })).toBe('not_allowed');
    await done(second, 'draws.enterSeed', { id, text });
    await revealed(id);
    await called(id);
    expect(verifyDraw(await published(id))).toEqual([]);
  });

  it('opens the secret of who does not reveal with the recovery key, and says so', async () => {
    await aLibraryOf(8);
    await nextDay();
    const id = await begun();
    await committed(id);
    await done(first, 'draws.revealSecret', { id, secret: secretOf(first) });
    const { draw } = await stored(id);
    const kept = draw.escrows.operators.find(({ operator }) => operator === second.accountId);
    const secret = openEscrow(recoveryPrivateKey, kept?.sealed ?? '');
    const input = { id, operator: second.accountId, secret };
    expect(await refusal(third, 'draws.recoverSecret', { ...input, secret: 'f'.repeat(64) })).toBe(
      'secret_differs',
    );
    await done(third, 'draws.recoverSecret', input);
    await called(id);
    expect((await stored(id)).draw.recorded.reveals.map(({ by }) => by)).toEqual([
      'owner',
      'recovery',
      'owner',
    ]);
    expect(verifyDraw(await published(id))).toEqual([]);
    expect(openEscrow(recoveryPrivateKey, draw.escrows.server)).toBe(
      (await stored(id)).draw.recorded.reveals[2]?.secret,
    );
  });

  it('refuses what would bend it', async () => {
    await aLibraryOf(6);
    const begins = async (over: Over) => refusal(first, 'draws.begin', beginInput(await applied(over)));
    // The library's first day: nothing stands in yesterday's head.
    expect(await begins({ applyNo: 'SQ-1' })).toBe('pool_missing');
    await nextDay();
    const demands = [{ specialities: ['A0201'], legal: false, regions: [], level: 0, count: 7, reserve: 0 }];
    expect(await begins({ applyNo: 'SQ-2', content: { demands } })).toBe('demand_unmet');
    const reviewAt = toLocalTime(server.time.now);
    expect(await begins({ applyNo: 'SQ-3', content: { reviewAt } })).toBe('review_over');
    expect(await begins({ applyNo: 'SQ-4', regionCode: '410100' })).toBe('not_found');
    expect(await begins({ applyNo: 'SQ-5', status: 'returned' })).toBe('wrong_state');
    expect(await begins({ applyNo: 'SQ-6', content: { drawMode: 'chosen' } })).toBe('chosen_by_hand');
    const id = await begun();
    expect(await begins({})).toBe('round_open');

    await done(first, 'draws.commitSecret', commitInput(id, first));
    expect(await refusal(first, 'draws.commitSecret', commitInput(id, first))).toBe('same_person');
    expect(await refusal(first, 'draws.revealSecret', { id, secret: secretOf(first) })).toBe(
      'operators_missing',
    );
    expect(
      await refusal(anOfficer('foreign', ['410100']), 'draws.commitSecret', commitInput(id, third)),
    ).toBe('not_found');
    await done(second, 'draws.commitSecret', commitInput(id, second));
    expect(await refusal(third, 'draws.commitSecret', commitInput(id, third))).toBe('operators_complete');
    expect(await refusal(first, 'draws.revealSecret', { id, secret: secretOf(second) })).toBe(
      'secret_differs',
    );
    expect(await refusal(third, 'draws.revealSecret', { id, secret: secretOf(third) })).toBe('not_allowed');
    await revealed(id);
    expect(await refusal(first, 'draws.revealSecret', { id, secret: secretOf(first) })).toBe('wrong_state');

    const call = await callOf(id);
    const { draw, list } = await stored(id);
    const other = list.entries.find((entry) => entry.id !== call?.id)?.id;
    const reply = { id, candidate: call?.id, as: 'member', reply: 'attends', note: '' };
    expect(await refusal(third, 'draws.recordReply', reply)).toBe('not_allowed');
    expect(await refusal(first, 'draws.recordReply', { ...reply, candidate: other })).toBe('wrong_candidate');
    expect(await refusal(first, 'draws.recordReply', { ...reply, as: 'reserve' })).toBe('wrong_seat');
    expect(await refusal(first, 'draws.vacateSeat', { id, member: call?.id, reason: 'absent' })).toBe(
      'wrong_state',
    );
    expect(await refusal(first, 'draws.supplement', { id, reason: 'absence', raise: [] })).toBe(
      'wrong_state',
    );
    expect((await stored(id)).draw).toEqual(draw);
    await called(id);
    expect(verifyDraw(await published(id))).toEqual([]);
  });

  it('leaves out whom the law leaves out, each with its reason', async () => {
    const own = { ...examplePurchaser, id: idOf('purchaser'), name: '采购单位（示例）' };
    const agency = { ...examplePurchaser, id: idOf('agency'), name: '代理机构 (示例)', uscc: '' };
    const parties = { purchaserId: own.id, agencyId: agency.id };
    const rows = [own, agency].map((row) => ({ entity: organisations.name, row }));
    await storeAll(server.held.database, rows, server.time.now);
    const employers = new Map([
      [1, own.name],
      [2, '代理机构（示例）'],
      [7, '供应商（示例）'],
    ]);
    await aLibraryOf(14, (no) => {
      const employer = employers.get(no);
      return employer === undefined ? {} : { employer };
    });
    await nextDay();
    const demands = [
      { specialities: ['A02'], legal: false, regions: ['411002'], level: 2, count: 1, reserve: 0 },
    ];
    const other = await begun({ applyNo: 'ZJSQ-2026-0002', content: { demands } });
    await committed(other);
    await revealed(other);
    await called(other);
    const leave = { id: randomUUID(), from: '2026-03-04', until: '2026-03-30', reason: 'work' };
    await done(first, 'experts.takeLeave', { id: expertId(3), leave });
    const ban = { id: randomUUID(), document: '示例', reason: 'leak', from: '2026-03-01', until: null };
    await done(first, 'experts.ban', { id: expertId(4), ban });
    await done(first, 'experts.remove', { id: expertId(5) });
    const avoidPersons = [{ name: anExpert(6).name, idNumber: anExpert(6).idNumber }];
    const content = { avoidUnits: [{ name: '供应商（示例）', uscc: '' }] };
    const id = await begun({ ...parties, content }, { avoidPersons });
    const { draw, list } = await stored(id);
    const people = openPeople(testVault, list);
    const numberOf = new Map(Array.from({ length: 14 }, (_, at) => [expertId(at + 1), at + 1]));
    const reasons = draw.recorded.commit.exclusions.map(
      ({ id: salted, reason }) => [numberOf.get(people.get(salted)?.expertId ?? ''), reason] as const,
    );
    const fixed = new Map<number | undefined, string>([
      [1, 'own_unit'],
      [2, 'avoided_unit'],
      [7, 'avoided_unit'],
      [3, 'leave'],
      [4, 'banned'],
      [5, 'removed'],
      [6, 'avoided_person'],
    ]);
    expect(new Map(reasons.filter(([no]) => fixed.has(no)))).toEqual(fixed);
    const serving = reasons.filter(([no]) => !fixed.has(no));
    // The one who sits in the other review, unless they are left out already.
    expect(serving.map(([, reason]) => reason)).toEqual(serving.length === 0 ? [] : ['serving']);
    expect(JSON.stringify(draw)).not.toContain(own.name);
    await done(first, 'draws.void', { id, reason: 'request_wrong' });
    expect(verifyDraw(await published(id))).toEqual([]);
  });

  it('seats nobody in two reviews of one day, though both draws have begun', async () => {
    const demands = [{ specialities: ['A02'], legal: false, regions: [], level: 0, count: 1, reserve: 0 }];
    await aLibraryOf(1);
    await nextDay();
    const one = await begun({ applyNo: 'SQ-1', content: { demands } });
    const two = await begun({ applyNo: 'SQ-2', content: { demands } });
    for (const id of [one, two]) {
      await committed(id);
      await revealed(id);
    }
    await called(one);
    const call = await callOf(two);
    const reply = { id: two, candidate: call?.id, as: 'member', note: '' };
    expect(await refusal(first, 'draws.recordReply', { ...reply, reply: 'attends' })).toBe(
      'seated_elsewhere',
    );
    await done(first, 'draws.recordReply', { ...reply, reply: 'declines' });
    expect(lastClose((await stored(two)).draw)).toMatchObject({
      members: [],
      missing: [{ line: 1, missing: 1 }],
    });
    expect(verifyDraw(await published(two))).toEqual([]);
  });

  it('fills lost seats from the reserves, then by 补抽 that two ask for', async () => {
    await aLibraryOf(12);
    await nextDay();
    const id = await begun();
    await committed(id);
    await revealed(id);
    await called(id);
    const members = async () => lastClose((await stored(id)).draw)?.members ?? [];
    const [one, two] = await members();
    await done(third, 'draws.vacateSeat', { id, member: one?.id, reason: 'absent' });
    const call = await callOf(id);
    expect(call).toMatchObject({ as: 'member' });
    await done(first, 'draws.recordReply', {
      id,
      candidate: call?.id,
      as: 'member',
      reply: 'attends',
      note: '路上',
    });
    expect(await members()).toHaveLength(3);
    await done(third, 'draws.vacateSeat', { id, member: two?.id, reason: 'conflict' });
    expect(await members()).toHaveLength(2);
    const asked = { id, reason: 'conflict', raise: [{ line: 1, count: 1 }] };
    await done(first, 'draws.supplement', asked);
    expect((await stored(id)).draw.recorded.events.some(({ kind }) => kind === 'supplement')).toBe(false);
    expect(await refusal(first, 'draws.supplement', asked)).toBe('same_person');
    await done(second, 'draws.supplement', asked);
    await called(id);
    expect(await members()).toHaveLength(4);
    const { draw } = await stored(id);
    expect(draw.said).toHaveLength(1);
    expect(JSON.stringify(draw)).not.toContain('路上');
    expect(verifyDraw(await published(id))).toEqual([]);
  });

  it('is drawn again after a void round, which stays to be seen', async () => {
    await aLibraryOf(8);
    await nextDay();
    const before = await begun();
    await committed(before);
    await done(first, 'draws.revealSecret', { id: before, secret: secretOf(first) });
    await done(second, 'draws.void', { id: before, reason: 'operator_left' });
    expect(await refusal(second, 'draws.revealSecret', { id: before, secret: secretOf(second) })).toBe(
      'wrong_state',
    );
    const id = await begun();
    await committed(id);
    await revealed(id);
    await called(id);
    const evidence = await published(id);
    expect(verifyDraw(evidence)).toEqual([]);
    const { register } = evidence as { register: { draws: { round: number; outcome: string }[] } };
    expect(register.draws.map(({ round, outcome }) => [round, outcome]).sort()).toEqual([
      [1, 'void'],
      [2, 'closed'],
    ]);
    // A server that left the void round out of its register would be found out.
    const hidden = { version: 1, draws: register.draws.filter(({ outcome }) => outcome !== 'void') };
    expect(verifyDraw({ ...evidence, register: hidden } as Evidence).map(({ code }) => code)).toContain(
      'unregistered_draw',
    );
  });

  it('is void by itself where nobody finished it before the review', async () => {
    await aLibraryOf(6);
    await nextDay();
    const id = await begun({ content: { reviewAt: toLocalTime(server.time.now + 2 * hour) } });
    await committed(id);
    server.time.now += hour;
    await server.runDueWork();
    expect((await stored(id)).draw.recorded.voided).toBeNull();
    server.time.now += hour;
    await server.runDueWork();
    expect((await stored(id)).draw.recorded.voided).toMatchObject({ reason: 'interrupted' });
    expect(verifyDraw(await published(id))).toEqual([]);
  });

  it('shows the person being called to the two operators, and to nobody else', async () => {
    await aLibraryOf(6);
    await nextDay();
    const desks = new Map<Actor, SignedInDesk>();
    for (const actor of [first, second, third]) {
      const { name, role, regionCodes } = actor;
      desks.set(
        actor,
        await server.signIn(name, {
          id: actor.accountId,
          role: 'procurement_office',
          regionCodes: [...regionCodes],
        }),
      );
      expect(role).toBe('procurement_office');
    }
    const id = await begun();
    await committed(id);
    const ask = async (actor: Actor, name: string) => {
      const headers = desks.get(actor)?.headers ?? {};
      return server.http.inject({ method: 'POST', url: `/query/${name}`, headers, payload: { id } });
    };
    expect((await ask(first, 'draws.call')).json()).toEqual({ call: null });
    await revealed(id);
    const call = await callOf(id);
    const { list } = await stored(id);
    const person = openPeople(testVault, list).get(call?.id ?? '');
    for (const actor of [first, second]) {
      const shown = (await ask(actor, 'draws.call')).json();
      expect(shown.call).toMatchObject({ candidate: call?.id, as: 'member', name: person?.name });
      expect(shown.call.phone).toMatch(/^139/);
    }
    expect((await ask(third, 'draws.call')).statusCode).toBe(404);
    const state = await ask(third, 'draws.get');
    expect(state.json()).toMatchObject({
      status: 'calling',
      candidates: 6,
      members: [{ needed: 3, taken: 0 }],
    });
    for (const { name } of openPeople(testVault, list).values()) expect(state.body).not.toContain(name);
    await called(id);
    expect((await ask(first, 'draws.call')).json()).toEqual({ call: null });
  });

  it('leaves no name or telephone of anybody in the database, the log or any answer', async () => {
    await aLibraryOf(6);
    await nextDay();
    const id = await begun();
    await committed(id);
    await revealed(id);
    await called(id, new Set([1]));
    const office = await server.signIn('somebody', { role: 'procurement_office', regionCodes: [regionCode] });
    const asked = [
      ['draws.get', { id }],
      ['draws.list', { regionCode, status: 'closed', after: null, limit: 10 }],
      ['draws.register', {}],
    ] as const;
    const answers = [];
    for (const [name, payload] of asked) {
      const answer = await server.http.inject({
        ...{ method: 'POST', url: `/query/${name}`, headers: office.headers, payload },
      });
      expect([name, answer.statusCode]).toEqual([name, 200]);
      answers.push(answer.body);
    }
    const all = [await everythingIn(server), ...answers].join('\n');
    expect(all).toContain(id);
    for (let no = 1; no <= 6; no += 1) {
      const { name, phone, idNumber } = anExpert(no);
      const [initials = '', spoken = ''] = searchText([name]).split('\n').slice(1);
      expect(initials).toHaveLength(3);
      for (const word of [name, phone, idNumber, spoken]) {
        for (const form of formsOf(word))
          expect([word, form, all.includes(form)]).toEqual([word, form, false]);
      }
    }
  });

  it('is where it was or one step further wherever the server is killed, and verifies in the end', async () => {
    await aLibraryOf(6);
    await nextDay();
    const { database } = server.held;
    for (const { name, accountId } of [first, second]) {
      await server.signIn(name, { id: accountId, role: 'procurement_office', regionCodes: [regionCode] });
    }
    const deps = (over: Database): ApplyDeps => ({
      ...{ database: over, commands, vault: testVault, clock: () => server.time.now },
      ...{
        storeSends: async () => undefined,
        reportBug: (name, cause) => expect([name, cause]).toBe('no bug'),
      },
    });
    const session = ({ name, accountId }: Actor): DeskSession => ({
      deskId: idOf(`desk ${name}`),
      accountId,
    });
    const trace = async () => {
      const { rows } = await database.query<{ links: number; versions: number; draws: string | null }>(
        `SELECT (SELECT count(*)::int FROM audit_log) AS links, (SELECT count(*)::int FROM row_history) AS versions,
           (SELECT string_agg(body::text, ' ' ORDER BY id) FROM expert_draws) AS draws`,
      );
      return rows[0];
    };
    let kills = 0;
    /** Tried with a crash before its first statement, its second, …, before the commit, and after it, until it is through. */
    async function throughCrashes(actor: Actor, name: string, input: object): Promise<void> {
      const command = {
        id: randomUUID(),
        name,
        version: 1,
        input: JSON.parse(JSON.stringify(input)),
        madeAt: 1,
      };
      const before = await trace();
      for (let at = 1; ; at += 1) {
        const asked = await runOnline(deps(killedBefore(database, at)), session(actor), command).catch(
          (error: Error) => error.message,
        );
        if (asked !== 'killed') {
          expect([name, asked]).toEqual([name, { ok: true, value: { kind: 'done' } }]);
          break;
        }
        kills += 1;
        expect([name, at, await trace()]).toEqual([name, at, before]);
      }
      const after = await trace();
      // Killed after the commit: the desk asks again, and nothing happens a second time.
      expect(await runOnline(deps(database), session(actor), command)).toEqual({
        ok: true,
        value: { kind: 'done' },
      });
      expect(await trace()).toEqual(after);
    }

    const demands = [{ specialities: ['A0201'], legal: false, regions: [], level: 0, count: 1, reserve: 1 }];
    const input = beginInput(await applied({ content: { demands } }), { physical: true });
    const { id } = input;
    await throughCrashes(first, 'draws.begin', input);
    for (const actor of [first, second])
      await throughCrashes(actor, 'draws.commitSecret', commitInput(id, actor));
    await throughCrashes(first, 'draws.enterSeed', { id, text: '1' });
    for (const actor of [first, second])
      await throughCrashes(actor, 'draws.revealSecret', { id, secret: secretOf(actor) });
    for (let call = await callOf(id); call !== undefined; call = await callOf(id)) {
      await throughCrashes(first, 'draws.recordReply', {
        id,
        candidate: call.id,
        as: call.as,
        reply: 'attends',
        note: '',
      });
    }
    const member = lastClose((await stored(id)).draw)?.members[0]?.id;
    await throughCrashes(second, 'draws.vacateSeat', { id, member, reason: 'absent' });
    await called(id, new Set([0]));
    const asked = { id, reason: 'absence', raise: [] };
    await throughCrashes(first, 'draws.supplement', asked);
    await throughCrashes(second, 'draws.supplement', asked);
    await called(id);
    expect(kills).toBeGreaterThan(60);
    expect(verifyDraw(await published(id))).toEqual([]);
  });
});

describe.each(databases())('the pool of a day on $name', (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aServer(engine, { expertKey, expertRecoveryKey });
  });
  afterEach(() => server.stop());

  const heads = async () => (await server.http.inject({ method: 'GET', url: '/audit/heads' })).json();
  const poolRows = () => server.operations.rows('expert_pools', {});

  it('stands in the signed head of that day, once, however often the job runs or is killed', async () => {
    const content = anExpert(1);
    await server.operations.runAs(first, 'experts.create', { id: idOf('one'), content });
    server.time.now += day;
    await server.runDueWork();
    const [pool] = await poolRows();
    const [head] = await heads();
    expect(head).toMatchObject({ day: '2026-03-02', poolRoot: (pool as { root: string }).root });
    expect(pool).toMatchObject({
      id: '2026-03-02',
      count: 1,
      head: { day: head.day, no: head.no, hash: head.hash },
    });
    await server.runDueWork();
    expect(await poolRows()).toHaveLength(1);
    // A pool without its head, as a kill between the two leaves it, gets it at the next run.
    const text = JSON.stringify({ ...(pool as object), head: null });
    await server.held.database.query('UPDATE expert_pools SET body = $1::text::json, version = version + 1', [
      text,
    ]);
    await server.held.database.query("DELETE FROM server_meta WHERE key = 'job:audit-head'");
    await server.runDueWork();
    expect(await poolRows()).toEqual([pool]);
    expect(await heads()).toEqual([head]);
  });

  it('is missing in the head of a day on which the library was locked', async () => {
    await server.operations.runAs(first, 'experts.create', { id: idOf('one'), content: anExpert(1) });
    server.time.now += day;
    const locked = await server.twin({ expertKey: undefined });
    await locked.runDueWork();
    await locked.close();
    await server.runDueWork();
    const [head] = await heads();
    expect(head).toMatchObject({ day: '2026-03-02' });
    expect(head).not.toHaveProperty('poolRoot');
    expect(await poolRows()).toEqual([]);
  });

  it('writes wider specialities and all counties out, and marks lawyers', async () => {
    const content = anExpert(1, { specialities: ['A020101'], regions: ['411000'], legal: true });
    await server.operations.runAs(first, 'experts.create', { id: idOf('one'), content });
    await server.operations.runAs(first, 'experts.create', { id: idOf('two'), content: anExpert(2) });
    await server.operations.runAs(first, 'experts.remove', { id: idOf('two') });
    server.time.now += day;
    await server.runDueWork();
    const list = poolLists.schema.parse(await server.operations.row('expert_pool_lists', '2026-03-02'));
    expect(list.entries).toHaveLength(1);
    expect(list.entries[0]?.specialities).toEqual(['A02', 'A0201', 'A020101', 'legal']);
    expect(list.entries[0]?.regions).toEqual(expect.arrayContaining(['411000', '411002', '411003']));
    expect(list.entries[0]?.regions).not.toContain('410100');
  });
});

/** Dies before the n-th statement, the commit being the last. */
function killedBefore(inner: Database, at: number): Database {
  return {
    ...inner,
    transaction: (work, options) =>
      inner.transaction(async (tx) => {
        let left = at;
        const point = () => {
          left -= 1;
          if (left === 0) throw new Error('killed');
        };
        const killing: Sql = {
          query: (...asked) => {
            point();
            return tx.query(...asked);
          },
          exec: (script) => {
            point();
            return tx.exec(script);
          },
        };
        const value = await work(killing);
        point();
        return value;
      }, options),
  };
}
