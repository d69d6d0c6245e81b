import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneDatabase } from '#test/support/database.ts';
import { aServer, type SignedInDesk, type TestServer, testPassword } from '#test/support/server.ts';
import { idOf } from '#test/support/server-fixture.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(oneDatabase())('signing in on $name', (engine) => {
  let server: TestServer;
  let zhang: SignedInDesk;

  beforeEach(async () => {
    server = await aServer(engine);
    zhang = await server.signIn('zhang');
  });
  afterEach(() => server.stop());

  const signIn = (username: string, password: string, deskId = idOf('desk zhang'), on = server.http) =>
    on.inject({ method: 'POST', url: '/auth/sign-in', payload: { username, password, deskId } });
  const me = (session: { headers: Record<string, string> }) =>
    server.http.inject({ url: '/auth/me', headers: session.headers });
  const post = (url: string, payload: object, session: { headers: Record<string, string> }) =>
    server.http.inject({ method: 'POST', url, payload, headers: session.headers });

  it('does not take an account for switched off that this server cannot read', async () => {
    const { database } = server.held;
    await database.query(
      `UPDATE accounts SET body = ('{"$revision":2,' || substr(body::text, 2))::json WHERE username = 'zhang'`,
    );
    for (const answer of [await me(zhang), await signIn('zhang', testPassword)]) {
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ error: { code: 'unreadable_record' } });
    }
    await database.exec(`UPDATE accounts SET body = replace(body::text, '"$revision":2,', '')::json`);
    expect((await me(zhang)).statusCode).toBe(200);
  });

  it('makes one administrator at the first start, and none at the second', async () => {
    const first = await signIn('admin', testPassword, idOf('desk admin'));
    expect(first.json()).toMatchObject({ actor: { role: 'administrator' }, mustChangePassword: false });
    const twin = await server.twin();
    await twin.close();
    const { rows } = await server.held.database.query(
      "SELECT username FROM accounts WHERE username = 'admin'",
    );
    expect(rows).toHaveLength(1);
  });

  it('makes a password up when none is given, tells it once, and wants it changed', async () => {
    const told: string[] = [];
    const other = await aServer(engine, {
      tellOperator: (line) => void told.push(line),
      settings: { firstAdminPassword: undefined },
    });
    const password = told[0]?.split(' / ')[1] ?? '';
    const answer = await signIn('admin', password, idOf('desk admin'), other.http);
    expect(answer.json()).toMatchObject({ mustChangePassword: true });
    expect(other.logged.join('')).not.toContain(password);
    const { token } = answer.json<{ token: string }>();
    const headers = { authorization: `Bearer ${token}` };
    const ask = () => other.http.inject({ method: 'POST', url: '/query/desks.list', headers, payload: {} });
    expect((await ask()).json()).toMatchObject({
      error: { code: 'not_allowed', params: { reason: 'must_change_password' } },
    });
    const dead = await other.http.inject({ method: 'GET', url: '/exchange/outbox', headers });
    expect(dead.json()).toMatchObject({ error: { params: { reason: 'must_change_password' } } });
    const change = { current: password, next: 'another password' };
    expect(
      (await other.http.inject({ method: 'POST', url: '/auth/password', headers, payload: change }))
        .statusCode,
    ).toBe(200);
    expect((await ask()).statusCode).toBe(200);
    await other.stop();
  });

  it('gives the same answer for a wrong password and an unknown user', async () => {
    const wrong = await signIn('zhang', 'wrong password');
    const unknown = await signIn('nobody', 'wrong password');
    expect([wrong.statusCode, wrong.json().error]).toEqual([401, { code: 'bad_credentials' }]);
    expect([unknown.statusCode, unknown.json().error]).toEqual([401, { code: 'bad_credentials' }]);
  });

  it('keeps no token and no password in the database', async () => {
    const { rows } = await server.held.database.query(
      'SELECT s::text FROM sessions s UNION ALL SELECT c::text FROM credentials c',
    );
    const text = JSON.stringify(rows);
    expect(text).not.toContain(zhang.token);
    expect(text).not.toContain(testPassword);
    expect(text).toContain('$argon2id$');
  });

  it.each(['zhang', 'nobody'])(
    'locks %s out after too many attempts, also when they come all at once and from another process',
    async (name) => {
      const twin = await server.twin();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          signIn(name, 'wrong password', undefined, index % 2 === 0 ? server.http : twin.http),
        ),
      );
      const codes = answers.map((answer) => answer.json().error.code);
      expect(codes.filter((code) => code === 'bad_credentials')).toHaveLength(8);
      expect(codes.filter((code) => code === 'locked_out')).toHaveLength(4);
      expect((await signIn(name, testPassword)).json().error).toEqual({
        code: 'locked_out',
        params: { retryAt: server.time.now + 15 * minute },
      });
      server.time.now += 15 * minute + 1;
      expect((await signIn(name, testPassword)).statusCode).toBe(name === 'zhang' ? 200 : 401);
      await twin.close();
    },
  );

  it('slows an address down that tries many names', async () => {
    const limited = await aServer(engine, {
      settings: {
        auth: {
          idleMs: day,
          absoluteMs: day,
          perName: { max: 5, windowMs: minute, lockMs: minute },
          perAddress: { max: 3, windowMs: minute, lockMs: minute },
        },
      },
    });
    const codes: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const answer = await signIn(`user${index}`, 'wrong password', undefined, limited.http);
      codes.push(answer.json().error.code);
    }
    expect(codes).toEqual([
      'bad_credentials',
      'bad_credentials',
      'bad_credentials',
      'rate_limited',
      'rate_limited',
    ]);
    await limited.stop();
  });

  it('lets a session slide while it is used, and end when it is not', async () => {
    for (let days = 0; days < 5; days += 1) {
      server.time.now += 10 * day;
      expect((await me(zhang)).statusCode).toBe(200);
    }
    server.time.now += 15 * day;
    expect((await me(zhang)).json().error).toEqual({ code: 'not_signed_in' });
  });

  it('ends a session at the latest after ninety days', async () => {
    for (let days = 0; days < 8; days += 1) {
      server.time.now += 10 * day;
      expect((await me(zhang)).statusCode).toBe(200);
    }
    server.time.now += 11 * day;
    expect((await me(zhang)).statusCode).toBe(401);
  });

  it('ends a session at sign-out, and the others of an account when its password changes', async () => {
    const other = (await signIn('zhang', testPassword)).json<{ token: string }>();
    const otherSession = { headers: { authorization: `Bearer ${other.token}` } };
    const wrong = await post('/auth/password', { current: 'wrong', next: 'a new password' }, zhang);
    expect(wrong.json().error).toEqual({ code: 'bad_credentials' });
    expect(
      (await post('/auth/password', { current: testPassword, next: 'a new password' }, zhang)).statusCode,
    ).toBe(200);
    expect((await me(zhang)).statusCode).toBe(200);
    expect((await me(otherSession)).statusCode).toBe(401);
    expect((await post('/auth/sign-out', {}, zhang)).statusCode).toBe(200);
    expect((await me(zhang)).statusCode).toBe(401);
    expect((await signIn('zhang', 'a new password')).statusCode).toBe(200);
  });

  it('lets only an administrator set a password; it ends the sessions and must be changed', async () => {
    const clerk = await server.signIn('clerk', { role: 'purchaser_clerk', organisationId: idOf('unit') });
    const set = { accountId: clerk.actor.accountId, password: 'given by the office' };
    expect((await post('/admin/password', set, clerk)).json().error).toEqual({ code: 'not_allowed' });
    expect((await post('/admin/password', set, zhang)).statusCode).toBe(200);
    expect((await me(clerk)).statusCode).toBe(401);
    expect((await signIn('clerk', 'given by the office', clerk.deskId)).json()).toMatchObject({
      mustChangePassword: true,
    });
    expect(
      (await post('/admin/password', { ...set, accountId: idOf('nobody') }, zhang)).json().error,
    ).toEqual({ code: 'not_found' });
    const { rows } = await server.held.database.query(
      "SELECT a::text AS text FROM audit_log a WHERE action = 'auth.set_password'",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('given by the office');
  });

  it('keeps a desk for the account that enrolled it', async () => {
    await server.signIn('wang');
    const answer = await signIn('wang', testPassword, zhang.deskId);
    expect([answer.statusCode, answer.json().error]).toEqual([403, { code: 'desk_taken' }]);
  });
});
