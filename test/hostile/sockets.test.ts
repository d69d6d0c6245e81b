// The server on a real socket, with clients that do not keep to HTTP, do not finish, or never begin: it refuses or drops them in time and goes
// on serving the others.
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { actingAccounts, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { eventually } from '#test/support/processes.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
let held: TestDatabase;
let server: TestServer;
let port: number;
let token: string;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  held = await engine.open();
  await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
  await givePasswords(held.database, Object.values(actingAccounts));
  server = await testServer(held.database, matrixClock);
  port = Number(new URL(await server.http.listen({ port: 0, host: '127.0.0.1' })).port);
});
beforeEach(async () => {
  token = await server.signIn(actingAccounts.purchaser_clerk.username, randomUUID());
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
  await held.close();
});

const connections = () => promisify(server.http.server.getConnections).call(server.http.server);

/** What the server sends until it closes the connection; `write` may go on as long as it likes. */
function converse(write: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => write(socket));
    sockets.add(socket);
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    // Dropping the connection is an answer as well.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      resolve(heard);
    });
  });
}

async function stillServes(): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(answer.status).toBe(200);
  expect(server.bugs).toEqual([]);
}

const statusOf = (heard: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
const auth = () => `Authorization: Bearer ${token}\r\n`;
const push = (headers: string, body = '') =>
  `POST /sync/push HTTP/1.1\r\nHost: x\r\n${auth()}Content-Type: application/json\r\n${headers}\r\n${body}`;

it.each([
  ['no HTTP at all', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n'],
  ['an unknown method', () => 'FROB / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an unknown version', () => 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['no host', () => 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['two lengths', () => push('Content-Length: 2\r\nContent-Length: 3\r\n', '{}x')],
  ['a length and chunks', () => push('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
  ['a negative length', () => push('Content-Length: -5\r\n', '{}')],
  ['a length that is no number', () => push('Content-Length: 0x10\r\n', '{}')],
  ['a huge length', () => push('Content-Length: 99999999999999999999\r\n', '{}')],
  ['a bad chunk', () => push('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n')],
  [
    'a header over many lines',
    () => push('X-Folded: a\r\n b\r\n\tc\r\nContent-Length: 2\r\nConnection: close\r\n', '{}'),
  ],
  ['a NUL in a header', () => push('X-Nul: a\0b\r\nContent-Length: 2\r\n', '{}')],
  ['a header without end', () => `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(200_000)}`],
  ['an address without end', () => `GET /${'a'.repeat(200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  [
    'ten thousand headers',
    () => push(Array.from({ length: 10_000 }, (_, index) => `X-${index}: 1\r\n`).join('')),
  ],
  [
    'an expectation',
    () => push('Expect: the-impossible\r\nContent-Length: 2\r\nConnection: close\r\n', '{}'),
  ],
  ['a CONNECT', () => 'CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'a whole address',
    () => 'GET http://169.254.169.254/latest HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ],
])('refuses %s and goes on', async (_title, request) => {
  const status = statusOf(await converse((socket) => socket.write(request(), 'latin1')));
  expect(status === 0 || (status >= 400 && status < 500)).toBe(true);
  await stillServes();
});

it.each([
  ['two hosts', 'Host: a\r\nHost: b\r\n'],
  ['an upgrade', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'],
  ['a proxy', 'Host: x\r\nX-Forwarded-For: 1.2.3.4\r\nForwarded: for="_x"\r\n'],
])('is not led astray by %s', async (_title, headers) => {
  const text = `GET /auth/me HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`;
  expect([400, 401]).toContain(statusOf(await converse((socket) => socket.write(text))));
  await stillServes();
});

it('refuses a body that grows beyond its limit, before it ends', async () => {
  const heard = await converse((socket) => {
    socket.write(push('Transfer-Encoding: chunked\r\n'));
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const timer = setInterval(() => {
      if (socket.destroyed || !socket.writable) clearInterval(timer);
      else socket.write(chunk);
    }, 1);
    socket.on('close', () => clearInterval(timer));
  });
  expect(statusOf(heard)).toBe(413);
  expect(heard).toContain('"too_large"');
  await stillServes();
});

it('drops what never ends: headers, bodies, silence, while it serves others', async () => {
  const never = [
    converse((socket) => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ')),
    converse((socket) => drip(socket, 'GET /healthz HTTP/1.1\r\nHost: x\r\n', 'X-A: 1\r\n')),
    converse((socket) => socket.write(push('Content-Length: 1000\r\n', '{"protocol"'))),
    converse((socket) => drip(socket, push('Content-Length: 900000\r\n'), ' ')),
    converse((socket) => drip(socket, push('Transfer-Encoding: chunked\r\n'), '1\r\n \r\n')),
    converse((socket) =>
      drip(
        socket,
        'POST /exchange/inbox HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n',
        ' ',
      ),
    ),
  ];
  await eventually('all of them are there', async () => (await connections()) >= never.length);
  const others = Array.from({ length: 20 }, () => stillServes());
  await Promise.all(others);
  // The limits that ship are minutes; what happens when they are over is the same.
  const { http } = server;
  const { headersTimeout, requestTimeout } = http.server;
  Object.assign(http.server, { headersTimeout: 500, requestTimeout: 1000 });
  for (const heard of await Promise.all(never)) expect([0, 400, 408]).toContain(statusOf(heard));
  Object.assign(http.server, { headersTimeout, requestTimeout });
  await stillServes();
});

function drip(socket: Socket, start: string, drop: string): void {
  socket.write(start);
  const timer = setInterval(() => {
    if (socket.destroyed || !socket.writable) clearInterval(timer);
    else socket.write(drop);
  }, 20);
  socket.on('close', () => clearInterval(timer));
}

it('survives clients that leave in the middle', async () => {
  await stillServes();
  const before = await connections();
  for (let count = 0; count < 50; count += 1) {
    const text = count % 2 === 0 ? push('Content-Length: 5000\r\n', '{"protocol":1,') : pullText();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(text, () => {
          socket.resetAndDestroy();
          resolve();
        });
      });
      socket.on('error', () => resolve());
    });
  }
  await eventually('the server has noticed', async () => (await connections()) <= before);
  await stillServes();
});

function pullText(): string {
  const body = JSON.stringify({
    protocol: 1,
    deskId: randomUUID(),
    state: { epoch: null, cursor: null, held: [], gaining: null },
    limit: 1000,
  });
  return `POST /sync/pull HTTP/1.1\r\nHost: x\r\n${auth()}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

it('holds many event streams that never read, and lets them go', async () => {
  const readers: Socket[] = [];
  const streams = Array.from({ length: 100 }, () =>
    converse((socket) => {
      socket.write(`GET /sync/events HTTP/1.1\r\nHost: x\r\n${auth()}\r\n`);
      // It has heard that the stream begins, and reads no more.
      socket.once('data', () => {
        socket.pause();
        readers.push(socket);
      });
    }),
  );
  await eventually('all streams have begun', () => readers.length === streams.length);
  await stillServes();
  for (const socket of readers) socket.destroy();
  await Promise.all(streams);
  await stillServes();
});
