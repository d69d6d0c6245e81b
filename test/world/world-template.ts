// What many worlds share, because making it anew for each would cost more than the worlds themselves: the database with its tables, the
// state every history begins from (organisations, accounts, a few plans on their way, desks that have signed in and synchronised), and
// where it is all kept.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '#demo/data/accounts.ts';
import { demoCalendar, demoNumberPatterns, demoPlatforms } from '#demo/data/set-up.ts';
import type { StoredRecord } from '#demo/trading-centre/records.ts';
import type { Database } from '#server/db/database.ts';
import { openKeyRing, type PublicKey } from '#server/exchange/keys.ts';
import type { ServerSettings } from '#server/settings.ts';
import { defaultServerSettings } from '#server/settings.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { databases, type Engine } from '#test/support/database.ts';
import { type CentreStore, centreInbox, centreKey, centrePublicKey, centreStore } from './centre.ts';
import { imageOf } from './crashing-sqlite.ts';
import { foundingStory } from './opening-story.ts';
import {
  type DeskName,
  deskAccounts,
  desks,
  homeRegion,
  otherRegion,
  startOfWorld,
  worldOrganisations,
} from './people.ts';
import { type TableCopies, tableCopies } from './table-copies.ts';
import { World, type WorldOptions } from './world.ts';

const baseSeed = 1;

/** Only processes die in a world, never the power: memory is disk enough, and spares thousands of waits for the real one. */
function fastFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

export class House {
  readonly database: Database;
  readonly folder: string;
  readonly serverFolder: string;
  readonly serverId = defaultServerSettings.systemId;
  readonly platformIds: readonly string[];
  readonly backup: TableCopies;
  readonly serverSettings: Partial<ServerSettings> = {
    // As cheap as the algorithm allows: nobody attacks these passwords.
    passwordCost: { memory: 8, passes: 1 },
    firstAdminPassword: demoPassword,
    requestsPerMinute: 1_000_000_000,
    // Which of two messages is through first would be the machine's choice, not the seed's.
    exchange: { sendsAtOnce: 1 },
    auth: {
      ...defaultServerSettings.auth,
      perName: { max: 1000, windowMs: 60_000, lockMs: 60_000 },
      perAddress: { max: 100_000, windowMs: 60_000, lockMs: 60_000 },
    },
  };
  serverKeys: readonly PublicKey[] = [];
  startsAt = startOfWorld;
  /** The sequence number at which histories begin. */
  startsAtSeq = 0;
  readonly #base: TableCopies;
  readonly #closeDatabase: () => Promise<void>;
  #centre: readonly StoredRecord[] = [];
  #worlds = 0;

  readonly older: boolean;

  private constructor(
    database: Database,
    closeDatabase: () => Promise<void>,
    folder: string,
    copies: { readonly base: TableCopies; readonly backup: TableCopies },
    older: boolean,
  ) {
    this.older = older;
    this.database = database;
    this.folder = folder;
    this.serverFolder = join(folder, 'server');
    this.#closeDatabase = closeDatabase;
    this.#base = copies.base;
    this.backup = copies.backup;
    this.platformIds = demoPlatforms({ inboxUrl: centreInbox, keyId: '', publicKey: '' })
      .filter(({ regionCode }) => regionCode === homeRegion || regionCode === otherRegion)
      .map(({ id }) => id);
  }

  /** On the embedded database, or on whichever engine is given; of now, or of the version before a record type was added. */
  static async open(engine: Engine | undefined = databases()[0], older = false): Promise<House> {
    if (engine === undefined) throw new Error('no database to build a world on');
    const { database, close } = await engine.open();
    const folder = await mkdtemp(join(fastFolder(), 'zhengcai-world-'));
    await mkdir(join(folder, 'desks'), { recursive: true });
    const copies = {
      base: await tableCopies(database, 'world_base'),
      backup: await tableCopies(database, 'world_backup'),
    };
    const house = new House(database, close, folder, copies, older);
    await house.#found();
    return house;
  }

  /** A world as every history begins it. One at a time: they share the database. */
  async begin(options: Omit<WorldOptions, 'folder'>): Promise<World> {
    await this.#base.load();
    this.#worlds += 1;
    // Rows that many worlds have deleted take room and time until they are swept out, and so does the log of what was done to them, which
    // the embedded database keeps in memory.
    if (this.#worlds % 20 === 0) {
      await this.database.exec('VACUUM');
      await this.database.exec('CHECKPOINT');
    }
    return new World(this, { ...options, folder: await mkdtemp(join(this.folder, 'world-')) });
  }

  async finish(world: World): Promise<void> {
    await world.end();
    await rm(world.folder, { recursive: true, force: true });
  }

  deskImage(name: DeskName): string | undefined {
    const image = join(this.folder, 'desks', name);
    return existsSync(image) ? image : undefined;
  }

  centreRecords(): CentreStore {
    return centreStore(this.#centre);
  }

  async close(): Promise<void> {
    await this.#closeDatabase();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #found(): Promise<void> {
    const keys = await openKeyRing(join(this.serverFolder, 'exchange-keys'), 'key-1');
    this.serverKeys = await keys.list();
    const store = this.centreRecords();
    const world = new World(this, {
      seed: baseSeed,
      cast: desks,
      folder: await mkdtemp(join(this.folder, 'world-')),
      centreRecords: store,
    });
    await this.#setUp(world);
    await foundingStory(world);
    for (const desk of world.cast) {
      await desk.close();
      imageOf(desk.folder, join(this.folder, 'desks', desk.name));
    }
    await world.server.restart();
    await this.#base.save();
    this.#centre = store.copy();
    this.startsAt = world.clock.now();
    const { rows } = await this.database.query<{ seq: number }>('SELECT seq FROM feed_head');
    this.startsAtSeq = rows[0]?.seq ?? 0;
    await this.finish(world);
  }

  /** What an administrator does before anybody can work. */
  async #setUp(world: World): Promise<void> {
    const { operations } = await world.server.ensureRunning();
    const { id, name } = deskAccounts.admin;
    const admin: Actor = {
      accountId: id,
      name,
      role: 'administrator',
      organisationId: null,
      regionCodes: [],
      platformId: null,
    };
    const run = async (command: string, input: unknown) => {
      const done = await operations.runAs(admin, command, input);
      if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`);
    };
    for (const { row } of worldOrganisations) await run('organisations.save', { organisation: row });
    for (const account of Object.values(deskAccounts)) {
      await run('accounts.save', { account });
      await operations.ensurePassword(account.id, demoPassword);
    }
    for (const { calendar, source } of demoCalendar) await run('holidays.publish', { calendar, source });
    for (const { id: patternId, pattern } of demoNumberPatterns) {
      await run('numberPatterns.set', { id: patternId, pattern });
    }
    // As short as it can be: whoever is away for more than a day finds it trimmed.
    await run('settings.set', { key: 'sync.feedDays', value: 1 });
    const address = { inboxUrl: centreInbox, keyId: centreKey.keyId, publicKey: centrePublicKey };
    for (const { publicKeys, ...platform } of demoPlatforms(address)) {
      if (!this.platformIds.includes(platform.id)) continue;
      await run('platforms.save', { platform });
      for (const { keyId, publicKey } of publicKeys) {
        await run('platforms.addKey', { platformId: platform.id, keyId, publicKey });
      }
    }
  }
}
