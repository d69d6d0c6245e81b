// Everything heals, everything that is under way arrives, everybody synchronises and time passes until nothing moves any more. Then an
// operator does the daily work: pushes dead letters again and compares with the trading centre; it all comes to rest once more, and both are
// compared a last time. A world that does not come to rest has a fault of its own.
import { isRefusal } from './desk.ts';
import { retaken } from './resubmission.ts';
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
  const second = await rest(world);
  if (second.length > 0) return second;
  // What was offered or sent again has changed what both sides hold: what they say of it now is of the next day.
  await world.server.compare();
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

/** At rest: the exchange has nothing under way, and a whole round of desks has moved nothing. */
async function rest(world: World): Promise<readonly string[]> {
  for (let round = 0, waits = 0; round < maxRounds; round += 1) {
    // First the short waits, then those of retries and of messages that are held.
    do {
      await world.pass(waits < 3 ? 61_000 : 31 * 60_000 * Math.max(1, waits - 8));
      waits += 1;
    } while (waits < maxRounds && !(await world.exchangeRests()));
    const before = await world.server.fingerprint();
    const turnedAway = await everybodySyncs(world);
    if (!turnedAway && before === (await world.server.fingerprint()) && (await world.exchangeRests()))
      return [];
  }
  return [`the world does not come to rest: ${await world.server.fingerprint()}`];
}

/** Whether somebody was told to come back later. */
async function everybodySyncs(world: World): Promise<boolean> {
  let turnedAway = false;
  for (const desk of world.cast) {
    const synced = await world.syncDesk(desk);
    if (!isRefusal(synced, 'locked_out') && !isRefusal(synced, 'rate_limited')) continue;
    world.clock.advance(16 * 60_000);
    turnedAway = true;
  }
  return turnedAway;
}
