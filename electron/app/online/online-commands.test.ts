// Online commands on the desk's side: straight to the server, once, and nothing of them stays here.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type OnlineOutcome, onlineCommandSchema } from '#shared/contract/online.ts';
import { type Command, command, put } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import { type Entity, entity } from '#shared/domain/entity.ts';
import { nothing, one } from '#shared/domain/load.ts';
import { commands } from '#shared/domain/registry.ts';
import { type AppError, invalidInput } from '#shared/kernel/errors.ts';
import { ok } from '#shared/kernel/result.ts';
import type { TransportResponse } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '../testing/town.ts';

const secrets = entity({
  name: 'secrets',
  schema: z.strictObject({ id: z.string() }),
  kept: 'server',
  scopes: () => [],
});
const access = { roles: ['purchaser_clerk'], record: () => true } as const;
const draw = command({
  name: 'draws.make',
  authority: 'online',
  input: z.strictObject({ id: z.string().max(200) }),
  access,
  load: nothing,
  decide: () => ok([]),
});
const reads = command({
  ...{ name: 'draws.read', authority: 'local', input: z.strictObject({}), access },
  *load() {
    return yield* one(secrets, 'a');
  },
  decide: () => ok([]),
});
const writes = command({
  ...{ name: 'draws.write', authority: 'local', input: z.strictObject({}), access },
  load: nothing,
  decide: () => ok([put(secrets, { id: 'a' })]),
});
const domain = {
  commands: new Map<string, Command>([
    ...commands,
    ...[draw, reads, writes].map((each) => [each.name, each] as const),
  ]),
  entities: new Map<string, Entity>([...entities, [secrets.name, secrets]]),
};

let server: FakeServer;
let desk: TestDesk;
/** Ids of the commands as they took effect. */
let effects: string[];
let outcome: OnlineOutcome;
let paths: () => string[];

beforeEach(async () => {
  const town = aTown();
  server = town.server;
  desk = await new TestDesk(server, town.clock).open({}, domain);
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  effects = [];
  outcome = { kind: 'done' };
  paths = () => server.requests.map(({ path }) => path);
  server.alsoAnswers = ({ path, body }) => {
    if (path !== '/commands/run') return undefined;
    const { id } = onlineCommandSchema.parse(JSON.parse(String(body)));
    if (outcome.kind === 'done' && !effects.includes(id)) effects.push(id);
    return answered({ now: town.clock.now(), outcome });
  };
  server.requests.length = 0;
});
afterEach(() => desk.remove());

function answered(value: unknown): TransportResponse {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return {
    status: 200,
    headers: {},
    body: (async function* () {
      yield bytes;
    })(),
  };
}

const refused = (error: AppError) => ({ ok: false, error });
const outbox = async () => (await desk.see('diagnostics', {})).commands;

it('is answered in the same call, and leaves nothing in outbox and replica', async () => {
  const before = await outbox();
  const made = await desk.dispatch('draws.make', { id: 'a' });
  expect(made).toEqual({ ok: true, value: { commandId: effects[0], no: null, state: 'done' } });
  expect(effects).toHaveLength(1);
  expect(paths()).toEqual(['/commands/run']);
  expect(await outbox()).toEqual(before);
  expect(Object.keys((await desk.see('diagnostics', {})).rows)).not.toContain('secrets');
});

it('asks again with the same id when an answer is lost', async () => {
  server.faults = ['lose_answer'];
  expect(await desk.dispatch('draws.make', { id: 'a' })).toMatchObject({ ok: true });
  expect(effects).toHaveLength(1);
  expect(paths()).toEqual(['/commands/run', '/commands/run']);
});

it('says that there was no answer, and is the same command when it is asked once more', async () => {
  server.faults = ['lose_answer', 'lose_answer'];
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused({ code: 'unanswered' }));
  expect(await desk.dispatch('draws.make', { id: 'b' })).toMatchObject({ ok: true });
  expect(await desk.dispatch('draws.make', { id: 'a' })).toMatchObject({ ok: true });
  expect(effects).toHaveLength(2);
  // Once answered it is over: the same words are a new command.
  await desk.must('draws.make', { id: 'a' });
  expect(effects).toHaveLength(3);
});

