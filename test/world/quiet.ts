// Everything heals, everything that is under way arrives, everybody synchronises and time passes until nothing moves any more. Then an
// operator does the daily work: pushes dead letters again and compares with the trading centre; and it all comes to rest once more. A
// world that does not come to rest has a fault of its own.
import { isRefusal } from './desk.ts';
import { retaken } from './retaken.ts';
import type { World } from './world.ts';

const maxRounds = 40;

/** The problems that kept it from coming to rest. */
export async function quiet(world: World, { keepRefused = false } = {}): Promise<readonly string[]> {
  world.server.spare();
  await world.server.ensureRunning();
  for (const desk of world.cast) {
    desk.spare();
    desk.setClock(0);
  }
  for (const each of world.links) each.heal();
  await world.centre.heal();
  for (const each of world.links) while (each.underWay > 0) await each.arrive(0);
  const first = await rest(world);
  if (first.length > 0) return first;
  if (!keepRefused) await lookThroughRefused(world);
  await world.server.dailyWork();
  return rest(world);
}

/** Some of what stands in 未通过的操作 is offered again, some given up, some left. */
async function lookThroughRefused(world: World): Promise<void> {
  const random = world.chance.of('refused');
  for (const desk of world.cast) {
    for (const refused of desk.files().outbox.filter(({ state }) => state === 'rejected')) {
      const way = random.int(0, 2);
      if (way === 0) await desk.discard(refused);
      else if (way === 1) await desk.resubmit(refused, await retaken(world, desk, refused, random));
    }
  }
}

async function rest(world: World): Promise<readonly string[]> {
  let last = '';
  let still = 0;
  for (let round = 0; round < maxRounds; round += 1) {
    for (const desk of world.cast) {
      const synced = await world.syncDesk(desk);
      if (isRefusal(synced, 'locked_out') || isRefusal(synced, 'rate_limited'))
        world.clock.advance(16 * 60_000);
    }
    const now = await world.server.fingerprint();
    still = now === last ? still + 1 : 0;
    last = now;
    if (still >= 1 && (await world.exchangeRests())) return [];
    // First the short waits, then those of retries and of messages that are held.
    await world.pass(round < 3 ? 61_000 : 31 * 60_000 * Math.max(1, round - 8));
  }
  return [`the world does not come to rest: ${last}`];
}
