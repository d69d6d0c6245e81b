// Puts one server process together from its ports. It keeps nothing that must survive: any number of them may stand on one PostgreSQL. Nothing
// runs by itself before `start`; a test with a virtual clock calls `runDueWork` instead.
import { join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Actor } from '#shared/domain/actor.ts';
import type { Command } from '#shared/domain/command.ts';
import { commands as productCommands } from '#shared/domain/registry.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AuthDeps } from './auth/auth.ts';
import { createFirstAdministrator, firstUsername } from './auth/first-administrator.ts';
import { createPasswords } from './auth/passwords.ts';
import type { ApplyDeps } from './command/apply.ts';
import type { StoreTables } from './command/entity-store.ts';
import { RowMemory } from './command/row-memory.ts';
import type { Database } from './db/database.ts';
import type { Transport } from './exchange/deps.ts';
import { createGateway, exchangeSendStore, type Gateway } from './exchange/gateway.ts';
import { openKeyRing } from './exchange/keys.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { HeadHub } from './feed/head-hub.ts';
import { present } from './feed/pull.ts';
import { fileRoutes } from './files/file-routes.ts';
import { openFileStore } from './files/file-store.ts';
import { createUploads } from './files/uploads.ts';
import { authRoutes } from './http/auth-routes.ts';
import { buildApp, type RouteEntry, whereOf } from './http/build-app.ts';
import { commandRoutes } from './http/command-routes.ts';
import { createMetrics } from './http/metrics.ts';
import { queryRoutes } from './http/query-routes.ts';
import { refuse } from './http/refusal.ts';
import { createGuard } from './http/signed-in.ts';
import { syncRoutes } from './http/sync-routes.ts';
import { systemRoutes } from './http/system-routes.ts';
import { type JobDeps, runDueJobs } from './jobs/jobs.ts';
import { type Schedule, startSchedule } from './jobs/schedule.ts';
import { libraryState } from './modules/experts/library-state.ts';
import { moduleAnswers } from './modules.ts';
import { createOperations, type Operations } from './operations.ts';
import { systemAnswers } from './query/answer.ts';
import type { Answers } from './query/handler.ts';
import { defaultServerSettings, type ServerSettings } from './settings.ts';
import { upgradeDatabase } from './upgrade.ts';
import { createVault } from './vault/vault.ts';
import { website } from './website/routes.ts';

export type ServerPorts = {
  /** Owned by the caller, who also closes it. */
  readonly database: Database;
  clock(): Instant;
  randomBytes(size: number): Uint8Array;
  readonly log: FastifyBaseLogger;
  /** For attachments and signing keys. */
  readonly dataFolder: string;
  readonly exchangeTransport: Transport;
  readonly settings?: Partial<ServerSettings>;
  /** Other than the product's, for tests. */
  readonly commands?: ReadonlyMap<string, Command>;
  readonly tables?: StoreTables;
  readonly answers?: Answers;
  /** 32 bytes; undefined: library and draws of experts are refused. */
  readonly expertKey?: Uint8Array | undefined;
  /** X25519, SPKI DER; undefined: draws are refused. */
  readonly expertRecoveryKey?: Uint8Array | undefined;
  /** What only the person who starts the server may read: the first administrator's password. */
  tellOperator?(line: string): void;
};

export type CentralServer = {
  /** With all its routes; `listen` or `inject`. */
  readonly http: FastifyInstance;
  readonly routes: readonly RouteEntry[];
  /** Everything that timers would do by now: exchange deliveries, and the jobs that are due. */
  runDueWork(): Promise<void>;
  /** Notifications, timers and jobs. */
  start(): Promise<void>;
  /** Waits for requests in flight. */
  close(): Promise<void>;
  readonly operations: Operations;
  readonly gateway: Gateway;
  epoch(): Promise<Id>;
};

const exchangeTickMs = 1000;

