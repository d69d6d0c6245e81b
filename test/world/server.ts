// The server of a world: the real one on a database that outlives it. It can die between any two of its statements, be started again, and
// be put back to an older backup; whoever asked it meanwhile gets no answer.
import { pino } from 'pino';
import type { CentralServer } from '#server/create-server.ts';
import { createCentralServer } from '#server/create-server.ts';
import { resendMessage } from '#server/exchange/admin.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { expertKey } from '#test/support/experts.ts';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './clock.ts';
import { type CrashingDatabase, crashingDatabase } from './crashing-database.ts';
import { Life } from './life.ts';
import { type Answer, type ServerRequest, Unreachable } from './network.ts';
import { deskAccounts } from './people.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tally } from './tally.ts';
import { before, domainBefore } from './versions.ts';

export type ServerParts = {
  readonly house: Surroundings;
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly tally: Tally;
  toCentre(body: string): Promise<{ readonly status: number; readonly body: string }>;
};

const administrator: Actor = {
  accountId: deskAccounts.admin.id,
  name: deskAccounts.admin.name,
  role: 'administrator',
  organisationId: null,
  regionCodes: [],
  platformId: null,
};
const silent = pino({ level: 'silent' });
const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Desks keep what was acknowledged for 30 days; an older backup loses work by design. */
const oldestBackupMs = 29 * dayMs;

