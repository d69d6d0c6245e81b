// One server with its gateway and one trading centre in one process, on a virtual clock, with a filed plan to begin with. The network
// between them is a function call; what goes wrong is switched at the centre.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { createTradingCentre, type TradingCentre } from '#demo/trading-centre/centre.ts';
import { memoryStore, type RecordStore } from '#demo/trading-centre/records.ts';
import { runAsMachine } from '#server/command/run-as-machine.ts';
import type { Database } from '#server/db/database.ts';
import { listOutbox } from '#server/exchange/admin.ts';
import type { OutboxRow } from '#server/exchange/deliver.ts';
import type { ExchangeSettings } from '#server/exchange/deps.ts';
import { createGateway, exchangeSendStore, type Gateway } from '#server/exchange/gateway.ts';
import type { KeyRing } from '#server/exchange/keys.ts';
import { bodyHash, publicKeyText, type SigningKey, signEnvelope } from '#server/exchange/signatures.ts';
import { storeSends } from '#server/exchange/store-sends.ts';
import { exchangePath, type UnsignedEnvelope } from '#shared/contract/exchange.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Platform, platforms } from '#shared/domain/admin/model.ts';
import { type Command, command, put } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { type Project, projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { readRow } from '#shared/domain/stored-body.ts';
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
  putRow<R extends Row>(kind: Entity<R>, row: R): Promise<void>;
  /** Puts an approved plan there and files it: its push is in the outbox. */
  filePlan(name?: string, change?: Partial<Plan['content']>): Promise<void>;
  /** 采购办 reopens the plan, its content is changed and approved again (put there), and 采购办 files the change. */
  changePlan(change: Partial<Plan['content']>, name?: string): Promise<void>;
  /** Both sides do what is due, now and later, until neither has anything to do before the time is over. */
  settle(withinMs: number): Promise<void>;
  /** Comes between gateway and centre: throw to lose a request. Null takes it away again. */
  intercept(by: ((text: string) => void) | null): void;
  /** Puts a message into our outbox without a command. */
  send(draft: Omit<ExchangeMessageDraft, 'platformId'>): Promise<void>;
  /** The messages in our outbox, oldest first. */
  outbox(): Promise<readonly OutboxRow[]>;
  restartCentre(): void;
  exists(name: string): Promise<boolean>;
  plan(name?: string): Promise<Plan>;
  project(name?: string): Promise<Project>;
  sections(name?: string): Promise<readonly Section[]>;
};

export type WorldOptions = {
  readonly random?: () => number;
  readonly settings?: Partial<ExchangeSettings>;
};

export async function exchangeWorld(database: Database, options: WorldOptions = {}): Promise<ExchangeWorld> {
  let now = planDay;
  let counter = 0;
  const clock = () => now;
  const randomBytes = (size: number) => {
    counter += 1;
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32BE(counter, 4);
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
  let intercept: ((text: string) => void) | null = null;
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
      intercept?.(text);
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
  const putRowAs = <R extends Row>({ name: entity }: Entity<R>, row: R) =>
    must(system, putRow.name, { entity, row });
  const must = async (actor: Actor, name: string, input: unknown) => {
    const done = await run(actor, name, input);
    if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.error)}`);
  };
  const rowsOf = async <R extends Row>(kind: Entity<R>, column: string, id: string) => {
    const { rows } = await database.query<{ body: string }>(
      `SELECT body::text AS body FROM ${kind.name} WHERE ${column} = $1 ORDER BY id`,
      [id],
    );
    return rows.map(({ body }) => readRow(kind, body));
  };
  const onlyRow = async <R extends Row>(kind: Entity<R>, column: string, id: string) => {
    const [row] = await rowsOf(kind, column, id);
    if (row === undefined) throw new Error(`no such row in ${kind.name}`);
    return row;
  };

  const planOf = (name: string) => onlyRow(plans, 'id', anId(name));

  const platform: Platform = {
    ...examplePlatform,
    inboxUrl: `http://centre.invalid${exchangePath}`,
    publicKeys: [{ keyId: centreKey.keyId, publicKey: publicKeyText(centreKey.privateKey), retired: false }],
  };
  const ground = aStore().put(platforms, platform);
  for (const kind of entities.values()) {
    for (const row of ground.all(kind)) await putRowAs(kind, row);
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
      await putRowAs(
        plans,
        aPlan(name)
          .with({ plannedSections: [], ...change })
          .approved()
          .build(),
      );
      await must(office, 'plans.file', { id: anId(name) });
    },
    changePlan: async (change, name = 'plan') => {
      await must(office, 'plans.reopen', { id: anId(name), reason: 'budget changed' });
      const plan = await planOf(name);
      const content = { ...plan.content, ...change };
      await putRowAs(plans, { ...plan, content, status: 'office_review' });
      await must(office, 'plans.file', { id: anId(name) });
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
    intercept: (by) => {
      intercept = by;
    },
    send: async (draft) => {
      await gateway.deps.database.transaction((tx) =>
        storeSends(tx, [{ ...draft, platformId }], { clock, randomBytes }),
      );
    },
    outbox: async () => (await listOutbox(gateway.deps.database, { limit: 1000 })).toReversed(),
    restartCentre: () => {
      centre = newCentre();
    },
    exists: async (name) => (await rowsOf(plans, 'id', anId(name))).length > 0,
    plan: (name = 'plan') => planOf(name),
    project: (name = 'plan') => onlyRow(projects, 'plan_id', anId(name)),
    sections: (name = 'plan') => rowsOf(sections, 'plan_id', anId(name)),
  };
}

/** An envelope as the centre would send it, with these parts changed before it is signed. */
export function centreEnvelope(
  world: ExchangeWorld,
  parts: Partial<UnsignedEnvelope> = {},
  key?: SigningKey,
) {
  envelopeNo += 1;
  const body = parts.body ?? { sentAt: world.now() };
  return signEnvelope(
    {
      msgId: anId(`envelope ${envelopeNo}`),
      type: 'ping',
      schemaVersion: 1,
      from: platformId,
      to: serverId,
      businessKey: 'ping',
      seq: 1,
      createdAt: world.now(),
      notBefore: null,
      bodyHash: bodyHash(body),
      attachments: [],
      ...parts,
      body,
    },
    key ?? world.centreKey,
  );
}
let envelopeNo = 0;
