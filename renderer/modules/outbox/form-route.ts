// Where a refused command can be put right in the form it was made in. The form reads the command by its id.
import { z } from 'zod';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { idSchema } from '#shared/kernel/ids.ts';

const ofRecord = z.object({ id: idSchema });

/** Undefined where there is no such form; then the values are changed one by one. */
export function formRoute({ id, name }: Pick<OutboxItem, 'id' | 'name'>, input: unknown): string | undefined {
  const record = ofRecord.safeParse(input);
  if (!record.success) return undefined;
  if (name === 'plans.create') return `/plans/new?draft=${record.data.id}&refused=${id}`;
  if (name === 'plans.edit') return `/plans/${record.data.id}/edit?refused=${id}`;
  if (name === 'announcements.create') return `/announcements/new?draft=${record.data.id}&refused=${id}`;
  if (name === 'announcements.edit') return `/announcements/${record.data.id}/edit?refused=${id}`;
  return undefined;
}
