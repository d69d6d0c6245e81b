// Uploads by clients that lie about what they send, where they are, and whose it is.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { httpErrorSchema } from '#shared/contract/sync.ts';
import { actingAccounts, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
let held: TestDatabase;
let server: TestServer;
let origin: string;
let mine: string;
let theirs: string;

beforeAll(async () => {
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  held = await engine.open();
  await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
  await givePasswords(held.database, Object.values(actingAccounts));
  server = await testServer(held.database, matrixClock);
  origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
});
beforeEach(async () => {
  mine = await server.signIn(actingAccounts.purchaser_clerk.username, randomUUID());
  theirs = await server.signIn(actingAccounts.agency.username, randomUUID());
});
afterAll(async () => {
  expect(server.bugs).toEqual([]);
  await server.close();
  await held.close();
});

const text = 'the file';
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');
const metadata = (sha256: string) => `sha256 ${Buffer.from(sha256).toString('base64')}`;
const good = { 'upload-length': String(text.length), 'upload-metadata': metadata(hashOf(text)) };
const bytes = { 'content-type': 'application/offset+octet-stream' };

type Headers = Readonly<Record<string, string>>;
function call(
  method: string,
  path: string,
  headers: Headers,
  body?: string,
  token = mine,
): Promise<Response> {
  return fetch(new URL(path, origin), {
    method,
    headers: { 'tus-resumable': '1.0.0', authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function begun(headers: Headers = good): Promise<string> {
  const answer = await call('POST', '/files', headers);
  expect(answer.status).toBe(201);
  return answer.headers.get('location') ?? '';
}

async function codeOf(answer: Response): Promise<string> {
  return httpErrorSchema.parse(await answer.json()).error.code;
}

it('takes an upload as it should be, so that the rest means something', async () => {
  const location = await begun();
  const sent = await call('PATCH', location, { ...bytes, 'upload-offset': '0' }, text);
  expect(sent.status).toBe(204);
  expect(await (await call('GET', `/files/${hashOf(text)}`, {})).text()).toBe(text);
});

it.each<readonly [string, Headers]>([
  ['no length', { 'upload-metadata': good['upload-metadata'] }],
  ['a negative length', { ...good, 'upload-length': '-1' }],
  ['a length that is no number', { ...good, 'upload-length': 'many' }],
  ['a length with a fraction', { ...good, 'upload-length': '1.5' }],
  ['an exponent for a length', { ...good, 'upload-length': '1e3' }],
  ['a length beyond all limits', { ...good, 'upload-length': '99999999999999' }],
  ['a length beyond all numbers', { ...good, 'upload-length': '9'.repeat(400) }],
  ['a length that comes later', { 'upload-defer-length': '1', 'upload-metadata': good['upload-metadata'] }],
  ['a nonsense deferral', { 'upload-defer-length': '2', 'upload-metadata': good['upload-metadata'] }],
  ['no hash', { 'upload-length': '8' }],
  ['a hash that is none', { ...good, 'upload-metadata': metadata('../../etc/passwd') }],
  ['metadata that is not base64', { ...good, 'upload-metadata': 'sha256 !!!!' }],
  [
    'metadata of a prototype',
    { ...good, 'upload-metadata': `__proto__ ${Buffer.from('x').toString('base64')}` },
  ],
  ['metadata twice', { ...good, 'upload-metadata': `${good['upload-metadata']},${good['upload-metadata']}` }],
  ['metadata without a value', { ...good, 'upload-metadata': 'sha256' }],
  ['another version', { ...good, 'tus-resumable': '9.9.9' }],
  ['parts of uploads put together', { ...good, 'upload-concat': 'final;/files/a /files/b' }],
  [
    'another owner',
    { 'upload-length': '8', 'upload-metadata': `accountId ${Buffer.from(randomUUID()).toString('base64')}` },
  ],
])('refuses to begin with %s', async (_title, headers) => {
  const answer = await call('POST', '/files', headers);
  expect([400, 413]).toContain(answer.status);
  expect(['invalid_input', 'too_large']).toContain(await codeOf(answer));
});

it.each<readonly [string, Headers]>([
  ['an offset ahead', { ...bytes, 'upload-offset': '5' }],
  ['a negative offset', { ...bytes, 'upload-offset': '-1' }],
  ['an offset that is no number', { ...bytes, 'upload-offset': 'here' }],
  ['an offset beyond all numbers', { ...bytes, 'upload-offset': '9'.repeat(400) }],
  ['no offset', bytes],
  ['another type', { 'content-type': 'text/plain', 'upload-offset': '0' }],
  ['another version', { ...bytes, 'upload-offset': '0', 'tus-resumable': '0.1.0' }],
])('refuses to go on with %s, and goes on rightly afterwards', async (_title, headers) => {
  const location = await begun();
  const answer = await call('PATCH', location, headers, text);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await codeOf(answer)).toMatch(/^(invalid_input|conflict|not_found)$/);
  const rightly = await call('PATCH', location, { ...bytes, 'upload-offset': '0' }, text);
  expect(rightly.status).toBe(204);
});

it('takes no more than was announced', async () => {
  const location = await begun();
  const answer = await call('PATCH', location, { ...bytes, 'upload-offset': '0' }, `${text} and much more`);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

it('keeps nothing whose bytes are not those of the hash', async () => {
  const content = 'the other file';
  const sha256 = hashOf(content);
  const location = await begun({
    'upload-length': String(content.length),
    'upload-metadata': metadata(sha256),
  });
  const answer = await call('PATCH', location, { ...bytes, 'upload-offset': '0' }, 'the wrong file');
  expect(await codeOf(answer)).toBe('hash_mismatch');
  expect((await call('GET', `/files/${sha256}`, {})).status).toBe(404);
});

it("does not know other people's uploads", async () => {
  const location = await begun();
  for (const [method, headers] of [
    ['HEAD', {}],
    ['DELETE', {}],
    ['PATCH', { ...bytes, 'upload-offset': '0' }],
  ] as const) {
    const body = method === 'PATCH' ? text : undefined;
    expect([method, (await call(method, location, headers, body, theirs)).status]).toEqual([method, 404]);
  }
  expect((await call('HEAD', location, {})).headers.get('upload-offset')).toBe('0');
});

it('lets two who send the same upload at once come to one end', async () => {
  const location = await begun();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call('PATCH', location, { ...bytes, 'upload-offset': '0' }, text)),
  );
  for (const { status } of answers) expect([204, 400, 404, 409, 503]).toContain(status);
  expect(await (await call('GET', `/files/${hashOf(text)}`, {})).text()).toBe(text);
});

it.each([
  '../x',
  '..%2fx',
  '%2e%2e%2f',
  '..%5cx',
  '%00',
  'CON',
  `${randomUUID()}.json`,
  '.',
  '%2e',
  'x/../../y',
])('finds nothing behind the name %s', async (name) => {
  for (const method of ['GET', 'HEAD', 'DELETE', 'PATCH']) {
    const headers = method === 'PATCH' ? { ...bytes, 'upload-offset': '0' } : {};
    const answer = await call(method, `/files/${name}`, headers, method === 'PATCH' ? text : undefined);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  }
});

it('takes no method from a header', async () => {
  const location = await begun();
  await call('POST', location, { 'x-http-method-override': 'DELETE' });
  expect((await call('HEAD', location, {})).status).toBe(200);
});

it.each([
  'bytes=9-',
  'bytes=-0',
  'bytes=5-2',
  'bytes=0-99999999999999999999',
  'bytes=a-b',
  'lines=0-1',
  'bytes=0-0,1-1',
])('answers the range %s', async (range) => {
  await call('PATCH', await begun(), { ...bytes, 'upload-offset': '0' }, text);
  const answer = await call('GET', `/files/${hashOf(text)}`, { range });
  expect([200, 206, 400, 416]).toContain(answer.status);
  const body = await answer.text();
  if (answer.status === 200) expect(body).toBe(text);
  if (answer.status === 206) expect(text).toContain(body);
});