it('keeps nothing while the server cannot be reached', async () => {
  const before = await outbox();
  server.always = 'unreachable';
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused({ code: 'unanswered' }));
  expect(await outbox()).toEqual(before);
  server.always = null;
  await desk.must('sync.now', {});
  expect(effects).toEqual([]);
});

it('is one command when it is asked twice at once', async () => {
  const both = await Promise.all([
    desk.dispatch('draws.make', { id: 'a' }),
    desk.dispatch('draws.make', { id: 'a' }),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(effects).toHaveLength(1);
});

it('passes the refusal of the server on, and asks nobody for one that is certain', async () => {
  outcome = { kind: 'rejected', error: { code: 'wrong_state', params: { state: 'drawn' } } };
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused(outcome.error));
  outcome = { kind: 'retry', error: { code: 'retry_later' } };
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused({ code: 'unanswered' }));
  server.requests.length = 0;
  const wrong = draw.input.safeParse({});
  expect(await desk.dispatch('draws.make', {})).toEqual(refused(invalidInput(wrong.error?.issues ?? [])));
  expect(await desk.dispatch('draws.make', { id: 'x'.repeat(2_000_000) })).toMatchObject({
    error: { code: 'too_large' },
  });
  await desk.signIn('officer');
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused({ code: 'not_allowed' }));
  expect(paths()).not.toContain('/commands/run');
});

it('sends what was done before first', async () => {
  await desk.must('plans.create', aNewPlan(1));
  await desk.must('draws.make', { id: 'a' });
  expect(paths()).toEqual(['/sync/push', '/sync/pull', '/commands/run']);
  expect(server.row('plans', idOf(1))).toBeDefined();

  await desk.must('plans.create', aNewPlan(2));
  server.requests.length = 0;
  server.always = 'unreachable';
  expect(await desk.dispatch('draws.make', { id: 'b' })).toEqual(refused({ code: 'unanswered' }));
  expect(paths()).not.toContain('/commands/run');
});

it('goes on with what the server puts off still waiting', async () => {
  await desk.must('plans.create', aNewPlan(1));
  server.answerInstead = {
    name: 'plans.create',
    outcome: { kind: 'retry', error: { code: 'server_too_old' } },
  };
  expect(await desk.dispatch('draws.make', { id: 'a' })).toMatchObject({ ok: true });
  expect((await desk.see('sync.status', {})).waiting).toBe(1);
});

it('ends with the desk', async () => {
  server.always = 'hang';
  const waiting = desk.dispatch('draws.make', { id: 'a' });
  await desk.close();
  expect(await waiting).toMatchObject({ ok: false });
});

it('asks for a new sign-in when the server no longer takes the old one', async () => {
  server.revokeTokens();
  expect(await desk.dispatch('draws.make', { id: 'a' })).toEqual(refused({ code: 'not_signed_in' }));
  expect((await desk.see('session.current', {})).mustSignIn).toBe(true);
});

it.each(['draws.read', 'draws.write'])(
  '%s is a bug: no desk has what is kept on the server',
  async (name) => {
    const before = await outbox();
    expect(await desk.dispatch(name, {})).toEqual(refused({ code: 'internal' }));
    expect(await outbox()).toEqual(before);
  },
);

it('is not made of a refused command that has become one', async () => {
  const later: Command = { ...draw, authority: 'server' };
  await desk.close();
  await desk.open({}, { ...domain, commands: new Map([...domain.commands, [later.name, later]]) });
  await desk.must('draws.make', { id: 'a' });
  server.answerInstead = {
    name: 'draws.make',
    outcome: { kind: 'rejected', error: { code: 'online_only' } },
  };
  await desk.must('sync.now', {});
  await desk.close();
  await desk.open({}, domain);
  const { items } = await desk.see('outbox.list', { show: 'attention', limit: 10 });
  expect(items).toMatchObject([{ name: 'draws.make', error: { code: 'online_only' } }]);
  expect(await desk.dispatch('outbox.resubmit', { id: items[0]?.id, input: { id: 'a' } })).toEqual(
    refused({ code: 'online_only' }),
  );
});
