// What a user changes in a refused command before offering it again: for a conflict their own values over what stands there now, else
// nothing.
import { announcementChanges } from './announcement-inputs.ts';
import type { Random } from './chance.ts';
import type { WorldDesk } from './desk.ts';
import { errorOf } from './errors.ts';
import { someChanges } from './inputs.ts';
import type { OutboxRow } from './read-desk.ts';
import type { World } from './world.ts';

export async function retaken(
  world: World,
  desk: WorldDesk,
  refused: OutboxRow,
  random: Random,
): Promise<unknown> {
  const input: unknown = JSON.parse(refused.input);
  const view = await world.view(desk);
  if (view === undefined || errorOf(refused.error).code !== 'conflict') return input;
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  const plan = view.plans.find((each) => each.id === id);
  const announcement = view.announcements.find((each) => each.id === id);
  if (announcement !== undefined) return { id, changes: announcementChanges(announcement, random) };
  return plan === undefined ? input : { id, changes: someChanges(plan.content, random) };
}
