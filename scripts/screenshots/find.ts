// Records that scenes are about, by what they show.
import type { PlanStatus } from '#shared/domain/plans/model.ts';
import type { Stage } from './stage.ts';

/** The newest plan in this state that the one signed in sees. */
export async function planIn(stage: Stage, status: PlanStatus): Promise<string> {
  const { items } = await stage.ask('plans.list', { limit: 200 });
  return idOf(items.find((plan) => plan.status === status));
}

export async function projectIn(stage: Stage, holds: (project: Project) => boolean): Promise<string> {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  return idOf(items.find(holds));
}

export type Project = Awaited<ReturnType<typeof projects>>[number];

async function projects(stage: Stage) {
  return (await stage.ask('projects.list', {})).items;
}

function idOf(found: { readonly id: string } | undefined): string {
  if (found === undefined) throw new Error('the demo data has no such record');
  return found.id;
}
