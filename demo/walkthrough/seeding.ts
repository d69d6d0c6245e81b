// Seeds the server's data folder before its process starts: the server itself, opened here for a moment, carries out the demo world's commands.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { createCentralServer } from '#server/create-server.ts';
import { openDatabase } from '#server/db/open.ts';
import { openKeyRing } from '#server/exchange/keys.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { CentreAddress } from '../data/set-up.ts';
import { seedDemo } from '../seed.ts';

/** Other units' plans, so that there is something that must not be seen. */
const plans = 90;
/** 174 passwords are hashed at once here; a real installation leaves this alone. */
const passwordCost = { memory: 1024, passes: 1 };

export type Seeding = {
  readonly folder: string;
  /** Where the server's public keys are written for the trading centre. */
  readonly serverKeys: string;
  readonly today: PlainDate;
  readonly platform: CentreAddress;
};

export async function seedServer({ folder, serverKeys, today, platform }: Seeding): Promise<void> {
  const database = await openDatabase({ folder: join(folder, 'database') });
  try {
    const server = await createCentralServer({
      database,
      clock: Date.now,
      randomBytes,
      log: pino({ level: 'silent' }),
      dataFolder: folder,
      exchangeTransport: httpTransport,
      settings: { passwordCost },
    });
    if (!server.ok) throw new Error(`the server cannot be set up: ${server.error.code}`);
    try {
      await seedDemo(server.value.operations, { today, platform, plans, fileNothing: true });
    } finally {
      await server.value.close();
    }
    const keys = await (await openKeyRing(join(folder, 'exchange-keys'), 'key-1')).list();
    await writeFile(serverKeys, JSON.stringify(keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))));
  } finally {
    await database.close();
  }
}
