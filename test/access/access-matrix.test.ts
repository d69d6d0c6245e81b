// The matrix over HTTP: every command × every role × own, same unit, same region, foreign and missing, pushed to the real server, which must
// answer as access.ts says; what is missing and what is somebody else's get the same bytes. What each role pulls is what the table says.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyPullState,
  maxBatchCommands,
  type Outcome,
  type PushedCommand,
  protocol,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import { type HumanRole, humanRoles, machineRoles, type Role } from '#shared/domain/actor.ts';
import { entities } from '#shared/domain/entities.ts';
import { commands } from '#shared/domain/registry.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { actingAccounts, actorOf, idOf, matrixClock, type Relation, relations } from './cast.ts';
import { everyCell, groundRows, type PreparedCell } from './cells.ts';
import { labelOf } from './scenes.ts';
import { titleOf, visibility } from './visibility.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
const cells = everyCell();
const isHuman = (role: Role): role is HumanRole => humanRoles.some((human) => human === role);
type Answered = { readonly cell: PreparedCell; readonly outcome: Outcome };

describe.each(databases())('access matrix on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    held = await engine.open();
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock);
  });
  afterAll(async () => {
    await server.close();
    await held.close();
  });

  it.each(humanRoles)('%s', async (role) => {
    const own = cells.filter((cell) => cell.role === role);
    await storeAll(held.database, ground(own), matrixClock - 3_600_000);
    const answered = await pushAs(server, role, own);
    expect(answered.map(codeOf)).toEqual(own.map((cell) => [labelOf(cell), cell.expected]));
    for (const name of commands.keys()) sameBytes(answered.filter(({ cell }) => cell.command === name));
  });

  it.each(machineRoles)('%s, from within', async (role) => {
    const own = cells.filter((cell) => cell.role === role);
    await storeAll(held.database, ground(own), matrixClock - 3_600_000);
    for (const cell of own) {
      const result = await server.operations.runAs(actorOf(role), cell.command, cell.input);
      const code = result.ok ? 'applied' : result.error.code;
      expect([labelOf(cell), code]).toEqual([labelOf(cell), cell.expected]);
    }
  });

  it('lets no machine sign in and nobody push without having signed in', async () => {
    const command = { no: 1, id: randomUUID(), version: 1, madeAt: matrixClock, input: {} };
    for (const name of commands.keys()) {
      const answer = await server.inject({
        method: 'POST',
        url: '/sync/push',
        payload: {
          protocol,
          deskId: randomUUID(),
          epoch: null,
          firstKept: 1,
          commands: [{ ...command, name }],
        },
      });
      expect([name, answer.statusCode, answer.json().error]).toEqual([name, 401, { code: 'not_signed_in' }]);
    }
    for (const username of machineRoles) {
      const answer = await server.inject({
        method: 'POST',
        url: '/auth/sign-in',
        payload: { username, password: 'whatever it is', deskId: randomUUID() },
      });
      expect([username, answer.statusCode]).toEqual([username, 401]);
    }
  });

  it.each(humanRoles)('%s pulls what the table says and nothing else', async (role) => {
    const rows = visibility.flatMap((row) =>
      relations
        .filter((relation) => relation !== 'missing')
        .map((relation) => {
          const seen = row.seenBy[role]?.includes(relation) ?? false;
          return { row, relation, seen, stored: row.row({ command: titleOf(row), role, relation }) };
        }),
    );
    await storeAll(
      held.database,
      rows.map(({ row, stored }) => ({ entity: row.entity, row: stored })),
      matrixClock - 3_600_000,
    );
    const pulled = await pullAs(server, role);
    const label = (title: string, relation: Relation, sees: boolean) => [title, relation, sees];
    expect(
      rows.map(({ row, relation, stored }) =>
        label(titleOf(row), relation, pulled.has(`${row.entity}/${stored.id}`)),
      ),
    ).toEqual(rows.map(({ row, relation, seen }) => label(titleOf(row), relation, seen)));
  });
});

/** Acting accounts are there already; to store them again would undo what earlier cells did to them. */
function ground(own: readonly PreparedCell[]) {
  const acting = new Set(Object.values(actingAccounts).map(({ id }) => id));
  return own.flatMap(({ stored }) => stored).filter(({ row }) => !acting.has(row.id));
}

function codeOf({ cell, outcome }: Answered): readonly [string, string] {
  return [labelOf(cell), outcome.kind === 'applied' ? 'applied' : outcome.error.code];
}

/** What is refused as not there and what is refused as somebody else's cannot be told apart. */
function sameBytes(answered: readonly Answered[]): void {
  for (const code of ['not_found', 'not_allowed']) {
    const answers = answered
      .filter((each) => codeOf(each)[1] === code)
      .map(({ outcome }) => JSON.stringify(outcome));
    expect(new Set(answers).size).toBeLessThanOrEqual(1);
  }
}

async function pushAs(
  server: TestServer,
  role: Role,
  own: readonly PreparedCell[],
): Promise<readonly Answered[]> {
  if (!isHuman(role)) throw new Error(`${role} cannot sign in`);
  const deskId = idOf(`desk/${role}/${randomUUID()}`);
  const token = await server.signIn(actingAccounts[role].username, deskId);
  const answered: Answered[] = [];
  for (let start = 0; start < own.length; start += maxBatchCommands) {
    const batch = own.slice(start, start + maxBatchCommands);
    const pushed = batch.map(
      (cell, index): PushedCommand => ({
        no: start + index + 1,
        id: randomUUID(),
        name: cell.command,
        version: commands.get(cell.command)?.version ?? 1,
        input: JSON.parse(JSON.stringify(cell.input)),
        madeAt: matrixClock,
      }),
    );
    const answer = await server.inject({
      method: 'POST',
      url: '/sync/push',
      headers: { authorization: `Bearer ${token}` },
      payload: { protocol, deskId, epoch: null, firstKept: 1, commands: pushed },
    });
    expect(answer.statusCode).toBe(200);
    const { outcomes } = pushResponseSchema.parse(answer.json());
    for (const [index, cell] of batch.entries()) {
      const outcome = outcomes[index]?.outcome;
      if (outcome === undefined) throw new Error(`no answer for ${labelOf(cell)}`);
      answered.push({ cell, outcome });
    }
  }
  return answered;
}

async function pullAs(server: TestServer, role: HumanRole): Promise<ReadonlySet<string>> {
  const deskId = randomUUID();
  const token = await server.signIn(actingAccounts[role].username, deskId);
  const answer = await server.inject({
    method: 'POST',
    url: '/sync/pull',
    headers: { authorization: `Bearer ${token}` },
    payload: { protocol, deskId, types: [...entities.keys()], state: emptyPullState, limit: 20_000 },
  });
  expect(answer.statusCode).toBe(200);
  const lines = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ end: true, more: false });
  return new Set(lines.slice(0, -1).map((line) => `${line.t}/${line.i}`));
}
