// The trading centre of a world: the very simulator of the demo, on the world's clock, chance and network. Its records survive its process.
import { createPrivateKey } from 'node:crypto';
import { createTradingCentre, type TradingCentre } from '#demo/trading-centre/centre.ts';
import { type FaultPatch, noFaults, type Probe } from '#demo/trading-centre/faults.ts';
import type { HttpAnswer, PublicKey } from '#demo/trading-centre/ports.ts';
import type { RecordStore, StoredRecord } from '#demo/trading-centre/records.ts';
import { publicKeyText, type SigningKey } from '#server/exchange/signatures.ts';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './clock.ts';

/** Always the same key: platform rows hold its public half, and a history shall give the same rows each time. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
export const centreKey: SigningKey = {
  keyId: 'centre-1',
  privateKey: createPrivateKey({
    key: Buffer.concat([pkcs8Head, Buffer.alloc(32, 7)]),
    format: 'der',
    type: 'pkcs8',
  }),
};
export const centrePublicKey = publicKeyText(centreKey.privateKey);
export const centreInbox = 'http://centre.example/exchange/inbox';

/** Records that can be put back to what they were. */
export type CentreStore = RecordStore & {
  copy(): readonly StoredRecord[];
};

export function centreStore(from: readonly StoredRecord[]): CentreStore {
  const records = new Map(from.map((record) => [`${record.kind}/${record.key}`, record]));
  return {
    load: () => [...records.values()].map((record) => structuredClone(record)),
    save: (changed) => {
      for (const record of changed) records.set(`${record.kind}/${record.key}`, structuredClone(record));
    },
    copy: () => [...records.values()].map((record) => structuredClone(record)),
  };
}

export type CentreParts = {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly store: CentreStore;
  readonly platformIds: readonly string[];
  readonly serverId: string;
  serverKeys(): readonly PublicKey[];
  post(body: string): Promise<HttpAnswer>;
};

export class WorldCentre {
  readonly #parts: CentreParts;
  #centre: TradingCentre;

  constructor(parts: CentreParts) {
    this.#parts = parts;
    this.#centre = this.#start();
  }

  receive(text: string): HttpAnswer | undefined {
    return this.#centre.receive(text);
  }

  tick(): Promise<number> {
    return this.#centre.tick();
  }

  async control(faults: FaultPatch): Promise<void> {
    await this.#centre.control(faults);
  }

  async probe(probe: Probe): Promise<void> {
    await this.#centre.probe(probe);
  }

  /** Opens or evaluates a section, whatever its notice says; with another `pick` it says otherwise. */
  follow(deed: 'open' | 'evaluate', lotUid: string, pick: number): void {
    if (deed === 'open') this.#centre.open({ lotUid, bidders: pick % 6 });
    else this.#centre.evaluate({ lotUid, outcome: pick % 3 === 0 ? 'failed' : 'ranked' });
  }

  /** Kills its process: what it had not stored is gone, faults are off. */
  restart(): void {
    this.#centre = this.#start();
  }

  /** Its refusals stay: they are its word on a plan, not a fault of the line. */
  async heal(): Promise<void> {
    const { refuse } = this.#centre.state().faults;
    await this.#centre.control({ ...noFaults, refuse });
  }

  state(): ReturnType<TradingCentre['state']> {
    return this.#centre.state();
  }

  #start(): TradingCentre {
    const { clock, chance, store, platformIds, serverId, serverKeys, post } = this.#parts;
    const random = chance.of('centre');
    return createTradingCentre({
      platformIds,
      serverId,
      clock: () => clock.now(),
      random: () => random.next(),
      randomBytes: chance.bytes('centre bytes'),
      signingKey: centreKey,
      serverKeys,
      post,
      store,
    });
  }
}
