// The exchange of one server process, put together: the inbox, the delivery, the regular jobs, and the store that business transactions
// hand their messages to. It holds no state; several of them may stand on one database.
import type { Command } from '#shared/domain/command.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { runInTransaction } from '../command/run-as-machine.ts';
import type { SendStore } from '../command/run-batch.ts';
import type { Database as ServerDatabase } from '../db/database.ts';
import { drizzleIn, drizzleOver, sqlOf } from '../db/drizzle.ts';
import { deliverDue, nextDue } from './deliver.ts';
import { defaultExchangeSettings, type ExchangeDeps, type ExchangeSettings, type SendDeps } from './deps.ts';
import { nextRelease, releaseHeld } from './held.ts';
import { type InboxAnswer, receive } from './inbox.ts';
import { pingSilent } from './ping.ts';
import { askReconcile } from './reconcile.ts';
import { pruneRefusals } from './refusals.ts';
import { allPlatforms } from './rows.ts';
import { storeSends } from './store-sends.ts';

/** Stores the messages of a business transaction; for the command runner of desks and machines. */
export function exchangeSendStore(deps: SendDeps): SendStore {
  return async (tx, sends) => {
    await storeSends(
      drizzleIn(tx),
      sends.map(({ draft }) => draft),
      deps,
    );
  };
}

export type GatewayOptions = SendDeps &
  Pick<ExchangeDeps, 'systemId' | 'transport' | 'log' | 'keys'> & {
    readonly database: ServerDatabase;
    readonly commands: ReadonlyMap<string, Command>;
    readonly settings?: Partial<ExchangeSettings>;
  };

export type Gateway = {
  readonly deps: ExchangeDeps;
  /** Answers one request of POST /exchange/inbox. */
  receive(text: string): Promise<InboxAnswer>;
  /** Delivers what is due and releases what was held for too long; to be called every second or so. The number of attempts. */
  tick(): Promise<number>;
  /** When `tick` has something to do next; null when nothing waits. */
  due(): Promise<Instant | null>;
  /** Compares with every active platform, asks the silent ones for a sign of life, forgets old refusals; once a day. */
  daily(): Promise<void>;
};

const silentForMs = 3_600_000;

export function createGateway(options: GatewayOptions): Gateway {
  const { clock, commands, database, keys, log, randomBytes, systemId, transport } = options;
  const storeSends = exchangeSendStore(options);
  const settings = { ...defaultExchangeSettings, ...options.settings };
  const deps: ExchangeDeps = {
    clock,
    database: drizzleOver(database),
    keys,
    log,
    randomBytes,
    settings,
    systemId,
    transport,
    runCommandAsMachine: (tx, command) =>
      runInTransaction(sqlOf(tx), { clock, commands, storeSends }, command),
  };
  return {
    deps,
    receive: (text) => receive(deps, text),
    tick: async () => {
      await releaseHeld(deps);
      return deliverDue(deps);
    },
    due: async () => {
      const times = [await nextDue(deps), await nextRelease(deps)].flatMap((time) => time ?? []);
      return times.length === 0 ? null : Math.min(...times);
    },
    daily: async () => {
      await pingSilent(deps, silentForMs);
      for (const { id, active } of await allPlatforms(deps.database)) {
        if (active) await askReconcile(deps, id);
      }
      await pruneRefusals(deps.database, clock());
    },
  };
}
