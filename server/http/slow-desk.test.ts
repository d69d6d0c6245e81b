// A desk on a slow line: what the server reads ahead for it stays small, and it gets everything all the same, page by page.
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyPullState, type PullState, protocol, pullEndSchema } from '#shared/contract/sync.ts';
import { entities } from '#shared/domain/entities.ts';
import { databases } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';

const rows = 1200;
const rowLength = 20_000;

let server: TestServer;
let desk: SignedInDesk;
let port: number;

beforeAll(async () => {
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  server = await aServer(engine);
  desk = await server.signIn('root-admin');
  const value = 'x'.repeat(rowLength);
  const settings = Array.from({ length: rows }, (_, no) => ({ id: `k${no}`, value, updatedAt: 0 }));
  await storeAll(
    server.held.database,
    settings.map((row) => ({ entity: 'settings', row })),
  );
  await server.http.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.http.server.address() as { port: number });
});
afterAll(() => server.stop());

/** The answer's text; nothing of it is read for so long. */
function pull(state: PullState, waitMs: number): Promise<string> {
  const body = { protocol, deskId: desk.deskId, types: [...entities.keys()], state, limit: 10_000 };
  const headers = { ...desk.headers, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/sync/pull', method: 'POST', headers },
      (answer) => {
        setTimeout(() => text(answer).then(resolve, reject), waitMs);
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}

it('a page ends before much waits for a desk that does not read, and the next ones bring the rest', async () => {
  const ids = new Set<string>();
  let state = emptyPullState;
  let first: number | undefined;
  for (let more = true; more; ) {
    const page = await pull(state, first === undefined ? 1500 : 0);
    first ??= page.length;
    const lines = page.trimEnd().split('\n');
    const end = pullEndSchema.parse(JSON.parse(lines.pop() ?? ''));
    for (const line of lines) ids.add(JSON.parse(line).i);
    ({ more, state } = end);
  }
  expect([...ids].filter((id) => /^k\d+$/.test(id))).toHaveLength(rows);
  // Four megabytes, what one statement adds, and what the two sockets hold: far from all that was asked for, which one page may have.
  expect(first).toBeLessThan(14_000_000);
  expect(rows * rowLength).toBeGreaterThan(20_000_000);
});
