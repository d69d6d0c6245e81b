// Every route of the server, fed with requests nobody should send: each is answered with a code of the closed set, none with a stack trace,
// a 500 or silence, and the server works as before afterwards. The routes come from the server itself.
import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedSchema } from '#shared/contract/exchange.ts';
import { httpErrorSchema } from '#shared/contract/sync.ts';
import { type HumanRole, humanRoles } from '#shared/domain/actor.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { actingAccounts, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { routeTable } from '#test/access/query-table.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { makeSealedTable, sealedPorts } from '#test/support/sealed-notes.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { type Attempt, attempts, type Valid } from './attacks.ts';
import { type Target, targets } from './targets.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
const codes = new Set<string>(errorCodes);
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

describe.each(oneDatabase())('hostile requests on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;
  const deskId = randomUUID();
  const tokens = new Map<HumanRole, string>();
  let known: ReadonlyMap<string, Target>;

  beforeAll(async () => {
    held = await engine.open();
    await makeSealedTable(held.database);
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock, sealedPorts);
    const { username } = actingAccounts.purchaser_clerk;
    for (const role of humanRoles) {
      const desk = role === 'purchaser_clerk' ? deskId : randomUUID();
      tokens.set(role, await server.signIn(actingAccounts[role].username, desk));
    }
    known = targets({ username, token: tokens.get('purchaser_clerk') ?? '', deskId });
  });
  afterAll(async () => {
    await server.close();
    await held.close();
  });

  it('has a valid request for every route', () => {
    const routes = server.routes.map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(routes)].sort()).toEqual([...known.keys()].sort());
  });

  it.each([...routeTable.keys()])('%s', async (route) => {
    const target = known.get(route);
    if (target === undefined) throw new Error(`no valid request for ${route}`);
    const valid = validOf(target);
    let tried = 0;
    for (const attempt of attempts(valid)) {
      if (target.endless === true && mayBegin(attempt, valid)) continue;
      answered(await send(attempt), attempt.title);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(10);
    await stillWorks();
  });

  it('answers every method on every address', async () => {
    for (const [route, target] of known) {
      if (target.endless === true) continue;
      for (const method of methods) {
        const { url, headers } = validOf(target);
        const answer = await server.inject({ method: method as 'GET', url, headers });
        if (method !== 'HEAD') answered(answer, `${method} on ${route}`);
        else expect([route, answer.statusCode < 500]).toEqual([route, true]);
      }
    }
    for (const url of [
      '/',
      '//',
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/files/..%2f..%2fx',
      '/.git/config',
      `/${'a'.repeat(9000)}`,
    ]) {
      answered(await server.inject({ method: 'GET', url }), url.slice(0, 60));
    }
    await stillWorks();
  });

  function validOf({ as, headers, ...valid }: Target): Valid {
    const token = as === null ? undefined : tokens.get(as);
    return {
      ...valid,
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    };
  }

  function send({ method, url, headers, body }: Attempt): Promise<LightMyRequestResponse> {
    return server.inject({
      method: method as 'GET',
      url,
      headers,
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
    });
  }

  function mayBegin(attempt: Attempt, valid: Valid): boolean {
    return attempt.headers['authorization'] === valid.headers['authorization'];
  }

  async function stillWorks(): Promise<void> {
    expect(server.bugs).toEqual([]);
    expect((await server.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
    expect(await server.signIn(actingAccounts.agency.username, randomUUID())).toMatch(/./);
    expect('admin' in {}).toBe(false);
  }
});

/** A success, or a refusal in the one form there is; nothing of the program's inside in either. */
function answered(answer: LightMyRequestResponse, title: string): void {
  const { statusCode, body } = answer;
  expect([title, statusCode, statusCode < 500 || statusCode === 503]).toEqual([title, statusCode, true]);
  expect([title, /node_modules|\n\s+at |\.ts:\d+|SELECT |INSERT /.test(body)]).toEqual([title, false]);
  if (statusCode < 400 || (answer.raw.req.method === 'HEAD' && body === '')) return;
  expect([title, codeOf(body)]).toEqual([title, expect.toSatisfy((code: string) => codes.has(code))]);
}

function codeOf(body: string): string {
  // Pages for people carry the code in their head.
  const page = /^<!doctype html>.*<meta name="error-code" content="(\w+)">/s.exec(body);
  if (page !== null) return page[1] ?? '';
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return `not JSON: ${body.slice(0, 200)}`;
  }
  const error = httpErrorSchema.safeParse(value);
  if (error.success) return error.data.error.code;
  const refused = refusedSchema.safeParse(value);
  return refused.success ? refused.data.code : `another form: ${body.slice(0, 200)}`;
}
