// User name and password, sent where the page says: signing in asks the server, unlocking does not. When the server cannot be reached, somebody
// who has signed in on this computer before may go on without it.
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeError } from '#shared/text/index.ts';

type Call = 'session.signIn' | 'session.unlock';
type Props = {
  readonly call: Call;
  readonly submit: string;
  /** Fixed where the account is known. */
  readonly username?: string | null;
  readonly onDone?: () => void;
};

const { session } = appText;

export function CredentialsForm({ call, submit, username = null, onDone }: Props) {
  const known = useAsk('session.accounts', {}).data?.accounts ?? [];
  const [running, setRunning] = useState<Call | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [capsLock, setCapsLock] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: username ?? '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? session.needUsername : null),
      password: (value) => (value === '' ? session.needPassword : null),
    },
  });

  const send = async (name: Call, values: typeof form.values) => {
    setRunning(name);
    setError(null);
    const answer = await ask(name, { ...values, username: values.username.trim() });
    setRunning(null);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    form.setFieldValue('password', '');
    onDone?.();
  };
  const unreachable = error?.code === 'server_unreachable' || error?.code === 'offline';
  const mayGoOffline = known.some(
    (each) => each.canUnlockOffline && each.username === form.getValues().username.trim(),
  );

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(call, values))}>
      <Stack gap="sm">
        {username === null ? (
          <TextInput
            {...form.getInputProps('username')}
            key={form.key('username')}
            label={session.username}
            autoComplete="username"
            spellCheck={false}
            data-autofocus
            autoFocus
          />
        ) : null}
        <PasswordInput
          {...form.getInputProps('password')}
          key={form.key('password')}
          label={session.password}
          autoComplete="current-password"
          description={capsLock ? session.capsLock : undefined}
          onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          autoFocus={username !== null}
          data-autofocus={username !== null || undefined}
        />
        {error === null ? null : unreachable ? (
          <Alert color="orange" icon={<IconCloudOff aria-hidden size={18} />} title={session.offlineTitle}>
            <Text>{mayGoOffline ? session.offlineHelp : session.offlineFirst}</Text>
            {mayGoOffline ? (
              <Button
                mt="xs"
                variant="default"
                loading={running === 'session.unlock'}
                onClick={() => void send('session.unlock', form.getValues())}
              >
                {session.offlineEnter}
              </Button>
            ) : null}
          </Alert>
        ) : (
          <Text role="alert" c="var(--mantine-color-error)">
            {username !== null && error.code === 'bad_credentials'
              ? session.wrongPassword
              : describeError(error)}
          </Text>
        )}
        <Button type="submit" fullWidth loading={running === call}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
