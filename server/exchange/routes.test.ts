// The exchange over HTTP: whatever comes to the inbox is answered with a code and never with a crash, and only an administrator may look
// and act.
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangePath } from '#shared/contract/exchange.ts';
import type { Actor, Role } from '#shared/domain/actor.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { centreEnvelope, type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';
import { buildApp } from '../http/build-app.ts';
import { createMetrics } from '../http/metrics.ts';
import { refuse } from '../http/refusal.ts';
import { exchangeRoutes } from './routes.ts';

type App = Awaited<ReturnType<typeof buildApp>>['app'];

describe.each(oneDatabase())('exchange routes on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let app: App;
  let actor: Actor | undefined;
  beforeAll(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    const built = await buildApp({
      log: pino({ level: 'silent' }),
      metrics: createMetrics(() => 0),
      requestsPerMinute: 10_000,
      trustProxy: false,
    });
    app = built.app;
    await app.register(
      exchangeRoutes({
        gateway: world.gateway,
        refuse,
        actorOf: async () => (actor === undefined ? err({ code: 'not_signed_in' } as const) : ok(actor)),
      }),
    );
    await app.ready();
    world.intercept(() => {
      throw new Error('unreachable');
    });
    await world.filePlan();
    await world.settle(4 * 86_400_000);
    world.intercept(null);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  const as = (role: Role) => {
    actor = anActor(role);
  };
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: exchangePath, payload, headers: { 'content-type': type } });

  it('takes a signed message under any content type', async () => {
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      const envelope = centreEnvelope(world);
      const answer = await post(JSON.stringify(envelope), type);
      expect([answer.statusCode, answer.json()]).toEqual([
        202,
        { msgId: envelope.msgId, status: 'received' },
      ]);
    }
  });

  it.each([
    ['nothing', '', 400, 'invalid_input'],
    ['broken JSON', '{"a":', 400, 'invalid_input'],
    ['a prototype name', '{"__proto__":{"polluted":1}}', 400, 'invalid_input'],
    ['text that is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]).toString('latin1'), 400, 'invalid_input'],
    ['too much', 'x'.repeat(1_000_001), 413, 'too_large'],
  ])('refuses %s in the form of a refused message', async (_name, payload, status, code) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ msgId: null, status: 'refused', code });
  });

  it('shows nothing to anybody but administrators and auditors, and lets only administrators act', async () => {
    const reads = [
      ...['outbox', 'outbox/export', 'inbox-messages', 'refusals'],
      ...['differences', 'announcement-differences', 'event-differences'],
    ];
    const acts = [
      [`outbox/${anId('any')}/resend`, {}],
      ['reconcile', { platformId }],
      ['keys', { keyId: 'k' }],
      ['keys/k/activate', {}],
    ] as const;
    const statuses = async () => [
      ...(await Promise.all(reads.map((url) => app.inject({ url: `/exchange/${url}` })))),
      ...(await Promise.all(
        acts.map(([url, payload]) => app.inject({ method: 'POST', url: `/exchange/${url}`, payload })),
      )),
    ];
    actor = undefined;
    expect((await statuses()).map(({ statusCode }) => statusCode)).toEqual(new Array(11).fill(401));
    for (const role of [
      'purchaser_clerk',
      'purchaser_reviewer',
      'agency',
      'procurement_office',
      'supervisor',
    ] as const) {
      as(role);
      expect(
        (await statuses()).map(({ statusCode }) => statusCode),
        role,
      ).toEqual(new Array(11).fill(403));
    }
    as('auditor');
    expect((await statuses()).map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200, 200, 200, 200, 200, 403, 403, 403, 403,
    ]);
  });

  it('lists, exports and sends again a dead letter', async () => {
    as('administrator');
    const list = await app.inject({ url: '/exchange/outbox?state=dead' });
    expect(list.json()).toMatchObject([{ type: 'plan.push', state: 'dead', code: 'unreachable' }]);
    const exported = await app.inject({ url: '/exchange/outbox/export?state=dead' });
    expect(JSON.parse(exported.payload.trim())).toEqual(list.json()[0]);
    const [{ msgId }] = list.json();
    const resent = await app.inject({ method: 'POST', url: `/exchange/outbox/${msgId}/resend` });
    expect([resent.statusCode, resent.json()]).toMatchObject([200, { msgId, state: 'pending' }]);
    const again = await app.inject({ method: 'POST', url: `/exchange/outbox/${msgId}/resend` });
    expect([again.statusCode, again.json()]).toMatchObject([409, { error: { code: 'wrong_state' } }]);
    const unknown = await app.inject({ method: 'POST', url: `/exchange/outbox/${anId('unknown')}/resend` });
    expect(unknown.statusCode).toBe(404);
    expect((await app.inject({ url: '/exchange/outbox?state=dead' })).json()).toEqual([]);
  });

  it.each(['?state=constructor', '?limit=0', '?limit=x', '?before=x', '?unknown=1', '?platformId=%00'])(
    'refuses the query %s',
    async (query) => {
      as('administrator');
      const answer = await app.inject({ url: `/exchange/outbox${query}` });
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { error: { code: 'invalid_input' } }]);
    },
  );

  it('asks for a reconciliation of a platform that exists', async () => {
    as('administrator');
    const ask = (id: string) =>
      app.inject({ method: 'POST', url: '/exchange/reconcile', payload: { platformId: id } });
    expect((await ask(platformId)).json()).toEqual({ plans: 1 });
    expect((await ask('nobody')).statusCode).toBe(404);
  });

  it('shows our public keys to everybody', async () => {
    actor = undefined;
    const keys = await app.inject({ url: '/exchange/keys' });
    expect(keys.json()).toMatchObject([{ keyId: 'server-1', current: true }]);
    expect(keys.payload).not.toContain('PRIVATE');
  });
});
