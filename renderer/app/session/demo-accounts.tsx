import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { DemoAccount } from '#shared/contract/host.ts';
import { appText, describeError, label } from '#shared/text/index.ts';
import classes from './session.module.css';

const { session } = appText;

/** Undefined until the host has answered: a page that shows them waits, for what comes later would move what somebody is about to click. */
export function useDemoAccounts(): readonly DemoAccount[] | undefined {
  const { data, error } = useAsk('host.demoAccounts', {});
  return error === null ? data?.accounts : [];
}

/** One click each, when the host was started with demo data; otherwise nothing. */
export function DemoAccounts({ accounts }: { readonly accounts: readonly DemoAccount[] }) {
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
  if (accounts.length === 0) return null;
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
            <Text size="xs" c="dimmed" truncate>
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
