// One server with its gateway and one trading centre in one process, on a virtual clock, with a filed plan to begin with. The network
// between them is a function call; what goes wrong is switched at the centre.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { createTradingCentre, type TradingCentre } from '#demo/trading-centre/centre.ts';
import { memoryStore, type RecordStore } from '#demo/trading-centre/records.ts';
import { runAsMachine } from '#server/command/run-as-machine.ts';
import type { Database } from '#server/db/database.ts';
import type { ExchangeSettings } from '#server/exchange/deps.ts';
import { createGateway, exchangeSendStore, type Gateway } from '#server/exchange/gateway.ts';
import type { KeyRing } from '#server/exchange/keys.ts';
import { publicKeyText, type SigningKey } from '#server/exchange/signatures.ts';
import { exchangePath } from '#shared/contract/exchange.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Platform, platforms } from '#shared/domain/admin/model.ts';
import { type Command, command, put } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Row } from '#shared/domain/entity.ts';
import { type Plan, planSchema, plans } from '#shared/domain/plans/model.ts';
import { type Project, projectSchema, type Section, sectionSchema } from '#shared/domain/projects/model.ts';
import { commands } from '#shared/domain/registry.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { examplePlatform } from '#shared/rules/plan-example.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { aStore } from '#test/builders/world.ts';

const serverId = 'zhengcai';
export const platformId = examplePlatform.id;
const system = anActor('system');
export const office = anActor('procurement_office');

/** Writes any row as it is: the world before the first action. */
const putRow = command({
  name: 'test.putRow',
  authority: 'server',
  input: z.strictObject({ entity: z.string(), row: z.custom<Row>() }),
  access: { roles: ['system'], record: () => true },
  *load() {},
  decide(_, { entity, row }) {
    const kind = entities.get(entity);
    if (kind === undefined) throw new Error(`unknown entity ${entity}`);
    return ok([put(kind, row)]);
  },
});
const withPutRow: ReadonlyMap<string, Command> = new Map([...commands, [putRow.name, putRow]]);

export function newSigningKey(keyId: string): SigningKey {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  return { keyId, privateKey: createPrivateKey(pem) };
}

/** A ring of one key that is never changed. */
function fixedRing(key: SigningKey): KeyRing {
  const only = { keyId: key.keyId, publicKey: publicKeyText(key.privateKey), current: true };
  return {
    current: async () => key,
    list: async () => [only],
    create: async () => ok(only),
    activate: async () => ok(only),
  };
}

export type ExchangeWorld = {
  readonly gateway: Gateway;
  readonly centre: TradingCentre;
  readonly centreKey: SigningKey;
  readonly platform: Platform;
  /** What the gateway logged, by event. */
  readonly logged: string[];
  now(): Instant;
  /** Moves the clock on, without anything happening. */
  wait(milliseconds: number): void;
  run(actor: Actor, name: string, input: unknown): ReturnType<typeof runAsMachine>;
  putRow(entity: string, row: Row): Promise<void>;
  /** Puts an approved plan there and files it: its push is in the outbox. */
  filePlan(name?: string, change?: Partial<Plan['content']>): Promise<void>;
  /** Both sides do what is due, now and later, until neither has anything to do before the time is over. */
  settle(withinMs: number): Promise<void>;
  restartCentre(): void;
  plan(name?: string): Promise<Plan>;
  project(name?: string): Promise<Project>;
  sections(name?: string): Promise<readonly Section[]>;
};

export type WorldOptions = {
  readonly random?: () => number;
  readonly settings?: Partial<ExchangeSettings>;
  /** Comes between the two: throw to lose a request of the gateway. */
  readonly intercept?: (text: string) => void;
};

