import { List } from '@mantine/core';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeField, outboxText } from '#shared/text/index.ts';
import { labelOf } from './input-words.ts';

/** Every place that was found wrong, with its clause. */
export function Reasons({ command, error }: { readonly command: string; readonly error: AppError }) {
  const fields = error.fields ?? [];
  if (fields.length === 0) return null;
  return (
    <List mt={6} aria-label={outboxText.alsoWrong}>
      {fields.map((field) => (
        <List.Item key={field.path + field.code}>
          <strong>{labelOf(command, field.path)}</strong>：{describeField(field)}
        </List.Item>
      ))}
    </List>
  );
}
