// Seeds the city that the end-to-end files begin in, through both servers' own commands and messages, and ends both in good order.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { freePort } from '#demo/free-port.ts';
import { seedDemo } from '#demo/seed.ts';
import type { Places } from '#demo/start/places.ts';
import { type Centre, controlCentre, startCentre } from '#demo/start/processes.ts';
import { createCentralServer } from '#server/create-server.ts';
import { openDatabase } from '#server/db/open.ts';
import { openKeyRing } from '#server/exchange/keys.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';

/** Of the unit whose people sign in: one plan each of what the pages tell apart. The numbers are places in the demo world. */
const seeded: ReadonlySet<number> = new Set([0, 62, 247, 348, 699, 777, 940, 948, 970]);
const considered = 971;
/** So much earlier is everything that is there at the start: 再次请求 may be pressed at once, and what was filed has been waiting. */
const earlier = 30 * 60_000;
const never = 30 * 86_400_000;
const passwordCost = { memory: 1024, passes: 1 };

export async function makeCity(places: Places): Promise<void> {
  const ports = { serverPort: await freePort(), centrePort: 0 };
  const { child, centre } = await startCentre(places, ports);
  try {
    await seed(places, ports.serverPort, centre);
  } finally {
    await child.stop();
  }
}

/** The server itself, opened here on its data folder while the demo world's commands are carried out, its clock and the centre's put back. */
async function seed(places: Places, port: number, centre: Centre): Promise<void> {
  const clock = () => Date.now() - earlier;
  const database = await openDatabase({ folder: join(places.server, 'database') });
  const server = await createCentralServer({
    database,
    clock,
    randomBytes,
    log: pino({ level: 'silent' }),
    dataFolder: places.server,
    exchangeTransport: httpTransport,
    settings: { passwordCost },
  });
  if (!server.ok) throw new Error(`the server cannot be set up: ${server.error.code}`);
  const keys = await (await openKeyRing(join(places.server, 'exchange-keys'), 'key-1')).list();
  writeFileSync(
    places.serverKeys,
    JSON.stringify(keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))),
  );
  await server.value.http.listen({ port, host: '127.0.0.1' });
  await server.value.start();
  await controlCentre(centre, { delayMs: 0, wrongClock: -earlier });
  await seedDemo(server.value.operations, {
    today: toPlainDate(clock()),
    platform: centre,
    plans: considered,
    only: (_, index) => seeded.has(index),
    centre: { withholdSections: (on) => controlCentre(centre, { delayMs: on ? never : 0 }) },
  });
  await server.value.close();
  await database.close();
}
