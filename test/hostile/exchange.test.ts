// The trading centre's messages over a real socket, wrong in every way the contract names: each is refused or rejected with its code, recorded
// where an administrator sees it, and what was signed rightly is acknowledged over the wire, signed by us.
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bodyHash, publicKeyText, signatureHolds, signEnvelope } from '#server/exchange/signatures.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import { ackBodySchema, type Envelope, envelopeSchema, exchangePath } from '#shared/contract/exchange.ts';
import { actingAccounts, circumstances, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { filedRows, sectionContent } from '#test/access/records.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';

const around = circumstances('trading_platform', 'own');
const elsewhere = circumstances('trading_platform', 'foreign');
const keyId = 'centre-key';
const key = generateKeyPairSync('ed25519').privateKey;
const own = filedRows('exchange/own', 'sections_received', around);
const foreign = filedRows('exchange/foreign', 'sections_received', elsewhere);

let held: TestDatabase;
let server: TestServer;
let origin: string;
let centre: Server;
let token: string;
/** What we sent to the centre. */
const heard: Envelope[] = [];

beforeAll(async () => {
  centre = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      const envelope = envelopeSchema.parse(JSON.parse(text));
      heard.push(envelope);
      response.writeHead(202, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ msgId: envelope.msgId, status: 'received' }));
    });
  });
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
  const address = centre.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  held = await engine.open();
  const inboxUrl = `http://127.0.0.1:${port}${exchangePath}`;
  const ground = groundRows({ inboxUrl, keyId, publicKey: publicKeyText(key) });
  await storeAll(held.database, [...ground, ...own.all, ...foreign.all], matrixClock - 86_400_000);
  await givePasswords(held.database, Object.values(actingAccounts));
  server = await testServer(held.database, matrixClock, { exchangeTransport: httpTransport });
  origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
  token = await server.signIn(actingAccounts.administrator.username, randomUUID());
});
afterAll(async () => {
  expect(server.bugs).toEqual([]);
  await server.close();
  await held.close();
  await new Promise((resolve) => centre.close(resolve));
});
beforeEach(async () => {
  await held.database.exec('DELETE FROM exchange_refusals');
  heard.length = 0;
});

let made = 0;
function message(type: string, body: unknown, over: Partial<Envelope> = {}, by: KeyObject = key): Envelope {
  made += 1;
  const unsigned = {
    msgId: randomUUID(),
    type,
    schemaVersion: 1,
    from: around.platformId,
    to: 'zhengcai',
    businessKey: `lot-${made}`,
    seq: 1,
    createdAt: server.clock.now,
    notBefore: null,
    bodyHash: bodyHash(body),
    body,
    attachments: [],
    ...over,
  };
  return signEnvelope(unsigned, { keyId, privateKey: by });
}

const planKey = { planId: own.plan.id, planNo: own.plan.planNo };
const section = (lotUid: string, version: number) => ({
  lotUid,
  version,
  pushedAt: matrixClock,
  content: { ...sectionContent, sectionNo: lotUid.slice(0, 60) },
});
const pushed = () => ({ ...planKey, sections: [section(`lot-${randomUUID()}`, 1)] });

const told = (lotUid: string) => ({ lotUid, version: 1, pushedAt: matrixClock });
const opening = (lotUid: string, more = {}) => ({
  ...told(lotUid),
  openedAt: matrixClock,
  bidders: [{ name: '示例供应商', uscc: null, price: 100 }],
  ...more,
});
const ranked = { supplier: '示例供应商', uscc: null, price: 100, score: 90.5, reviewPrice: null, rank: 1 };
const evaluation = (lotUid: string, more = {}) => ({
  ...told(lotUid),
  startedAt: matrixClock,
  endedAt: matrixClock,
  reportSha256: 'ab'.repeat(32),
  outcome: { result: 'ranked' },
  ranking: [ranked],
  rejected: [],
  ...more,
});

async function send(envelope: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${origin}${exchangePath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  });
  return { status: response.status, body: await response.json() };
}

async function seen(path: string): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return response.json();
}

/** The business answer to a message, as it reached the centre: from us, by our key. */
async function acknowledged(msgId: string) {
  await server.runDueWork();
  const answers = heard.filter(
    ({ type, body }) => type === 'ack' && ackBodySchema.parse(body).ofMsgId === msgId,
  );
  const keys = (await (await fetch(`${origin}/exchange/keys`)).json()) as readonly { publicKey: string }[];
  for (const answer of answers) {
    expect(keys.some(({ publicKey }) => signatureHolds(answer, publicKey))).toBe(true);
  }
  return answers.map(({ body }) => {
    const { status, code, field } = ackBodySchema.parse(body);
    return { status, code, field };
  });
}

