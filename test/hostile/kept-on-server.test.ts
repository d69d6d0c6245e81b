// What is kept on the server is looked for, by its words, wherever it must not be: in every pull, in a real desk's folder, in both logs, in what
// the server says of itself. Each search must find a word that may be there, so that none of them is blind.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalApp, type LocalApp } from '#electron/app/local-app.ts';
import type { Transport } from '#electron/app/ports.ts';
import { noTimers } from '#electron/app/testing/test-desk.ts';
import { emptyPullState, protocol, pullEndSchema } from '#shared/contract/sync.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import { organisations } from '#shared/domain/admin/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { examplePurchaser } from '#shared/rules/plan-example.ts';
import { oneDatabase } from '#test/support/database.ts';
import { makeSealedTable, sealedDomain, sealedNotes, sealedPorts } from '#test/support/sealed-notes.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer, testPassword } from '#test/support/server.ts';
import { idOf } from '#test/support/server-fixture.ts';

const sealed = 'SEALED-f3b1c7';
const open = 'OPEN-93ad20';
const id = idOf('a sealed note');
const unit = { ...examplePurchaser, name: open };

describe.each(oneDatabase())('what is kept on the server on $name', (engine) => {
  let server: TestServer;
  let app: LocalApp;
  let offline = false;
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const serverLog: string[] = [];
  const deskLog: string[] = [];
  const dispatched: unknown[] = [];

  beforeAll(async () => {
    server = await aServer(engine, {
      ...sealedPorts,
      log: pino({ level: 'trace', base: null }, { write: (line: string) => void serverLog.push(line) }),
    });
    await makeSealedTable(server.held.database);
    await storeAll(server.held.database, [{ entity: organisations.name, row: unit }], server.time.now);
    await server.signIn('clerk', { role: 'purchaser_clerk', organisationId: unit.id });
    app = await createLocalApp(
      {
        folder,
        clock: () => server.time.now,
        randomBytes,
        transport: transportTo(server, () => offline),
        secrets: { protect: () => null, reveal: () => null },
        log: (entry) => void deskLog.push(JSON.stringify(entry)),
        timers: noTimers,
        autoSync: false,
      },
      sealedDomain,
    );
    await act('session.signIn', { username: 'clerk', password: testPassword });
    await act('sync.now', {});
    await act('sealedNotes.seal', { id, regionCode: '411000', text: sealed });
    await act('sealedNotes.seal', { id, regionCode: '411000', text: `${sealed} again` });
    // Refused by the input's schema, by the server, and by the lack of one.
    await act('sealedNotes.seal', { id: sealed, regionCode: '411000', text: sealed });
    await act('sealedNotes.count', { id });
    offline = true;
    await act('sealedNotes.seal', { id, regionCode: '411000', text: `${sealed} offline` });
    offline = false;
    await act('sync.now', {});
    await act('diagnostics', {});
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function act(name: string, input: unknown): Promise<void> {
    dispatched.push(await app.dispatch(name, input));
  }

  it('is on the server', async () => {
    expect(dispatched.slice(2, 7)).toMatchObject([
      { ok: true, value: { state: 'done' } },
      { ok: true, value: { state: 'done' } },
      { ok: false, error: { code: 'invalid_input' } },
      { ok: false, error: { code: 'not_allowed' } },
      { ok: false, error: { code: 'unanswered' } },
    ]);
    expect(await server.operations.row(sealedNotes.name, id)).toMatchObject({ text: `${sealed} again` });
  });

  it.each(humanRoles)('is in no pull of %s', async (role) => {
    const desk = await server.signIn(`one-${role}`, {
      role,
      organisationId: unit.id,
      regionCodes: ['411000'],
    });
    const snapshot = await pull(desk, emptyPullState);
    const end = pullEndSchema.parse(JSON.parse(snapshot.trimEnd().split('\n').at(-1) ?? ''));
    const everything = await pull(desk, { ...end.state, cursor: 0 });
    for (const text of [snapshot, everything]) {
      expect(text).toContain(open);
      for (const word of [sealed, sealedNotes.name]) expect(text).not.toContain(word);
    }
  });

  it('is in no file of the desk', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    const holding = (word: string) => files.filter((path) => readFileSync(path).includes(word));
    expect(holding(open)).not.toEqual([]);
    for (const word of [sealed, sealedNotes.name, 'sealedNotes']) expect(holding(word)).toEqual([]);
  });

  it('is in no log, and in nothing that the server says of itself', async () => {
    expect(serverLog.join('')).toContain('/commands/run');
    expect(serverLog.join('')).not.toContain(sealed);
    await app.dispatch('sealedNotes.seal', { id, regionCode: '411000', text: sealed });
    expect(deskLog.join('')).not.toContain(sealed);
    for (const url of ['/metrics', '/openapi.json', '/healthz']) {
      const { body } = await server.http.inject({ method: 'GET', url });
      expect([url, body.includes(sealed)]).toEqual([url, false]);
    }
  });

  it('is in no table of the server but its own and the history', async () => {
    const { database } = server.held;
    const tables = await database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const holding = async (word: string) => {
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await database.query(`SELECT 1 FROM ${name} AS t WHERE t::text LIKE $1 LIMIT 1`, [
          `%${word}%`,
        ]);
        if (rows.length > 0) found.push(name);
      }
      return found.sort();
    };
    expect(await holding(open)).toContain('row_history');
    expect(await holding(sealed)).toEqual(['row_history', sealedNotes.name]);
  });

  async function pull({ deskId, headers }: SignedInDesk, state: unknown): Promise<string> {
    const answer = await server.http.inject({
      method: 'POST',
      url: '/sync/pull',
      headers,
      payload: { protocol, deskId, types: [...entities.keys(), sealedNotes.name], state, limit: 20_000 },
    });
    expect(answer.statusCode).toBe(200);
    return answer.body;
  }
});

function transportTo(server: TestServer, isOffline: () => boolean): Transport {
  return {
    origin: 'https://server.test',
    async request({ method, path, headers, body }) {
      if (isOffline()) throw new Error('unreachable');
      const answer = await server.http.inject({
        method,
        url: path,
        headers: { ...headers },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
      });
      const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
      const bytes = answer.rawPayload;
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(named),
        body: (async function* () {
          yield bytes;
        })(),
      };
    },
  };
}
