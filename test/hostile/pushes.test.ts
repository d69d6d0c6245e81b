// Every command, sent to the real server with inputs wrong in one place, down to the database: each gets an outcome with a code, none makes
// the server stumble, and the desk's numbers go on.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlineResponseSchema } from '#shared/contract/online.ts';
import {
  httpErrorSchema,
  maxBatchBytes,
  maxBatchCommands,
  protocol,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import { type HumanRole, humanRoles, type Role } from '#shared/domain/actor.ts';
import { createPlan } from '#shared/domain/plans/commands/create.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { readRow } from '#shared/domain/stored-body.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { relativeTime } from '#shared/text/index.ts';
import { actingAccounts, actorOf, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { matrix } from '#test/access/table.ts';
import { oddTimes } from '#test/inputs/time.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { makeSealedTable, sealedDomain, sealedPorts, sealedTables } from '#test/support/sealed-notes.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { hostileValues, prototypeNames, variants } from './values.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
/** The product's, and made-up online ones. */
const { commands } = sealedDomain;
const codes = new Set<string>(errorCodes);
/** What schemas, databases and JSON stumble over; the others never leave the schema and are tried without a server. */
const telling = hostileValues.filter(({ title }) =>
  /^(null|empty list|empty object|deep|text (2|3|4|5|6|7|8|15|17)|number (-1|0.5|1e\+308|9007199254740991|2147483648)|object with __proto__)$/.test(
    title,
  ),
);
const isHuman = (role: Role | undefined): role is HumanRole => humanRoles.some((human) => human === role);

describe.each(oneDatabase())('hostile pushes on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    held = await engine.open();
    await makeSealedTable(held.database);
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock, sealedPorts);
  });
  afterAll(async () => {
    await server.close();
    await held.close();
  });

  it('tries values of every kind', () => {
    expect(telling.length).toBeGreaterThan(15);
  });

  it.each([...commands.keys()])('%s', async (name) => {
    const command = commands.get(name);
    const row = matrix.get(name);
    const role = command?.access.roles[0];
    if (command === undefined || row === undefined || role === undefined)
      throw new Error(`no row for ${name}`);
    const { stored, input } = row.scene({ command: name, role, relation: 'own' });
    await storeAll(held.database, stored, matrixClock - 3_600_000, sealedTables);
    const inputs = [...variants(input, telling)].filter(({ input: tried }) => tried !== undefined);
    if (isHuman(role) && command.authority === 'online') await askAll(role, name, command.version, inputs);
    else if (isHuman(role)) await pushAll(role, name, command.version, inputs);
    else {
      for (const { title, input: tried } of inputs) {
        const result = await server.operations.runAs(actorOf(role), name, tried);
        if (!result.ok) known(title, result.error.code);
      }
    }
    expect(server.bugs).toEqual([]);
  });

  it('commands that do not exist, by every name', async () => {
    for (const name of [
      '',
      'plans',
      'plans.',
      'plans.create ',
      'PLANS.CREATE',
      '../plans.create',
      ...prototypeNames,
    ]) {
      await pushAll('purchaser_clerk', name, 1, [{ title: name, input: {} }]);
    }
  });

  it('versions of a newer program wait until the server is newer too', async () => {
    const deskId = randomUUID();
    const token = await server.signIn(actingAccounts.purchaser_clerk.username, deskId);
    for (const version of [createPlan.version + 1, 1000, Number.MAX_SAFE_INTEGER]) {
      const command = {
        no: 1,
        id: randomUUID(),
        name: 'plans.create',
        version,
        input: {},
        madeAt: matrixClock,
      };
      const answer = await server.inject({
        method: 'POST',
        url: '/sync/push',
        headers: { authorization: `Bearer ${token}` },
        payload: { protocol, deskId, epoch: null, firstKept: 1, commands: [command] },
      });
      expect(pushResponseSchema.parse(answer.json())).toMatchObject({
        lastNo: 0,
        outcomes: [{ outcome: { kind: 'retry', error: { code: 'server_too_old' } } }],
      });
    }
  });

  it.each(oddTimes(matrixClock))('a time of the desk: %s', async (_title, madeAt, possible) => {
    const deskId = randomUUID();
    const token = await server.signIn(actingAccounts.purchaser_clerk.username, deskId);
    const id = randomUUID();
    const command = {
      no: 1,
      id,
      name: 'plans.create',
      version: 1,
      input: { id, content: emptyContent },
      madeAt,
    };
    const answer = await server.inject({
      method: 'POST',
      url: '/sync/push',
      headers: { authorization: `Bearer ${token}` },
      payload: { protocol, deskId, epoch: null, firstKept: 1, commands: [command] },
    });
    expect(pushResponseSchema.parse(answer.json()).outcomes).toMatchObject([
      { outcome: { kind: 'applied' } },
    ]);
    const { rows } = await held.database.query<{ body: string }>(
      'SELECT body::text AS body FROM plans WHERE id = $1',
      [id],
    );
    const plan = readRow(plans, rows[0]?.body ?? '');
    expect(plan.history[0]?.at).toBe(matrixClock);
    expect(plan.history[0]?.made?.doubtful ?? false).toBe(!possible);
    expect(relativeTime(plan.history[0]?.at ?? 0, matrixClock)).toBe('刚刚');
  });

  type Tried = { readonly title: string; readonly input: unknown };

  async function askAll(
    role: HumanRole,
    name: string,
    version: number,
    inputs: readonly Tried[],
  ): Promise<void> {
    const token = await server.signIn(actingAccounts[role].username, randomUUID());
    for (const { title, input } of inputs) {
      const answer = await server.inject({
        method: 'POST',
        url: '/commands/run',
        headers: { authorization: `Bearer ${token}` },
        payload: { id: randomUUID(), name, version, input: input as object, madeAt: matrixClock },
      });
      if (answer.statusCode !== 200) {
        known(title, httpErrorSchema.parse(answer.json()).error.code);
        continue;
      }
      const { outcome } = onlineResponseSchema.parse(answer.json());
      if (outcome.kind !== 'done') known(title, outcome.error.code);
    }
  }

  async function pushAll(
    role: HumanRole,
    name: string,
    version: number,
    inputs: readonly Tried[],
  ): Promise<void> {
    const deskId = randomUUID();
    const token = await server.signIn(actingAccounts[role].username, deskId);
    let no = 0;
    let batch: Tried[] = [];
    let size = 0;
    for (const tried of [...inputs, undefined]) {
      const length = tried === undefined ? 0 : JSON.stringify(tried.input).length * 3;
      if (tried === undefined || batch.length === maxBatchCommands || size + length > maxBatchBytes / 2) {
        if (batch.length > 0) no = await pushBatch(token, deskId, no, name, version, batch);
        batch = [];
        size = 0;
      }
      if (tried !== undefined) batch.push(tried);
      size += length;
    }
    expect(no).toBe(inputs.length);
  }

  async function pushBatch(
    token: string,
    deskId: string,
    before: number,
    name: string,
    version: number,
    batch: readonly Tried[],
  ): Promise<number> {
    const pushed = batch.map(({ input }, index) => ({
      no: before + index + 1,
      id: randomUUID(),
      name,
      version,
      input,
      madeAt: matrixClock,
    }));
    const answer = await server.inject({
      method: 'POST',
      url: '/sync/push',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: JSON.stringify({ protocol, deskId, epoch: null, firstKept: 1, commands: pushed }),
    });
    const texts = batch.map(({ title }) => title).join(' | ');
    // What no JSON schema lets through refuses the whole batch; then each is tried alone, so that the others are not spared.
    if (answer.statusCode === 400 && batch.length > 1) {
      let no = before;
      for (const tried of batch) no = await pushBatch(token, deskId, no, name, version, [tried]);
      return no;
    }
    if (answer.statusCode === 400) {
      known(texts, answer.json().error.code);
      return pushBatch(token, deskId, before, name, version, [{ title: 'in its place', input: null }]);
    }
    expect([texts, answer.statusCode]).toEqual([texts, 200]);
    const { outcomes, lastNo } = pushResponseSchema.parse(answer.json());
    expect(outcomes.length).toBe(batch.length);
    for (const [index, { outcome }] of outcomes.entries()) {
      const title = batch[index]?.title ?? '';
      expect([title, outcome.kind]).not.toEqual([title, 'retry']);
      if (outcome.kind === 'rejected') known(title, outcome.error.code);
    }
    return lastNo;
  }
});

function known(title: string, code: string): void {
  expect([title, codes.has(code) && code !== 'internal']).toEqual([title, true]);
}