const refused = (code: string, field: string | null) => ({ status: 'refused', code, field });
const accepted = { status: 'accepted', code: null, field: null };

it('takes what is right, and acknowledges it', async () => {
  const right = message('section.push', pushed());
  expect(await send(right)).toEqual({ status: 202, body: { msgId: right.msgId, status: 'received' } });
  expect(await acknowledged(right.msgId)).toEqual([accepted]);
});

const stranger = generateKeyPairSync('ed25519').privateKey;
const hour = 3_600_000;
it.each<readonly [string, () => unknown, number, string, string, boolean]>([
  [
    'another key',
    () => message('section.push', pushed(), {}, stranger),
    401,
    'bad_signature',
    'sig.value',
    false,
  ],
  [
    'another body',
    () => ({ ...message('section.push', pushed()), body: pushed() }),
    401,
    'bad_signature',
    'sig.value',
    false,
  ],
  [
    'an unknown key id',
    () => ({ ...message('section.push', pushed()), sig: { keyId: 'other', value: 'x' } }),
    401,
    'bad_signature',
    'sig.keyId',
    false,
  ],
  [
    'another hash',
    () => message('section.push', pushed(), { bodyHash: 'a'.repeat(64) }),
    400,
    'body_hash_mismatch',
    'bodyHash',
    true,
  ],
  [
    'a time long ago',
    () => message('section.push', pushed(), { createdAt: matrixClock - hour }),
    422,
    'stale_message',
    'createdAt',
    true,
  ],
  [
    'a time to come',
    () => message('section.push', pushed(), { createdAt: matrixClock + hour }),
    422,
    'stale_message',
    'createdAt',
    true,
  ],
  [
    'a start to come',
    () => message('section.push', pushed(), { notBefore: matrixClock + hour }),
    425,
    'too_early',
    'notBefore',
    true,
  ],
  [
    'another addressee',
    () => message('section.push', pushed(), { to: 'someone-else' }),
    403,
    'unknown_platform',
    'to',
    false,
  ],
  [
    'an unknown sender',
    () => message('section.push', pushed(), { from: 'nobody' }),
    403,
    'unknown_platform',
    'from',
    false,
  ],
  ['a type that only we send', () => message('plan.push', {}), 422, 'unknown_message_type', 'type', true],
  ['a type of a prototype', () => message('constructor', {}), 422, 'unknown_message_type', 'type', true],
  [
    'a later schema',
    () => message('section.push', pushed(), { schemaVersion: 9 }),
    422,
    'unknown_message_type',
    'schemaVersion',
    true,
  ],
])('refuses %s and records it', async (_title, envelope, status, code, field, verified) => {
  const sent = envelope();
  const { msgId } = envelopeSchema.parse(sent);
  expect(await send(sent)).toEqual({ status, body: { msgId, ...refused(code, field) } });
  expect(await seen('/exchange/refusals')).toMatchObject([{ code, field, verified }]);
  expect(await acknowledged(msgId)).toEqual([]);
});

it('answers the same message again as before, and its id with another body not at all', async () => {
  const first = message('section.push', pushed());
  const answer = await send(first);
  expect(await acknowledged(first.msgId)).toEqual([accepted]);
  heard.length = 0;
  expect(await send(first)).toEqual(answer);
  expect(await acknowledged(first.msgId)).toEqual([accepted]);
  const { msgId, businessKey } = first;
  const another = message('section.push', pushed(), { msgId, businessKey });
  expect(await send(another)).toEqual({
    status: 409,
    body: { msgId, ...refused('message_reused', 'msgId') },
  });
  expect(await seen('/exchange/refusals')).toMatchObject([{ code: 'message_reused', verified: true }]);
});

