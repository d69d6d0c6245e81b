import { once } from 'node:events';
import { connect } from 'node:net';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocol1, stateTo1, wholeScopes } from '#shared/contract/protocol-1.ts';
import {
  emptyPullState,
  httpErrorSchema,
  type PullState,
  protocol,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import { everyone } from '#shared/domain/actor.ts';
import type { Setting } from '#shared/domain/admin/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { oneDatabase } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer, testPassword } from '#test/support/server.ts';
import { anAccount, idOf, testCommands } from '#test/support/server-fixture.ts';
import { trimFeed } from '../feed/trim-feed.ts';

describe.each(oneDatabase())('the server over HTTP on $name', (engine) => {
  let server: TestServer;
  let admin: SignedInDesk;

  beforeAll(async () => {
    server = await aServer(engine, { commands: testCommands });
    admin = await server.signIn('root-admin');
  });
  afterAll(() => server.stop());

  const post = (url: string, payload: unknown, headers: Record<string, string> = admin.headers) =>
    server.http.inject({ method: 'POST', url, payload: payload as object, headers });
  const code = (answer: { json(): unknown }) => httpErrorSchema.parse(answer.json()).error.code;
  const pushBody = (no: number, name: string, input: unknown) => ({
    protocol,
    deskId: admin.deskId,
    epoch: null,
    firstKept: 1,
    commands: [{ no, id: idOf(`command ${no}`), name, version: 1, input, madeAt: 1 }],
  });

  it('takes a push and gives it back by a pull, compressed as the client likes', async () => {
    const pushed = await post('/sync/push', pushBody(1, 'test.put', { id: 'k', value: '中文' }));
    expect(pushResponseSchema.parse(pushed.json())).toMatchObject({
      lastNo: 1,
      outcomes: [{ no: 1, outcome: { kind: 'applied' } }],
    });
    const types = [...entities.keys()];
    const body = { protocol, deskId: admin.deskId, types, state: emptyPullState, limit: 1000 };
    const plain = await post('/sync/pull', body);
    const zstd = await post('/sync/pull', body, { ...admin.headers, 'accept-encoding': 'gzip, zstd' });
    const gzip = await post('/sync/pull', body, { ...admin.headers, 'accept-encoding': 'gzip, zstd;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zstd.headers['content-encoding']).toBe('zstd');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(zstdDecompressSync(zstd.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    const lines = plain.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ t: 'settings', i: 'k', v: 1 }));
    expect(lines.at(-1)).toMatchObject({ end: true, more: false });
  });

  it('negotiates the protocol before it reads the body by it', async () => {
    const newer = await post('/sync/pull', { protocol: protocol + 1, something: 'new' });
    expect([newer.statusCode, code(newer)]).toEqual([426, 'server_too_old']);
    const older = await post('/sync/push', { protocol: 0 });
    expect([older.statusCode, code(older)]).toEqual([426, 'client_too_old']);
  });

  it('sends a desk of another epoch back to the start', async () => {
    const state = { ...emptyPullState, epoch: idOf('old'), cursor: 1 };
    const pulled = await post('/sync/pull', { protocol, deskId: admin.deskId, types: [], state, limit: 10 });
    const pushed = await post('/sync/push', { ...pushBody(2, 'test.put', {}), epoch: idOf('old') });
    for (const answer of [pulled, pushed]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ reason: 'epoch_changed', epoch: await server.epoch() });
    }
  });

  it('says so when the feed no longer reaches back to a desk’s cursor, in the words of its protocol', async () => {
    const { database } = server.held;
    for (const value of [1, 2]) {
      const row: Setting = { id: 'k2', value, updatedAt: 0 };
      await storeAll(database, [{ entity: 'settings', row }]);
    }
    await trimFeed({ database, clock: () => Number.MAX_SAFE_INTEGER });
    const state: PullState = {
      epoch: await server.epoch(),
      cursor: 0,
      held: wholeScopes([everyone]),
      gaining: null,
    };
    const { deskId } = admin;
    const told = await post('/sync/pull', { protocol, deskId, types: protocol1.types, state, limit: 10 });
    expect([told.statusCode, told.json()]).toEqual([
      409,
      expect.objectContaining({ reason: 'cursor_expired' }),
    ]);
    const before = await post('/sync/pull', { protocol: 1, deskId, state: stateTo1(state), limit: 10 });
    expect([before.statusCode, before.body]).toEqual([
      200,
      expect.stringContaining(`"lost":["${everyone}"]`),
    ]);
  });

  it('lets a desk push and pull for itself only', async () => {
    const clerk = await server.signIn('clerk');
    const answer = await post('/sync/push', pushBody(2, 'test.put', {}), clerk.headers);
    expect([answer.statusCode, code(answer)]).toEqual([403, 'desk_unknown']);
  });

  it('answers queries by role, and "not yours" as "missing"', async () => {
    const clerk = await server.signIn('query-clerk', {
      role: 'purchaser_clerk',
      organisationId: idOf('unit'),
    });
    const mine = await post(
      '/query/records.get',
      { entity: 'accounts', id: idOf('account query-clerk') },
      clerk.headers,
    );
    const foreign = await post(
      '/query/records.get',
      { entity: 'accounts', id: idOf('account root-admin') },
      clerk.headers,
    );
    const missing = await post('/query/records.get', { entity: 'accounts', id: 'nobody' }, clerk.headers);
    const audit = await post('/query/audit.entries', { limit: 10 }, clerk.headers);
    const unknown = await post('/query/__proto__', {}, clerk.headers);
    expect(mine.json()).toMatchObject({ version: 1, row: { username: 'query-clerk' } });
    expect([foreign.statusCode, code(foreign)]).toEqual([404, 'not_found']);
    expect([missing.statusCode, code(missing)]).toEqual([404, 'not_found']);
    expect([audit.statusCode, code(audit)]).toEqual([403, 'not_allowed']);
    expect([unknown.statusCode, code(unknown)]).toEqual([404, 'unknown_name']);
    expect((await post('/query/audit.entries', { limit: 2 })).json()).toHaveLength(2);
    expect((await post('/query/desks.list', {})).json()).toContainEqual(
      expect.objectContaining({ id: clerk.deskId }),
    );
  });

  it('cuts a switched-off account off at once', async () => {
    const gone = await server.signIn('gone');
    await server.operations.runAs(systemLike, 'test.account', anAccount('gone', { active: false }));
    const answer = await post(
      '/sync/push',
      { ...pushBody(1, 'test.put', {}), deskId: gone.deskId },
      gone.headers,
    );
    expect([answer.statusCode, code(answer)]).toEqual([403, 'not_allowed']);
  });

  it('pokes the desks that may see a change, through the database', async () => {
    await server.http.listen({ port: 0, host: '127.0.0.1' });
    await server.start();
    const { port } = server.http.server.address() as { port: number };
    const abort = new AbortController();
    const stream = await fetch(`http://127.0.0.1:${port}/sync/events`, {
      headers: admin.headers,
      signal: abort.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader?.read();
    expect(first?.value).toMatch(/^event: head\ndata: \{"head":\d+,"epoch":"/);
    await post('/sync/push', pushBody(2, 'test.put', { id: 'poke', value: 1 }));
    const second = await reader?.read();
    expect(second?.value).toContain('event: head');
    abort.abort();
  });

  it('documents every route', async () => {
    const document = (await server.http.inject('/openapi.json')).json<{ paths: Record<string, object> }>();
    const documented = Object.keys(document.paths);
    for (const { url } of server.routes) {
      if (url === '/openapi.json') continue;
      expect(documented).toContain(url.replaceAll(/:(\w+)/g, '{$1}'));
    }
  });

  it('counts requests and commands without saying whose', async () => {
    const text = (await server.http.inject('/metrics')).body;
    expect(text).toContain('commands_total{command="test.put",outcome="applied"}');
    expect(text).not.toContain('root-admin');
  });

  it('writes no personal data into the log', async () => {
    await post('/auth/sign-in', { username: 'zhang.san', password: 'secret secret', deskId: idOf('x') }, {});
    const log = server.logged.join('');
    expect(log).toContain('/auth/sign-in');
    for (const secret of ['zhang.san', 'secret secret', testPassword, '127.0.0.1:', admin.token]) {
      expect(log.replaceAll(/listening at http:\S+/g, '')).not.toContain(secret);
    }
  });

  it('survives a connection that breaks off in the middle of a request', async () => {
    const { port } = server.http.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /sync/push HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"pro',
    );
    socket.destroy();
    expect((await server.http.inject('/healthz')).statusCode).toBe(200);
  });
});

const systemLike = {
  accountId: idOf('system'),
  name: 'system',
  role: 'system',
  organisationId: null,
  regionCodes: [],
  platformId: null,
} as const;
