// Everything that stands before the first step: a seeded server and its process, the trading centre's, the lines between them, the desks. What
// was started is noted at once, so that it can be ended whatever happens next.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exchangePath } from '#shared/contract/exchange.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { type DemoWorld, demoWorld } from '../data/demo-world.ts';
import { demoRegions } from '../data/regions.ts';
import { platformIdOf, unreachableRegions } from '../data/set-up.ts';
import { freePort } from '../free-port.ts';
import { cast } from './cast.ts';
import { type Desk, makeDesk } from './desk.ts';
import { type Network, startNetwork } from './network.ts';
import { startWithClockAhead } from './processes.ts';
import { seedServer } from './seeding.ts';
import { serverProcess } from './server.ts';
import { startCentre } from './trading-centre.ts';
import type { Desks, World } from './world.ts';

export type Started = { readonly world: World; close(): Promise<void> };

export async function setUp(folder: string, today: PlainDate): Promise<Started> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    return { world: await build(folder, today, closing), close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function build(folder: string, today: PlainDate, closing: (() => Promise<void>)[]): Promise<World> {
  const line = async (targetPort: () => number): Promise<Network> => {
    const network = await startNetwork(targetPort);
    closing.push(() => network.close());
    return network;
  };
  const demo = demoWorld();
  const port = await freePort();
  const serverFolder = join(folder, 'server');
  await mkdir(serverFolder, { recursive: true });

  const toServer = await line(() => port);
  const centre = await startCentre({
    folder: join(folder, 'centre'),
    serverOrigin: toServer.origin,
    serverKeys: join(folder, 'server-keys.json'),
    platforms: demoRegions
      .filter(({ code }) => !unreachableRegions.has(code))
      .flatMap(({ code }) => platformIdOf(code) ?? []),
  });
  closing.push(() => centre.handle.stop());
  const toCentre = await line(() => centre.port);

  await seedServer({
    folder: serverFolder,
    serverKeys: join(folder, 'server-keys.json'),
    today,
    platform: {
      inboxUrl: `${toCentre.origin}${exchangePath}`,
      keyId: centre.keyId,
      publicKey: centre.publicKey,
    },
  });
  const server = serverProcess(serverFolder, port);
  await server.start();
  closing.push(() => server.stop());

  const desks = await startDesks(demo, folder, () => line(() => port));
  closing.push(async () => {
    await Promise.all(Object.values(desks).map((desk) => desk.stop()));
  });

  let ahead = 0;
  const timePasses = (milliseconds: number) => {
    ahead += milliseconds;
    startWithClockAhead(ahead);
    for (const running of [server, centre.handle, ...Object.values(desks)]) running.putClockForward(ahead);
  };
  return {
    demo,
    today,
    folder,
    desks,
    server,
    centre: centre.handle,
    toCentre,
    toServer,
    story: {},
    timePasses,
  };
}

/** All at once: each takes a second of its own. */
async function startDesks(demo: DemoWorld, folder: string, line: () => Promise<Network>): Promise<Desks> {
  const desk = async (part: keyof Desks): Promise<Desk> => {
    const [title, username] = cast[part];
    const own = join(folder, 'desks', part);
    await mkdir(own, { recursive: true });
    const made = makeDesk(title, demo.account(username), await line(), own);
    await made.start();
    return made;
  };
  const [clerk, clerkAtHome, reviewer, office, agency, supervisor, stranger] = await Promise.all([
    desk('clerk'),
    desk('clerkAtHome'),
    desk('reviewer'),
    desk('office'),
    desk('agency'),
    desk('supervisor'),
    desk('stranger'),
  ]);
  return { clerk, clerkAtHome, reviewer, office, agency, supervisor, stranger };
}
