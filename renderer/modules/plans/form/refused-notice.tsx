// Why what the form holds did not pass, above the form in which it is put right.
import { Alert, List } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { describeField, describeRefusal, fieldLabel, forms, planForm } from '#shared/text/index.ts';
import type { RefusedPlan } from './refused-plan.ts';

export function RefusedNotice({ refused }: { readonly refused: RefusedPlan }) {
  const { error, name } = refused;
  const fields = error?.fields ?? [];
  return (
    <Alert
      color="red"
      icon={<IconCircleX aria-hidden size={18} />}
      mb="sm"
      role="status"
      title={planForm.refused.title}
    >
      {error === null ? null : describeRefusal(name, error)} {planForm.refused.hint}
      {fields.length === 0 ? null : (
        <List mt={4} size="sm">
          {fields.map((field) => (
            <List.Item key={field.path + field.code}>
              {forms.of(
                describeField(field),
                fieldLabel('plans.content', field.path.replace(/^content\./, '')),
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
