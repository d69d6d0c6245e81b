// The matrix over HTTP: every command × every role × own, same unit, same region, foreign and missing, sent to the real server, which must
// answer as access.ts says; what is missing and what is somebody else's get the same bytes. What each role pulls is what the table says.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncedTables } from '#server/command/entity-store.ts';
import { type OnlineOutcome, onlineResponseSchema } from '#shared/contract/online.ts';
import {
  emptyPullState,
  maxBatchCommands,
  type Outcome,
  type PushedCommand,
  protocol,
  pushResponseSchema,
} from '#shared/contract/sync.ts';
import { type HumanRole, humanRoles, machineRoles } from '#shared/domain/actor.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { makeSealedTable, sealedDomain, sealedPorts, sealedTables } from '#test/support/sealed-notes.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { actingAccounts, actorOf, idOf, matrixClock, type Relation, relations } from './cast.ts';
import { everyCell, groundRows, type PreparedCell } from './cells.ts';
import { labelOf } from './scenes.ts';
import { titleOf, visibility } from './visibility.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
const { commands } = sealedDomain;
const cells = everyCell();
const isOnline = (name: string) => commands.get(name)?.authority === 'online';
type Answered = { readonly cell: PreparedCell; readonly outcome: Outcome | OnlineOutcome };

describe.each(oneDatabase())('access matrix on $name', (engine) => {
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

  it.each(humanRoles)('%s', async (role) => {
    const own = cells.filter((cell) => cell.role === role);
    await storeAll(held.database, ground(own), matrixClock - 3_600_000, sealedTables);
    const answered = [
      ...(await pushAs(
        server,
        role,
        own.filter(({ command }) => !isOnline(command)),
      )),
      ...(await askAs(
        server,
        role,
        own.filter(({ command }) => isOnline(command)),
      )),
    ];
    expect(answered).toHaveLength(own.length);
    expect(answered.map(codeOf)).toEqual(answered.map(({ cell }) => [labelOf(cell), cell.expected]));
    for (const name of commands.keys()) sameBytes(answered.filter(({ cell }) => cell.command === name));
  });

  it.each(machineRoles)('%s, from within', async (role) => {
    const own = cells.filter((cell) => cell.role === role);
    await storeAll(held.database, ground(own), matrixClock - 3_600_000, sealedTables);
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

  it('takes each command by one way only', async () => {
    const deskId = randomUUID();
    const token = await server.signIn(actingAccounts.purchaser_clerk.username, deskId);
    const headers = { authorization: `Bearer ${token}` };
    let no = 0;
    for (const [name, { version }] of commands) {
      const command = { id: randomUUID(), name, version, input: {}, madeAt: matrixClock };
      if (!isOnline(name)) {
        const answer = await server.inject({
          method: 'POST',
          url: '/commands/run',
          headers,
          payload: command,
        });
        expect([name, answer.statusCode, answer.json().error]).toEqual([name, 404, { code: 'unknown_name' }]);
        continue;
      }
      no += 1;
      const answer = await server.inject({
        method: 'POST',
        url: '/sync/push',
        headers,
        payload: { protocol, deskId, epoch: null, firstKept: 1, commands: [{ ...command, no }] },
      });
      const { outcomes } = pushResponseSchema.parse(answer.json());
      expect(outcomes).toMatchObject([{ outcome: { kind: 'rejected', error: { code: 'online_only' } } }]);
    }
    expect(no).toBeGreaterThan(0);
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
      sealedTables,
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
  return [labelOf(cell), 'error' in outcome ? outcome.error.code : 'applied'];
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
  role: HumanRole,
  own: readonly PreparedCell[],
): Promise<readonly Answered[]> {
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

/** Online commands, one by one on a desk of their own. */
async function askAs(
  server: TestServer,
  role: HumanRole,
  own: readonly PreparedCell[],
): Promise<readonly Answered[]> {
  const token = await server.signIn(actingAccounts[role].username, randomUUID());
  const answered: Answered[] = [];
  for (const cell of own) {
    const answer = await server.inject({
      method: 'POST',
      url: '/commands/run',
      headers: { authorization: `Bearer ${token}` },
      payload: {
        id: randomUUID(),
        name: cell.command,
        version: commands.get(cell.command)?.version ?? 1,
        input: cell.input as object,
        madeAt: matrixClock,
      },
    });
    expect([labelOf(cell), answer.statusCode]).toEqual([labelOf(cell), 200]);
    answered.push({ cell, outcome: onlineResponseSchema.parse(answer.json()).outcome });
  }
  return answered;
}

async function pullAs(server: TestServer, role: HumanRole): Promise<ReadonlySet<string>> {
  const deskId = randomUUID();
  const token = await server.signIn(actingAccounts[role].username, deskId);
  const pulled = new Set<string>();
  let state: unknown = emptyPullState;
  for (let more = true; more; ) {
    const answer = await server.inject({
      method: 'POST',
      url: '/sync/pull',
      headers: { authorization: `Bearer ${token}` },
      payload: { protocol, deskId, types: syncedTables(sealedTables), state, limit: 20_000 } as object,
    });
    expect(answer.statusCode).toBe(200);
    const lines = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const end = lines.at(-1);
    expect(end).toMatchObject({ end: true });
    for (const line of lines.slice(0, -1)) pulled.add(`${line.t}/${line.i}`);
    ({ state, more } = end);
  }
  return pulled;
}