export async function exchangeWorld(database: Database, options: WorldOptions = {}): Promise<ExchangeWorld> {
  let now = planDay;
  let counter = 0;
  const clock = () => now;
  const randomBytes = (size: number) => {
    counter += 1;
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32BE(counter, size - 4);
    return bytes;
  };
  const random = options.random ?? (() => 0.5);
  const [serverKey, centreKey] = [newSigningKey('server-1'), newSigningKey('centre-1')];
  const logged: string[] = [];
  const log = (event: string) => {
    logged.push(event);
  };

  const store: RecordStore = memoryStore();
  const newCentre = () =>
    createTradingCentre({
      platformIds: [platformId],
      serverId,
      clock,
      random,
      randomBytes,
      signingKey: centreKey,
      serverKeys: () => [{ keyId: serverKey.keyId, publicKey: publicKeyText(serverKey.privateKey) }],
      post: async (text) => {
        const { status, body } = await gateway.receive(text);
        return { status, body: JSON.stringify(body) };
      },
      store,
      faults: { delayMs: 60_000 },
    });
  let centre = newCentre();
  const gateway = createGateway({
    systemId: serverId,
    database,
    commands: withPutRow,
    clock,
    randomBytes,
    keys: fixedRing(serverKey),
    log: { info: log, warn: log },
    transport: async (url, text) => {
      if (url !== platform.inboxUrl) throw new Error('unreachable');
      options.intercept?.(text);
      const answer = centre.receive(text);
      if (answer === undefined) throw new Error('no answer');
      return answer;
    },
    settings: options.settings ?? {},
  });
  const machine = { clock, commands: withPutRow, storeSends: exchangeSendStore({ clock, randomBytes }) };
  let commandNo = 0;
  const run = (actor: Actor, name: string, input: unknown) => {
    commandNo += 1;
    return runAsMachine(database, machine, { commandId: anId(`command ${commandNo}`), name, input, actor });
  };
  const putRowAs = async (entity: string, row: Row) => {
    const done = await run(system, putRow.name, { entity, row });
    if (!done.ok) throw new Error(`${entity}: ${done.error.code}`);
  };
  const rowsOf = async <T>(table: string, column: string, id: string, schema: z.ZodType<T>) => {
    const { rows } = await database.query<{ body: unknown }>(
      `SELECT body FROM ${table} WHERE ${column} = $1 ORDER BY id`,
      [id],
    );
    return rows.map(({ body }) => schema.parse(body));
  };
  const onlyRow = async <T>(table: string, column: string, id: string, schema: z.ZodType<T>) => {
    const [row] = await rowsOf(table, column, id, schema);
    if (row === undefined) throw new Error(`no such row in ${table}`);
    return row;
  };

  const platform: Platform = {
    ...examplePlatform,
    inboxUrl: `http://centre.invalid${exchangePath}`,
    publicKeys: [{ keyId: centreKey.keyId, publicKey: publicKeyText(centreKey.privateKey), retired: false }],
  };
  const ground = aStore().put(platforms, platform);
  for (const kind of entities.values()) {
    for (const row of ground.all(kind)) await putRowAs(kind.name, row);
  }

  return {
    gateway,
    get centre() {
      return centre;
    },
    centreKey,
    platform,
    logged,
    now: clock,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    run,
    putRow: putRowAs,
    filePlan: async (name = 'plan', change = {}) => {
      const plan = aPlan(name).with(change).approved().build();
      await putRowAs(plans.name, plan);
      const filed = await run(office, 'plans.file', { id: plan.id });
      if (!filed.ok) throw new Error(JSON.stringify(filed.error));
    },
    settle: async (withinMs) => {
      const end = now + withinMs;
      for (;;) {
        while ((await gateway.tick()) + (await centre.tick()) > 0);
        const times = [await gateway.due(), centre.due()].flatMap((time) => time ?? []);
        // Never backwards, and never standing: what is overdue waits for something else.
        const next = Math.max(Math.min(...times, end), now + 1000);
        if (next >= end) break;
        now = next;
      }
      now = end;
      while ((await gateway.tick()) + (await centre.tick()) > 0);
    },
    restartCentre: () => {
      centre = newCentre();
    },
    plan: (name = 'plan') => onlyRow('plans', 'id', anId(name), planSchema),
    project: (name = 'plan') => onlyRow('projects', 'plan_id', anId(name), projectSchema),
    sections: (name = 'plan') => rowsOf('sections', 'plan_id', anId(name), sectionSchema),
  };
}
