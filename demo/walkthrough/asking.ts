// Questions that many steps ask of a desk, in the words of the manual.

import type { QueryOutput } from '#shared/contract/ipc.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project } from '#shared/domain/projects/model.ts';
import type { Desk } from './desk.ts';
import { accepted, eventually } from './outcome.ts';
import type { World } from './world.ts';

export async function planOn(desk: Desk, id: string): Promise<Plan | undefined> {
  const answer = await desk.ask('plans.get', { id });
  return answer.ok ? answer.value.plan : undefined;
}

export async function projectOn(desk: Desk, id: string): Promise<Project | undefined> {
  const answer = await desk.ask('projects.get', { id });
  return answer.ok ? answer.value.project : undefined;
}

/** Waits until the desk shows the plan as wanted. */
export function planBecomes(
  desk: Desk,
  id: string,
  what: string,
  wanted: (plan: Plan) => boolean,
): Promise<Plan> {
  let last: Plan | undefined;
  return eventually(
    `${what} on the desk of ${desk.title}`,
    async () => {
      last = await planOn(desk, id);
      return last !== undefined && wanted(last) ? last : undefined;
    },
    () => last?.status ?? 'no such plan',
  );
}

export function projectBecomes(
  desk: Desk,
  id: string,
  what: string,
  wanted: (project: Project) => boolean,
): Promise<Project> {
  let last: Project | undefined;
  return eventually(
    `${what} on the desk of ${desk.title}`,
    async () => {
      last = await projectOn(desk, id);
      return last !== undefined && wanted(last) ? last : undefined;
    },
    () => last?.push ?? 'no such project',
  );
}

/** Everything sent and answered, everything received. */
export function synced(desk: Desk): Promise<QueryOutput<'sync.status'>> {
  let last: QueryOutput<'sync.status'> | undefined;
  return eventually(
    `${desk.title} to be in step with the server`,
    async () => {
      await desk.ask('sync.now', {});
      last = accepted(await desk.ask('sync.status', {}), 'sync.status');
      return last.waiting === 0 && (last.state === 'synced' || last.state === 'needs_attention')
        ? last
        : undefined;
    },
    () => last,
  );
}

export async function outbox(desk: Desk, show: 'waiting' | 'attention' | 'history') {
  return accepted(await desk.ask('outbox.list', { show }), 'outbox.list').items;
}

/** Waits as long as it takes by the clocks of all processes: a minute of theirs for a second of ours. */
export async function asTimePasses<T>(world: Pick<World, 'timePasses'>, awaited: Promise<T>): Promise<T> {
  const minutes = setInterval(() => world.timePasses(60_000), 1000);
  try {
    return await awaited;
  } finally {
    clearInterval(minutes);
  }
}
