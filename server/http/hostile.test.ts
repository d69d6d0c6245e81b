// Every route there is, by the server's own list, fed with what nobody should send: always a code, never a stack, a 500, a crash or a hang.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpErrorSchema, protocol } from '#shared/contract/sync.ts';
import { oneDatabase } from '#test/support/database.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { idOf } from '#test/support/server-fixture.ts';
import { downloadUrl } from '../website/downloads.ts';
import { websiteRoutes } from '../website/views.ts';

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const bodies: readonly { readonly name: string; readonly body: string; readonly type?: string }[] = [
  { name: 'nothing', body: '' },
  { name: 'broken JSON', body: '{"protocol":' },
  { name: 'a number', body: '1' },
  { name: 'null', body: 'null' },
  { name: 'a list', body: '[]' },
  { name: 'an empty object', body: '{}' },
  { name: '__proto__', body: '{"__proto__":{"admin":true}}' },
  { name: 'constructor.prototype', body: '{"constructor":{"prototype":{"admin":true}}}' },
  {
    name: 'prototype-named values',
    body: '{"name":"__proto__","entity":"constructor","id":"hasOwnProperty"}',
  },
  {
    name: 'wrong types',
    body: '{"protocol":"1","deskId":7,"username":[],"password":{},"state":true,"commands":"x"}',
  },
  {
    name: 'U+0000',
    body: '{"username":"a\\u0000b","password":"\\u0000","deskId":"\\u0000","entity":"plans\\u0000","id":"\\u0000"}',
  },
  {
    name: 'a lone surrogate',
    body: '{"username":"\\ud800","password":"\\udfff","id":"\\ud800","entity":"plans"}',
  },
  { name: 'deep nesting', body: deep(20_000) },
  { name: 'deep nesting inside', body: `{"protocol":1,"input":${deep(5000)},"username":${deep(100)}}` },
  {
    name: 'many keys',
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, i]))),
  },
  { name: 'a long text', body: JSON.stringify({ username: 'x'.repeat(50_000), name: 'y'.repeat(1000) }) },
  { name: 'too large', body: JSON.stringify({ text: 'x'.repeat(2_000_000) }) },
  { name: 'another content type', body: '<a/>', type: 'application/xml' },
  { name: 'no content type', body: 'abc', type: '' },
  { name: 'a form', body: 'username=a&password=b', type: 'application/x-www-form-urlencoded' },
  { name: 'bytes', body: '\u0001\u0002\uffff', type: 'application/json' },
];

const names = [
  '__proto__',
  'constructor',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff',
  'x'.repeat(300),
  "'; DROP TABLE plans; --",
  idOf('nothing'),
  'a'.repeat(64),
];

