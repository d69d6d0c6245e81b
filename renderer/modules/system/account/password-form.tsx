import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeError } from '#shared/text/index.ts';
import { passwordProblem } from './password-rules.ts';

const { password } = appText;

/** Changing the password asks the server; the new one also unlocks this computer offline. */
export function PasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current: '', next: '', again: '' },
    validate: {
      current: (value) => (value === '' ? appText.session.needPassword : null),
      next: (value, { current }) => passwordProblem(current, value),
      again: (value, { next }) => (value === next ? null : password.different),
    },
  });
  const change = async ({ current, next }: typeof form.values) => {
    setRunning(true);
    setError(null);
    const answer = await ask('session.changePassword', { current, next });
    setRunning(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    form.reset();
    onDone?.();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void change(values))}>
      <Stack gap="sm" maw={360}>
        <PasswordInput
          {...form.getInputProps('current')}
          key={form.key('current')}
          label={password.current}
          autoComplete="current-password"
        />
        <PasswordInput
          {...form.getInputProps('next')}
          key={form.key('next')}
          label={password.next}
          description={password.help}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
        />
        <PasswordInput
          {...form.getInputProps('again')}
          key={form.key('again')}
          label={password.again}
          autoComplete="new-password"
        />
        {error === null ? null : (
          <Text role="alert" c="var(--mantine-color-error)">
            {describeError(error)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={running}>
            {password.change}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
