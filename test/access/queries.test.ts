// Everything that can be asked or called × every role: queries by their table, single records by the visibility table, routes by theirs.
// What is missing and what is somebody else's get the same bytes, here too.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HumanRole, humanRoles } from '#shared/domain/actor.ts';
import { queries } from '#shared/domain/registry.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { expertKey } from '#test/support/experts.ts';
import { makeSealedTable, sealedTables } from '#test/support/sealed-notes.ts';
import { givePasswords, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { actingAccounts, circumstances, idOf, matrixClock, relations } from './cast.ts';
import { groundRows } from './cells.ts';
import { contractRow } from './contract-scenes.ts';
import { queryTable, routeTable } from './query-table.ts';
import { planRow } from './records.ts';
import { titleOf, visibility } from './visibility.ts';

const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };

describe.each(oneDatabase())('queries and routes on $name', (engine) => {
  let held: TestDatabase;
  let server: TestServer;
  const tokens = new Map<HumanRole, string>();

  beforeAll(async () => {
    held = await engine.open();
    await makeSealedTable(held.database);
    await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
    await givePasswords(held.database, Object.values(actingAccounts));
    server = await testServer(held.database, matrixClock, { tables: sealedTables, expertKey });
    for (const role of humanRoles) {
      tokens.set(role, await server.signIn(actingAccounts[role].username, randomUUID()));
    }
  });
  afterAll(async () => {
    await server.close();
    await held.close();
  });

  const ask = (role: HumanRole, name: string, input: unknown) =>
    server.inject({
      method: 'POST',
      url: `/query/${name}`,
      headers: { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' },
      payload: JSON.stringify(input),
    });

  it('has a row for every query and every route, and none for another', () => {
    expect([...queryTable.keys(), 'records.get'].sort()).toEqual([...queries.keys()].sort());
    const routes = server.routes.map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(routes)].sort()).toEqual([...routeTable.keys()].sort());
  });

  it.each(humanRoles)('%s asks', async (role) => {
    for (const [name, { input, roles, status = 200 }] of queryTable) {
      const answer = await ask(role, name, input);
      expect([name, answer.statusCode]).toEqual([name, roles.includes(role) ? status : 403]);
      if (answer.statusCode === 403) expect(answer.json().error).toEqual({ code: 'not_allowed' });
    }
  });

  it.each(humanRoles)('%s gets the records the visibility table says', async (role) => {
    const refusals = new Set<string>();
    for (const row of visibility) {
      for (const relation of relations) {
        const cell = { command: `get ${titleOf(row)}`, role, relation };
        const made = row.row(cell);
        const missing = relation === 'missing';
        const id = missing ? idOf(`nowhere/${titleOf(row)}/${role}`) : made.id;
        if (!missing)
          await storeAll(held.database, [{ entity: row.entity, row: made }], matrixClock, sealedTables);
        const answer = await ask(role, 'records.get', { entity: row.entity, id });
        const seen = !missing && (row.seenBy[role]?.includes(relation) ?? false);
        expect([titleOf(row), relation, answer.statusCode]).toEqual([
          titleOf(row),
          relation,
          seen ? 200 : 404,
        ]);
        if (!seen) refusals.add(JSON.stringify(answer.json().error));
      }
    }
    expect(refusals.size).toBe(1);
  });

  it.each(humanRoles)('%s gets the files of the plans they may see', async (role) => {
    const filed = visibility.find((row) => titleOf(row) === 'plans:filed');
    const refusals = new Set<string>();
    for (const relation of relations) {
      const made = planRow(`files/${role}/${relation}`, 'filed', circumstances(role, relation));
      const [first, ...rest] = made.content.files;
      if (first === undefined) throw new Error('the plan names no file');
      const sha256 = await server.operations.storeFile(Buffer.from(`the file of ${made.id}`));
      const row = { ...made, content: { ...made.content, files: [{ ...first, sha256 }, ...rest] } };
      const missing = relation === 'missing';
      if (!missing) await storeAll(held.database, [{ entity: 'plans', row }], matrixClock);
      const seen = !missing && (filed?.seenBy[role]?.includes(relation) ?? false);
      for (const name of [sha256, sha256.toUpperCase()]) {
        const answer = await call('GET', `/files/${name}`, tokens.get(role));
        const status = seen && name === sha256 ? 200 : 404;
        expect([relation, answer.statusCode]).toEqual([relation, status]);
        if (status === 200) expect(answer.body).toBe(`the file of ${made.id}`);
        else refusals.add(JSON.stringify(answer.json().error));
      }
    }
    expect(refusals.size).toBe(1);
  });

  it.each(humanRoles)('%s gets the full text of the contracts they may see', async (role) => {
    for (const state of ['approved', 'submitted'] as const) {
      const shown = visibility.find((row) => titleOf(row) === `contracts:${state}`);
      for (const relation of relations.filter((each) => each !== 'missing')) {
        const made = contractRow({ command: `text of ${state}`, role, relation }, state);
        const [full, ...others] = made.content.files;
        if (full?.purpose !== 'full') throw new Error('the contract names no full text');
        const sha256 = await server.operations.storeFile(Buffer.from(`the full text of ${made.id}`));
        const row = { ...made, content: { ...made.content, files: [{ ...full, sha256 }, ...others] } };
        await storeAll(held.database, [{ entity: 'contracts', row }], matrixClock);
        const answer = await call('GET', `/files/${sha256}`, tokens.get(role));
        const seen = shown?.seenBy[role]?.includes(relation) ?? false;
        expect([state, relation, answer.statusCode]).toEqual([state, relation, seen ? 200 : 404]);
        expect(answer.body.includes('the full text')).toBe(seen);
      }
    }
  });

  it('refuses every route that is not open to who is not signed in', async () => {
    for (const [route, access] of routeTable) {
      const [method = '', url = ''] = route.split(' ');
      if (access === 'signature') continue;
      const answer = await call(method, url);
      expect([route, answer.statusCode === 401]).toEqual([route, access !== 'open' && !asksPassword(route)]);
    }
  });

  it.each(humanRoles)('%s calls the routes that are for some roles', async (role) => {
    for (const [route, access] of routeTable) {
      const [method = '', url = ''] = route.split(' ');
      if (typeof access === 'string') continue;
      const answer = await call(method, url, tokens.get(role));
      expect([route, answer.statusCode === 403]).toEqual([route, !access.includes(role)]);
    }
  });

  const examples: ReadonlyMap<string, unknown> = new Map<string, unknown>([
    ['/admin/password', { accountId: randomUUID(), password: 'Some-2026-password' }],
    ['/exchange/reconcile', { platformId: 'nobody' }],
    ['/exchange/keys', { keyId: `k-${Date.now()}` }],
  ]);
  const asksPassword = (route: string) => route === 'POST /auth/sign-in';

  function call(method: string, url: string, token?: string) {
    const payload = examples.get(url);
    return server.inject({
      method: method as 'GET',
      url: url.replace(':msgId', randomUUID()).replace(':keyId', 'nothing').replace(':name', 'nothing'),
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
  }
});
