// The address of the central server: asked once at the first start, changed later in 系统. The host tries it before it is kept.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeError } from '#shared/text/index.ts';
import { serverAddress } from './server-address.ts';

const { session } = appText;

type Props = { readonly server: string | null; readonly onDone?: () => void; readonly onCancel?: () => void };

export function ServerForm({ server, onDone, onCancel }: Props) {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { server: server ?? '' },
    validate: { server: (value) => (serverAddress(value) === undefined ? session.serverInvalid : null) },
  });
  const enrol = async (typed: string) => {
    const address = serverAddress(typed);
    if (address === undefined) return;
    setRunning(true);
    setError(null);
    const answer = await ask('host.enrol', { server: address });
    setRunning(false);
    if (answer.ok) onDone?.();
    else setError(answer.error);
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ server: typed }) => void enrol(typed),
        () => setError(null),
      )}
    >
      <Stack gap="sm">
        <TextInput
          {...form.getInputProps('server')}
          key={form.key('server')}
          label={session.server}
          description={session.serverHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        {error === null ? null : (
          <Text role="alert" c="var(--mantine-color-error)">
            {enrolProblem(error)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={running}>
            {session.enrol}
          </Button>
          {onCancel === undefined ? null : (
            <Button variant="default" onClick={onCancel}>
              {appText.common.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function enrolProblem(error: AppError): string {
  if (error.code === 'server_unreachable') return session.enrolUnreachable;
  return error.code === 'unknown_platform' ? session.enrolWrong : describeError(error);
}