/** Upgrades the database first. Refusal: schema_too_new. */
export async function createCentralServer(ports: ServerPorts): Promise<Result<CentralServer, AppError>> {
  const { database, clock, randomBytes, log } = ports;
  const settings = { ...defaultServerSettings, ...ports.settings };
  const commands = ports.commands ?? productCommands;
  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) return upgraded;

  const { expertKey: key, expertRecoveryKey: recoveryKey } = ports;
  const vault = key === undefined ? undefined : createVault({ key, recoveryKey, randomBytes });
  const library = () => libraryState(database, ports.tables, vault);
  const state = await library();
  if (state !== 'open') log.warn({ state }, 'the library of experts is locked');

  const keys = await openKeyRing(join(ports.dataFolder, 'exchange-keys'), 'key-1');
  const auditKeys = await openKeyRing(join(ports.dataFolder, 'audit-keys'), 'key-1');
  const storeSends = exchangeSendStore({ clock, randomBytes });
  const gateway = createGateway({
    database,
    clock,
    randomBytes,
    commands,
    keys,
    transport: ports.exchangeTransport,
    systemId: settings.systemId,
    settings: settings.exchange,
    log: {
      info: (event, detail) => log.info(detail, event),
      warn: (event, detail) => log.warn(detail, event),
    },
  });
  const passwords = await createPasswords(settings.passwordCost);
  const auth: AuthDeps = { database, passwords, settings: settings.auth, clock, randomBytes };
  const apply: ApplyDeps = {
    database,
    clock,
    commands,
    vault,
    tables: ports.tables,
    storeSends,
    memory: new RowMemory(),
    reportBug(command, cause) {
      const name = cause instanceof Error ? cause.name : 'unknown';
      log.error({ command, name, at: whereOf(cause) }, 'a command threw');
    },
  };
  const files = await openFileStore(join(ports.dataFolder, 'files'), { database, clock });
  const uploads = createUploads(files);
  const hub = new HeadHub(database);
  const guard = createGuard(auth);
  const metrics = createMetrics(() => hub.size);
  const now = () => present(database);

  const { app, routes } = await buildApp({
    log,
    metrics,
    requestsPerMinute: settings.requestsPerMinute,
    trustProxy: settings.trustProxy,
  });
  await app.register(systemRoutes({ database, metrics, clock, library }));
  await app.register(authRoutes(auth, guard));
  await app.register(syncRoutes({ apply, guard, hub, metrics, present: now }));
  await app.register(commandRoutes({ apply, guard, metrics }));
  const answers = new Map([...systemAnswers, ...moduleAnswers(), ...(ports.answers ?? [])]);
  await app.register(queryRoutes({ database, tables: ports.tables, answers, vault, clock }, guard));
  await app.register(fileRoutes(files, uploads, guard));
  await app.register(
    exchangeRoutes({
      gateway,
      refuse,
      async actorOf(request): Promise<Result<Actor>> {
        const session = await guard.ask(request);
        return session.ok ? ok(session.value.actor) : session;
      },
    }),
  );
  await app.register(
    website({
      database,
      files,
      clock,
      address: settings.websiteUrl,
      reportBug(route, error) {
        const name = error instanceof Error ? error.name : 'unknown';
        log.error({ route, name, at: whereOf(error) }, 'a page threw');
      },
    }),
  );

  const password = await createFirstAdministrator({ ...auth, storeSends }, settings.firstAdminPassword);
  if (password !== undefined && settings.firstAdminPassword === undefined) {
    ports.tellOperator?.(`first administrator: ${firstUsername} / ${password}`);
  }

  const operations = createOperations({ ...apply, auth, files });
  const jobDeps: JobDeps = {
    database,
    clock,
    auditKeys,
    uploads,
    runAs: operations.runAs,
    exchangeDaily: () => gateway.daily(),
  };
  const running = new Running(gateway, hub, jobDeps, log);
  app.addHook('preClose', () => running.stop());
  return ok({
    http: app,
    routes,
    gateway,
    operations,
    epoch: async () => (await now()).epoch,
    async runDueWork() {
      await gateway.tick();
      await runDueJobs(jobDeps);
    },
    start: () => running.start(),
    async close() {
      await app.close();
      await running.stop();
    },
  });
}

/** The parts that run by themselves. */
class Running {
  readonly #gateway: Gateway;
  readonly #hub: HeadHub;
  readonly #jobDeps: JobDeps;
  readonly #log: FastifyBaseLogger;
  #schedule: Schedule | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tick: Promise<unknown> = Promise.resolve();

  constructor(gateway: Gateway, hub: HeadHub, jobDeps: JobDeps, log: FastifyBaseLogger) {
    this.#gateway = gateway;
    this.#hub = hub;
    this.#jobDeps = jobDeps;
    this.#log = log;
  }

  async start(): Promise<void> {
    await this.#hub.start();
    const failed = (job: string, error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      this.#log.error({ job, name, at: whereOf(error) }, 'a job failed');
    };
    this.#schedule = await startSchedule(this.#jobDeps, { failed });
    let ticking = false;
    this.#timer = setInterval(() => {
      if (ticking) return;
      ticking = true;
      this.#tick = this.#gateway
        .tick()
        .catch((error: unknown) => failed('exchange', error))
        .finally(() => {
          ticking = false;
        });
    }, exchangeTickMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#tick;
    await this.#schedule?.stop();
    this.#schedule = undefined;
    await this.#hub.close();
  }
}
