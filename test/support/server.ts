// A whole server in this process on a database of its own, with a clock that stands still until it is moved, cheap passwords and no timers:
// `server.runDueWork()` does what timers would.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type CentralServer, createCentralServer, type ServerPorts } from '#server/create-server.ts';
import type { Session } from '#shared/contract/auth.ts';
import { sessionSchema } from '#shared/contract/auth.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Engine, TestDatabase } from './database.ts';
import { storeAll } from './seed.ts';
import { anAccount, idOf, startOfTime } from './server-fixture.ts';

export type TestServer = CentralServer & {
  readonly held: TestDatabase;
  readonly dataFolder: string;
  /** What the log was told, as lines of JSON. */
  readonly logged: string[];
  readonly time: { now: number };
  /** Stores the account with this password, and signs it in on a desk of its own. */
  signIn(name: string, over?: Partial<Account>): Promise<SignedInDesk>;
  /** Another process on the same database and folder. */
  twin(over?: Partial<ServerPorts>): Promise<CentralServer>;
  stop(): Promise<void>;
};

export type SignedInDesk = Session & {
  readonly deskId: Id;
  readonly headers: { readonly authorization: string };
};

export const testPassword = 'Zhengcai-2026!';

export async function aServer(engine: Engine, over: Partial<ServerPorts> = {}): Promise<TestServer> {
  const held = await engine.open();
  const dataFolder = await mkdtemp(join(tmpdir(), 'server-'));
  const logged: string[] = [];
  const time = { now: startOfTime };
  const ports: ServerPorts = {
    database: held.database,
    clock: () => time.now,
    randomBytes,
    log: pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) }),
    dataFolder,
    exchangeTransport: () => Promise.reject(new Error('nobody there')),
    ...over,
    settings: {
      passwordCost: { memory: 1024, passes: 1 },
      firstAdminPassword: testPassword,
      ...over.settings,
    },
  };
  const server = await started(ports);
  return {
    ...server,
    held,
    dataFolder,
    logged,
    time,
    async signIn(name, accountOver) {
      const account = anAccount(name, accountOver);
      await storeAll(held.database, [{ entity: 'accounts', row: account }], time.now);
      await server.operations.ensurePassword(account.id, testPassword);
      const deskId = idOf(`desk ${name}`);
      const answer = await server.http.inject({
        method: 'POST',
        url: '/auth/sign-in',
        payload: { username: account.username, password: testPassword, deskId },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      const session = sessionSchema.parse(answer.json());
      return { ...session, deskId, headers: { authorization: `Bearer ${session.token}` } };
    },
    twin: (changed) => started({ ...ports, ...changed }),
    async stop() {
      await server.close();
      await held.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function started(ports: ServerPorts): Promise<CentralServer> {
  const made = await createCentralServer(ports);
  if (!made.ok) throw new Error(made.error.code);
  await made.value.http.ready();
  return made.value;
}
