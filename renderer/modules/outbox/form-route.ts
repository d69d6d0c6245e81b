// Where a refused command can be put right in the form it was made in. The form reads the command by its id.
import { z } from 'zod';
import type { CommandWords } from '#renderer/app/command-words.ts';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { idSchema } from '#shared/kernel/ids.ts';

const ofRecord = z.object({ id: idSchema });

/** Undefined where there is no such form; then the values are changed one by one. */
export function formRoute(
  groups: readonly CommandWords[],
  { id, name }: Pick<OutboxItem, 'id' | 'name'>,
  input: unknown,
): string | undefined {
  const record = ofRecord.safeParse(input);
  const form = groups.flatMap(({ forms = {} }) => (Object.hasOwn(forms, name) ? [forms[name]] : []))[0];
  return record.success ? form?.(record.data.id, id) : undefined;
}