export class WorldServer {
  readonly #parts: ServerParts;
  #life = new Life();
  #database: CrashingDatabase;
  #server: CentralServer | undefined;
  #lastJobs: number;
  #armed: number | null = null;
  #crashes = 0;
  #backedUpAt: number | null = null;
  #older: boolean;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#database = crashingDatabase(parts.house.database, this.#life);
    this.#lastJobs = parts.clock.now();
    this.#older = parts.house.older;
  }

  /** Whether it is of the version before. */
  get older(): boolean {
    return this.#older;
  }

  /** The version of now from here on. */
  async renew(): Promise<void> {
    if (!this.#older) return;
    await this.restart();
    this.#older = false;
  }

  async ensureRunning(): Promise<CentralServer> {
    if (this.#server !== undefined && !this.#life.ended) return this.#server;
    await this.#bury();
    // It may die while it starts; whoever looks after it starts it again.
    for (;;) {
      const started = await this.#start();
      if (started !== undefined) return started;
      this.#parts.tally.count('server crash');
      this.#crashes += 1;
      await this.#database.settled();
    }
  }

  async #start(): Promise<CentralServer | undefined> {
    const life = new Life();
    this.#life = life;
    if (this.#armed !== null) life.crashAt(this.#armed);
    this.#armed = null;
    const { house, clock, chance, toCentre } = this.#parts;
    this.#database = crashingDatabase(house.database, life);
    const made = await createCentralServer({
      database: this.#database,
      clock: () => clock.now(),
      randomBytes: chance.bytes('server'),
      log: silent,
      dataFolder: house.serverFolder,
      exchangeTransport: (_url, body) => toCentre(body),
      expertKey,
      settings: { ...house.serverSettings },
      ...(this.#older ? { commands: domainBefore.commands } : {}),
    }).catch((thrown: unknown) => {
      if (life.ended) return undefined;
      throw thrown;
    });
    if (made === undefined) return undefined;
    if (!made.ok) throw new Error(`the server does not start: ${made.error.code}`);
    this.#server = made.value;
    return made.value;
  }

  /** One request as it arrives. A server that dies over it gives no answer. */
  async handle(request: ServerRequest): Promise<Answer> {
    return this.#older ? before(request, (asked) => this.#handle(asked)) : this.#handle(request);
  }

  async #handle({ method, path, headers, body }: ServerRequest): Promise<Answer> {
    const server = await this.ensureRunning();
    const life = this.#life;
    const verb =
      method === 'GET' ? 'GET' : method === 'HEAD' ? 'HEAD' : method === 'PATCH' ? 'PATCH' : 'POST';
    const answer = await server.http.inject({
      method: verb,
      url: path,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    if (life.ended) {
      await this.#bury();
      throw new Unreachable('the server died');
    }
    const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
    return { status: answer.statusCode, headers: Object.fromEntries(named), body: answer.rawPayload };
  }

  /** What timers would do: deliveries at any time, the jobs that are due once an hour. */
  async work(): Promise<void> {
    const server = await this.ensureRunning();
    const life = this.#life;
    const now = this.#parts.clock.now();
    try {
      await server.gateway.tick();
      if (now - this.#lastJobs >= hourMs) {
        this.#lastJobs = now;
        await server.runDueWork();
        await server.gateway.tick();
      }
    } catch (thrown) {
      if (!life.ended) throw thrown;
    }
    if (life.ended) await this.#bury();
  }

  /** The process will die at the n-th point from now. */
  arm(n: number): void {
    if (this.#server === undefined || this.#life.ended) this.#armed = n;
    else this.#life.crashAt(n);
  }

  spare(): void {
    this.#armed = null;
    this.#life.spare();
  }

  /** Whether a crash has happened. */
  get died(): boolean {
    return this.#crashes > 0;
  }

  /** Stopped as an operator stops it, and started again. */
  async restart(): Promise<void> {
    const server = this.#server;
    if (server !== undefined && !this.#life.ended) {
      await server.close();
      this.#life.end('a shutdown');
      this.#parts.tally.count('server restart');
    }
    await this.#bury();
  }

  async backup(): Promise<void> {
    await this.#database.settled();
    await this.#parts.house.backup.save();
    this.#backedUpAt = this.#parts.clock.now();
  }

  /** Puts the newest backup back: what was acknowledged after it is gone from the server, and a new epoch begins. */
  async restore(): Promise<void> {
    const { house, clock, chance, tally } = this.#parts;
    if (this.#backedUpAt === null || clock.now() - this.#backedUpAt > oldestBackupMs) return;
    await this.restart();
    await house.backup.load();
    await house.database.query("UPDATE server_meta SET value = $1 WHERE key = 'epoch'", [
      uuidV7(clock.now(), chance.bytes('epochs')(10)),
    ]);
    tally.count('server restore');
  }

  /** What the whole server side looks like now; the same text twice means that nothing moved. */
  async fingerprint(): Promise<string> {
    const { database } = this.#parts.house;
    const { rows } = await database.query<{ text: string }>(
      `SELECT concat_ws(' ', 'head', h.seq, 'audit', h.audit_no,
         'desks', (SELECT string_agg(last_no::text, ',' ORDER BY id) FROM desks),
         'messages', (SELECT string_agg(state || coalesce(answer, ''), ',' ORDER BY queued_at, msg_id)
           FROM exchange_outbox WHERE state IN ('pending', 'received'))) AS text
       FROM feed_head h`,
    );
    return rows[0]?.text ?? '';
  }

  /** Whether anything of the exchange is still under way. */
  async rests(): Promise<boolean> {
    const { rows } = await this.#parts.house.database.query(
      `SELECT 1 FROM exchange_outbox WHERE state IN ('pending', 'received')
       UNION ALL SELECT 1 FROM exchange_inbox WHERE state = 'held' LIMIT 1`,
    );
    return rows.length === 0;
  }

  /** What an administrator does when all is well again. The number of messages that come of it. */
  async dailyWork(): Promise<number> {
    const { gateway } = await this.ensureRunning();
    const { database } = this.#parts.house;
    const dead = await database.query<{ msg_id: string }>(
      "SELECT msg_id FROM exchange_outbox WHERE state = 'dead'",
    );
    for (const { msg_id } of dead.rows) {
      const sent = await resendMessage(gateway.deps, administrator, msg_id);
      if (!sent.ok) throw new Error(`a dead letter cannot be sent again: ${sent.error.code}`);
    }
    await this.compare();
    const { rows } = await database.query("SELECT 1 FROM exchange_outbox WHERE state = 'pending'");
    return rows.length;
  }

  /** The comparison with the trading centre that every day brings. */
  async compare(): Promise<void> {
    const { gateway } = await this.ensureRunning();
    await gateway.daily();
  }

  async end(): Promise<void> {
    this.#life.end('the end of the world');
    await this.#bury();
  }

  /** Waits until nothing of a dead process is left on the database. */
  async #bury(): Promise<void> {
    if (this.#server === undefined) return;
    const { endedAt } = this.#life;
    if (endedAt === null) return;
    if (endedAt !== 'a shutdown' && endedAt !== 'the end of the world') {
      this.#parts.tally.count('server crash');
      this.#crashes += 1;
    }
    const dead = this.#server;
    this.#server = undefined;
    await this.#database.settled();
    await dead.http.close().catch(() => undefined);
  }
}
