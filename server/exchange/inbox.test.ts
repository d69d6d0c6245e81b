// Every way in which a message can be wrong: refused with its code and field, recorded, and nothing changed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '#shared/contract/exchange.ts';
import { platforms } from '#shared/domain/admin/model.ts';
import { anId } from '#test/builders/ids.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  centreEnvelope,
  type ExchangeWorld,
  exchangeWorld,
  newSigningKey,
  platformId,
} from '#test/support/exchange.ts';
import { listInbox, listRefusals } from './admin.ts';
import { pruneRefusals } from './refusals.ts';
import { publicKeyText } from './signatures.ts';

const minute = 60_000;
const day = 1440 * minute;

describe.each(oneDatabase())('inbox on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  beforeAll(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(60 * minute);
  });
  beforeEach(() => db.database.exec('DELETE FROM exchange_refusals'));
  afterAll(() => db.close());

  const give = (value: unknown) =>
    world.gateway.receive(typeof value === 'string' ? value : JSON.stringify(value));
  const refusals = () => listRefusals(world.gateway.deps.database, 100);
  const taken = async (envelope: Envelope | undefined) =>
    (await listInbox(world.gateway.deps.database, { limit: 500 })).find(
      ({ msgId }) => msgId === envelope?.msgId,
    );
  const planKey = async () => {
    const { planId, planNo } = await world.project();
    return { planId, planNo };
  };
  const nothingChanged = async (work: () => Promise<unknown>) => {
    const rows = async () =>
      (await db.database.query('SELECT id, version FROM sections UNION SELECT id, version FROM projects'))
        .rows;
    const before = await rows();
    await work();
    expect(await rows()).toEqual(before);
  };

  it('takes a message that is right', async () => {
    const envelope = centreEnvelope(world);
    expect(await give(envelope)).toEqual({
      status: 202,
      body: { msgId: envelope.msgId, status: 'received' },
    });
    expect(await refusals()).toEqual([]);
  });

  it.each([
    ['nothing', '', 400, 'invalid_input'],
    ['no JSON', '{"msgId":', 400, 'invalid_input'],
    ['a number', '1', 400, 'invalid_input'],
    ['null', 'null', 400, 'invalid_input'],
    ['an array', '[]', 400, 'invalid_input'],
    ['an empty object', '{}', 400, 'invalid_input'],
    ['deep nesting', '['.repeat(100_000), 400, 'invalid_input'],
    ['more than a megabyte', `"${'x'.repeat(1_000_001)}"`, 413, 'too_large'],
  ])('refuses %s', async (_name, text, status, code) => {
    expect(await give(text)).toMatchObject({ status, body: { msgId: null, status: 'refused', code } });
    expect(await refusals()).toMatchObject([{ code, verified: false, platformId: null, count: 1 }]);
  });

  const other: { readonly [K in keyof Envelope]: (envelope: Envelope) => unknown } = {
    msgId: () => anId('another message'),
    type: () => 'section.push',
    schemaVersion: () => 2,
    from: () => 'yuzhou',
    to: () => 'someone-else',
    businessKey: () => 'another key',
    seq: () => 2,
    createdAt: ({ createdAt }) => createdAt + 1,
    notBefore: ({ createdAt }) => createdAt - 1,
    bodyHash: ({ bodyHash }) => bodyHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    body: () => ({ sentAt: 1 }),
    attachments: () => [{ sha256: '0'.repeat(64), fileName: 'a.pdf', mediaType: 'application/pdf', size: 1 }],
    sig: ({ sig }) => ({ ...sig, value: sig.value.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')) }),
  };
  const fields = Object.keys(other) as (keyof Envelope)[];

  it.each(fields)('refuses an envelope whose %s was changed after signing', async (field) => {
    const envelope = centreEnvelope(world);
    const code = field === 'from' || field === 'to' ? 'unknown_platform' : 'bad_signature';
    expect(await give({ ...envelope, [field]: other[field](envelope) })).toMatchObject({
      body: { status: 'refused', code },
    });
    expect(await refusals()).toMatchObject([{ code, verified: false }]);
  });

  it.each(fields)('refuses an envelope without %s', async (field) => {
    const { [field]: _, ...rest } = centreEnvelope(world);
    expect(await give(rest)).toMatchObject({ status: 400, body: { code: 'invalid_input', field } });
  });

  it.each(fields)('refuses an envelope with a wrong type of %s', async (field) => {
    for (const wrong of [null, true, -1, 1e300, '', 'x'.repeat(10_000), [], {}, { toString: 1 }]) {
      if (field === 'body' || (field === 'notBefore' && wrong === null)) continue;
      if (field === 'attachments' && Array.isArray(wrong)) continue;
      if ((field === 'createdAt' || field === 'notBefore') && wrong === -1) continue;
      const answer = await give({ ...centreEnvelope(world), [field]: wrong });
      expect(answer.status, JSON.stringify(wrong)).toBe(400);
    }
  });

  it('refuses every bit of the signature changed', async () => {
    const envelope = centreEnvelope(world);
    for (let index = 0; index < envelope.sig.value.length; index += 1) {
      const wrong = envelope.sig.value.charAt(index) === 'A' ? 'B' : 'A';
      const value = envelope.sig.value.slice(0, index) + wrong + envelope.sig.value.slice(index + 1);
      const answer = await give({ ...envelope, sig: { ...envelope.sig, value } });
      expect(answer, String(index)).toMatchObject({ body: { code: 'bad_signature' } });
    }
  });

  it('refuses fields that the envelope does not have, prototype names too', async () => {
    const envelope = JSON.stringify(centreEnvelope(world));
    for (const name of ['extra', '__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const answer = await give(envelope.replace('{', `{"${name}":{"polluted":true},`));
      expect(answer, name).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
    expect('polluted' in {}).toBe(false);
  });

  it('refuses prototype names as type, platform, key and in the body', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const type = await give(centreEnvelope(world, { type: name.toLowerCase() }));
      expect(type.body.status).toBe('refused');
      const from = await give(centreEnvelope(world, { from: name.toLowerCase() }));
      expect(from.body.status).toBe('refused');
      const key = await give(centreEnvelope(world, {}, { ...world.centreKey, keyId: name }));
      expect(key.body).toMatchObject({ code: 'bad_signature', field: 'sig.keyId' });
      const body: unknown = JSON.parse(`{"sentAt":1,"${name}":{"a":1}}`);
      const inBody = await give(centreEnvelope(world, { body }));
      expect(inBody.body, name).toMatchObject({ code: 'invalid_input', field: 'body' });
    }
  });

  it('refuses a platform that does not exist or is switched off', async () => {
    expect(await give(centreEnvelope(world, { from: 'nobody' }))).toMatchObject({
      status: 403,
      body: { code: 'unknown_platform', field: 'from' },
    });
    await world.putRow(platforms, { ...world.platform, active: false });
    expect(await give(centreEnvelope(world))).toMatchObject({ body: { code: 'unknown_platform' } });
    await world.putRow(platforms, world.platform);
  });

  it('refuses a message for someone else', async () => {
    expect(await give(centreEnvelope(world, { to: 'someone-else' }))).toMatchObject({
      body: { code: 'unknown_platform', field: 'to' },
    });
  });

  it('refuses another key, a key under the name of ours, and a retired key', async () => {
    const stranger = newSigningKey('stranger');
    expect(await give(centreEnvelope(world, {}, stranger))).toMatchObject({
      status: 401,
      body: { code: 'bad_signature', field: 'sig.keyId' },
    });
    const disguised = { ...stranger, keyId: world.centreKey.keyId };
    expect(await give(centreEnvelope(world, {}, disguised))).toMatchObject({
      status: 401,
      body: { code: 'bad_signature', field: 'sig.value' },
    });
    const next = newSigningKey('centre-2');
    const added = { keyId: next.keyId, publicKey: publicKeyText(next.privateKey), retired: false };
    const [first] = world.platform.publicKeys;
    if (first === undefined) throw new Error('the platform has no key');
    await world.putRow(platforms, { ...world.platform, publicKeys: [first, added] });
    expect((await give(centreEnvelope(world, {}, next))).status).toBe(202);
    expect((await give(centreEnvelope(world))).status).toBe(202);
    await world.putRow(platforms, { ...world.platform, publicKeys: [{ ...first, retired: true }, added] });
    expect(await give(centreEnvelope(world))).toMatchObject({
      body: { code: 'bad_signature', field: 'sig.keyId' },
    });
    await world.putRow(platforms, world.platform);
  });

  it('refuses a body hash that is signed but wrong', async () => {
    expect(await give(centreEnvelope(world, { bodyHash: '0'.repeat(64) }))).toMatchObject({
      status: 400,
      body: { code: 'body_hash_mismatch', field: 'bodyHash' },
    });
    expect(await refusals()).toMatchObject([{ verified: true, platformId }]);
  });

  it.each([
    ['an hour ago', -60 * minute],
    ['a little longer ago than allowed', -10 * minute - 1],
    ['in an hour', 60 * minute],
    ['in a year', 365 * day],
  ])('refuses a message signed %s', async (_name, difference) => {
    expect(await give(centreEnvelope(world, { createdAt: world.now() + difference }))).toMatchObject({
      status: 422,
      body: { code: 'stale_message', field: 'createdAt' },
    });
    expect(await refusals()).toMatchObject([{ code: 'stale_message', verified: true }]);
  });

  it('takes a message whose clock is off by what is allowed', async () => {
    for (const difference of [-10 * minute, 10 * minute]) {
      const answer = await give(centreEnvelope(world, { createdAt: world.now() + difference }));
      expect(answer.status).toBe(202);
    }
  });

  it('refuses a message before its notBefore', async () => {
    expect(await give(centreEnvelope(world, { notBefore: world.now() + 1 }))).toMatchObject({
      status: 425,
      body: { code: 'too_early', field: 'notBefore' },
    });
  });

  it('refuses types that do not exist or are not for us, and keeps answering so', async () => {
    for (const [type, field] of [
      ['section.unknown', 'type'],
      ['plan.push', 'type'],
    ] as const) {
      const envelope = centreEnvelope(world, { type, businessKey: `types/${type}` });
      const refused = { status: 422, body: { code: 'unknown_message_type', field } };
      expect(await give(envelope)).toMatchObject(refused);
      expect(await give(envelope)).toMatchObject(refused);
    }
    expect(await give(centreEnvelope(world, { schemaVersion: 2 }))).toMatchObject({
      body: { code: 'unknown_message_type', field: 'schemaVersion' },
    });
  });

  it('refuses a body against its schema, and the messages after it are not kept waiting', async () => {
    const key = { type: 'section.push', businessKey: 'sections/bad body' };
    expect(await give(centreEnvelope(world, { ...key, body: { planNo: 1 } }))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', field: 'body.planId' },
    });
    const next = centreEnvelope(world, { ...key, seq: 2, body: await unknownPlanBody(world) });
    expect((await give(next)).status).toBe(202);
    expect(await taken(next)).toMatchObject({ state: 'rejected', code: 'not_found' });
  });

  it('answers a repeat as the first time, also when it is signed anew, and has its effect once', async () => {
    const { planId, planNo } = await planKey();
    const [section] = world.centre.state().sections;
    if (section === undefined) throw new Error('the centre has no section');
    const parts = {
      msgId: anId('repeated'),
      type: 'section.change',
      businessKey: 'sections/repeat',
      body: {
        planId,
        planNo,
        section: {
          lotUid: section.lotUid,
          version: 7,
          pushedAt: world.now(),
          content: { ...section.content, name: 'Renamed' },
        },
      },
    };
    const first = await give(centreEnvelope(world, parts));
    const version = async () =>
      (await db.database.query('SELECT version FROM projects WHERE plan_id = $1', [planId])).rows;
    const after = await version();
    world.wait(minute);
    const again = await give(centreEnvelope(world, { ...parts, createdAt: world.now() }));
    expect(again).toEqual(first);
    expect(await version()).toEqual(after);
    const answers = (await world.outbox()).filter(({ ofMsgId }) => ofMsgId === parts.msgId);
    expect(answers.map(({ body }) => JSON.parse(body).status)).toEqual(['accepted']);
  });

  it('refuses a used id with other content: body, place in the order, key, type', async () => {
    const envelope = centreEnvelope(world, { msgId: anId('reused') });
    expect((await give(envelope)).status).toBe(202);
    const changes = [
      { body: { sentAt: 1 } },
      { businessKey: 'other' },
      { seq: 2 },
      { type: 'section.push', body: {} },
      { notBefore: world.now() - 1 },
    ];
    for (const change of changes) {
      const { msgId } = envelope;
      expect(await give(centreEnvelope(world, { msgId, ...change }))).toMatchObject({
        status: 409,
        body: { code: 'message_reused', field: 'msgId' },
      });
    }
    expect(await refusals()).toMatchObject([
      { code: 'message_reused', verified: true, count: changes.length },
    ]);
  });

  it('refuses a place in the order that another message has had', async () => {
    const body = await unknownPlanBody(world);
    const parts = { type: 'section.push', businessKey: 'sections/same place', body };
    expect((await give(centreEnvelope(world, parts))).status).toBe(202);
    expect(await give(centreEnvelope(world, parts))).toMatchObject({
      status: 409,
      body: { code: 'out_of_order', field: 'seq' },
    });
  });

  it('rejects an unknown plan, an unknown section and a section of another plan in the business answer', async () => {
    await nothingChanged(async () => {
      await world.centre.probe('sendUnknownPlan');
      await world.centre.probe('sendUnknownSection');
      await world.settle(minute);
    });
    const probed = world.centre.state().outgoing;
    expect(probed.filter(({ answer }) => answer === 'rejected')).toMatchObject([
      { type: 'section.push', answer: 'rejected', code: 'not_found' },
      { type: 'section.change', answer: 'rejected', code: 'not_found' },
    ]);
  });

  it('the centre is refused when it reuses an id, sends an unknown type or signs wrongly', async () => {
    const reused = await world.centre.probe('reuseMsgId');
    expect(reused).toMatchObject({ status: 409, body: expect.stringContaining('message_reused') });
    await world.centre.probe('sendUnknownType');
    await world.settle(minute);
    expect(world.centre.state().outgoing.at(-1)).toMatchObject({
      state: 'refused',
      code: 'unknown_message_type',
    });
    await world.centre.control({ signWrongly: 1 });
    await world.centre.probe('sendUnknownPlan');
    await world.settle(minute);
    expect((await refusals()).map(({ code }) => code)).toContain('bad_signature');
  });

  it('holds a message that came too early, says so, and carries it out when the gap closes', async () => {
    const key = { type: 'section.push', businessKey: 'sections/gap', body: await unknownPlanBody(world) };
    const [first, second, third] = [1, 2, 3].map((seq) => centreEnvelope(world, { ...key, seq }));
    const stateOf = async (envelope: Envelope | undefined) => (await taken(envelope))?.state;
    await give(third);
    await give(second);
    expect([await stateOf(second), await stateOf(third)]).toEqual(['held', 'held']);
    expect((await world.outbox()).filter(({ ofMsgId }) => ofMsgId === second?.msgId)).toMatchObject([
      { body: expect.stringContaining('"status":"held"') },
    ]);
    await give(first);
    expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
  });

  it('no longer waits for a message that stays out', async () => {
    const key = { type: 'section.push', businessKey: 'sections/lost', body: await unknownPlanBody(world) };
    const late = centreEnvelope(world, { ...key, seq: 2 });
    await give(late);
    world.wait(16 * minute);
    await world.gateway.tick();
    const held = await listInbox(world.gateway.deps.database, { state: 'held', limit: 10 });
    expect(held).toEqual([]);
    expect(await taken(late)).toMatchObject({ state: 'rejected', code: 'not_found' });
    // When it comes after all it is looked at by itself.
    expect((await give(centreEnvelope(world, { ...key, seq: 1 }))).status).toBe(202);
  });

  it('rejects an answer to a message we never sent, without breaking', async () => {
    const body = { ofMsgId: anId('never sent'), status: 'accepted', code: null, field: null };
    const ack = centreEnvelope(world, { type: 'ack', businessKey: 'ack/x', body });
    expect((await give(ack)).status).toBe(202);
    expect(await taken(ack)).toMatchObject({ type: 'ack', state: 'rejected', code: 'not_found' });
  });

  it('counts a flood of unsigned messages in one row an hour', async () => {
    for (let index = 0; index < 30; index += 1) await give('{}');
    expect(await refusals()).toMatchObject([{ count: 30 }]);
    await pruneRefusals(world.gateway.deps.database, world.now() + 91 * day);
    expect(await refusals()).toEqual([]);
  });
});

async function unknownPlanBody(world: ExchangeWorld) {
  const [section] = world.centre.state().sections;
  if (section === undefined) throw new Error('the centre has no section');
  const { content, pushedAt } = section;
  const sections = [{ lotUid: 'LOT-unknown', version: 1, pushedAt, content }];
  return { planId: anId('unknown plan'), planNo: 'unknown', sections };
}
