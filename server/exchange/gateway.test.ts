// The whole way between the real gateway on a real database and the simulator, on a virtual clock: the plan out, its sections back, its
// changes, the failures in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platforms } from '#shared/domain/admin/model.ts';
import { followingPackage } from '#shared/domain/plans/content.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { type ExchangeWorld, exchangeWorld, office, platformId } from '#test/support/exchange.ts';
import { listDifferences, reconcileNow, resendMessage } from './admin.ts';
import { giveUpAfterMs } from './retry.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const administrator = anActor('administrator');

describe.each(oneDatabase())('exchange with the trading centre on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
  });
  afterEach(() => db.close());

  it('pushes a filed plan, and its sections come back', async () => {
    await world.filePlan();
    expect((await world.project()).push.status).toBe('waiting');

    await world.settle(hour);

    const project = await world.project();
    expect(project.push).toMatchObject({ status: 'accepted', errorCode: null });
    expect(project.status).toBe('sections_received');
    expect((await world.plan()).status).toBe('sections_received');
    const sections = await world.sections();
    expect(sections.map(({ sectionNo }) => sectionNo).sort()).toEqual([
      'ZFCG-G2026001-1号',
      'ZFCG-G2026001-2号',
    ]);
    expect(sections.reduce((sum, { budget }) => sum + budget, 0)).toBe(project.budgetAmount);
    const answers = world.centre.state().outgoing.filter(({ type }) => type === 'section.push');
    expect(answers.map(({ state, answer }) => [state, answer])).toEqual([
      ['done', 'accepted'],
      ['done', 'accepted'],
    ]);
  });

  it('says received before the business answer comes', async () => {
    await world.centre.control({ answerDelayMs: hour });
    await world.filePlan();
    await world.settle(minute);
    expect((await world.project()).push).toMatchObject({ status: 'received', answeredAt: null });
    await world.settle(2 * hour);
    expect((await world.project()).push.status).toBe('accepted');
  });

  it('follows a change of the plan: changed, new and cancelled sections', async () => {
    await world.filePlan();
    await world.settle(hour);
    const before = await world.sections();
    const planned = (no: number, budget: number) => ({
      id: anId(`planned ${no}`),
      no: String(no),
      name: `Part ${no}`,
      budget,
      reserve: null,
      ...followingPackage,
    });
    await world.changePlan({ plannedSections: [planned(1, 150_000_000)] });
    await world.settle(hour);

    const after = await world.sections();
    const live = after.filter(({ status }) => status !== 'cancelled');
    expect(live.map(({ name, platformVersion }) => [name, platformVersion])).toEqual([['Part 1', 2]]);
    expect(after.map(({ lotUid }) => lotUid).sort()).toEqual(before.map(({ lotUid }) => lotUid).sort());
    expect((await world.outbox()).filter(({ type }) => type === 'plan.change')).toMatchObject([
      { state: 'accepted', seq: 2 },
    ]);
  });

  it('withdraws a cancelled plan', async () => {
    await world.filePlan();
    await world.settle(hour);
    const cancelled = await world.run(office, 'plans.cancel', { id: anId('plan'), reason: 'not needed' });
    expect(cancelled.ok).toBe(true);
    await world.settle(hour);
    const [plan] = world.centre.state().plans;
    expect(plan?.withdrawn).toBe(true);
    expect(world.centre.state().sections.every((section) => section.cancelled)).toBe(true);
    expect((await world.sections()).every(({ status }) => status === 'cancelled')).toBe(true);
  });

  it('shows the code and field of a business refusal, and pushes again when asked', async () => {
    await world.centre.control({ refuse: { code: 'agency_unknown', field: 'content.agencyId', times: 1 } });
    await world.filePlan();
    await world.settle(hour);
    expect((await world.project()).push).toMatchObject({
      status: 'rejected',
      errorCode: 'agency_unknown',
      errorField: 'content.agencyId',
    });

    const again = await world.run(office, 'projects.requestSections', {
      projectId: (await world.project()).id,
    });
    expect(again.ok).toBe(true);
    await world.settle(hour);
    expect((await world.project()).push.status).toBe('accepted');
    expect(await world.sections()).toHaveLength(2);
  });

  it('sends again what was refused unread, and not what was read and refused', async () => {
    await world.centre.control({ refuseEnvelope: { code: 'invalid_input', times: 1 } });
    await world.filePlan();
    await world.settle(hour);
    const [message] = await world.outbox();
    expect(message).toMatchObject({ state: 'rejected', code: 'invalid_input', answer: null });
    const resend = () => resendMessage(world.gateway.deps, administrator, message?.msgId ?? '');

    await world.centre.control({ refuse: { code: 'agency_unknown', field: null, times: 1 } });
    expect((await resend()).ok).toBe(true);
    await world.settle(hour);
    expect((await world.outbox()).at(0)).toMatchObject({ state: 'rejected', answer: 'rejected' });
    expect(await resend()).toMatchObject({
      ok: false,
      error: { code: 'wrong_state', params: { state: 'rejected' } },
    });
  });

  it('goes on after the centre was killed and restarted from what it had stored', async () => {
    await world.filePlan();
    await world.gateway.tick();
    world.restartCentre();
    await world.settle(hour);
    expect(await world.sections()).toHaveLength(2);
    expect(world.centre.state().plans).toHaveLength(1);
  });

  it('tries 10 s, 1 m, 5 m, 30 m, 2 h … for 72 hours, always the same message, then keeps a dead letter', async () => {
    const attempts: number[] = [];
    const ids = new Set<string>();
    world.intercept((text) => {
      attempts.push(world.now());
      const { msgId, bodyHash } = JSON.parse(text);
      ids.add(`${msgId} ${bodyHash}`);
      throw new Error('unreachable');
    });
    await world.filePlan();
    const start = world.now();
    await world.settle(4 * day);

    const waits = attempts.map((at, index) => at - (attempts[index - 1] ?? start));
    expect(waits).toEqual([
      0,
      10 * second,
      minute,
      5 * minute,
      30 * minute,
      2 * hour,
      6 * hour,
      12 * hour,
      day,
      day,
      giveUpAfterMs - (10 * second + 36 * minute + 20 * hour + 2 * day),
    ]);
    expect(ids.size).toBe(1);
    expect((await world.outbox()).map(({ state, code }) => [state, code])).toEqual([['dead', 'unreachable']]);
    expect((await world.project()).push).toMatchObject({ status: 'dead', errorCode: 'unreachable' });
  });

  it('重新推送 sends a dead letter again, and later messages of its key wait for it', async () => {
    world.intercept(() => {
      throw new Error('unreachable');
    });
    await world.filePlan();
    await world.settle(4 * day);
    await world.changePlan({ contact: 'Li' });
    world.intercept(null);
    await world.settle(hour);
    expect((await world.outbox()).map(({ type, state }) => [type, state])).toEqual([
      ['plan.push', 'dead'],
      ['plan.change', 'pending'],
    ]);

    const [dead] = await world.outbox();
    const resent = await resendMessage(world.gateway.deps, administrator, dead?.msgId ?? '');
    expect(resent.ok).toBe(true);
    await world.settle(hour);
    expect((await world.outbox()).filter(({ type }) => type !== 'ack').map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect((await world.project()).push.status).toBe('accepted');
    expect(await world.sections()).toHaveLength(2);
    // A second time there is nothing to send again.
    expect(await resendMessage(world.gateway.deps, administrator, dead?.msgId ?? '')).toMatchObject({
      error: { code: 'wrong_state' },
    });
    const audit = await db.database.query(`SELECT action FROM audit_log WHERE action LIKE 'exchange.%'`);
    expect(audit.rows).toEqual([{ action: 'exchange.resend' }]);
  });

  it('sends a received message again when no business answer comes, and gives up after 72 hours', async () => {
    await world.centre.control({ silent: true });
    await world.filePlan();
    await world.settle(40 * minute);
    expect((await world.outbox())[0]).toMatchObject({ state: 'received', attempts: 2 });
    await world.settle(4 * day);
    expect((await world.outbox())[0]).toMatchObject({ state: 'dead', code: 'no_answer' });
    expect(world.centre.state().plans).toHaveLength(1);
  });

  it('an error page of something in between does not end a message', async () => {
    await world.centre.control({ answerStatus: { status: 404, times: 3 } });
    await world.filePlan();
    await world.settle(minute);
    expect((await world.outbox())[0]).toMatchObject({ state: 'pending', code: 'http_404' });
    await world.settle(hour);
    expect((await world.project()).push.status).toBe('accepted');
  });

  it('keeps a message until its notBefore', async () => {
    const at = world.now() + 3 * hour;
    await world.send({
      type: 'plan.withdraw',
      businessKey: 'plan/later',
      body: { planId: anId('later'), planNo: 'X', projectId: anId('later project'), reason: 'later' },
      notBefore: at,
    });
    await world.settle(2 * hour);
    expect((await world.outbox())[0]).toMatchObject({ state: 'pending', attempts: 0 });
    await world.settle(2 * hour);
    expect((await world.outbox())[0]).toMatchObject({ state: 'rejected', code: 'not_found' });
    expect((await world.outbox())[0]?.firstAttemptAt).toBe(at);
  });

  it('sends nothing to a platform that is switched off, and everything when it is on again', async () => {
    await world.filePlan();
    await world.putRow(platforms, { ...world.platform, active: false });
    await world.settle(day);
    expect((await world.outbox())[0]).toMatchObject({ state: 'pending', attempts: 0 });
    await world.putRow(platforms, world.platform);
    await world.settle(hour);
    expect((await world.project()).push.status).toBe('accepted');
  });

  it('two processes that deliver at once send each message once', async () => {
    let requests = 0;
    world.intercept(() => {
      requests += 1;
    });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await world.filePlan(name);
    await Promise.all([world.gateway.tick(), world.gateway.tick(), world.gateway.tick()]);
    expect(requests).toBe(5);
  });

  it('a process that died while sending loses its claim, and the message goes out again', async () => {
    await world.filePlan();
    await db.database.query(
      `UPDATE exchange_outbox SET claim = 'dead process', claimed_until = ${world.now() + minute}`,
    );
    await world.gateway.tick();
    expect(world.centre.state().plans).toHaveLength(0);
    await world.settle(2 * minute);
    expect(world.centre.state().plans).toHaveLength(1);
  });

  it('reconciles: what differs is listed and requested again, and resolved at the next comparison', async () => {
    await world.filePlan();
    await world.settle(hour);
    // A section that we have lost, as after a restore.
    await db.database.query(`DELETE FROM sections WHERE id = (SELECT id FROM sections ORDER BY id LIMIT 1)`);
    expect(await reconcileNow(world.gateway.deps, administrator, platformId)).toEqual({ ok: true, value: 1 });
    await world.settle(10 * minute);
    expect(await listDifferences(world.gateway.deps.database, 10)).toMatchObject([
      { kind: 'sections_differ', ourSections: 1, theirSections: 2, resolvedAt: null },
    ]);
    expect(await world.sections()).toHaveLength(2);

    await world.gateway.daily();
    await world.settle(hour);
    const [difference] = await listDifferences(world.gateway.deps.database, 10);
    expect(difference?.resolvedAt).not.toBeNull();
  });

  it('lists a plan that the centre does not know', async () => {
    await world.centre.control({ refuse: { code: 'no', field: null, times: 1 } });
    await world.filePlan();
    await world.settle(hour);
    await world.gateway.daily();
    await world.settle(hour);
    expect(await listDifferences(world.gateway.deps.database, 10)).toMatchObject([
      { kind: 'plan_unknown', ourSections: 0, theirSections: 0, requestedAt: null },
    ]);
  });

  it('asks a silent platform for a sign of life', async () => {
    await world.gateway.daily();
    await world.settle(minute);
    const contacts = await db.database.query('SELECT platform_id, last_contact_at FROM exchange_contacts');
    expect(contacts.rows).toEqual([{ platform_id: platformId, last_contact_at: expect.any(Number) }]);
    expect((await world.outbox()).filter(({ type }) => type === 'ping')).toMatchObject([
      { state: 'accepted' },
    ]);
  });
});
