// The trading-centre simulator as a process of its own. It prints one line of JSON when it listens, keeps its state in its data folder,
// and ends on SIGTERM. See demo/README.md for the arguments.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openKeyRing } from '#server/exchange/keys.ts';
import { publicKeyText } from '#server/exchange/signatures.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import { exchangePath } from '#shared/contract/exchange.ts';
import { createTradingCentre } from './centre.ts';
import { settingsSchema } from './faults.ts';
import { controlServer, inboxServer } from './http.ts';
import type { PublicKey } from './ports.ts';
import { openSqliteStore } from './sqlite-store.ts';

const tickMs = 100;
const keysSchema = z.array(z.object({ keyId: z.string(), publicKey: z.string() }));

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    server: { type: 'string' },
    'server-id': { type: 'string', default: 'zhengcai' },
    'server-keys': { type: 'string' },
    platforms: { type: 'string' },
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    faults: { type: 'string', default: '{}' },
  },
});
const options = z
  .object({
    data: z.string().min(1),
    server: z.url(),
    'server-id': z.string(),
    'server-keys': z.string().min(1),
    platforms: z.string().min(1),
    port: z.coerce.number().int().min(0).max(65_535),
    'control-port': z.coerce.number().int().min(0).max(65_535),
    faults: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(settingsSchema),
  })
  .parse(values);

mkdirSync(options.data, { recursive: true });
const ring = await openKeyRing(join(options.data, 'keys'), 'centre-1');
const signingKey = await ring.current();
const store = openSqliteStore(join(options.data, 'centre.db'));
const inboxUrl = new URL(exchangePath, options.server).href;

const centre = createTradingCentre({
  platformIds: options.platforms.split(','),
  serverId: options['server-id'],
  clock: Date.now,
  random: Math.random,
  randomBytes,
  signingKey,
  serverKeys: readServerKeys,
  post: (body) => httpTransport(inboxUrl, body, { 'content-type': 'application/json' }),
  store,
  faults: options.faults,
});

/** Read each time: the other side may be given a new key while the centre runs, and may be started after it. */
function readServerKeys(): readonly PublicKey[] {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(options['server-keys'], 'utf8')));
  } catch {
    return [];
  }
}

const token = process.env['CENTRE_CONTROL_TOKEN'] ?? randomBytes(24).toString('base64url');
const inbox = inboxServer(centre);
const control = controlServer(centre, token);
const inboxPort = await listen(inbox, options.port);
const controlPort = await listen(control, options['control-port']);

let ticking = false;
const timer = setInterval(() => {
  if (ticking) return;
  ticking = true;
  centre
    .tick()
    .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
    .finally(() => {
      ticking = false;
    });
}, tickMs);

process.stdout.write(
  `${JSON.stringify({
    event: 'listening',
    inboxUrl: `http://127.0.0.1:${inboxPort}${exchangePath}`,
    controlUrl: `http://127.0.0.1:${controlPort}/control`,
    controlToken: token,
    keyId: signingKey.keyId,
    publicKey: publicKeyText(signingKey.privateKey),
  })}\n`,
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    clearInterval(timer);
    for (const server of [inbox, control]) {
      server.close();
      server.closeAllConnections();
    }
    store.close();
    process.exit(0);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve(address.port);
    });
  });
}
