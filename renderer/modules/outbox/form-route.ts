// Where a refused command can be put right in the form it was made in. The form reads the command by its id.
import { z } from 'zod';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { idSchema } from '#shared/kernel/ids.ts';

const ofPlan = z.object({ id: idSchema });

/** Undefined where there is no such form; then the values are changed one by one. */
export function formRoute({ id, name }: Pick<OutboxItem, 'id' | 'name'>, input: unknown): string | undefined {
  const plan = ofPlan.safeParse(input);
  if (!plan.success) return undefined;
  if (name === 'plans.create') return `/plans/new?draft=${plan.data.id}&refused=${id}`;
  if (name === 'plans.edit') return `/plans/${plan.data.id}/edit?refused=${id}`;
  return undefined;
}