describe.each(oneDatabase())('hostile input on $name', (engine) => {
  let server: TestServer;
  let admin: SignedInDesk;
  let clerk: SignedInDesk;

  beforeAll(async () => {
    server = await aServer(engine, { settings: { requestsPerMinute: 1_000_000 } });
    admin = await server.signIn('root-admin');
    clerk = await server.signIn('clerk', { role: 'purchaser_clerk', organisationId: idOf('unit') });
  });
  afterAll(() => server.stop());

  function expectRefusedOrFine(answer: { statusCode: number; body: string }, what: string): void {
    expect([what, answer.statusCode < 500]).toEqual([what, true]);
    expect(answer.body).not.toMatch(/\bat .+\.ts:\d+|node_modules|syntax error/);
    if (answer.statusCode < 400 || answer.body === '') return;
    // The website's error pages, for people.
    if (answer.body.startsWith('<!doctype html>')) {
      expect([what, answer.body]).toEqual([what, expect.stringContaining('<meta name="error-code"')]);
      return;
    }
    const told = JSON.parse(answer.body);
    // The exchange answers in the form its protocol gives refusals.
    if (told.status === 'refused') return;
    expect([what, httpErrorSchema.safeParse(told).success]).toEqual([what, true]);
  }

  const paths = () =>
    server.routes
      .filter((route) => route.url !== '/sync/events')
      .flatMap(({ method, url }) =>
        url.includes(':')
          ? names.map((name) => ({ method, url: url.replace(/:\w+/g, name) }))
          : [{ method, url }],
      );

  it('answers every route with a code, whoever asks with whatever body', async () => {
    for (const { method, url } of paths()) {
      for (const headers of [{}, clerk.headers, admin.headers]) {
        const withBody = method === 'GET' || method === 'HEAD' ? bodies.slice(0, 1) : bodies;
        for (const { name, body, type = 'application/json' } of withBody) {
          // Ending one's own session is a lawful answer to a lawful request.
          if (url === '/auth/sign-out' && 'authorization' in headers) continue;
          const answer = await server.http.inject({
            method: method as 'GET',
            url,
            headers: { ...headers, ...(type === '' ? {} : { 'content-type': type }) },
            ...(body === '' ? {} : { payload: body }),
          });
          expectRefusedOrFine(answer, `${method} ${url.slice(0, 60)} ${name}`);
        }
      }
    }
    expect((await server.http.inject('/healthz')).statusCode).toBe(200);
  });

  it('opens no route but the public ones to who is not signed in', async () => {
    const open = new Set([
      ...websiteRoutes.map(({ url }) => url),
      downloadUrl,
      '/assets/:name',
      '/healthz',
      '/metrics',
      '/openapi.json',
      '/audit/heads',
      '/auth/sign-in',
      '/exchange/keys',
      '/exchange/inbox',
    ]);
    for (const { method, url } of server.routes) {
      if (open.has(url) && !(method === 'POST' && url === '/exchange/keys')) continue;
      for (const authorization of [
        undefined,
        'Bearer x',
        `Bearer ${'A'.repeat(43)}`,
        'Basic YTpi',
        `Bearer ${'é'.repeat(43)}`,
      ]) {
        const answer = await server.http.inject({
          method: method as 'GET',
          url: url.replace(/:\w+/g, idOf('x')),
          headers: authorization === undefined ? {} : { authorization },
          ...(method === 'POST' && !url.startsWith('/files') ? { payload: validLooking } : {}),
        });
        const codeOf = answer.body === '' ? 'not_signed_in' : httpErrorSchema.parse(answer.json()).error.code;
        expect([
          method,
          url,
          answer.statusCode < 500,
          ['not_signed_in', 'invalid_input'].includes(codeOf),
        ]).toEqual([method, url, true, true]);
      }
    }
  });

  it('refuses addresses, methods and queries that do not exist', async () => {
    const strange = [
      '/',
      '/nothing',
      '/../etc/passwd',
      '/%00',
      '/%',
      '/sync',
      '/sync/push/',
      '//sync/push',
      '/auth/me?__proto__[x]=1',
      `/${'x'.repeat(5000)}`,
      '/files/..%2f..%2fx',
    ];
    for (const url of strange) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const) {
        expectRefusedOrFine(
          await server.http.inject({ method, url, headers: admin.headers }),
          `${method} ${url.slice(0, 40)}`,
        );
      }
    }
    const unknown = await server.http.inject('/nothing');
    expect([unknown.statusCode, unknown.json()]).toEqual([
      404,
      { error: { code: 'not_found' }, requestId: expect.any(String) },
    ]);
  });

  it('says which field of a push is wrong and how large one may be', async () => {
    const push = (payload: object) =>
      server.http.inject({ method: 'POST', url: '/sync/push', headers: admin.headers, payload });
    const command = { no: 1, id: idOf('c'), name: 'plans.create', version: 1, input: {}, madeAt: 1 };
    const envelope = { protocol, deskId: admin.deskId, epoch: null, firstKept: 1 };
    const missing = await push({ ...envelope, commands: [{ ...command, no: 0 }] });
    expect(httpErrorSchema.parse(missing.json()).error).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'commands.0.no' }],
    });
    const large = await push({ ...envelope, commands: [{ ...command, input: 'x'.repeat(1_100_000) }] });
    expect([large.statusCode, httpErrorSchema.parse(large.json()).error.code]).toEqual([413, 'too_large']);
    const many = await push({
      ...envelope,
      commands: Array.from({ length: 101 }, (_, index) => ({ ...command, no: index + 1 })),
    });
    expect([many.statusCode, httpErrorSchema.parse(many.json()).error.code]).toEqual([400, 'invalid_input']);
  });

  it('carries hostile commands only as far as a refusal', async () => {
    const inputs: readonly unknown[] = [
      null,
      1,
      [],
      {},
      'x',
      { id: '__proto__' },
      { id: 'a\u0000' },
      { content: { projectName: '\ud800' } },
      { constructor: 1 },
    ];
    const commandNames = [
      'plans.create',
      'plans.edit',
      'admin.save_account',
      '__proto__',
      'constructor',
      'toString',
      '',
      'x'.repeat(80),
    ];
    const commands = commandNames.flatMap((name) => inputs.map((input) => ({ name, input })));
    const pushed = await server.http.inject({
      method: 'POST',
      url: '/sync/push',
      headers: clerk.headers,
      payload: {
        protocol,
        deskId: clerk.deskId,
        epoch: null,
        firstKept: 1,
        commands: commands.slice(0, 100).map((command, index) => ({
          ...command,
          no: index + 1,
          id: idOf(`h${index}`),
          version: 1,
          madeAt: 1,
        })),
      },
    });
    expect(pushed.statusCode).toBe(200);
    const { outcomes } = pushed.json<{ outcomes: { outcome: { kind: string } }[] }>();
    expect(outcomes.map((each) => each.outcome.kind)).toEqual(commands.slice(0, 100).map(() => 'rejected'));
  });
});

const validLooking = {
  username: 'x',
  password: 'y',
  deskId: idOf('x'),
  current: 'y',
  next: 'long enough 1',
  protocol,
};
