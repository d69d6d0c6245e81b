import { List } from '@mantine/core';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeField, outboxText } from '#shared/text/index.ts';
import { useInputWords } from './use-input-words.ts';

type Props = { readonly command: string; readonly input: unknown; readonly error: AppError };

/** Every place that was found wrong, with its clause. */
export function Reasons({ command, input, error }: Props) {
  const { labelOf } = useInputWords(command, input);
  const fields = error.fields ?? [];
  if (fields.length === 0) return null;
  return (
    <List mt={6} aria-label={outboxText.alsoWrong}>
      {fields.map((field) => (
        <List.Item key={field.path + field.code}>
          <strong>{labelOf(field.path)}</strong>：{describeField(field)}
        </List.Item>
      ))}
    </List>
  );
}
