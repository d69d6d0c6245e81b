import { Anchor, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { DemoAccount } from '#shared/contract/host.ts';
import { appText, describeError, label } from '#shared/text/index.ts';
import { CredentialsForm } from './credentials-form.tsx';
import classes from './session.module.css';
import { SessionFrame } from './session-frame.tsx';

const { session } = appText;

type Props = { readonly server: string; readonly onChangeServer: () => void };

export function SignInPage({ server, onChangeServer }: Props) {
  const accounts = useAsk('host.demoAccounts', {}).data?.accounts ?? [];
  return (
    <SessionFrame
      title={session.signInTitle}
      aside={accounts.length === 0 ? undefined : <DemoAccounts accounts={accounts} />}
      foot={
        <Group gap="sm">
          <Text>{session.serverIs(server)}</Text>
          <Anchor component="button" onClick={onChangeServer}>
            {session.changeServer}
          </Anchor>
        </Group>
      }
    >
      <CredentialsForm call="session.signIn" submit={session.signIn} />
    </SessionFrame>
  );
}

/** One click each, when the host was started with demo data. */
function DemoAccounts({ accounts }: { readonly accounts: readonly DemoAccount[] }) {
  const [running, setRunning] = useState<string | null>(null);
  const enter = async ({ username, password }: DemoAccount) => {
    setRunning(username);
    let answer = await ask('session.signIn', { username, password });
    if (!answer.ok && answer.error.code === 'server_unreachable') {
      // Somebody who has tried the demo before may go on while its server is stopped.
      answer = await ask('session.unlock', { username, password });
    }
    setRunning(null);
    if (!answer.ok) notifications.show({ color: 'red', message: describeError(answer.error) });
  };
  return (
    <Paper withBorder className={classes['card']}>
      <Title order={2}>{session.demoTitle}</Title>
      <Text c="dimmed" mb="sm">
        {session.demoHelp}
      </Text>
      <Stack gap={8}>
        {accounts.map((account) => (
          <UnstyledButton
            key={account.username}
            className={classes['demo']}
            disabled={running !== null}
            onClick={() => void enter(account)}
          >
            <Text fw={600}>{label(`roles.${account.role}`)}</Text>
            <Text size="xs" c="dimmed">
              {running === account.username
                ? session.signingIn
                : [account.name, account.organisation].filter((part) => part !== '').join('　')}
            </Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Paper>
  );
}
