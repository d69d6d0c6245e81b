// Where a refused command can be put right in the form it was made in. The form reads the command by its id.
import { z } from 'zod';
import type { CommandWords } from '#renderer/app/command-words.ts';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { idSchema } from '#shared/kernel/ids.ts';

const ofRecord = z.object({ id: idSchema.optional() });

/** Undefined where there is no such form; then the values are changed one by one. */
export function formRoute(
  groups: readonly CommandWords[],
  { id, name, subject = null }: Pick<OutboxItem, 'id' | 'name'> & Partial<Pick<OutboxItem, 'subject'>>,
  input: unknown,
): string | undefined {
  const record = ofRecord.safeParse(input);
  const form = groups.flatMap(({ forms = {} }) => (Object.hasOwn(forms, name) ? [forms[name]] : []))[0];
  if (!record.success) return undefined;
  // Where the id follows from the rest of the input, the command says what it made.
  const recordId = record.data.id ?? subject?.id;
  return recordId === undefined ? undefined : form?.(recordId, id);
}
