// The whole server in this process, spoken to by `inject`, on a database of its own and a clock that stands still until it is moved.
import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { defaultAuthSettings } from '#server/auth/auth.ts';
import { type CentralServer, createCentralServer, type ServerPorts } from '#server/create-server.ts';
import type { Database } from '#server/db/database.ts';
import { sessionSchema } from '#shared/contract/auth.ts';
import { temporaryFolder } from './processes.ts';
import { seedPassword } from './seed.ts';

export type TestServer = CentralServer & {
  readonly database: Database;
  readonly clock: { now: number };
  /** What went to the log as an error: a route or a command that threw. */
  readonly bugs: string[];
  /** A token for the account. */
  signIn(username: string, deskId: string): Promise<string>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
};

/** Closes the server, not the database. */
export async function testServer(
  database: Database,
  now: number,
  ports: Partial<ServerPorts> = {},
): Promise<TestServer> {
  const clock = { now };
  const bugs: string[] = [];
  const folder = await temporaryFolder();
  const unlimited = { max: 1_000_000, windowMs: 1, lockMs: 1 };
  const created = await createCentralServer({
    database,
    clock: () => clock.now,
    randomBytes: (size) => randomBytes(size),
    log: pino({ level: 'error', base: null }, { write: (line: string) => void bugs.push(line) }),
    dataFolder: folder.path,
    exchangeTransport: () => Promise.reject(new Error('nobody is there')),
    ...ports,
    settings: {
      firstAdminPassword: seedPassword,
      passwordCost: { memory: 1024, passes: 2 },
      requestsPerMinute: 10_000_000,
      auth: { ...defaultAuthSettings, perName: unlimited, perAddress: unlimited },
      ...ports.settings,
    },
  });
  if (!created.ok) throw new Error(created.error.code);
  const server = created.value;
  return {
    ...server,
    database,
    clock,
    bugs,
    inject: (options) => server.http.inject(options),
    async signIn(username, deskId) {
      const answer = await server.http.inject({
        method: 'POST',
        url: '/auth/sign-in',
        payload: { username, password: seedPassword, deskId },
      });
      if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`);
      return sessionSchema.parse(answer.json()).token;
    },
    async close() {
      await server.close();
      await folder.remove();
    },
  };
}
