// Makes the demo data: the central server itself, opened here on its data folder and listening where it will listen, so that the trading
// centre can answer while the demo world's commands are carried out. Started by `npm start` once, as a process of its own.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { createCentralServer } from '#server/create-server.ts';
import { openDatabase } from '#server/db/open.ts';
import { openKeyRing } from '#server/exchange/keys.ts';
import { httpTransport } from '#server/exchange/transport.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { seedDemo } from '../seed.ts';
import { seedAcceptances } from '../seed-acceptances.ts';
import { seedAwardChanges } from '../seed-award-changes.ts';
import { awardsAt, awardsWanted, seedAwards } from '../seed-awards.ts';
import { seedBreaches } from '../seed-breaches.ts';
import { seedContracts } from '../seed-contracts.ts';
import {
  type CourseCentre,
  coursesWanted,
  followedBefore,
  followedPlans,
  seedCourses,
} from '../seed-courses.ts';
import { changesWanted, plansToChange, seedMethodChanges } from '../seed-method-change.ts';
import { seedPayments } from '../seed-payments.ts';
import { pace } from './pace.ts';
import { demoUnit, isOfTheDemo, plansConsidered, plansFollowed } from './selection.ts';

const { folder, serverKeys, port, centre } = z
  .object({
    folder: z.string(),
    serverKeys: z.string(),
    port: z.int(),
    centre: z.object({
      inboxUrl: z.url(),
      controlUrl: z.url(),
      controlToken: z.string(),
      keyId: z.string(),
      publicKey: z.string(),
    }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

/** 174 passwords are hashed at once here; a real installation leaves this alone. */
const passwordCost = { memory: 1024, passes: 1 };

/** How far the server's clock is put back while what lies in the past is made. */
let behind = 0;

const database = await openDatabase({ folder: join(folder, 'database') });
const server = await createCentralServer({
  database,
  clock: () => Date.now() - behind,
  randomBytes,
  log: pino({ level: 'warn' }, pino.destination(2)),
  dataFolder: folder,
  exchangeTransport: httpTransport,
  settings: { passwordCost },
});
if (!server.ok) throw new Error(`the server cannot be set up: ${server.error.code}`);
const keys = await (await openKeyRing(join(folder, 'exchange-keys'), 'key-1')).list();
await writeFile(serverKeys, JSON.stringify(keys.map(({ keyId, publicKey }) => ({ keyId, publicKey }))));
await server.value.http.listen({ port, host: '127.0.0.1' });
await server.value.start();

async function tellCentre(faults: unknown): Promise<void> {
  const answer = await fetch(centre.controlUrl, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${centre.controlToken}`,
      'content-type': 'application/json',
      // The centre ends idle connections, and seconds pass between two orders: the next would go into one that has just been closed.
      connection: 'close',
    },
    body: JSON.stringify(faults),
  });
  if (!answer.ok) throw new Error(`the trading centre answered ${answer.status}`);
}

/** Longer than anyone looks at the demo: these plans show what waiting looks like. */
const never = 30 * 86_400_000;
const withholdSections = (on: boolean) => tellCentre({ delayMs: on ? never : 0 });
const isFollowed = followedPlans(
  ({ unit }) => unit.slug === demoUnit,
  [...coursesWanted, ...changesWanted, ...awardsWanted],
);
const courseCentre: CourseCentre = {
  open: (open) => tellCentre({ open }),
  evaluate: (evaluate) => tellCentre({ evaluate }),
};

behind = followedBefore;
// What becomes of the openings is told further below, and nothing by itself before.
await tellCentre({ delayMs: 0, wrongClock: -behind, opensAfterMs: null });
const { plans } = await seedDemo(server.value.operations, {
  today: toPlainDate(Date.now() - behind),
  platform: centre,
  plans: plansFollowed,
  only: (plan, index) => index >= plansConsidered && isFollowed(plan),
  announce: 'all',
  centre: { withholdSections },
});
// Any will do for the courses: theirs are the first.
const [courses, others] = [plans.slice(0, coursesWanted.length), plans.slice(coursesWanted.length)];
const toChange = plansToChange(others);
const determined = others.filter((plan) => !toChange.includes(plan));
behind = Math.max(0, Date.now() - (await awardsAt(server.value.operations, determined)));
await tellCentre({ wrongClock: -behind });
await seedAwards(server.value.operations, determined, {
  centre: courseCentre,
  today: toPlainDate(Date.now() - behind),
});
await seedContracts(server.value.operations, determined);
await seedAwardChanges(server.value.operations, determined, { today: toPlainDate(Date.now() - behind) });
behind = 0;
await tellCentre({ wrongClock: 0 });
await seedAcceptances(server.value.operations, determined, toPlainDate(Date.now()));
await seedPayments(server.value.operations, determined, toPlainDate(Date.now()));
await seedBreaches(server.value.operations, determined, toPlainDate(Date.now()));
await seedDemo(server.value.operations, {
  today: toPlainDate(Date.now()),
  platform: centre,
  plans: plansConsidered,
  only: isOfTheDemo,
  announce: true,
  centre: { withholdSections },
});
await seedCourses(server.value.operations, courses, courseCentre);
await seedMethodChanges(server.value.operations, toChange, {
  centre: courseCentre,
  today: toPlainDate(Date.now()),
});
await tellCentre(pace);
await server.value.close();
await database.close();
process.stdout.write('seeded\n');
