// Saving what the administrator keeps: the server decides, so that a saved row shows 待服务器确认 until it has. Refusals come back to the field.
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import type { FieldMessage } from '#renderer/ui/fields/field.tsx';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeError, describeField, systemText } from '#shared/text/index.ts';

export type Save = {
  readonly running: boolean;
  /** What is wrong at a field; also at what lies within it. */
  messagesAt(path: string): readonly FieldMessage[];
  /** What is wrong as a whole, when no field is named. */
  readonly problem: string | null;
  save(input: unknown, onDone: () => void): Promise<void>;
};

export function useSave(command: string): Save {
  const { run, running } = useCommand(command);
  const [error, setError] = useState<AppError | null>(null);
  const fields = error?.fields ?? [];
  return {
    running,
    messagesAt: (at) =>
      fields
        .filter(({ path }) => path === at || path.startsWith(`${at}.`))
        .map((problem) => ({ severity: 'error', text: describeField(problem) })),
    problem: error === null || fields.length > 0 ? null : describeError(error),
    async save(input, onDone) {
      setError(null);
      const answer = await run(input);
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      notifications.show({ message: systemText.keep.sent });
      onDone();
    },
  };
}