it.each<readonly [string, string, () => unknown]>([
  ['section.change', 'an unknown section', () => ({ ...planKey, section: section('lot-unknown', 2) })],
  [
    'section.cancel',
    'an unknown section',
    () => ({ ...planKey, lotUid: 'lot-unknown', version: 2, reason: '示例原因' }),
  ],
  ['section.push', 'an unknown plan', () => ({ ...pushed(), planId: randomUUID(), planNo: '示例-0000' })],
  ['section.push', 'an unknown number', () => ({ ...pushed(), planNo: '示例-0000' })],
  [
    'section.push',
    "another centre's plan",
    () => ({ ...pushed(), planId: foreign.plan.id, planNo: foreign.plan.planNo }),
  ],
  [
    'section.change',
    "another centre's section",
    () => ({ planId: foreign.plan.id, planNo: foreign.plan.planNo, section: section(foreign.lotUid, 2) }),
  ],
  ['opening.push', 'an unknown section', () => opening('lot-unknown')],
  ['opening.push', "another centre's section", () => opening(foreign.lotUid)],
  ['evaluation.push', 'an unknown section', () => evaluation('lot-unknown')],
  ['evaluation.push', "another centre's section", () => evaluation(foreign.lotUid)],
])('rejects %s for %s, records it and says so', async (type, _what, body) => {
  const sent = message(type, body());
  expect(await send(sent)).toMatchObject({ status: 202 });
  expect(await acknowledged(sent.msgId)).toMatchObject([{ status: 'rejected', code: 'not_found' }]);
  const messages = await seen('/exchange/inbox-messages?limit=500');
  expect(messages).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ msgId: sent.msgId, state: 'rejected', code: 'not_found' }),
    ]),
  );
});

const tooMany = Array.from({ length: 501 }, () => ({ name: '示例', uscc: null, price: 1 }));
it.each<readonly [string, string, () => unknown, string]>([
  ['opening.push', 'a name that is a bomb', () => lot({ name: '长'.repeat(201) }), 'body.bidders.0.name'],
  ['opening.push', 'a control character', () => lot({ name: '示例\u0000' }), 'body.bidders.0.name'],
  ['opening.push', 'half a fen', () => lot({ price: 0.5 }), 'body.bidders.0.price'],
  ['opening.push', 'more than all the money', () => lot({ price: 1e15 }), 'body.bidders.0.price'],
  [
    'opening.push',
    'more bidders than there are',
    () => opening(own.lotUid, { bidders: tooMany }),
    'body.bidders',
  ],
  ['opening.push', 'a year long gone', () => opening(own.lotUid, { openedAt: -1e15 }), 'body.openedAt'],
  ['evaluation.push', 'rank zero', () => rank({ rank: 0 }), 'body.ranking.0.rank'],
  ['evaluation.push', 'an endless score', () => rank({ score: 1e300 }), 'body.ranking.0.score'],
  [
    'evaluation.push',
    'a hash that is none',
    () => evaluation(own.lotUid, { reportSha256: 'x' }),
    'body.reportSha256',
  ],
  ['evaluation.push', 'nobody ranked', () => evaluation(own.lotUid, { ranking: [] }), 'body'],
  [
    'evaluation.push',
    'an outcome of a prototype',
    () => evaluation(own.lotUid, { outcome: { result: 'constructor' } }),
    'body.outcome.result',
  ],
])('refuses %s with %s', async (type, _what, body, field) => {
  const sent = message(type, body());
  const { msgId } = sent;
  expect(await send(sent)).toEqual({ status: 400, body: { msgId, ...refused('invalid_input', field) } });
});

const lot = (more: object) =>
  opening(own.lotUid, { bidders: [{ name: '示例', uscc: null, price: 1, ...more }] });
const rank = (more: object) => evaluation(own.lotUid, { ranking: [{ ...ranked, ...more }] });

it('takes an opening and an evaluation in any order, once each, and names a wrong 统一社会信用代码', async () => {
  const wrong = message('opening.push', lot({ uscc: '91110000802100433A' }));
  await send(wrong);
  expect(await acknowledged(wrong.msgId)).toEqual([
    { status: 'rejected', code: 'invalid_input', field: 'bidders.0.uscc' },
  ]);
  const answers = [];
  for (const [type, body] of [
    ['evaluation.push', evaluation(own.lotUid)],
    ['opening.push', opening(own.lotUid)],
    ['opening.push', opening(own.lotUid)],
    ['evaluation.push', evaluation(own.lotUid, { endedAt: matrixClock + 1 })],
    ['evaluation.push', evaluation(own.lotUid, { version: 2, endedAt: matrixClock + 1 })],
  ] as const) {
    const sent = message(type, body);
    await send(sent);
    answers.push(...(await acknowledged(sent.msgId)));
  }
  expect(answers).toEqual([
    accepted,
    accepted,
    { ...accepted, status: 'duplicate' },
    { status: 'rejected', code: 'duplicate_mismatch', field: 'version' },
    accepted,
  ]);
});

it("does not let a centre learn of another centre's plans", async () => {
  const answers = new Set<string>();
  for (const planId of [foreign.plan.id, randomUUID()]) {
    const sent = message('section.push', { ...pushed(), planId, planNo: foreign.plan.planNo });
    expect(await send(sent)).toMatchObject({ status: 202 });
    answers.add(JSON.stringify(await acknowledged(sent.msgId)));
  }
  expect(answers.size).toBe(1);
});
