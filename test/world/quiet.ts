// Everything heals, everything that is under way arrives, everybody synchronises and time passes until nothing moves any more. A world that
// does not come to rest has a fault of its own.
import { isRefusal } from './desk.ts';
import type { World } from './world.ts';

const maxRounds = 40;

/** The problems that kept it from coming to rest. */
export async function quiet(world: World): Promise<readonly string[]> {
  world.server.spare();
  await world.server.ensureRunning();
  for (const desk of world.cast) {
    desk.spare();
    desk.setClock(0);
  }
  for (const each of world.links) each.heal();
  await world.centre.heal();
  for (const each of world.links) while (each.underWay > 0) await each.arrive(0);

  let last = '';
  let still = 0;
  for (let round = 0; round < maxRounds; round += 1) {
    for (const desk of world.cast) {
      const synced = await world.syncDesk(desk);
      if (isRefusal(synced, 'locked_out') || isRefusal(synced, 'rate_limited')) world.clock.advance(16 * 60_000);
    }
    const now = await world.server.fingerprint();
    still = now === last ? still + 1 : 0;
    last = now;
    if (still === 2 && (await world.exchangeRests())) return [];
    // First the short waits, then those of retries and of messages that are held.
    await world.pass(round < 4 ? 61_000 : 31 * 60_000 * Math.max(1, round - 8));
  }
  return [`the world does not come to rest: ${last}`];
}
