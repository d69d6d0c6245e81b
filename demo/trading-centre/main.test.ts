// The simulator as it is run: a process of its own, spoken to over sockets by the real server's gateway, killed and started again.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '#demo/free-port.ts';
import { type CentralServer, createCentralServer } from '#server/create-server.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { type Project, projectSchema, projects } from '#shared/domain/projects/model.ts';
import { presentBody } from '#shared/domain/stored-body.ts';
import { examplePlatform } from '#shared/rules/plan-example.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import {
  endAll,
  eventually,
  type Folder,
  onLines,
  type Running,
  startProcess,
  temporaryFolder,
} from '#test/support/processes.ts';
import { storeAll } from '#test/support/seed.ts';

const office = anActor('procurement_office');
const readySchema = z.object({
  event: z.literal('listening'),
  inboxUrl: z.string(),
  controlUrl: z.string(),
  controlToken: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
});
type Ready = z.infer<typeof readySchema>;

describe('the trading centre as a process', () => {
  let folder: Folder;
  let db: TestDatabase;
  let server: CentralServer;
  let port: number;
  let process: Running;
  let ready: Ready;
  let timer: NodeJS.Timeout;
  let delivering: Promise<unknown> = Promise.resolve();

  const startCentre = async () => {
    const origin = server.http.listeningOrigin;
    process = startProcess('demo/trading-centre/main.ts', {
      args: [
        ...['--data', join(folder.path, 'centre'), '--server', origin, '--port', String(port)],
        ...['--server-keys', join(folder.path, 'server-keys.json'), '--platforms', 'other,xuchang'],
      ],
    });
    ready = await new Promise<Ready>((resolve, reject) => {
      onLines(process, (line) => resolve(readySchema.parse(JSON.parse(line))));
      void process.ended.then(() => reject(new Error(process.errors())));
    });
  };
  const control = async (body: unknown, token = ready.controlToken) => {
    const answer = await fetch(ready.controlUrl, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json() };
  };

  beforeEach(async () => {
    folder = await temporaryFolder();
    const [engine] = databases();
    if (engine === undefined) throw new Error('no database to test on');
    db = await engine.open();
    const created = await createCentralServer({
      database: db.database,
      clock: Date.now,
      randomBytes,
      log: pino({ level: 'silent' }),
      dataFolder: join(folder.path, 'server'),
      exchangeTransport: httpTransport,
    });
    if (!created.ok) throw new Error(created.error.code);
    server = created.value;
    await server.http.listen({ host: '127.0.0.1', port: 0 });
    await writeFile(
      join(folder.path, 'server-keys.json'),
      JSON.stringify(await server.gateway.deps.keys.list()),
    );
    port = await freePort();
    await startCentre();
    const { inboxUrl, keyId, publicKey } = ready;
    const platform: Platform = {
      ...examplePlatform,
      inboxUrl,
      publicKeys: [{ keyId, publicKey, retired: false }],
    };
    const ground = aStore();
    const rows = [...entities.values()].flatMap((kind) =>
      ground.all(kind).map((row) => ({ entity: kind.name, row })),
    );
    await storeAll(db.database, [
      ...rows.filter(({ entity }) => entity !== 'platforms' && entity !== 'accounts'),
      { entity: 'platforms', row: platform },
      { entity: 'plans', row: aPlan().with({ plannedSections: [] }).approved().build() },
    ]);
    timer = setInterval(() => {
      delivering = delivering.then(() => server.gateway.tick());
    }, 50);
  });
  afterEach(async () => {
    clearInterval(timer);
    await delivering;
    await endAll();
    await server.close();
    await db.close();
    await folder.remove();
  });
  afterAll(endAll);

  const project = async (): Promise<Project> => {
    const { rows } = await db.database.query<{ body: unknown }>('SELECT body FROM projects');
    return projectSchema.parse(presentBody(projects, rows[0]?.body));
  };

  it('takes a plan and pushes its sections, also when it was killed in between', async () => {
    await control({ delayMs: 4000 });
    const filed = await server.operations.runAs(office, 'plans.file', { id: anId('plan') });
    expect(filed.ok).toBe(true);
    await eventually('the plan is accepted', async () => (await project()).push.status === 'accepted');

    await process.kill();
    await startCentre();
    const plan = await fetch(ready.controlUrl, {
      headers: { authorization: `Bearer ${ready.controlToken}` },
    });
    const stored = z.object({ plans: z.array(z.unknown()), sections: z.array(z.unknown()) });
    expect(stored.parse(await plan.json())).toMatchObject({ plans: [{}], sections: [{}, {}] });

    await eventually('the sections are there', async () => (await project()).sectionCount === 2);
    expect((await process.stop()).code).toBe(0);
  });

  it('opens its control only with the token, and only for what it knows', async () => {
    expect(await control({}, 'wrong')).toMatchObject({ status: 401 });
    expect(await control({ explode: true })).toMatchObject({ status: 400 });
    expect(await control({ lose: { rate: 2 } })).toMatchObject({
      status: 400,
      body: { fields: ['lose.rate'] },
    });
    expect(await control({ repeat: 2 })).toMatchObject({ status: 200, body: { faults: { repeat: 2 } } });
    expect((await fetch(ready.controlUrl)).status).toBe(401);
    expect((await fetch(`${new URL(ready.controlUrl).origin}/other`)).status).toBe(404);
  });

  it('refuses over HTTP what does not come from the server', async () => {
    const post = (body: string) => fetch(ready.inboxUrl, { method: 'POST', body });
    expect((await post('{}')).status).toBe(400);
    expect((await post('x'.repeat(1_000_002))).status).toBe(413);
    expect((await fetch(ready.inboxUrl)).status).toBe(404);
    await control({ answerStatus: { status: 503, times: 1 } });
    expect((await post('{}')).status).toBe(503);
    await control({ lose: { next: 1 } });
    await expect(post('{}')).rejects.toThrow();
    expect((await post('{}')).status).toBe(400);
  });
});
