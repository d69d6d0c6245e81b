// The city that every end-to-end file begins in, made once a run by the first file that needs it: the central server's folder and the trading
// centre's, with one plan of one unit for each thing that the pages tell apart. Who opens a city copies it and changes nothing here.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { seedDemo } from '#demo/seed.ts';
import { type Places, placesIn } from '#demo/start/places.ts';
import { type Centre, controlCentre, startCentre } from '#demo/start/processes.ts';
import { freePort } from '#demo/walkthrough/network.ts';
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
const pollMs = 100;

/** Folders as an orderly end of both servers leaves them. */
export async function copyImage(to: Places): Promise<void> {
  const image = placesIn(await made());
  for (const part of ['server', 'serverKeys', 'centre'] as const) {
    await cp(image[part], to[part], { recursive: true });
  }
}

/** One file at a time makes it; should that fail, the next one that needs it tries. */
async function made(): Promise<string> {
  const folder = process.env['CITY_IMAGE'];
  if (folder === undefined) throw new Error('prepare.ts names the folder of the image');
  const ready = join(folder, 'ready');
  for (;;) {
    if (existsSync(ready)) return ready;
    const claim = join(folder, 'claim');
    if (!claimed(claim)) {
      await setTimeout(pollMs);
      continue;
    }
    try {
      // Whoever had the claim before may have made it since.
      if (!existsSync(ready)) renameSync(await make(join(folder, randomBytes(4).toString('hex'))), ready);
    } finally {
      rmdirSync(claim);
    }
  }
}

function claimed(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch (problem) {
    if (existsSync(claim)) return false;
    throw problem;
  }
}

async function make(folder: string): Promise<string> {
  const places = placesIn(folder);
  const ports = { serverPort: await freePort(), centrePort: await freePort() };
  const { child, centre } = await startCentre(places, ports);
  try {
    await seed(places, ports.serverPort, centre);
  } finally {
    await child.stop();
  }
  return folder;
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
